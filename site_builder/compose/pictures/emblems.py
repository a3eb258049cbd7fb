"""Logos and icons as files of the site, described by values; `publish` draws what is a picture."""

from dataclasses import dataclass
from hashlib import blake2b
from typing import Literal

from site_builder.compose.output import Output, blob
from site_builder.read.brand.emblems import Emblem

TEMPLATE = "emblem"
"""The name of the writer that draws emblems."""
HEIGHT = 48
"""How high a logo is shown at the head of a page, in pixels of CSS."""
WIDEST = 240
_SHARP = 2
"""Pixels of a picture for each of CSS."""


@dataclass(frozen=True)
class DrawnEmblem:
    """Inputs of the writer of emblems: a logo on a canvas of its own size."""

    form: Literal["svg", "png"]
    data: bytes
    width: int
    """Of the canvas, in pixels."""
    height: int
    margin: int
    """What is left free on each side."""
    ground: str = ""
    """The colour behind it; nothing for one that lets through what is there."""


@dataclass(frozen=True)
class EmblemFile:
    """A file of the site with a logo in it, and how large that is shown."""

    output: Output
    width: int
    height: int

    @property
    def address(self) -> str:
        return self.output.path


def logo_file(emblem: Emblem) -> EmblemFile:
    """Return the file of a logo: a drawing as it is, a picture in the size that it is shown in."""
    height = min(HEIGHT, max(1, round(WIDEST / emblem.proportion)))
    width = max(1, round(height * emblem.proportion))
    if emblem.form == "svg":
        return EmblemFile(
            blob(f"assets/logo-{_digest(emblem.data)}.svg", emblem.data), width, height
        )
    drawn = DrawnEmblem(emblem.form, emblem.data, width * _SHARP, height * _SHARP, 0)
    return EmblemFile(_drawn("logo", drawn), width, height)


def for_card(emblem: Emblem, most_wide: int, most_high: int) -> DrawnEmblem:
    """Return a logo as it stands on a card, within a width and a height."""
    height = min(most_high, max(1, round(most_wide / emblem.proportion)))
    width = max(1, round(height * emblem.proportion))
    return DrawnEmblem(emblem.form, emblem.data, width, height, 0)


def icon_file(emblem: Emblem, name: str, size: int, ground: str = "") -> EmblemFile:
    """Return the file of a square icon with a logo in its middle."""
    margin = size // 10 if ground else 0
    drawn = DrawnEmblem(emblem.form, emblem.data, size, size, margin, ground)
    return EmblemFile(_drawn(name, drawn), size, size)


def _drawn(name: str, drawn: DrawnEmblem) -> Output:
    digest = _digest(repr(drawn).encode())
    return Output(f"assets/{name}-{digest}.png", TEMPLATE, drawn)


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=6).hexdigest()
