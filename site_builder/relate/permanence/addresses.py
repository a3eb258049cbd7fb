"""Where a link in a file leads, inside `content/`."""

import posixpath
from dataclasses import dataclass
from unicodedata import normalize
from urllib.parse import unquote, urlsplit


@dataclass(frozen=True)
class Destination:
    """Where a link in a file leads, inside `content/`."""

    path: str
    """The file or folder, seen from the folder of the settings."""
    fragment: str
    """The id of a heading in it, or nothing."""


def destination(address: str, from_path: str) -> Destination | None:
    """Return where a link or an image of a file leads; nothing when it leads out of the site.

    Links inside the site are written as in any Markdown folder: from file to file.
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme or parts.netloc:
        return None
    path = from_path
    if parts.path:
        joined = posixpath.join(posixpath.dirname(from_path), unquote(parts.path))
        path = normalize("NFC", posixpath.normpath(joined))
    return Destination(path, unquote(parts.fragment))
