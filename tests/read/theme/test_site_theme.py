"""Files of a site's own over those of the theme: file by file, and checked before any page."""

import re
import shutil
from pathlib import Path

import pytest

from site_builder.build import ProblemsFound
from site_builder.read.theme.site_theme import read_site_theme
from site_builder.read.theme.terms import OwnTerms
from site_builder.read.theme.words import Words
from site_builder.settings import SettingsError, theme_folder
from tests.conftest import SiteFolder


def styles_of(site: SiteFolder) -> str:
    (name,) = (one for one in site.files() if re.fullmatch(r"assets/civic-\w+\.css", one))
    return site.page(name)


@pytest.fixture
def own(site: SiteFolder) -> SiteFolder:
    """The small site with a folder over the theme, which is empty."""
    site.edit("mkdocs.yml", "theme: civic", "theme: {name: civic, custom_dir: own}")
    (site.root / "own").mkdir()
    return site


def test_each_kind_of_file_takes_the_place_of_the_themes(own: SiteFolder) -> None:
    """A layout that extends the one it replaces, a component, styles and a word, in one build."""
    own.build()
    before = own.files()
    layout = '{% extends "civic:layouts/page.html" %}{% block main %}<p>Ours</p>{{ super() }}'
    own.write("own/layouts/page.html", layout + "{% endblock %}")
    own.write(
        "own/components/footer/template.html", "{% macro footer(site, page) %}Foot{% endmacro %}"
    )
    own.write("own/extra.css", ".of-our-own{color:#123456}")
    own.write("own/components/pager/style.css", ".pager-of-ours{color:#654321}")
    own.edit("mkdocs.yml", "[missions]", "[{missions: {words: words.yml}}]")
    own.write("words.yml", "sections: {home: Start}\n")
    own.build()
    page = own.page("about/index.html")
    assert "<p>Ours</p><h1>" in page
    assert "Foot" in page
    assert ">Start</a>" in own.page("missions/index.html")
    text = styles_of(own)
    assert text.index(".pager-of-ours") < text.index(".of-our-own")
    shutil.rmtree(own.root / "own")
    (own.root / "own").mkdir()
    own.write("words.yml", "")
    own.build()
    assert own.files() == before


def test_nothing_over_the_theme_is_the_theme(site: SiteFolder) -> None:
    """An empty folder changes no byte."""
    site.build()
    before = site.files()
    site.edit("mkdocs.yml", "theme: civic", "theme: {name: civic, custom_dir: own}")
    (site.root / "own").mkdir()
    site.build()
    assert site.files() == before


FAULTS = {
    "layouts/page.html": (
        "<p>\n{% block main %}",
        ("own/layouts/page.html", 2, "The template can not be read"),
    ),
    "components/x/template.html": (
        '\n\n{% include "components/carb/template.html" %}',
        ("own/components/x/template.html", 3, 'Did you mean "components/card/template.html"?'),
    ),
    "layouts/home.html": (
        '{% extends "civic:layouts/hom.html" %}',
        ("own/layouts/home.html", 1, 'Did you mean "civic:layouts/home.html"?'),
    ),
    "words/cy.yml": (
        "sections: {home: Cartref}",
        ("own/words/cy.yml", 1, "A language is a whole file"),
    ),
}


def test_every_fault_is_named_by_the_check_with_its_line(own: SiteFolder) -> None:
    """Templates that no page needs, too; and nothing is published."""
    own.edit("mkdocs.yml", "[missions]", "[{missions: {language: cy, words: words.yml}}]")
    own.write("words.yml", "sections: {hom: Start}\n")
    for name, (text, _) in FAULTS.items():
        own.write(f"own/{name}", text)
    problems = own.problems()
    told = {(one.path, one.position.line): f"{one.what} {one.fix}" for one in problems}
    for path, line, words in (told for _, told in FAULTS.values()):
        assert words in told[path, line]
    assert ("words.yml", 1) in told
    assert len(problems) == 5
    with pytest.raises(ProblemsFound) as found:
        own.build()
    assert found.value.problems == problems
    assert not (own.root / "site").exists()


def test_fault_while_a_page_is_made_is_named_in_the_file_of_the_site(own: SiteFolder) -> None:
    """The site's file is named where it has one, and the theme's where it has none."""
    own.write(
        "own/layouts/page.html",
        '{% extends "civic:layouts/page.html" %}\n{% block main %}{{ wombat }}{% endblock %}',
    )
    with pytest.raises(ProblemsFound) as found:
        own.build()
    (problem,) = found.value.problems
    assert (problem.path, problem.position.line) == ("own/layouts/page.html", 2)
    assert "wombat" in problem.what


@pytest.mark.parametrize("language", ["cy", "fr-CA", "zh-Hans"])
def test_language_that_the_theme_has_no_words_in_is_refused(
    site: SiteFolder, language: str
) -> None:
    """An English page is never marked as Welsh."""
    site.edit("mkdocs.yml", "[missions]", f"[{{missions: {{language: {language}}}}}]")
    with pytest.raises(SettingsError) as refused:
        site.settings()
    (problem,) = refused.value.problems
    assert language in problem.excerpt
    assert "It has en; to add one" in problem.fix


def test_language_of_a_sites_own_decides_the_direction(own: SiteFolder) -> None:
    """A whole file of words is a language; Urdu is read from right to left."""
    english = (theme_folder() / "words" / "en.yml").read_text("utf-8")
    own.write("own/words/ur.yml", english)
    own.edit("mkdocs.yml", "[missions]", "[{missions: {language: ur-PK}}]")
    assert own.problems() == ()
    own.build()
    assert '<html lang="ur-PK" dir="rtl">' in own.page("index.html")


def test_whole_theme_of_a_sites_own_stays_whole(site: SiteFolder, tmp_path: Path) -> None:
    """With `name: null` nothing of civic comes back that the site left out."""
    shutil.copytree(theme_folder(), site.root / "own")
    (site.root / "own" / "components" / "pager" / "style.css").unlink()
    site.edit("mkdocs.yml", "theme: civic", "theme: {name: null, custom_dir: own}")
    site.build()
    assert ".pager" not in styles_of(site)


WELSH = """\
terms:
  mission: {un: cenhadaeth, lluosog: cenadaethau}
sections:
  mission: "{Mission.lluosog}"
  case_study: "Straeon {council.un}"
"""


def test_language_has_terms_in_the_forms_that_its_sentences_need(tmp_path: Path) -> None:
    """What English has a form for is no matter; a form that no term has is named."""
    (tmp_path / "words").mkdir()
    (tmp_path / "words/cy.yml").write_text(WELSH, "utf-8")
    own = OwnTerms({"mission": {"un": "blaenoriaeth", "lluosog": "blaenoriaethau"}})
    theme, problems = read_site_theme(theme_folder(), tmp_path, "cy", on_top=tmp_path, terms=own)
    form, lacking = problems
    assert (form.path, form.position.line) == ("words/cy.yml", 5)
    assert "{council.un}" in form.what
    assert "terms." not in lacking.what
    entries = dict(theme.words.entries)
    del entries["sections.case_study"]
    assert Words(tuple(entries.items())).say("sections.mission") == "Blaenoriaethau"
