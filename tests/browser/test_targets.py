"""Targets: small ones that are close together are found, and each excuse of WCAG is known."""

import pytest

from tests.browser.conftest import Show
from tests.browser.targets import too_small

pytestmark = pytest.mark.browser

CSS = """
ul { list-style: none; padding: 0; margin: 0 }
li { display: block; height: 18px; line-height: 18px; font-size: 12px }
.apart li { height: 30px }
.small { display: inline-block; width: 12px; height: 12px; padding: 0; border: 0; font-size: 0 }
.large { display: inline-block; width: 60px; height: 24px; line-height: 24px }
"""
DOT, OTHER = "<button class=small>x</button>", "<button class=small>y</button>"


@pytest.mark.parametrize(
    "html",
    [
        "<p>Words with <a href=/1>a link</a> and <a href=/2>another</a>.</p>",
        "<ul><li>Words: <em><a href=/1>a</a></em></li><li>Words: <a href=/2>b</a></li></ul>",
        "<ul class=apart><li><a href=/1>One</a></li><li><a href=/2>Two</a></li></ul>",
        "<a class=large href=/1>One</a><a class=large href=/2>Two</a>",
        f"<div style='margin:12px'>{DOT}</div>",
        f"{DOT}<span style='display:inline-block;width:12px'></span>{DOT}",
        "<label style='display:inline-block;line-height:24px'><input type=checkbox> Words</label>",
    ],
)
def test_targets_that_are_large_or_excused_are_no_finding(show: Show, html: str) -> None:
    """Links in sentences, targets with space around them and large ones are as WCAG wants them."""
    assert too_small(show(html, CSS)) == []


@pytest.mark.parametrize(
    ("html", "count"),
    [
        ("<ul><li><a href=/1>One</a></li><li><a href=/2>Two</a></li></ul>", 2),
        ("<ul><li><a href=/1>One</a></li><li>· <a href=/2>Two</a></li></ul>", 2),
        ("<p><b>Words</b></p><ul><li><a href=/1>One</a><br><a href=/2>Two</a></li></ul>", 2),
        (f"{DOT}{OTHER}", 2),
        (f"<a class=large href=/1>One</a>{DOT}", 1),
        (f"{DOT}<span style='display:inline-block;width:11px'></span>{OTHER}", 2),
    ],
)
def test_targets_that_are_small_and_close_are_found(show: Show, html: str, count: int) -> None:
    """The distance that WCAG asks for is kept to the pixel."""
    assert len(too_small(show(html, CSS))) == count


def test_target_that_is_found_is_named_with_its_size_and_neighbour(show: Show) -> None:
    """The message says what to enlarge and what to move it away from."""
    first = str(too_small(show(f"<p>{DOT}{OTHER}</p>", CSS))[0])
    assert first == (
        "main#main > p > button.small “x”: is 12.0 × 12.0 px and near main#main > p > "
        "button.small “y”"
    )
