"""The keyboard: traps, detours, dead ends and covered stops are found."""

import pytest

from tests.browser.conftest import Show
from tests.browser.keyboard import lost_keyboard, lost_skip_link, walk

pytestmark = pytest.mark.browser

LINKS = "<p><a href=/1>One</a> <a href=/2>Two</a> <a href=/3>Three</a></p>"
DEEP = "<div style='height:3000px'></div>"


def test_keyboard_on_a_sound_page_reaches_all_and_leaves(show: Show) -> None:
    """Each control is one stop, also far down the page and a second time."""
    page = show(f"{LINKS}{DEEP}<button>End</button>")
    walked = walk(page)
    assert [stop["number"] for stop in walked.stops] == [0, 1, 2, 3, 4, 5]
    assert walked.has_end
    assert lost_keyboard(page) == []


def test_region_that_scrolls_may_be_a_stop_of_its_own(show: Show) -> None:
    """Browsers let the keyboard scroll a region; that is no detour."""
    page = show(f"<div style='overflow:auto;height:50px'><p>{'words ' * 99}</p></div>{LINKS}")
    assert lost_keyboard(page) == []


@pytest.mark.parametrize(
    ("html", "finding"),
    [
        (LINKS.replace("/2", "/2 tabindex=1"),
         "p > a “Two”: has a place of its own in the order of Tab"),
        ("<span role=button>Press</span>", "span “Press”: is never reached by Tab"),
        ("<a href=/x onkeydown='event.preventDefault()'>Stuck</a><a href=/y>After</a>",
         "a “Stuck”: does not let the keyboard leave the page"),
        (f"<div style='position:fixed;inset:0 0 auto;height:99px;background:#ddd'></div>{LINKS}",
         "header > nav > a “Home”: is covered while it has focus"),
        (f"{DEEP}{LINKS}<div style='position:fixed;inset:auto 0 0;height:50%'></div>{DEEP}",
         "p > a “One”: is covered while it has focus"),
    ],
)  # fmt: skip
def test_keyboard_on_a_broken_page_finds_the_fault(show: Show, html: str, finding: str) -> None:
    """What the keyboard can not do is named with the control it happens at."""
    found = {str(one).removeprefix("main#main > ") for one in lost_keyboard(show(html))}
    assert finding in found


def test_trap_between_two_controls_is_found(show: Show) -> None:
    """A loop through a few controls never reaches the others."""
    page = show("<a href=/1 id=a>One</a> <a href=/2 onfocus='this.onkeydown = event => {"
                " event.preventDefault(); a.focus(); }'>Two</a> <a href=/3>Three</a>")  # fmt: skip
    faults = {finding.fault for finding in lost_keyboard(page)}
    assert {"is never reached by Tab", "does not let the keyboard leave the page"} <= faults


def test_skip_link_that_works_is_no_finding(show: Show) -> None:
    """It is first, seen, large, and takes the keyboard to the content."""
    page = show(LINKS)
    assert lost_skip_link(page) == []
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "One"


@pytest.mark.parametrize(
    ("css", "old", "new", "fault"),
    [
        (".skip:focus { inset-inline-start: -99rem }", "", "", "is not in view while it has focus"),
        (".skip { padding: 0; font-size: 10px }", "", "", "is smaller than 24 px"),
        ("", "#main", "#nowhere", "does not lead to a place on the page"),
        ("", "#main", "/home", "does not lead to a place on the page"),
        ("", 'tabindex="-1"', "", "does not take the keyboard to where it leads"),
        ("", "<header>", "<header><b tabindex=1>x</b>", "is not the first control of the page"),
    ],
)
def test_skip_link_that_is_broken_is_found(
    show: Show, css: str, old: str, new: str, fault: str
) -> None:
    """A link that is not seen or leads nowhere skips nothing."""
    page = show("", css)
    page.set_content(page.content().replace(old, new) if old else page.content())
    assert fault in {finding.fault for finding in lost_skip_link(page)}
