"""Image files: what is in them, and whether they are what they say."""

import io
import struct
import warnings
import zlib
from dataclasses import dataclass
from pathlib import PurePosixPath

from PIL import Image, UnidentifiedImageError

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


@dataclass(frozen=True)
class ImageFile:
    """An image of `content/` that opens and is whole."""

    path: str
    """The file, seen from the folder of the settings."""
    data: bytes
    """The file as its author gave it; never published as it is."""


def read_image(found: Found) -> ImageFile | Problem:
    """Return an image that is known to open, or what is wrong with it."""
    wanted = _FORMATS[found.ending]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(found.data), formats=tuple(set(_FORMATS.values()))) as image:
                if image.width * image.height > MOST_PIXELS:
                    return _too_many_pixels(found)
                if image.format != wanted:
                    return _other_format(found, image.format or "other")
                image.load()
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        return _too_many_pixels(found)
    except UnidentifiedImageError:
        what = "This is not an image, although its name says so."
        return _problem(found, "not-an-image", what, "Save it again as JPEG or PNG.")
    except _BROKEN:
        what = "The image is broken or cut short."
        return _problem(found, "broken-image", what, "Save it again, or fetch it again.")
    return ImageFile(found.path, found.data)


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
