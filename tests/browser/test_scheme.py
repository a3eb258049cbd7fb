"""The dark scheme: what is moved, resized or hidden by it is found."""

import pytest

from tests.browser.conftest import Show
from tests.browser.scheme import moved_in_the_dark

pytestmark = pytest.mark.browser

DARK = "@media (prefers-color-scheme: dark) {{ p {{ {} }} }}"


def test_scheme_that_changes_colours_alone_is_no_finding(show: Show) -> None:
    """Colours may be any in the dark."""
    assert moved_in_the_dark(show("<p>Words</p>", DARK.format("color: red"))) == []


@pytest.mark.parametrize(
    "css", ["display: none", "visibility: hidden", "margin-inline-start: 1px", "font-size: 2rem"]
)
def test_scheme_that_changes_more_is_found(show: Show, css: str) -> None:
    """A page has the same parts in the same places in both schemes."""
    found = moved_in_the_dark(show("<p>Words</p>", DARK.format(css)))
    assert "main#main > p “Words”: is elsewhere in the dark" in map(str, found)
