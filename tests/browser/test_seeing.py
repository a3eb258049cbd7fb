"""What the checks see: text that is read, colours as painted, controls as the keyboard has them."""

from typing import Any

import pytest

from tests.browser.conftest import Show

pytestmark = pytest.mark.browser


def test_texts_leave_out_what_nobody_sees(show: Show) -> None:
    """Hidden text, text for screen readers alone and closed details are no text that is seen."""
    page = show(
        "<p>Seen</p><p hidden>No</p><p style='visibility:hidden'>No</p><p style='opacity:0'>No</p>"
        "<p style='position:absolute;clip-path:inset(50%)'>No</p>"
        "<p style='position:absolute;width:1px;height:1px;overflow:hidden'>No</p>"
        "<details><summary>More</summary>No</details><script>0</script>"
    )
    seen = page.evaluate("seeing.texts().map(text => text.node.data.trim())")
    assert seen == ["Home", "A page", "Seen", "More"]


def test_controls_are_what_the_keyboard_stops_at(show: Show) -> None:
    """Of buttons to choose one from, the chosen one counts; what is off or hidden does not."""
    page = show(
        "<a>None</a><button disabled>None</button><a href=x hidden>None</a><b tabindex=-1>No</b>"
        "<button>Yes</button><details><summary>Yes</summary><a href=x>None</a></details>"
        "<label><input type=radio name=r value=1>No</label>"
        "<label><input type=radio name=r value=2 checked>Yes</label>"
    )
    seen = page.evaluate("seeing.controls().map(one => one.value || one.textContent)")
    assert seen == ["Skip to the content", "Home", "Yes", "Yes", "2"]


@pytest.mark.parametrize(
    ("colour", "parts"),
    [
        ("#ff0000", [255, 0, 0, 1]),
        ("rgb(0 0 255 / 0)", [0, 0, 0, 0]),
        ("color-mix(in srgb, black, white)", [128, 128, 128, 1]),
        ("oklch(1 0 0)", [255, 255, 255, 1]),
    ],
)
def test_colour_of_any_notation_becomes_its_parts(show: Show, colour: str, parts: Any) -> None:
    """Browsers report colours in the notation they were written in."""
    assert show().evaluate("colour => seeing.rgba(colour)", colour) == parts


def test_contrast_is_that_of_wcag(show: Show) -> None:
    """Black on white has 21 to 1; the grey that is known to have 4.54 has it."""
    page = show()
    ratios = page.evaluate(
        """() => ["#000", "#767676", "#fff"].map(colour =>
            seeing.contrast(seeing.rgba(colour), [255, 255, 255, 1]).toFixed(2))"""
    )
    assert ratios == ["21.00", "4.54", "1.00"]


def test_ground_is_the_nearest_paint_below(show: Show) -> None:
    """A half transparent ground lets the one below it through."""
    page = show(
        "<div style='background:#000'><div style='background:rgb(255 255 255 / .5)'><b id=b>x</b>"
    )
    ground = page.evaluate("seeing.ground(document.getElementById('b')).map(Math.round)")
    assert ground == [128, 128, 128, 1]
