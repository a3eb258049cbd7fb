"""Read the whole of `content/`: every file becomes a typed item or a problem, never a surprise."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from site_builder.read.front_matter.faults import explain
from site_builder.read.front_matter.front_matter import read_front_matter, read_mapping, split
from site_builder.read.ledger import LEDGER, Ledger
from site_builder.read.ledger_lines import read_ledger
from site_builder.read.merge_marks import FIX, WHAT, merge_marks, merge_marks_in_markdown
from site_builder.read.not_fetched import not_fetched
from site_builder.read.pictures.images import ImageFile, Shape, read_image
from site_builder.read.problems import Position, Problem
from site_builder.read.prose.characters import code_point, unprintable, unprintable_reference
from site_builder.read.prose.code_spans import without_code
from site_builder.read.prose.prose import Prose, ProseTooTangled, convert
from site_builder.read.scan import IMAGE_ENDINGS, Found, scan
from site_builder.read.source import Source
from site_builder.read.types import ITEM_KINDS, REGISTER_KINDS, Item, Kind, RegisterEntry
from site_builder.read.types.fields.text import SLUG_LENGTH, is_slug
from site_builder.read.types.item import FROM_THE_FILE

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
    ledger: Ledger | None = None
    """Every address and id that was published before, if the site keeps a ledger of them."""
    problems: tuple[Problem, ...] = ()
    unread: frozenset[str] = frozenset()
    """Paths of files that are there but could not be read; links to them are not blamed."""
    folder: str = "content"
    """Where all of it was read, seen from the folder of the settings."""
    site_root: str | None = None
    """The whole address of the site's root, by which a link may lead inside."""


Read = Problem | Source | ImageFile | Ledger | Item | RegisterEntry
T = TypeVar("T", Problem, Source, ImageFile, Ledger, Item, RegisterEntry)


def read_content(
    root: Path,
    folder: str = "content",
    known: Mapping[str, Shape] | None = None,
    site_root: str | None = None,
) -> Content:
    """Return all of root/folder as typed items, with what is wrong in it.

    `known` are images that need no second look, as `known_images` reads them. Raises nothing for
    what authors can do; every file that can not be read is a problem.
    """
    paths: set[str] = set()
    everything: list[Read] = []
    for found in scan(root, folder):
        paths.add(found.path)
        everything += _read(found, known or {})
    items = _of(Item, everything)
    images = {image.path: image for image in _of(ImageFile, everything)}
    problems = _of(Problem, everything)
    if not items and not problems:
        problems.append(_nothing_in(folder))
    return Content(
        folder=folder,
        site_root=site_root,
        items=tuple(items),
        entries=tuple(_of(RegisterEntry, everything)),
        images=images,
        ledger=next(iter(_of(Ledger, everything)), None),
        sources={source.path: source for source in _of(Source, everything)},
        problems=tuple(problems),
        unread=frozenset(paths - images.keys() - {item.path for item in items}),
    )


def _of(model: type[T], things: Iterable[Read]) -> list[T]:
    return [thing for thing in things if isinstance(thing, model)]


def _nothing_in(folder: str) -> Problem:
    fix = "Make a first file with `missions new mission`."
    what = "There is nothing in this folder yet."
    return Problem(folder, Position(), "no-content", what, fix)


def _read(file: Found | Problem, known: Mapping[str, Shape]) -> Iterator[Read]:
    if isinstance(file, Problem):
        yield file
        return
    if problem := not_fetched(file.path, file.data):
        yield problem
        return
    if file.ending in IMAGE_ENDINGS:
        yield read_image(file, known)
        return
    text = _text(file)
    if isinstance(text, Problem):
        yield text
    elif merges := _merges(file, text):
        yield from merges
    elif file.inside == LEDGER:
        yield from read_ledger(file.path, text)
    elif file.inside in _KIND_OF_REGISTER:
        yield from read_register(file.path, text, _KIND_OF_REGISTER[file.inside])
    else:
        yield from read_item(file.path, text, _KIND_OF_FOLDER[file.inside.split("/", 1)[0]])


def _text(file: Found) -> str | Problem:
    """Return a file's text with \n between lines, or where it stops being text."""
    try:
        text = file.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf_8(file, error.start)
    text = text.replace("\r\n", "\n")
    if strange := unprintable(text):
        source = Source(file.path, text)
        at = source.position(strange.start())
        what = f"There is a character here that can not be shown ({code_point(strange[0])})."
        return source.problem(at, "unprintable", what, "Delete it, and type the line again.")
    return text


def _merges(file: Found, text: str) -> list[Problem]:
    """Return each merge that was left undone in a file; the ledger names those of its own."""
    if file.inside == LEDGER:
        return []
    find = merge_marks_in_markdown if file.ending == ".md" else merge_marks
    source = Source(file.path, text)
    places = (source.position(start) for start in find(text))
    return [source.problem(at, "merge-left", WHAT, FIX) for at in places]


def _not_utf_8(file: Found, offset: int) -> Problem:
    before = file.data[file.data.rfind(b"\n", 0, offset) + 1 : offset]
    column = len(before.removeprefix(b"\xef\xbb\xbf").decode(errors="replace")) + 1
    at = Position(file.data.count(b"\n", 0, offset) + 1, column)
    what = "The file is not written in UTF-8: the letter here can not be read."
    fix = "Save it as UTF-8; most editors offer this under “Save as”."
    return Problem(file.path, at, "not-utf-8", what, fix)


def read_item(path: str, text: str, kind: Kind) -> Iterator[Problem | Source | Item]:
    """Yield a Markdown file's item, or what is wrong with it; its source in any case."""
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
    if fields is not None:
        yield from _item(source, fields, kind, slug)


def _item(
    source: Source, fields: dict[str, Any], kind: Kind, slug: str
) -> Iterator[Problem | Item]:
    prose, problems = _prose(source)
    problems += [_reserved(source, name) for name in sorted(FROM_THE_FILE & fields.keys())]
    yield from problems
    known_slug = slug if is_slug(slug) else "unnamed"
    own = {"slug": known_slug, "path": source.path, "prose": prose}
    try:
        item = kind.model.model_validate(fields | own)
    except ValidationError as error:
        yield from explain(error, kind.model, source, kind.one)
        return
    if isinstance(item, Item) and known_slug == slug and not problems:
        yield item


def _reserved(source: Source, name: str, within: tuple[str, ...] = ()) -> Problem:
    at = source.position_of((*within, name), of_key=True)
    what = f"`{name}` is not written by hand."
    fix = "Take it out; the file's name and text say it already."
    return source.problem(at, "unknown-field", what, fix)


def _prose(source: Source) -> tuple[Prose, list[Problem]]:
    may_refer = "&#" in source.body  # telling code from text takes time
    if may_refer and (strange := unprintable_reference(without_code(source.body))):
        at = source.position(source.body_start + strange.start())
        what = f"{strange[0]} stands for a character that can not be shown."
        return Prose(), [source.problem(at, "unprintable", what, "Take it out.")]
    try:
        return convert(source.body, PurePosixPath(source.path).stem), []
    except ProseTooTangled as tangle:
        at = source.position(source.body_start)
        fix = "Break the text into paragraphs with blank lines between them."
        return Prose(), [source.problem(at, "tangled-text", str(tangle), fix)]


def _bad_name(source: Source, slug: str) -> Problem:
    what = f'The file\'s name, "{_cut(slug)}", can not be the end of an address.'
    return Problem(source.path, Position(), "bad-name", what, f"Rename it {_better(slug, '.md')}")


def _cut(slug: str) -> str:
    return slug if len(slug) <= 60 else f"{slug[:59]}…"


def _better(slug: str, ending: str = "") -> str:
    """Return a slug as near as can be to one that breaks the rule, and the rule."""
    near = re.sub(r"[^a-z0-9]+", "-", slug.casefold()).strip("-")[:SLUG_LENGTH].strip("-")
    rule = f"small letters, numbers and single dashes, at most {SLUG_LENGTH} characters."
    return f"{near}{ending}; an address has {rule}" if near else f"with {rule}"


def read_register(path: str, text: str, kind: Kind) -> Iterator[Problem | Source | RegisterEntry]:
    """Yield each entry of a register, or what is wrong with it; the register's source first."""
    source = Source(path, text, 0, len(text), len(text))
    yield source
    otherwise = "The register is not a set of slugs with their fields."
    entries, problems = read_mapping(source, otherwise)
    yield from problems
    for slug, fields in (entries or {}).items():
        if problem := _not_an_entry(source, slug, fields):
            yield problem
        else:
            yield from _entry(source, slug, fields, kind)


def _not_an_entry(source: Source, slug: str, fields: Any) -> Problem | None:
    at = source.position_of((slug,), of_key=True)
    if not is_slug(slug):
        what = f'The name "{_cut(slug)}" can not be the end of an address.'
        return source.problem(at, "bad-name", what, f"Write it {_better(slug)}")
    if not isinstance(fields, dict):
        fix = "Write its fields under it, indented by two spaces, for example: name: …"
        return source.problem(at, "wrong-value", f"`{slug}` has no fields.", fix)
    if "slug" in fields:
        return _reserved(source, "slug", (slug,))
    return None


def _entry(
    source: Source, slug: str, fields: dict[str, Any], kind: Kind
) -> Iterator[Problem | RegisterEntry]:
    model: type[BaseModel] = kind.model
    try:
        entry = model.model_validate(fields | {"slug": slug})
    except ValidationError as error:
        yield from explain(error, model, source, kind.one, within=(slug,))
        return
    if isinstance(entry, RegisterEntry):
        yield entry
