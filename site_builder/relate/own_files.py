"""Which files of one's own the public may have: all but those that only hidden items speak of.

A file waits for what speaks of it, as an image does. One that nobody speaks of is public at once,
for its address may be given elsewhere; and one that was published once stays.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from unicodedata import normalize
from urllib.parse import unquote

from site_builder.read.content import Content
from site_builder.read.files.kinds import FILES
from site_builder.read.files.own_file import OwnFile
from site_builder.read.ledger import LEDGER
from site_builder.read.types import Item
from site_builder.read.types.fields.web import is_path_of_a_file
from site_builder.read.types.parts.public_access import PublicAccess
from site_builder.relate.permanence.addresses import Destination, destination
from site_builder.relate.permanence.own_addresses import own_address
from site_builder.relate.visibility import Sight, Viewer

_MENTION = re.compile(rf"\b{FILES}/[A-Za-z0-9._/-]+")
ACCESS_FIELDS = ("recording", "captions_file", "transcript")
"""The fields of how the public can follow that may name a file."""


def public_files(content: Content, viewer: Viewer) -> Mapping[str, OwnFile]:
    """Return the files that may be published, by their path."""
    if not content.files:
        return {}
    hidden = {one.path for one in content.items if viewer.sight_of(one) is not Sight.PUBLIC}
    spoken_of, waiting = set[str](), set[str]()
    texts = (one for one in content.sources.items() if not one[0].endswith(f"/{LEDGER}"))
    for path, source in texts:
        (waiting if path in hidden else spoken_of).update(_mentions(source.text))
    recorded = content.ledger.addresses if content.ledger else frozenset()
    held = waiting - spoken_of - recorded
    return {path: file for path, file in content.files.items() if file.address not in held}


def _mentions(text: str) -> Iterator[str]:
    """Yield the address of each file that a text speaks of, in whatever way."""
    for found in _MENTION.findall(text) if f"{FILES}/" in text else ():
        plain = posixpath.normpath(found)
        yield plain
        yield plain.rstrip(".")  # the end of a sentence


def file_at(
    written: str, from_path: str, files: Mapping[str, OwnFile], site_root: str | None
) -> OwnFile | None:
    """Return the file that an address leads to, as a link has it; nothing for any other."""
    if own := own_address(written, site_root):
        return next((one for one in files.values() if one.address == own.page), None)
    to = destination(written, from_path)
    return files.get(to.path) if to else None


def accesses(item: Item) -> Iterator[tuple[tuple[str | int, ...], PublicAccess]]:
    """Yield each part of an item on how to follow, with the way to it in front matter."""
    if isinstance(public := getattr(item, "public", None), PublicAccess):
        yield ("public",), public
    for number, session in enumerate(getattr(item, "sessions", ())):
        yield ("sessions", number, "public"), session.public


def files_named(item: Item) -> Iterator[tuple[tuple[str | int, ...], str, Destination]]:
    """Yield each field of an item that names a file: the way to it, its value, where it leads."""
    for loc, public in accesses(item):
        for name in ACCESS_FIELDS:
            written = getattr(public, name)
            if written and is_path_of_a_file(written) and (to := _path(written, item.path)):
                yield (*loc, name), written, to


def _path(written: str, from_path: str) -> Destination:
    joined = posixpath.join(posixpath.dirname(from_path), unquote(written))
    return Destination(normalize("NFC", posixpath.normpath(joined)), "")
