"""Colours: how legible one is on another, and the twin of a colour for the dark scheme.

Contrast is the ratio of WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). Text needs
7 to 1 for level AAA.
"""

import colorsys
from collections.abc import Callable, Iterable
from functools import cache

PAPER = "#fbfaf6"
DARK_PAPER = "#131316"
CARD = "#ffffff"
DARK_CARD = "#1e1e23"
INK = "#1a1a1d"
DARK_INK = "#f1f0ec"
AAA = 7.0


def contrast(one: str, other: str) -> float:
    """Return how far two colours, as #rrggbb, stand apart: from 1, not at all, to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def is_legible(colour: str) -> bool:
    """Tell whether text of a colour can be read on the light paper and the light cards."""
    return min(contrast(colour, PAPER), contrast(colour, CARD)) >= AAA


def nearest_legible(colour: str) -> str:
    """Return the nearest colour of the same hue that is legible in the light scheme."""
    return _nearest(colour, range(99, -1, -1), is_legible) or "#000000"


def nearest_legible_in_the_dark(colour: str) -> str:
    """Return the nearest colour of the same hue that is legible in the dark scheme."""
    return _nearest(colour, range(1, 101), is_legible_in_the_dark) or "#ffffff"


def _nearest(colour: str, steps: Iterable[int], is_good: Callable[[str], bool]) -> str:
    """Return the colour itself, or the first of steps away from it in lightness that is good."""
    hue, _, saturation = colorsys.rgb_to_hls(*channels(colour))
    wanted = [colour, *(_hex(colorsys.hls_to_rgb(hue, one / 100, saturation)) for one in steps)]
    return next((one for one in wanted if is_good(one)), "")


@cache
def dark_twin(colour: str) -> str:
    """Return the same hue, lightened until text of it can be read on the dark paper and cards."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*channels(colour))
    lighter = (
        _hex(colorsys.hls_to_rgb(hue, percent / 100, saturation))
        for percent in range(round(lightness * 100), 100)
    )
    return next((twin for twin in (colour, *lighter) if is_legible_in_the_dark(twin)), "#ffffff")


def is_legible_in_the_dark(colour: str) -> bool:
    """Tell whether text of a colour can be read on the dark paper and the dark cards."""
    return min(contrast(colour, DARK_PAPER), contrast(colour, DARK_CARD)) >= AAA


def channels(colour: str) -> tuple[float, float, float]:
    """Return the red, green and blue of a colour as #rrggbb, each from 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _hex(channels: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)


def _luminance(colour: str) -> float:
    red, green, blue = map(_linear, channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
