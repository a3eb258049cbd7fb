"""Images made for tests, read and described as a build does it."""

import io
import tempfile
from collections.abc import Mapping
from pathlib import Path

from PIL import Image

from site_builder.compose.pictures.images import WHOLE, Pictures, Rendition, Use
from site_builder.publish.keys import digest
from site_builder.publish.pictures.images import encode
from site_builder.read.pictures.images import ImageFile, read_image
from site_builder.read.scan import Found
from site_builder.read.types.fields.text import Focus


def saved(image: Image.Image, form: str = "PNG", **options: object) -> bytes:
    """Return an image as a file; options are those of its format in Pillow."""
    written = io.BytesIO()
    image.save(written, form, **options)
    return written.getvalue()


_FOLDER = tempfile.TemporaryDirectory(prefix="images-")


def found_file(data: bytes, name: str) -> Found:
    """Return a file of this name as scanning gives it; it is on the disk while tests run."""
    file = Path(_FOLDER.name) / f"{digest(data)}-{name}"
    file.write_bytes(data)
    return Found(f"content/images/{name}", f"images/{name}", file, data)


def image_file(data: bytes, name: str = "field.png") -> ImageFile:
    """Return an image as reading a file of this name gives it."""
    image = read_image(found_file(data, name), {})
    assert isinstance(image, ImageFile), image
    return image


def renditions(
    image: ImageFile, use: Use = WHOLE, focus: Focus | None = None
) -> Mapping[str, Rendition]:
    """Return the files that a page asks for when it shows an image, by address."""
    pictures = Pictures({image.path: image})
    pictures.picture(image.path, "", use=use, focus=focus)
    return {address: output.inputs for address, output in pictures.outputs.items()}


def published(
    data: bytes, name: str = "field.png", use: Use = WHOLE, focus: Focus | None = None
) -> Mapping[str, Image.Image]:
    """Return the published files of an image, opened, by the end of their names: 480.avif."""
    described = renditions(image_file(data, name), use, focus)
    made = zip(described, encode(tuple(described.values())), strict=True)
    return {address.rsplit("-", 1)[1]: Image.open(io.BytesIO(written)) for address, written in made}
