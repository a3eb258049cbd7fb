"""Nothing is lost: text that is cut, covered, outside or stuck at its size is found."""

import pytest

from tests.browser.conftest import Show
from tests.browser.loss import lost_text, lost_with_doubled_text, lost_with_spacing

pytestmark = pytest.mark.browser

SOUND = """<h2>A heading of some length that takes two lines on a phone</h2>
<p>Words with <a href=/x>a link</a>, <strong>strong ones</strong> and H<sub>2</sub>O.</p>
<ul><li>One</li><li>Two</li></ul><p style="position:absolute;clip-path:inset(50%)">Aside</p>"""


def test_sound_text_is_not_lost_in_any_way(show: Show) -> None:
    """Plain text wraps, grows and spreads out without a loss."""
    page = show(SOUND, "h2 { line-height: 1.1 }")
    assert lost_text(page) == []
    assert lost_with_spacing(page) == []
    assert lost_with_doubled_text(page) == []


@pytest.mark.parametrize(
    ("css", "fault"),
    [
        ("p { width: 5rem; overflow: hidden; white-space: nowrap }", "is cut by p"),
        ("p { height: 1.2em; overflow: clip }", "is cut by p"),
        ("main { overflow-wrap: normal } p { white-space: nowrap }",
         "is partly outside the window"),
        ("p { margin-inline-start: -2rem }", "is partly outside the window"),
        ("p + p { margin-block-start: -2.6rem }", "overlaps main#main > p “One two three”"),
        ("p { line-height: .5 }",
         "overlaps main#main > p “Enough words to take more lines than one”"),
    ],
)  # fmt: skip
def test_broken_text_is_found_with_its_fault(show: Show, css: str, fault: str) -> None:
    """Text that can not be read is found without anything being changed."""
    page = show(
        "<p>One two three</p><p>Enough words to take more lines than one on a phone</p>", css
    )
    assert fault in {finding.fault for finding in lost_text(page)}


def test_letters_in_a_drawing_beyond_its_edge_are_cut(show: Show) -> None:
    """A drawing cuts what does not fit in it."""
    page = show("<svg width=100 height=40><text x=60 y=20>A long label</text></svg>")
    assert [finding.fault for finding in lost_text(page)] == ["is cut by svg"]


def test_box_of_fixed_height_loses_text_only_when_it_is_spaced(show: Show) -> None:
    """The spacing of WCAG 1.4.12 is really there: it pushes text out of a box it just fitted."""
    page = show("<p>Words that take two lines at most</p>",
                "p { height: 2rem; overflow: hidden; width: 12rem; line-height: 1 }")  # fmt: skip
    assert lost_text(page) == []
    assert [finding.fault for finding in lost_with_spacing(page)] == ["is cut by p"]
    assert lost_text(page) == []


def test_text_that_goes_when_spaced_is_found(show: Show) -> None:
    """A container that hides its text when it grows loses it."""
    page = show("<div><p>Here</p></div>",
                "div { container-type: size; height: 1lh; letter-spacing: 0; width: max-content;"
                " contain-intrinsic-inline-size: 9ch; line-height: 1 }"
                "@container (min-height: 20px) { p { display: none } }")  # fmt: skip
    assert [finding.fault for finding in lost_with_spacing(page)] == ["is no longer shown"]


def test_box_of_fixed_width_loses_text_only_when_it_is_doubled(show: Show) -> None:
    """Text of twice the size no longer fits in a box measured in pixels."""
    page = show("<p>Fourteen signs</p>", "p { height: 30px; width: 150px; overflow: hidden }")
    assert lost_text(page) == []
    assert [finding.fault for finding in lost_with_doubled_text(page)] == ["is cut by p"]
    assert lost_text(page) == []


def test_large_heading_may_grow_by_less_than_the_rest(show: Show) -> None:
    """A heading that is larger than all other text is also measured by the window."""
    page = show("<h2>A</h2>", "h2 { font-size: calc(2rem + 20px) }")
    assert lost_with_doubled_text(page) == []


@pytest.mark.parametrize("css", ["p { font-size: 16px }", "p { font-size: 60px }",
                                 "p { font-size: calc(.5rem + 8px) }"])  # fmt: skip
def test_text_in_pixels_does_not_grow(show: Show, css: str) -> None:
    """A size in pixels keeps text as it is whatever the reader asks for."""
    page = show("<p>Words</p>", css)
    assert [str(finding) for finding in lost_with_doubled_text(page)] == [
        "main#main > p “Words”: does not grow with the reader's text size"
    ]


def test_size_doubled_reaches_media_queries(show: Show) -> None:
    """Queries in rem see the larger text, as they do when a reader sets it."""
    page = show("<p>Words</p>", "@media (max-width: 12rem) { p { font-size: 9px } }")
    assert len(lost_with_doubled_text(page)) == 1
