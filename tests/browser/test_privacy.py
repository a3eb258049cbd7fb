"""Nothing spies: pages ask no other site, keep nothing, and let in nothing but the site."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.host import served
from tests.browser.pages import pages_of
from tests.browser.privacy import (
    Visit,
    policy_faults,
    read,
    strangers,
    traces,
    watching_context,
)
from tests.browser.window import Window

pytestmark = pytest.mark.browser

STRICT = (
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
    "style-src 'self'; base-uri 'none'; form-action 'none'\">"
)
Fault = Callable[[Visit], Iterable[str]]
FAULTS: Mapping[str, Fault] = {
    "other sites": strangers,
    "traces": traces,
    "policy": policy_faults,
    "complaints": lambda visit: visit.complaints,
}


@pytest.fixture(scope="module")
def watching(browser: Browser) -> Iterator[Window]:
    context = watching_context(browser)
    yield Window(context.new_page())
    context.close()


@pytest.fixture
def visit(watching: Window, tmp_path: Path) -> Iterator[Callable[[str], Visit]]:
    """Return a function that reads a page made of a head and a body."""

    def visited(html: str) -> Visit:
        (tmp_path / "index.html").write_text(f"<!doctype html><title>A page</title>{html}")
        (page,) = pages_of(site)
        return read(watching, page)

    with served(tmp_path) as site:
        yield visited


def test_visit_to_a_sound_page_finds_nothing(visit: Callable[[str], Visit]) -> None:
    """A page with a strict policy, an icon in its address and data for machines is in order."""
    seen = visit(f"{STRICT}<script type='application/ld+json'>{{}}</script><p>Words</p>")
    assert [found for fault in FAULTS.values() for found in fault(seen)] == []


def test_visit_notes_a_request_to_another_site(visit: Callable[[str], Visit]) -> None:
    """A picture from elsewhere is asked for, and does not come."""
    seen = visit("<img src='https://example.org/dot.gif' alt=''>")
    assert list(strangers(seen)) == ["asks https://example.org/dot.gif"]
    assert any("example.org" in complaint for complaint in seen.complaints)


@pytest.mark.parametrize(
    ("script", "trace"),
    [
        ("localStorage.setItem('a', 'b')", "touches localStorage"),
        ("sessionStorage.length", "touches sessionStorage"),
        ("indexedDB.databases()", "touches indexedDB"),
        ("document.cookie = 'seen=1'", "sets the cookie seen"),
        ("document.cookie", "touches cookie"),
    ],
)
def test_visit_notes_what_is_kept(visit: Callable[[str], Visit], script: str, trace: str) -> None:
    """Each place to keep something in is watched."""
    assert trace in list(traces(visit(f"<script>{script}</script>")))


def test_visit_notes_what_the_policy_held_off(visit: Callable[[str], Visit]) -> None:
    """A style on an element goes against a strict policy."""
    seen = visit(f"{STRICT}<p style='color:red'>Words</p>")
    assert list(policy_faults(seen)) == ["style-src-attr held off inline"]
    assert len(seen.complaints) == 1


@pytest.mark.parametrize("html", ["", f"<style>p {{}}</style>{STRICT}"])
def test_visit_notes_a_policy_that_is_missing_or_late(
    visit: Callable[[str], Visit], html: str
) -> None:
    """A policy rules only what comes after it."""
    assert "has no policy before its first style or script" in list(policy_faults(visit(html)))


def test_visit_notes_a_loose_policy(visit: Callable[[str], Visit]) -> None:
    """What a policy lets in is read too."""
    seen = visit(STRICT.replace("'none'", "*", 1))
    assert "default-src is not closed" in list(policy_faults(seen))


def test_visit_notes_errors_in_the_console(visit: Callable[[str], Visit]) -> None:
    """An error of a script and a file that is missing are complaints."""
    assert visit("<script>nothing.here</script>").complaints
    assert visit("<img src=missing.png alt=''>").complaints
