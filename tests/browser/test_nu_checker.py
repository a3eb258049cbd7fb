"""The Nu HTML checker finds what is wrong in a page, and nothing in the sites' pages."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.browser.host import Served
from tests.browser.nu_checker import ACCEPTED, faults_in

JAVA = shutil.which("java")
pytestmark = pytest.mark.skipif(JAVA is None, reason="the Nu HTML checker needs Java; CI has it")

PAGE = "<!doctype html>\n<html lang=en>\n<title>A page</title>\n<h1>A page</h1>\n{}\n"


def faults(folder: Path, html: str, accepted: Mapping[str, str] = ACCEPTED) -> list[str]:
    (folder / "index.html").write_text(PAGE.format(html))
    assert JAVA
    return list(faults_in(folder, JAVA, accepted))


def test_checker_on_a_sound_page_finds_nothing(tmp_path: Path) -> None:
    """A plain page passes."""
    assert faults(tmp_path, "<p>Words</p>") == []


def test_checker_finds_an_error_and_says_where(tmp_path: Path) -> None:
    """An element that must not be there is named with its file and line."""
    (found,) = faults(tmp_path, "<p><ul></ul>")[:1] or [""]
    assert faults(tmp_path, "<b><p>Words</p></b>")[0].startswith("/index.html:5: error: Element “p”")
    assert found == ""


def test_checker_finds_a_warning(tmp_path: Path) -> None:
    """Warnings count as errors do."""
    assert "warning" in faults(tmp_path, "<section><p>No heading</p></section>")[0]


def test_checker_accepts_a_message_by_its_exact_text_alone(tmp_path: Path) -> None:
    """A message that is accepted hides no other."""
    html = "<section><p>No heading</p></section><b><p>Words</p></b>"
    _, _, message = faults(tmp_path, html)[0].split(": ", 2)
    assert len(faults(tmp_path, html)) == 2
    assert len(faults(tmp_path, html, {message: "a reason"})) == 1
    assert len(faults(tmp_path, html, {message[:-1]: "a reason"})) == 2


@pytest.mark.browser
def test_checker_on_every_page_of_every_site_finds_nothing(sites: Mapping[str, Served]) -> None:
    """No error and no warning in any page."""
    assert JAVA
    found = [f"{name}{fault}" for name, site in sites.items() for fault in faults_in(site.folder, JAVA)]
    assert found == []
