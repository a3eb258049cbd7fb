"""Focus: an outline that is missing, thin, pale, cut or unseen is found."""

import pytest

from tests.browser.conftest import Show
from tests.browser.focus import unseen_focus, unseen_focus_in_forced_colours

pytestmark = pytest.mark.browser

LINK = "<p><a href=/x>Link</a></p>"


def test_focus_with_a_painted_outline_is_seen_in_every_scheme(show: Show) -> None:
    """The sound page passes in light and dark, and where the system sets the colours."""
    page = show(LINK)
    assert unseen_focus(page) == []
    assert unseen_focus_in_forced_colours(page) == []
    page.emulate_media(color_scheme="dark")
    assert unseen_focus(page) == []


def test_focus_with_the_browsers_own_ring_is_seen(show: Show) -> None:
    """The ring that browsers draw stands out by itself."""
    assert unseen_focus(show(LINK, ":focus-visible { outline: revert }")) == []


@pytest.mark.parametrize(
    ("css", "fault"),
    [
        ("a:focus-visible { outline: none }", "has no outline when it has focus"),
        ("a:focus-visible { outline-width: 1px }", "has an outline of only 1px"),
        ("a:focus-visible { outline-color: #eee }", "has an outline with a contrast of 1.16"),
        ("a:focus-visible { outline-color: transparent }",
         "has an outline with a contrast of 1.00"),
        ("a { opacity: 0 }", "is not seen with focus"),
        ("p { overflow: hidden }", "has an outline that is cut by p"),
        ("a { background: #000 } a:focus-visible { outline-offset: -3px }",
         "has an outline with a contrast of 1.00"),
    ],
)  # fmt: skip
def test_focus_that_is_not_seen_is_found(show: Show, css: str, fault: str) -> None:
    """Each way to hide the outline of a link is reported for that link."""
    found = unseen_focus(show(LINK, css.replace("a:", "p a:").replace("a {", "p a {")))
    assert [str(finding) for finding in found] == [f"main#main > p > a “Link”: {fault}"]


def test_focus_shown_by_a_shadow_is_lost_in_forced_colours(show: Show) -> None:
    """Systems that set the colours drop shadows; only an outline stays."""
    css = "p a:focus-visible { outline: none; box-shadow: 0 0 0 3px #000 }"
    found = unseen_focus_in_forced_colours(show(LINK, css))
    assert [finding.fault for finding in found] == ["has no outline when it has focus"]
    assert not show().evaluate("matchMedia('(forced-colors: active)').matches")
