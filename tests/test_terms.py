"""A site that calls all its things otherwise: no default noun is said, and no address has one."""

import posixpath
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from site_builder.build import ProblemsFound
from site_builder.doors.record import record
from site_builder.read.addresses import NAMES
from site_builder.read.problems import Problem
from site_builder.read.theme.words import is_form, read_words
from site_builder.settings import theme_folder
from tests.compose.barriers import ran_into, write_barrier
from tests.compose.events import write_event
from tests.compose.mandates import write_stewardship
from tests.compose.stories import write_stories, write_story
from tests.conftest import SITES, SiteFolder, copy_of
from tests.doors.test_record import LEDGER
from tests.nouns import DEFAULT, Authors, nouns_in
from tests.panels import write_panel

WORDS = read_words(theme_folder() / "words", "en")
LETTERS = {"letter", "letters", "a letter"}
"""Letters are those of the alphabet, too."""
IDIOMS = {
    "mandate.supersedes": "akes the … of",
    "changes.replaces": "takes the … of another",
}
"""Sentences in which a noun is none of a term."""
CABINET = """\
site_name: Small record
site_url: https://record.example.org/
theme: civic
plugins:
  - missions:
      terms:
        council:
          address: cabinet
          one: cabinet
          many: cabinets
          a: a cabinet
        mission: {one: aim, many: aims, a: an aim}
"""


def made_up(term: str, form: str) -> str:
    """Return a noun that no language has, for a form of a term."""
    ends = {"one": "", "many": "s", "a": "", "past": "ed", "adjective": "ly"}
    return f"{'a ' if form == 'a' else ''}xylo{term.replace('_', '')}{ends[form]}"


def made_up_terms() -> dict[str, dict[str, str]]:
    """Return a made-up term for every term of the words, with an address where it has one."""
    terms = {
        term: {form: made_up(term, form) for form in forms} for term, forms in WORDS.terms.items()
    }
    for term in NAMES:
        terms[term]["address"] = f"xylo-{term.replace('_', '-')}"
    return terms


def with_terms(site: SiteFolder, terms: dict[str, dict[str, str]]) -> None:
    """Add terms to the settings of a site, and whatever else it can publish."""
    settings = yaml.safe_load((site.root / "mkdocs.yml").read_text("utf-8"))
    options = {"digests": True, "hundred_days_from": "2024-12-01", "now": "2025-05-01T09:00Z"}
    settings["plugins"] = [{"missions": options | {"terms": terms}}]
    site.write("mkdocs.yml", yaml.safe_dump(settings))


def write_everything(site: SiteFolder) -> None:
    """Write at least one thing of every type, and of every state that pages tell of."""
    write_panel(site)
    for state in ("named", "removed"):
        more = "removed_on: 2025-02-01\nwhat_helped: A key." if state == "removed" else ""
        write_barrier(site, state, f"A {state} door", state=state, extra=more)
    write_story(site, "walk", "A walk", extra=ran_into("named", "removed"))
    write_stories(site, 14)
    write_stewardship(site)
    write_event(site, "open-day", "mission: health")


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> SiteFolder:
    """Return a built site with everything in it and every term replaced; nobody may change it."""
    root = shutil.copytree(SITES / "small", tmp_path_factory.mktemp("terms") / "small")
    site = SiteFolder(root)
    write_everything(site)
    with_terms(site, made_up_terms())
    site.build()
    return site


def authors_of(site: SiteFolder) -> Authors:
    return Authors({"mkdocs.yml": (site.root / "mkdocs.yml").read_bytes(), **site.files("content")})


def test_no_sentence_has_a_default_noun(renamed: SiteFolder) -> None:
    """On pages, in feeds, calendars and digests, the site says its own nouns alone."""
    assert nouns_in(renamed.files(), DEFAULT, authors_of(renamed)) == set()


def test_default_nouns_are_found(published: SiteFolder) -> None:
    """The test above sees them in pages, feeds and calendars of a site without its own terms."""
    found = nouns_in(published.files(), DEFAULT, authors_of(published))
    assert {path.rpartition(".")[2] for path, _, _ in found} >= {
        "html",
        "xml",
        "atom",
        "json",
        "ics",
    }


def test_no_address_has_a_default_name(renamed: SiteFolder) -> None:
    """Folders follow the terms, and what stands below them does."""
    paths = [path for path in renamed.files() if not path.startswith("data/")]
    folders = {part for path in paths for part in path.split("/")[:-1]}
    assert folders & {*NAMES.values(), "promises"} == set()
    assert {f"xylo-{term.replace('_', '-')}" for term in NAMES} - folders == set()


def test_every_link_of_the_renamed_site_leads_somewhere(renamed: SiteFolder) -> None:
    """Pages, feeds and scripts find one another at their new addresses."""
    files = renamed.files()
    for path, data in files.items():
        if path.endswith(".html"):
            assert broken(path, data.decode(), files) == [], path


def broken(path: str, page: str, files: Mapping[str, bytes]) -> list[str]:
    """Return the links of a page that lead to no file of the site."""
    lost = []
    for link in re.findall(r'(?:href|src|action)="([^"#?:]+)[#?"]', page):
        to = posixpath.normpath(posixpath.join("/", posixpath.dirname(path), link)).lstrip("/")
        if to not in files and posixpath.join(to, "index.html") not in files:
            lost.append(link)
    return lost


def test_no_words_of_the_theme_have_a_default_noun_of_their_own() -> None:
    """Whether a page says them or not, all sentences have places for the nouns."""
    forms = {form for forms in WORDS.terms.values() for form in forms.values()}
    noun = re.compile(rf"(?<![\w-])(?:{'|'.join(forms - LETTERS)})(?![\w-])", re.I)
    said = {
        key: noun.sub("…", text)
        for key, text in WORDS.entries
        if not is_form(key) and noun.search(re.sub(r"\{[^}]*\}", "", text))
    }
    assert said.keys() == IDIOMS.keys()
    for key, idiom in IDIOMS.items():
        assert idiom in said[key]


# Addresses are for ever.


@pytest.fixture(scope="module")
def recorded_once(tmp_path_factory: pytest.TempPathFactory) -> SiteFolder:
    """Return the small site with its addresses in a ledger, and a cabinet for a council."""
    root = shutil.copytree(SITES / "small", tmp_path_factory.mktemp("recorded") / "small")
    site = SiteFolder(root)
    site.write("mkdocs.yml", CABINET)
    site.build()
    record(site.settings())
    return site


@pytest.fixture
def recorded(recorded_once: SiteFolder, tmp_path: Path) -> SiteFolder:
    """Return a copy of that, to change."""
    return copy_of(recorded_once, tmp_path / "recorded")


def problems_of(site: SiteFolder) -> tuple[Problem, ...]:
    before = site.files()
    with pytest.raises(ProblemsFound) as found:
        site.build()
    assert site.files() == before
    assert [one for one in site.problems() if one.level == "error"] == list(found.value.problems)
    return found.value.problems


def test_recorded_address_holds_when_the_term_gets_another(recorded: SiteFolder) -> None:
    """One problem tells which setting moves what, and the site stays as it was."""
    assert (recorded.root / "site" / "cabinet" / "2025-q1" / "index.html").is_file()
    recorded.edit("mkdocs.yml", "address: cabinet", "address: board")
    (problem,) = problems_of(recorded)
    assert (problem.path, problem.position.line) == ("mkdocs.yml", 8)
    assert "would move everything at /cabinet/ to /board/" in problem.what
    assert "Write `address: cabinet` under `council`" in problem.fix


def test_recorded_address_holds_when_the_terms_are_taken_out(recorded: SiteFolder) -> None:
    """The way back is told, though no setting says anything of it any more."""
    recorded.write("mkdocs.yml", CABINET.partition("plugins:")[0] + "plugins: [missions]\n")
    (problem,) = problems_of(recorded)
    assert "would move everything at /cabinet/ to /council/" in problem.what


@pytest.mark.usefixtures("built")
def test_recorded_address_holds_when_a_term_gets_its_first(site: SiteFolder) -> None:
    """A site that had the default is told to leave it."""
    record(site.settings())
    site.write("mkdocs.yml", CABINET)
    (problem,) = problems_of(site)
    assert "Take `address` out of `council`" in problem.fix


@pytest.mark.parametrize(
    ("name", "fix"),
    [
        ("barriers", "Take `address` out of `barrier` in the settings"),
        ("hurdles", "If `address: hurdles` stood under one of `terms`, put it back"),
    ],
)
def test_recorded_list_holds_though_nothing_is_in_it(
    recorded: SiteFolder, name: str, fix: str
) -> None:
    """Where no thing of a kind is recorded, its list may be, and the way back is told."""
    recorded.edit("mkdocs.yml", "mission:", "barrier: {address: obstacles}\n        mission:")
    (recorded.root / LEDGER).write_text(f"/{name}/\tpage\n", "utf-8")
    (problem,) = problems_of(recorded)
    assert problem.what == f"/{name}/ was published, and would be gone."
    assert problem.fix.startswith(fix)


def test_words_of_a_recorded_term_may_change(recorded: SiteFolder) -> None:
    """What is called a cabinet today may be called a board tomorrow, at the same address."""
    recorded.edit("mkdocs.yml", "one: cabinet", "one: board")
    recorded.build()
    assert "Board of January to March 2025" in recorded.page("cabinet/2025-q1/index.html")


def test_page_may_not_have_the_address_of_a_term(site: SiteFolder) -> None:
    """The file is named, as it is for every address of the site itself."""
    site.write("mkdocs.yml", CABINET)
    site.write("content/pages/cabinet.md", "---\ntitle: The cabinet\nsummary: S.\n---\nWords.\n")
    (problem,) = [one for one in site.problems() if one.rule == "shared-address"]
    assert problem.path == "content/pages/cabinet.md"
    assert "/cabinet/, which the site itself has already" in problem.what


# What authors are told.


def test_authors_are_told_with_the_terms_of_their_site(site: SiteFolder) -> None:
    """What they write, and what they wrote, is quoted as it is; a build says what a check does."""
    site.write("mkdocs.yml", CABINET)
    site.edit("content/case-studies/night-nurses.md", "mission: health", "mission: helth")
    (problem,) = [one for one in site.problems() if one.level == "error"]
    assert problem.what == '`mission` is "helth", which is not an aim.'
    assert problem.fix == 'Did you mean "health"? The aims are: clean-energy, health.'
    with pytest.raises(ProblemsFound) as found:
        site.build()
    assert problem in found.value.problems


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("a: a cabinet", "# left out", 7, "`terms.council` has no `a`"),
        ("mission: {one", "misson: {one", 12, "`terms.misson` is nothing that the words"),
        ("many: aims", "plural: aims", 12, "`terms.mission.plural` is no form"),
    ],
)
def test_term_that_the_words_do_not_know_stops_a_build(
    site: SiteFolder, old: str, new: str, line: int, what: str
) -> None:
    """A term is named at its line of the settings, and nothing is published."""
    site.write("mkdocs.yml", CABINET)
    site.edit("mkdocs.yml", old, new)
    problem = next(one for one in site.problems() if what in one.what)
    assert (problem.path, problem.position.line, problem.level) == ("mkdocs.yml", line, "error")
    with pytest.raises(ProblemsFound):
        site.build()
    assert not (site.root / "site").exists()
