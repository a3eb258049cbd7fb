"""Read the whole of `content/`: every file becomes a typed item or a problem, never a surprise."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import ValidationError

from site_builder.read.faults import explain
from site_builder.read.front_matter import read_front_matter, read_mapping, split
from site_builder.read.images import ImageFile, read_image
from site_builder.read.problems import Position, Problem
from site_builder.read.prose import Prose, ProseTooTangled, convert
from site_builder.read.scan import IMAGE_ENDINGS, Found, scan
from site_builder.read.source import Source
from site_builder.read.types import ITEM_KINDS, REGISTER_KINDS, Item, Kind, RegisterEntry
from site_builder.read.types.fields import is_slug
from site_builder.read.types.item import FROM_THE_FILE

# Not allowed in XML 1.0 at all, or read as the end of a line by some tools and not by others.
_UNPRINTABLE = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_KIND_OF_FOLDER = {kind.source: kind for kind in ITEM_KINDS}
_KIND_OF_REGISTER = {kind.source: kind for kind in REGISTER_KINDS}


@dataclass(frozen=True)
class Content:
    """Everything that was read, whether the public may see it or not."""

    items: tuple[Item, ...] = ()
    entries: tuple[RegisterEntry, ...] = ()
    images: Mapping[str, ImageFile] = field(default_factory=dict)
    """Images by their path, seen from the folder of the settings."""
    sources: Mapping[str, Source] = field(default_factory=dict)
    """Every text file by its path, for the lines of problems."""
    problems: tuple[Problem, ...] = ()
    unread: frozenset[str] = frozenset()
    """Paths of files that are there but could not be read; links to them are not blamed."""


def read_content(root: Path, folder: str = "content") -> Content:
    """Return all of root/folder as typed items, with what is wrong in it.

    Raises nothing for what authors can do; every file that can not be read is a problem.
    """
    found, problems = scan(root, folder)
    items: list[Item] = []
    entries: list[RegisterEntry] = []
    images: dict[str, ImageFile] = {}
    sources: dict[str, Source] = {}
    unread = {problem.path for problem in problems}
    for file in found:
        for one in _read(file):
            if isinstance(one, Problem):
                problems.append(one)
            elif isinstance(one, Source):
                sources[one.path] = one
            elif isinstance(one, ImageFile):
                images[one.path] = one
            elif isinstance(one, Item):
                items.append(one)
            else:
                entries.append(one)
    unread |= {file.path for file in found} - images.keys() - {item.path for item in items}
    if not items and not problems:
        fix = "Make a first file with `missions new mission`."
        problems.append(
            Problem(folder, Position(), "no-content", "There is nothing in this folder yet.", fix)
        )
    return Content(
        tuple(items), tuple(entries), images, sources, tuple(problems), frozenset(unread)
    )


Read = Problem | Source | ImageFile | Item | RegisterEntry


def _read(file: Found) -> Iterator[Read]:
    if file.ending in IMAGE_ENDINGS:
        yield read_image(file)
        return
    text = _text(file)
    if isinstance(text, Problem):
        yield text
    elif file.inside in _KIND_OF_REGISTER:
        yield from read_register(file.path, text, _KIND_OF_REGISTER[file.inside])
    else:
        yield from read_item(file.path, text, _KIND_OF_FOLDER[file.inside.split("/", 1)[0]])


def _text(file: Found) -> str | Problem:
    """Return a file's text with \\n between lines, or where it stops being text."""
    try:
        text = file.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = file.data.count(b"\n", 0, error.start) + 1
        column = error.start - file.data.rfind(b"\n", 0, error.start)
        what = "The file is not written in UTF-8."
        fix = "Save it as UTF-8; most editors offer this under “Save as”."
        return Problem(file.path, Position(line, column), "not-utf-8", what, fix)
    text = text.replace("\r\n", "\n")
    if strange := _UNPRINTABLE.search(text):
        source = Source(file.path, text)
        at = source.position(strange.start())
        what = f"There is a character here that can not be shown (U+{ord(strange[0]):04X})."
        return source.problem(at, "unprintable", what, "Delete it, and type the line again.")
    return text


def read_item(path: str, text: str, kind: Kind) -> Iterator[Problem | Source | Item]:
    """Yield the item that a Markdown file holds, or what is wrong with it; its source in any case."""
    source, problems = split(path, text)
    yield source
    yield from problems
    slug = PurePosixPath(path).stem
    if not is_slug(slug):
        yield _bad_name(source, slug)
    if source.body_start == 0:
        return
    fields, problems = read_front_matter(source)
    yield from problems
    if fields is None:
        return
    yield from _item(source, fields, kind, slug)


def _item(
    source: Source, fields: dict[str, Any], kind: Kind, slug: str
) -> Iterator[Problem | Item]:
    prose = _prose(source)
    if isinstance(prose, Problem):
        yield prose
    own = {
        "slug": slug if is_slug(slug) else "unnamed",
        "path": source.path,
        "prose": prose if isinstance(prose, Prose) else Prose(),
    }
    reserved = [_reserved(source, name) for name in sorted(FROM_THE_FILE & fields.keys())]
    yield from reserved
    try:
        item = kind.model.model_validate(fields | own)
    except ValidationError as error:
        yield from explain(error, kind.model, source, f"a {kind.name}")
        return
    is_whole = isinstance(prose, Prose) and is_slug(slug) and not reserved
    if is_whole and isinstance(item, Item):
        yield item


def _reserved(source: Source, name: str) -> Problem:
    at = source.position_of((name,), of_key=True)
    what = f"`{name}` is not written in front matter."
    return source.problem(
        at, "unknown-field", what, "Take it out; the file's name and text say it already."
    )


def _prose(source: Source) -> Prose | Problem:
    try:
        return convert(source.body)
    except ProseTooTangled as tangle:
        at = source.position(source.body_start)
        fix = "Break the text into paragraphs with blank lines between them."
        return source.problem(at, "tangled-text", str(tangle), fix)


def _bad_name(source: Source, slug: str) -> Problem:
    shown = slug if len(slug) <= 60 else f"{slug[:59]}…"
    what = f'The file\'s name, "{shown}", can not be the end of an address.'
    fix = "Rename it with small letters, numbers and single dashes, at most 80 characters."
    return Problem(source.path, Position(), "bad-name", what, fix)


def read_register(
    path: str, text: str, kind: Kind
) -> Iterator[Problem | Source | RegisterEntry]:
    """Yield each entry of a register, or what is wrong with it; the register's source first."""
    source = Source(path, text, 0, len(text), len(text))
    yield source
    entries, problems = read_mapping(source, "The register is not a set of slugs with their fields.")
    yield from problems
    for slug, fields in (entries or {}).items():
        yield from _entry(source, slug, fields, kind)


def _entry(
    source: Source, slug: str, fields: Any, kind: Kind
) -> Iterator[Problem | RegisterEntry]:
    if not isinstance(fields, dict):
        what = f"`{slug}` has no fields."
        fix = "Write its fields under it, indented by two spaces, for example: name: …"
        yield source.problem(source.position_of((slug,), of_key=True), "wrong-value", what, fix)
        return
    try:
        entry = kind.model.model_validate(fields | {"slug": slug})
    except ValidationError as error:
        yield from explain(error, kind.model, source, f"a {kind.name}", within=(slug,))
        return
    if isinstance(entry, RegisterEntry):
        yield entry
