"""The Nu HTML checker finds what is wrong in a page, and nothing in the sites' pages."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.browser.host import Served
from tests.browser.nu_checker import Message, faults, messages

JAVA = shutil.which("java")
pytestmark = pytest.mark.skipif(JAVA is None, reason="the Nu HTML checker needs Java; CI has it")

PAGE = "<!doctype html>\n<html lang=en>\n<title>A page</title>\n<h1>A page</h1>\n{}\n"
PAGES = {
    "sound": "<p>Words</p>",
    "error": "<b><p>Words</p></b>",
    "warning": "<section><p>No heading</p></section>",
}


OWN = {f"{name}.html" for name in PAGES}


def _name(message: Message) -> str:
    return Path(message.file).name


@pytest.fixture(scope="module")
def everything_said(
    tmp_path_factory: pytest.TempPathFactory, sites: Mapping[str, Served]
) -> list[Message]:
    """Start the checker once, for three pages in folders of their own and for every site."""
    folders = [tmp_path_factory.mktemp(name) for name in PAGES]
    for folder, (name, html) in zip(folders, PAGES.items(), strict=True):
        (folder / f"{name}.html").write_text(PAGE.format(html))
    assert JAVA
    return messages([*folders, *(site.folder for site in sites.values())], JAVA)


@pytest.fixture(scope="module")
def said(everything_said: list[Message]) -> list[Message]:
    """Return what is said of the three pages."""
    return [one for one in everything_said if _name(one) in OWN]


def test_checker_speaks_of_errors_and_warnings_and_of_no_sound_page(said: list[Message]) -> None:
    """Each fault comes with its file and line; a page without one is not spoken of."""
    places = [(_name(one), one.line, one.kind) for one in said]
    assert sorted(places) == [("error.html", 5, "error"), ("warning.html", 5, "warning")]


def test_message_is_accepted_by_its_exact_text_alone(said: list[Message]) -> None:
    """A message that is accepted hides no other, and a part of its text is not enough."""
    first, second = said
    assert faults(said, {first.text: "a reason"}) == (second,)
    assert faults(said, {first.text[:-1]: "a reason"}) == (first, second)


@pytest.mark.browser
def test_checker_finds_nothing_in_any_page_of_any_site(
    everything_said: list[Message], sites: Mapping[str, Served]
) -> None:
    """No error and no warning."""
    names = {file.name for site in sites.values() for file in site.folder.rglob("*.html")}
    assert names.isdisjoint(OWN)
    found = faults(one for one in everything_said if _name(one) not in OWN)
    assert found == (), "\n".join(map(str, found))
