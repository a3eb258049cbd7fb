"""Draw logos and icons: from a drawing or a picture to a picture of the size that is asked for."""

import io
from collections.abc import Sequence

import resvg_py
from PIL import Image

from site_builder.compose.pictures.emblems import DrawnEmblem

_SHARPER = 2
"""How many times larger a drawing is drawn than it will be, so that both ways end in one."""


def write(emblems: Sequence[DrawnEmblem]) -> list[bytes]:
    """Return each emblem as PNG; equal ones give equal bytes."""
    return [_png(draw_emblem(one)) for one in emblems]


def draw_emblem(one: DrawnEmblem) -> Image.Image:
    """Return an emblem on its canvas: as large as fits into it, in the middle."""
    ground = (*_channels(one.ground), 255) if one.ground else (255, 255, 255, 0)
    canvas = Image.new("RGBA", (one.width, one.height), ground)
    drawn = _opened(one)
    room = one.width - 2 * one.margin, one.height - 2 * one.margin
    times = min(room[0] / drawn.width, room[1] / drawn.height)
    size = max(1, round(drawn.width * times)), max(1, round(drawn.height * times))
    drawn = drawn.resize(size, Image.Resampling.LANCZOS)
    at = (one.width - size[0]) // 2, (one.height - size[1]) // 2
    canvas.alpha_composite(drawn, at)
    return canvas


def _opened(one: DrawnEmblem) -> Image.Image:
    data = one.data
    if one.form == "svg":
        # No font of this machine may be seen in it: the same drawing is the same anywhere.
        width = one.width * _SHARPER
        data = resvg_py.svg_to_bytes(svg_string=data.decode(), width=width, skip_system_fonts=True)
    with Image.open(io.BytesIO(data), formats=("PNG",)) as image:
        return image.convert("RGBA")


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _png(image: Image.Image) -> bytes:
    written = io.BytesIO()
    image.save(written, "PNG", optimize=True)
    return written.getvalue()
