"""A fault in a file of a theme is named with its line and its remedy, and nothing is published."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.build import ProblemsFound
from site_builder.settings import theme_folder
from tests.conftest import SiteFolder


def cut_a_tag(theme: Path) -> None:
    edit(theme / "layouts/home.html", "{% block main %}", "{% block main %}\n{% if %}")


def ask_for_nothing(theme: Path) -> None:
    edit(theme / "layouts/home.html", "{% block main %}", "{% block main %}\n{{ wombat.burrow }}")


def ask_in_a_component(theme: Path) -> None:
    macro = theme / "components/letters/template.html"
    lines = macro.read_text("utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("{% macro"))
    macro.write_text("\n".join([*lines[: at + 1], "{{ wombat.burrow }}", *lines[at + 1 :]]))


def include_nothing(theme: Path) -> None:
    new = '{% block main %}\n{% include "components/wombat/template.html" %}'
    edit(theme / "layouts/home.html", "{% block main %}", new)


def take_a_word_away(theme: Path) -> None:
    home = (theme / "words/en.yml").read_text("utf-8").split("\nhome:\n")[1]
    lead = home.split("  lead:")[1][:20]
    edit(theme / "words/en.yml", f"  lead:{lead}", f"  laed:{lead}")


def break_the_words(theme: Path) -> None:
    edit(theme / "words/en.yml", "\nsearch:\n", "\nsearch: [\n")


def write_it_in_another_alphabet(theme: Path) -> None:
    (theme / "layouts/home.html").write_bytes("é".encode("latin-1"))


def add_apples_and_pears(theme: Path) -> None:
    edit(theme / "layouts/home.html", "{% block main %}", '{% block main %}\n{{ 1 + "wombat" }}')


def include_itself(theme: Path) -> None:
    (theme / "layouts/home.html").write_text('{% include "layouts/home.html" %}', "utf-8")


def take_the_words_away(theme: Path) -> None:
    shutil.rmtree(theme / "words")


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


FAULTS: dict[str, tuple[Callable[[Path], None], str, str]] = {
    "a tag that is cut": (cut_a_tag, "layouts/home.html", "The template can not be read"),
    "a name that is not given": (ask_for_nothing, "layouts/home.html", "'wombat' is undefined"),
    "a name in a component": (
        ask_in_a_component,
        "components/letters/template.html",
        "'wombat' is undefined",
    ),
    "a file that is not there": (include_nothing, "layouts/home.html", "“components/wombat/"),
    "a word that is missing": (take_a_word_away, "words/en.yml", "The words have no `home.lead`"),
    "words that are no YAML": (break_the_words, "words/en.yml", ""),
    "another alphabet": (write_it_in_another_alphabet, "layouts/home.html", "is not in UTF-8"),
    "a sum of words": (add_apples_and_pears, "layouts/home.html", "can not be filled in"),
    "a file within itself": (include_itself, "layouts/home.html", "leads back to itself"),
    "no words at all": (take_the_words_away, "words", "There are no words here"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_fault_of_a_theme_is_named_where_it_is(site: SiteFolder, name: str) -> None:
    """Each fault is one problem, in its file, with the line as it is written."""
    change, path, words = FAULTS[name]
    shutil.copytree(theme_folder(), site.root / "mine")
    site.edit("mkdocs.yml", "theme: civic", "theme: {name: null, custom_dir: mine}")
    change(site.root / "mine")
    with pytest.raises(ProblemsFound) as found:
        site.build()
    (problem,) = found.value.problems
    assert problem.path == f"mine/{path}"
    assert words in problem.what
    assert problem.fix
    file = site.root / problem.path
    lines = file.read_text("utf-8", "replace").splitlines() if file.is_file() else [""]
    line = lines[problem.position.line - 1]
    assert problem.excerpt == line
    if "wombat" in words:
        assert "wombat" in line
    assert not (site.root / "site").exists()
