"""The pattern pages: every component is whole, and every macro has an example that renders."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from markupsafe import escape

from site_builder.build import build
from site_builder.doors.patterns import build_patterns
from site_builder.read.theme.examples import FILES, read_components
from site_builder.settings import theme_folder
from tests.conftest import SiteFolder

COMPONENTS = theme_folder() / "components"
NAMES = sorted(folder.name for folder in COMPONENTS.iterdir())


@pytest.fixture(scope="module")
def patterns(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_patterns(tmp_path_factory.mktemp("patterns") / "patterns")


@pytest.mark.parametrize("name", NAMES)
def test_component_has_the_same_files_as_every_other(name: str) -> None:
    """Whoever knows one component knows where everything of another is; scripts are an extra."""
    extra = {".js"}
    files = {path.name for path in (COMPONENTS / name).iterdir() if path.suffix not in extra}
    assert files == set(FILES)


@pytest.mark.parametrize("name", NAMES)
def test_readme_of_component_is_one_sentence(name: str) -> None:
    """What a component is for can be said in a line."""
    text = (COMPONENTS / name / "README.md").read_text("utf-8")
    assert re.fullmatch(r"[A-Z][^\n]+\.\n", text)


def macros_of(name: str) -> Iterator[str]:
    """Yield the macros that templates outside a component's own folder import from it."""
    theme = theme_folder()
    use = re.compile(rf'from "components/{name}/template.html" import ([\w, ]+)')
    for path in (*theme.glob("layouts/*"), *theme.glob("components/*/template.html")):
        if path.parent.name != name:
            for names in use.findall(path.read_text("utf-8")):
                yield from (part.split(" as ")[0].strip() for part in names.split(","))


@pytest.mark.parametrize("name", NAMES)
def test_macro_that_layouts_use_has_an_example(name: str) -> None:
    """What is on a page is on a pattern page, by itself or inside another macro's example."""
    (component,) = (one for one in read_components(theme_folder()) if one.name == name)
    text = (COMPONENTS / name / "template.html").read_text("utf-8")
    shown = {example.macro for example in component.examples}
    shown |= {macro for one in component.examples for macro in re.findall(r"\w+", one.caller or "")}
    called = {macro for macro in macros_of(name) if f"{{{{ {macro}(" in text}
    assert set(macros_of(name)) <= shown | called


def test_every_example_stands_on_a_page(patterns: Path) -> None:
    """No example is left out: each is named on one page, or is a page."""
    pages = "".join(path.read_text("utf-8") for path in patterns.rglob("*.html"))
    for component in read_components(theme_folder()):
        for example in component.examples:
            assert example.is_page or f"<h2>{escape(example.name)}</h2>" in pages, example.name
        assert f"{component.name}" in pages


def test_example_that_does_not_fit_its_macro_stops(tmp_path: Path) -> None:
    """An example that lacks a value is an error, not an empty place."""
    theme = shutil.copytree(theme_folder(), tmp_path / "theme")
    examples = theme / "components" / "pager" / "examples.yml"
    examples.write_text(examples.read_text("utf-8").replace("newer: page/1/, ", ""), "utf-8")
    with pytest.raises(Exception, match="newer"):
        build_patterns(tmp_path / "patterns", theme)


def test_pattern_pages_are_in_no_published_site(site: SiteFolder) -> None:
    """They are for those who work on the theme."""
    build(site.settings())
    assert not any("pattern" in name for name in site.files())
