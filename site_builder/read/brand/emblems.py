"""A logo as it is found: a drawing in SVG made safe, or a picture in PNG that opens."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PIL import Image

from site_builder.read.pictures.images import MOST_PIXELS
from site_builder.read.pictures.safe_svg import safe_svg

LARGEST = {".svg": 30_000, ".png": 2_000_000}
"""The most bytes of a logo: a drawing is sent as it is, of a picture a small copy is made."""
_TEXT = re.compile(rb"<text\b")


@dataclass(frozen=True)
class Emblem:
    """A logo, ready to be shown."""

    form: Literal["svg", "png"]
    data: bytes
    width: float
    height: float

    @property
    def proportion(self) -> float:
        """How many times wider than high it is."""
        return self.width / self.height


@dataclass(frozen=True)
class Slip:
    """What is wrong with a file, with its line in that file."""

    what: str
    fix: str
    line: int = 1


def read_emblem(file: Path) -> Emblem | tuple[Slip, ...]:
    """Return a logo, or all that is wrong with it. Raises OSError when it can not be opened."""
    most = LARGEST.get(file.suffix.lower())
    if most is None:
        what = f"A logo is SVG or PNG, and this file ends in {file.suffix or 'nothing'}."
        return (Slip(what, "Save it as SVG if you can, or as PNG."),)
    if (size := file.stat().st_size) > most:
        what = f"The logo has {_said(size)}; the most is {_said(most)}."
        return (Slip(what, "Every reader of every page fetches it: save a smaller copy."),)
    data = file.read_bytes()
    return _drawing(data) if file.suffix.lower() == ".svg" else _picture(data)


def _drawing(data: bytes) -> Emblem | tuple[Slip, ...]:
    drawn = safe_svg(data)
    if drawn.slips:
        return tuple(Slip(one.what, one.fix, one.line) for one in drawn.slips)
    return tuple(_slips_of_drawing(drawn.data, drawn.size)) or _emblem(drawn.data, drawn.size)


def _slips_of_drawing(data: bytes, size: tuple[float, float] | None) -> Iterator[Slip]:
    if size is None:
        fix = 'Save it again with a `viewBox`, for example: viewBox="0 0 300 100"'
        yield Slip("The drawing does not say how wide and how high it is.", fix)
    if _TEXT.search(data):
        what = "The logo has words set in a font, which other machines do not have."
        yield Slip(what, "Turn the words into paths in the drawing program, and save it again.")


def _emblem(data: bytes, size: tuple[float, float] | None) -> Emblem:
    width, height = size or (1, 1)
    return Emblem("svg", data, width, height)


def _picture(data: bytes) -> Emblem | tuple[Slip, ...]:
    try:
        with Image.open(io.BytesIO(data), formats=("PNG",)) as image:
            if image.width * image.height <= MOST_PIXELS:
                image.load()
                return Emblem("png", data, *map(float, image.size))
            what = "The logo has too many pixels."
    except Exception:  # noqa: BLE001 - a broken file can break the library in any way
        what = "This is not a PNG, or it is broken."
    return (Slip(what, "Save it again as PNG, about 500 pixels wide."),)


def _said(size: int) -> str:
    return f"{size / 1e6:,.1f} MB" if size >= 1_000_000 else f"{-(-size // 1000)} kB"
