"""Keys: a hash of everything that decides a file's bytes.

A key covers the exact values that the template sees, the text of the template with all that it
extends, includes and imports, and a fingerprint of the code and libraries that render. No list of
fields is kept by hand, so none can go stale.
"""

import dataclasses
import datetime as dt
import json
import sys
import zlib
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any

from markupsafe import Markup
from PIL import features
from pydantic import BaseModel

from site_builder.compose.output import Shared
from site_builder.read.files.own_file import PART
from site_builder.read.pictures.images import Original

_DIGEST = "_digest"
_AS_THEY_ARE = frozenset({str, int, float, bool, type(None)})
_LIBRARIES = (
    "brotli",
    "feedgen",
    "icalendar",
    "jinja2",
    "lxml",
    "markupsafe",
    "pillow",
    "resvg_py",
)
# Pillow of one version can be built with others of these.
_CODECS = ("avif", "jpg", "libjpeg_turbo", "littlecms2", "webp", "zlib", "zlib_ng")


def digest(data: bytes) -> str:
    """Return a digest of bytes, 32 hexadecimal digits."""
    return blake2b(data, digest_size=16).hexdigest()


def digest_of_file(path: Path) -> str:
    """Return the digest of a file's bytes, of which few are held at once. Raises OSError."""
    found = blake2b(digest_size=16)
    with path.open("rb") as opened:
        while part := opened.read(PART):
            found.update(part)
    return found.hexdigest()


def canonical(value: Any) -> bytes:
    """Return bytes that are the same for equal values and differ for others, in any process.

    Takes frozen dataclasses, models, tuples, lists, mappings with text keys, dates, bytes, text,
    Markup, numbers, truth values and None. Raises TypeError for anything else: what can not be
    written down exactly can not be an input.
    """
    return json.dumps(_written(value), ensure_ascii=False, separators=(",", ":")).encode()


def digest_of(shared: Shared) -> str:
    """Return a digest of what many outputs have; it stays with it, for it never changes."""
    known = vars(shared)
    if _DIGEST not in known:
        known[_DIGEST] = digest(json.dumps(_fields(shared), ensure_ascii=False).encode())
    worked_out: str = known[_DIGEST]
    return worked_out


def _written(value: Any) -> Any:
    """Return a value as JSON; a mapping with the one key of a type stands for what JSON lacks."""
    kind = type(value)
    if kind in _AS_THEY_ARE:
        return value
    if kind in (tuple, list):
        return [_written(one) for one in value]
    if kind is dict:
        return {"dict": [[_written(key), _written(one)] for key, one in value.items()]}
    return {kind.__name__: _parts(value)}


def _parts(value: Any) -> Any:
    if isinstance(value, Markup):
        return str(value)
    if isinstance(value, BaseModel):
        return [_written(one) for one in value.__dict__.values()]
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, Original):
        return value.digest  # which stands for the bytes, wherever they are
    if isinstance(value, bytes | Shared):
        return digest(value) if isinstance(value, bytes) else digest_of(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _fields(value)
    raise TypeError(f"{type(value).__name__} can not be an input of a template")


def _fields(value: Any) -> list[Any]:
    kind: Any = type(value)
    return [_written(getattr(value, name)) for name in _names_of(kind)]


@cache
def _names_of(kind: Any) -> tuple[str, ...]:
    """Return the names of the fields of a dataclass, worked out once in a process."""
    return tuple(field.name for field in dataclasses.fields(kind))


@cache
def renderer_fingerprint() -> str:
    """Return a fingerprint of the code that renders: ours, the libraries' and Python's."""
    package = Path(__file__).parent.parent
    code = [path.read_bytes() for path in sorted(package.rglob("*.py"))]
    libraries = [f"{name} {version(name)}" for name in _LIBRARIES]
    libraries += [f"{name} {features.version(name)}" for name in _CODECS]
    libraries.append(f"zlib {zlib.ZLIB_RUNTIME_VERSION}")
    python = f"python {sys.version_info.major}.{sys.version_info.minor}"
    return digest(b"\0".join([*code, *(text.encode() for text in (*libraries, python))]))
