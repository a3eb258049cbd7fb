"""Every word of the interface is in the catalogue, and the catalogue has none to spare."""

import ast
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest
from babel.dates import get_month_names
from jinja2 import Environment

import site_builder.compose
from site_builder.read.theme.theme import read_theme
from site_builder.read.theme.words import Words
from site_builder.settings import theme_folder
from tests.compose.barriers import ran_into, write_barrier
from tests.compose.mandates import write_stewardship
from tests.compose.stories import write_story
from tests.conftest import SiteFolder
from tests.panels import write_panel

THEME = read_theme(theme_folder())
TEMPLATES = dict(THEME.templates)
FOR_OPERATORS = (
    *("apache", "caddy", "nginx", "publishing_services", "s3"),
    *("hosted_site", "ready_files"),
)
"""Modules of compose/hosts/ that make files for hosts: no reader of the site sees their words."""
MODULES = sorted(
    path
    for path in Path(site_builder.compose.__path__[0]).rglob("*.py")
    if not (path.parent.name == "hosts" and path.stem in FOR_OPERATORS)
)
SPOKEN = re.compile(r'\s(?:aria-label|alt|title|placeholder|value)="([^"]*)"')
TERM_PLACE = re.compile(r"\{(\w+\.\w+)\}")
WORD = re.compile(r"[A-Za-z]{2,}")


def text_of(template: str) -> str:
    """Return a template's own text, with a mark for each thing that Jinja puts in."""
    tokens = Environment(autoescape=True).lex(template)
    return "".join(
        value if kind == "data" else "\0"
        for _, kind, value in tokens
        if kind in ("data", "variable_begin")
    )


def own_words(template: str) -> Iterator[str]:
    """Yield the words that a template itself shows or has read out."""
    text = text_of(template)
    for spoken in SPOKEN.findall(text):
        yield from WORD.findall(spoken)
    yield from WORD.findall(re.sub(r"<[^>]*>", " ", text))


@pytest.mark.parametrize("name", [name for name in TEMPLATES if name.endswith(".html")])
def test_template_holds_no_word_of_its_own(name: str) -> None:
    """Another language is one more file, and no template changes."""
    assert list(own_words(TEMPLATES[name])) == []


@pytest.mark.parametrize(
    "template", ["<p>Hello {{ name }}</p>", '<nav aria-label="Main">', "{% if a %}Yes{% endif %}"]
)
def test_word_in_a_template_is_found(template: str) -> None:
    """The test above sees words in text, in attributes and in branches."""
    assert list(own_words(template)) != []


def sentences_of(module: str) -> Iterator[str]:
    """Yield each text of a module that looks like words for readers: capital, space, more."""
    tree = ast.parse(module)
    docstrings = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        text = str(node.value) if isinstance(node, ast.Constant) else ""
        if id(node) not in docstrings and re.match(r"[A-Z][a-z]+\b.* \w", text):
            yield text


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_module_of_compose_holds_no_sentence(path: Path) -> None:
    """What compose says, it says through the catalogue."""
    assert list(sentences_of(path.read_text("utf-8"))) == []


def test_sentence_in_a_module_is_found() -> None:
    """The test above sees sentences, and passes over docstrings."""
    assert list(sentences_of('"""A docstring of it."""\nx = "All stories of it"')) != []
    assert list(sentences_of('"""A docstring of it."""')) == []


def asked_for() -> tuple[set[str], set[str]]:
    """Return the keys that templates and compose ask for, whole and as beginnings."""
    code = "".join(path.read_text("utf-8") for path in MODULES)
    texts = "".join(TEMPLATES.values()) + code
    quoted = re.findall(r"""["']([a-z_]+(?:\.[\w-]*)+)(\{|["'] ~)?""", texts)
    return {key for key, more in quoted if not more}, {key for key, more in quoted if more}


def test_every_entry_of_the_catalogue_is_asked_for() -> None:
    """A word that nothing says is taken out."""
    whole, beginnings = asked_for()
    spare = [
        key
        for key, _ in THEME.words.entries
        if not key.startswith(("plurals.", "terms."))
        and not {key, key.rpartition(".")[0]} & whole
        and not key.startswith(tuple(beginnings))
    ]
    assert spare == []


def test_every_form_of_a_term_stands_in_some_sentence() -> None:
    """A site is asked for no noun in vain, nor for a form of one beyond those that all have."""
    said = {place.lower() for _, text in THEME.words.entries for place in TERM_PLACE.findall(text)}
    forms = {f"{term}.{form}" for term, forms in THEME.words.terms.items() for form in forms}
    common = {f"{term}.{form}" for term in THEME.words.terms for form in ("one", "many", "a")}
    assert {place.split(".")[0] for place in said} == set(THEME.words.terms)
    assert said - forms == set()
    assert forms - common <= said


def bracketed(catalogue: str) -> str:
    """Return a catalogue with every text in brackets, so that words from elsewhere stand out."""
    line = re.compile(r'^(\s*[\w -]+: )(?:"([^"\n]*)"|([^"{\[\n#][^\n]*))$', re.M)
    marked = line.sub(lambda text: f'{text[1]}"⟦{text[2] or text[3]}⟧"', catalogue)
    return re.sub(r'((?:one|other): )"([^"]*)"', r'\1"⟦\2⟧"', marked)


WELSH_DAYS = re.compile(
    rf"(?:\d+ )?(?:{'|'.join(get_month_names('wide', locale='cy').values())}) \d{{4}}"
)
"""Days and months as the CLDR writes them in Welsh; they are in no catalogue."""


def strange_texts(page: str, authors: str) -> Iterator[str]:
    """Yield each text of a page that neither an author nor the bracketed catalogue has.

    The models describe their fields in English, for authors and for researchers alike.
    """
    depth = 0
    (body,) = lxml.html.document_fromstring(page).iter("body")
    # Names in code are the same in every language, and what is in English says so.
    texts = body.xpath(".//text()[not(ancestor::code or ancestor::*[@lang='en'])]")
    assert isinstance(texts, list)
    for text in texts:
        outside = ""
        for sign in str(text):
            depth += (sign == "⟦") - (sign == "⟧")
            outside += sign if depth == 0 else " "
        said = " ".join(WELSH_DAYS.sub("", outside.replace("⟧", " ")).split())
        parts = [part.strip(" .:()") for part in said.split(",")]
        if WORD.search(said) and "://" not in said and not all(part in authors for part in parts):
            yield said


def test_site_in_another_language_says_nothing_in_english(site: SiteFolder) -> None:
    """With a second catalogue, all that no author wrote is in its words."""
    theme = shutil.copytree(theme_folder(), site.root / "theme")
    english = (theme / "words" / "en.yml").read_text("utf-8")
    (theme / "words" / "cy.yml").write_text(bracketed(english), "utf-8")
    write_panel(site)
    for state in ("named", "removed"):
        more = "removed_on: 2025-02-01\nwhat_helped: A key." if state == "removed" else ""
        write_barrier(site, state, f"A {state} door", state=state, extra=more)
    write_story(site, "walk", "A walk", extra=ran_into("named", "removed"))
    write_stewardship(site)
    site.build(language="cy", theme_dir=theme)
    files = (*(site.root / "content").rglob("*.*"), site.root / "mkdocs.yml")
    authors = " ".join(" ".join(path.read_text("utf-8") for path in files).split())
    pages = {name: site.page(name) for name in site.files() if name.endswith(".html")}
    strange = {name: found for name in pages if (found := [*strange_texts(pages[name], authors)])}
    assert strange == {}
    assert all("⟦" in page for page in pages.values())


def test_catalogue_has_no_empty_entry() -> None:
    """Each entry says something."""
    assert isinstance(THEME.words, Words)
    assert [key for key, text in THEME.words.entries if not text.strip()] == []
