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
    line = (site.root / problem.path).read_text("utf-8").splitlines()[problem.position.line - 1]
    assert problem.excerpt == line
    if "wombat" in words:
        assert "wombat" in line
    assert not (site.root / "site").exists()
