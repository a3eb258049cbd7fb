"""Images that an earlier build found whole, so that this one need not unpack them to know it.

It is only ever a help. A file that is missing, broken, or from another version of this code or of
the image library is taken for none.
"""

import dataclasses
import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

import PIL

from site_builder.read.pictures import images
from site_builder.read.pictures.images import ImageFile, Shape
from site_builder.read.whole_file import write_whole


def read_known_images(path: Path) -> Mapping[str, Shape]:
    """Return the shapes of images by the digest of their bytes; nothing when none is known."""
    try:
        stamp, _, body = path.read_text("utf-8").partition("\n")
        if stamp != _stamp(body):
            return {}
        return {digest: Shape(*shape) for digest, shape in json.loads(body).items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def write_known_images(path: Path, known: Iterable[ImageFile]) -> None:
    """Write down what is known of images; where that can not be done, the next build looks anew."""
    shapes = {image.original.digest: dataclasses.astuple(image.shape) for image in known}
    body = json.dumps(dict(sorted(shapes.items())), indent=0)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, f"{_stamp(body)}\n{body}".encode())


def _stamp(body: str) -> str:
    """Return a digest of what is written, of the code that finds it and of the library."""
    parts = (body.encode(), Path(images.__file__).read_bytes(), PIL.__version__.encode())
    return blake2b(b"\0".join(parts), digest_size=16).hexdigest()
