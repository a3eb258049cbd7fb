"""Images as they are published: turned upright, made small enough, and without hidden data.

A camera writes where and when a photograph was taken. Nothing of that leaves here: the pixels are
encoded afresh and the originals are never published.
"""

import io
import posixpath
from dataclasses import dataclass
from hashlib import blake2b

from PIL import Image, ImageOps

from site_builder.read.images import ImageFile
from site_builder.read.prose import heading_id

WIDEST = 1600
"""The most pixels across."""


@dataclass(frozen=True)
class PublishedImage:
    """An image ready for the site."""

    address: str
    """Where it answers; the name carries a digest of the bytes."""
    width: int
    height: int
    media_type: str
    data: bytes


def published(image: ImageFile) -> PublishedImage:
    """Return an image encoded afresh, as PNG when it has transparency and as JPEG otherwise."""
    with Image.open(io.BytesIO(image.data)) as opened:
        upright = ImageOps.exif_transpose(opened)
        is_clear = upright.has_transparency_data
        plain = upright.convert("RGBA" if is_clear else "RGB")
    plain.thumbnail((WIDEST, WIDEST * 4), Image.Resampling.LANCZOS)
    plain.info.clear()
    written = io.BytesIO()
    if is_clear:
        plain.save(written, "PNG", optimize=True)
    else:
        plain.save(written, "JPEG", quality=82, optimize=True, progressive=True)
    data = written.getvalue()
    stem = heading_id(posixpath.splitext(posixpath.basename(image.path))[0])
    digest = blake2b(data, digest_size=6).hexdigest()
    ending, media_type = ("png", "image/png") if is_clear else ("jpg", "image/jpeg")
    address = f"images/{stem}-{digest}.{ending}"
    return PublishedImage(address, plain.width, plain.height, media_type, data)
