"""Contrast is that of WCAG 2.2, and every mission colour has a twin that is legible in the dark."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.read.theme.colours import DARK_CARD, DARK_PAPER, contrast, dark_twin, is_legible


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),
        ("#ff0000", "#ffffff", 4.0),
        ("#0000ff", "#ffffff", 8.59),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    """The ratio is that of published tables, whichever colour comes first."""
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(one, other) == contrast(other, one)


def test_colour_is_legible_from_seven_to_one() -> None:
    """AA is not enough for text; AAA is asked."""
    assert is_legible("#004f86")
    assert not is_legible("#5f5f5f")
    assert not is_legible("#ffcc00")


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}"))
def test_every_colour_has_a_legible_dark_twin(colour: str) -> None:
    """Whatever colour a mission has, its twin can be read on the dark paper and cards."""
    twin = dark_twin(colour)
    assert min(contrast(twin, DARK_PAPER), contrast(twin, DARK_CARD)) >= 7


def test_dark_twin_keeps_the_hue() -> None:
    """A blue stays blue; a colour that is light enough stays as it is."""
    red, green, blue = (int(dark_twin("#004f86")[at : at + 2], 16) for at in (1, 3, 5))
    assert red < green < blue
    assert dark_twin("#eeeeee") == "#eeeeee"
