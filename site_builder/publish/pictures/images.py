"""Image files made from their originals: upright, in sRGB, small enough, and nothing but pixels.

A camera writes where and when a photograph was taken. Nothing of that leaves here: what is encoded
is a bare array of pixels. Colours that a profile explains are turned into those that every
browser assumes, before the profile goes.
"""

import io
from collections.abc import Sequence

from PIL import Image, ImageCms

from site_builder.compose.pictures.images import Box, Form, Rendition
from site_builder.read.pictures.images import FORMATS
from site_builder.read.pictures.png_notes import without_notes

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_SIXTEEN_BITS = ("I", "I;16", "I;16B", "I;16L")


def encode(renditions: Sequence[Rendition]) -> list[bytes]:
    """Return the bytes of files that are made from one original, which is unpacked once."""
    upright, times = unpacked(renditions[0])
    resized: dict[tuple[Box, int, int], Image.Image] = {}
    written = []
    for one in renditions:
        size = (one.part, one.width, one.height)
        if size not in resized:
            resized[size] = _resized(upright, one, times)
        written.append(_encoded(resized[size], one.form))
    return written


def unpacked(rendition: Rendition) -> tuple[Image.Image, float]:
    """Return an original's pixels, upright and in sRGB, and how many times smaller they are."""
    data = without_notes(rendition.original.read())
    with Image.open(io.BytesIO(data), formats=FORMATS) as image:
        across = image.width
        image.draft(None, (across // rendition.shrink, image.height // rendition.shrink))
        image.load()
        plain = _in_srgb(image, "RGBA" if rendition.is_clear else "RGB")
    times = across / plain.width
    turn = _TURNS.get(rendition.turn)
    return (plain if turn is None else plain.transpose(turn)), times


def _resized(upright: Image.Image, one: Rendition, times: float) -> Image.Image:
    left, top = one.part.left / times, one.part.top / times
    right = min(upright.width, left + one.part.width / times)
    bottom = min(upright.height, top + one.part.height / times)
    resized = upright.resize(
        (one.width, one.height),
        Image.Resampling.LANCZOS,
        box=(left, top, right, bottom),
        reducing_gap=3,
    )
    resized.info.clear()
    return resized


def _encoded(image: Image.Image, form: Form) -> bytes:
    written = io.BytesIO()
    image.save(written, form.name, **dict(form.options))
    return written.getvalue()


def _in_srgb(image: Image.Image, mode: str) -> Image.Image:
    profile = image.info.get("icc_profile")
    image = _in_eight_bits(image)
    if mode == "RGBA" or image.mode not in ("L", "RGB", "CMYK"):
        image = image.convert(mode)
    return (
        _with_srgb_colours(image, mode, profile).convert(mode) if profile else image.convert(mode)
    )


def _in_eight_bits(image: Image.Image) -> Image.Image:
    if image.mode not in _SIXTEEN_BITS:
        return image
    return image.convert("I").point(lambda value: value * (1 / 257) + 0.5).convert("L")


def _with_srgb_colours(image: Image.Image, mode: str, profile: bytes) -> Image.Image:
    try:
        converted = ImageCms.profileToProfile(
            image,
            ImageCms.ImageCmsProfile(io.BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode=mode,
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError):
        return image  # a profile that is broken, or speaks of another kind of image, says nothing
    return converted or image
