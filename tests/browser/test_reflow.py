"""Reflow: what is wider than the window is found, what fits is not."""

import pytest

from tests.browser.conftest import Show
from tests.browser.reflow import too_wide

pytestmark = pytest.mark.browser


def test_reflow_of_a_page_that_fits_finds_nothing(show: Show) -> None:
    """Words wrap, and a drawing may have shapes beyond its own edge."""
    svg = "<svg viewBox='0 0 9 9' width=90><circle r=400 /></svg>"
    assert too_wide(show(f"<p>{'words ' * 99}</p>{svg}")) == []


def test_reflow_of_a_long_word_finds_the_page_that_scrolls(show: Show) -> None:
    """A word that can not be broken makes the whole page scroll sideways."""
    found = too_wide(show(f"<p>{'w' * 99}</p>"))
    assert [finding.element for finding in found] == ["the page"]


def test_reflow_of_a_wide_box_names_it(show: Show) -> None:
    """A box of a fixed width is named, though what holds it hides that the page is wider."""
    found = too_wide(show("<div style='overflow:hidden'><div class=wide>x</div></div>",
                          ".wide { width: 900px }"))  # fmt: skip
    assert [str(finding) for finding in found] == [
        "main#main > div > div.wide “x”: reaches beyond the right edge"
    ]
