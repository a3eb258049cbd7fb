"""Image files: what is in them, and whether they are what they say.

What is learnt of an image follows from its bytes alone, so an image that an earlier build found
whole (see `known_images`) is not unpacked again.
"""

import io
import struct
import warnings
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path, PurePosixPath

from PIL import ExifTags, Image, UnidentifiedImageError

from site_builder.read.pictures.png_notes import without_notes
from site_builder.read.problems import Position, Problem
from site_builder.read.scan import Found

MOST_PIXELS = 50_000_000
"""An image with more is refused before it is unpacked; a large camera makes 45 million."""

# What the image library raises for a damaged file, beside its own errors.
_BROKEN = (
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    OSError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
_FORMATS = {
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".png": "PNG",
    ".webp": "WEBP",
    ".gif": "GIF",
    ".avif": "AVIF",
}
FORMATS = tuple(sorted(set(_FORMATS.values())))
"""The formats that are read, by the image library's names."""
# A telephone keeps a second picture in the same file, for depth or light; the first is the one.
_ALSO = {"MPO": "JPEG"}
# What a file of HEIC begins with, after its length and `ftyp`.
_OF_PHONES = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1")
_UPRIGHT = 1
_ON_ITS_SIDE = (5, 6, 7, 8)


class ChangedWhileBuilding(OSError):
    """An image is not any more what it was when it was read; carries a message."""


@dataclass(frozen=True)
class Original:
    """A file as its author gave it; it is never published as it is.

    Its bytes are not kept: photographs of some thousand stories would not fit into memory.
    """

    file: Path
    digest: str
    """A digest of the bytes; whatever must know them apart uses it."""

    def read(self) -> bytes:
        """Return the bytes. Raises ChangedWhileBuilding when they are others, OSError when none."""
        data = self.file.read_bytes()
        if _digest(data) != self.digest:
            raise ChangedWhileBuilding(f"{self.file} changed while it was used; build again.")
        return data


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()


@dataclass(frozen=True)
class Shape:
    """What an image is like, apart from its pixels."""

    format: str
    width: int
    """Pixels across, once it is upright."""
    height: int
    turn: int
    """How it lies in its file, as EXIF counts: 1 is upright, 6 is a quarter turn to the left."""
    is_clear: bool
    """Whether something would show through it."""


@dataclass(frozen=True)
class ImageFile:
    """An image of `content/` that opens and is whole."""

    path: str
    """The file, seen from the folder of the settings."""
    original: Original
    shape: Shape


def read_image(found: Found, known: Mapping[str, Shape]) -> ImageFile | Problem:
    """Return an image that is known to open, or what is wrong with it.

    `known` holds the shapes of images that were found whole before, by the digest of their bytes.
    """
    original = Original(found.file, _digest(found.data))
    shape = known.get(original.digest) or _look_at(found)
    if isinstance(shape, Problem):
        return shape
    if shape.format != _FORMATS[found.ending]:
        return _other_format(found, shape.format)
    return ImageFile(found.path, original, shape)


def _look_at(found: Found) -> Shape | Problem:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(without_notes(found.data)), formats=FORMATS) as image:
                if image.width * image.height > MOST_PIXELS:
                    return _too_many_pixels(found)
                return _shape(image)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        return _too_many_pixels(found)
    except UnidentifiedImageError:
        return _no_image(found)
    except _BROKEN:
        what = "The image is broken or cut short."
        return _problem(found, "broken-image", what, "Save it again, or fetch it again.")


def _shape(image: Image.Image) -> Shape:
    """Return the shape of an image, having read all of it."""
    width, height = image.size
    # Every byte of a JPEG is read and checked at an eighth of its size too, in a third of the time.
    image.draft(None, (1, 1))
    image.load()
    turn = _turn(image)
    if turn in _ON_ITS_SIDE:
        width, height = height, width
    name = image.format or "other"
    return Shape(_ALSO.get(name, name), width, height, turn, _is_clear(image))


def _turn(image: Image.Image) -> int:
    try:
        turn: object = image.getexif().get(ExifTags.Base.Orientation)
    except _BROKEN:
        return _UPRIGHT  # what a camera noted beside the pixels may be broken; they are not
    return turn if isinstance(turn, int) and 1 <= turn <= 8 else _UPRIGHT


def _is_clear(image: Image.Image) -> bool:
    """Tell whether a pixel lets something through; that a file could say so is not enough."""
    if not image.has_transparency_data:
        return False
    return image.convert("RGBA").getchannel("A").getextrema() != (255, 255)


def _no_image(found: Found) -> Problem:
    if found.data[4:8] == b"ftyp" and found.data[8:12] in _OF_PHONES:
        what = "This picture is in a phone's own format (HEIC), although its name says otherwise."
        return _problem(found, "picture-not-for-browsers", what, "Save it as JPEG, and use that.")
    what = "This is not an image, although its name says so."
    return _problem(found, "not-an-image", what, "Save it again as JPEG or PNG.")


def _too_many_pixels(found: Found) -> Problem:
    what = f"The image has more than {MOST_PIXELS // 1_000_000} million pixels."
    fix = "Save a smaller copy; 3,200 pixels wide is ample."
    return _problem(found, "image-too-large", what, fix)


def _other_format(found: Found, actual: str) -> Problem:
    name = PurePosixPath(found.path).name
    what = f"{name} is a {actual} image, although its name ends in {found.ending}."
    return _problem(found, "wrong-image-format", what, "Rename it, or save it in the right format.")


def _problem(found: Found, rule: str, what: str, fix: str) -> Problem:
    return Problem(found.path, Position(), rule, what, fix)
