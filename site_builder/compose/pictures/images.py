"""Pictures as pages show them, described by values: each in several sizes and formats.

Nothing is unpacked or encoded here. A rendition says how one file is to be made from its original;
`publish.images` makes it. Its address is worked out from the same values, so a page can name a
file that is not there yet, and a browser may keep it for ever.
"""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b

from site_builder.compose.output import Output
from site_builder.compose.views.pictures import Candidate, Picture, PictureSource
from site_builder.read.pictures.images import ImageFile, Original, Shape
from site_builder.read.prose.heading_ids import heading_id
from site_builder.read.types.fields.text import Focus

TALLEST = 16_000
"""The most pixels from top to bottom; WebP has room for few more."""
_PLAIN_WIDTH = 960
"""The width of the one file for readers of feeds, and for browsers that know no other way."""


@dataclass(frozen=True)
class Use:
    """A way of showing pictures: how wide at most, and cut to which proportion."""

    widths: tuple[int, ...]
    proportion: tuple[int, int] | None = None
    """Width to height; nothing when the whole of a picture is shown."""


WHOLE = Use((480, 960, 1600))
CARD = Use((480, 960), (8, 5))


@dataclass(frozen=True)
class Form:
    """A format that pictures are published in, and how they are encoded."""

    name: str
    """The image library's name of the format."""
    ending: str
    media_type: str
    options: tuple[tuple[str, str | int | bool], ...]


@dataclass(frozen=True)
class Box:
    """A part of an upright image, in its pixels."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True)
class Rendition:
    """Inputs of the writer of images: all that decides the bytes of one file."""

    original: Original
    turn: int
    is_clear: bool
    shrink: int
    """How many times smaller than it is a JPEG may be unpacked, which saves most of the time."""
    part: Box
    """What of the upright image is shown."""
    width: int
    height: int
    form: Form

    @property
    def batch(self) -> str:
        """What renditions have in common that are best made together."""
        return self.original.digest


@dataclass(frozen=True)
class Pictures:
    """The images of the record, and the files that pages asked for so far."""

    images: Mapping[str, ImageFile]
    """Images by their path."""
    outputs: dict[str, Output] = field(default_factory=dict)
    """The files to come, by their address."""
    _described: dict[tuple[str, Use, Focus], "_Files"] = field(default_factory=dict)

    def picture(
        self, path: str, alt: str, *, use: Use = WHOLE, focus: Focus | None = None
    ) -> Picture:
        """Return an image for a page, and note the files that the page will ask for."""
        files = self._files(path, use, focus or Focus.MIDDLE)
        for address, rendition in files.renditions.items():
            self.outputs[address] = Output(address, "image", rendition)
        return files.picture(alt)

    def _files(self, path: str, use: Use, focus: Focus) -> "_Files":
        asked = (path, use, focus)
        if asked not in self._described:
            self._described[asked] = _Files(self.images[path], use, focus)
        return self._described[asked]


@dataclass(frozen=True)
class _Files:
    """Every file in which one image is published for one use."""

    image: ImageFile
    use: Use
    focus: Focus

    @cached_property
    def renditions(self) -> Mapping[str, Rendition]:
        return {
            self._address(form, width): self._rendition(form, width)
            for form in self._forms
            for width in self._widths
        }

    def picture(self, alt: str) -> Picture:
        plain = self._forms[-1]
        width = max(width for width in self._widths if width in (self._widths[0], *_UP_TO_PLAIN))
        return Picture(
            address=self._address(plain, width),
            media_type=plain.media_type,
            width=width,
            height=self._height(width),
            candidates=self._candidates(plain),
            sources=tuple(
                PictureSource(form.media_type, self._candidates(form)) for form in self._forms[:-1]
            ),
            alt=alt,
        )

    def _candidates(self, form: Form) -> tuple[Candidate, ...]:
        return tuple(Candidate(self._address(form, width), width) for width in self._widths)

    def _address(self, form: Form, width: int) -> str:
        stem = heading_id(posixpath.splitext(posixpath.basename(self.image.path))[0])
        return f"images/{stem}-{self._digest}-{width}.{form.ending}"

    @cached_property
    def _digest(self) -> str:
        """A digest of the original and of all that is done with it, for the address."""
        recipe = repr((self.image.original.digest, self._part, self._forms))
        return blake2b(recipe.encode(), digest_size=6).hexdigest()

    def _rendition(self, form: Form, width: int) -> Rendition:
        shape = self.image.shape
        return Rendition(
            original=self.image.original,
            turn=shape.turn,
            is_clear=shape.is_clear,
            shrink=shrink_of(shape),
            part=self._part,
            width=width,
            height=self._height(width),
            form=form,
        )

    @cached_property
    def _part(self) -> Box:
        return part_of(self.image.shape, self.use.proportion, self.focus)

    @cached_property
    def _widths(self) -> tuple[int, ...]:
        # Nothing is made larger than it is, and one file there must be.
        most = max(1, min(self._part.width, self._part.width * TALLEST // self._part.height))
        return tuple(width for width in self.use.widths if width <= most) or (most,)

    def _height(self, width: int) -> int:
        return min(TALLEST, max(1, round(width * self._part.height / self._part.width)))

    @cached_property
    def _forms(self) -> tuple[Form, ...]:
        return forms_of(self.image.shape)


_UP_TO_PLAIN = tuple(width for width in WHOLE.widths if width <= _PLAIN_WIDTH)


def part_of(shape: Shape, proportion: tuple[int, int] | None, focus: Focus) -> Box:
    """Return the largest part of an image that has a proportion, as near as can be to a point."""
    if proportion is None:
        return Box(0, 0, shape.width, shape.height)
    across, down = proportion
    width = max(1, min(shape.width, shape.height * across // down))
    height = max(1, min(shape.height, shape.width * down // across))
    left = shape.width * focus.left // 100 - width // 2
    top = shape.height * focus.top // 100 - height // 2
    return Box(
        min(max(left, 0), shape.width - width), min(max(top, 0), shape.height - height),
        width, height,
    )  # fmt: skip


def shrink_of(shape: Shape) -> int:
    """Return how many times smaller an image can be unpacked and still be large enough."""
    card = part_of(shape, CARD.proportion, Focus.MIDDLE)
    most = min(shape.width // WHOLE.widths[-1], card.width // CARD.widths[-1])
    return max(times for times in (1, 2, 4, 8) if times <= max(1, most))


def forms_of(shape: Shape) -> tuple[Form, ...]:
    """Return the formats for an image, the smallest files first, the one for everything last."""
    # Photographs have colour at half the detail, as eyes do; lines and letters need all of it.
    is_drawn = shape.format in ("PNG", "GIF")
    colour = ("subsampling", "4:4:4" if is_drawn else "4:2:0")
    # With more than one thread or tile, the bytes would depend on the number of processors.
    avif = (("quality", 55), ("speed", 8), colour, ("max_threads", 1), ("autotiling", False))
    webp = (("quality", 75), ("method", 4))
    jpeg = (("quality", 78), colour, ("optimize", True), ("progressive", True))
    plain = (
        Form("PNG", "png", "image/png", (("optimize", True),))
        if shape.is_clear
        else Form("JPEG", "jpg", "image/jpeg", jpeg)
    )
    return (
        Form("AVIF", "avif", "image/avif", avif),
        Form("WEBP", "webp", "image/webp", webp),
        plain,
    )
