"""What a file says is one thing, or many: an item, or the entries of a register.

What is wrong with one field is a problem of that field alone. The thing is there all the same,
with gaps, so that the rest of it is looked at and whatever refers to it finds it.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any
from zlib import crc32

from pydantic import ValidationError

from site_builder.read.front_matter.faults import Misnamed, explain
from site_builder.read.front_matter.front_matter import (
    Fields,
    read_front_matter,
    read_mapping,
    split,
)
from site_builder.read.front_matter.gaps import Filled, filled
from site_builder.read.litter import copied_from
from site_builder.read.problems import Position, Problem
from site_builder.read.prose.characters import unprintable_reference
from site_builder.read.prose.code_spans import without_code
from site_builder.read.prose.prose import Prose, ProseTooTangled, convert
from site_builder.read.source import Loc, Source
from site_builder.read.types import Item, Kind, RegisterEntry
from site_builder.read.types.fields.slugs import slug_of
from site_builder.read.types.fields.text import SLUG_LENGTH, is_slug
from site_builder.read.types.item import FROM_THE_FILE


@dataclass(frozen=True)
class WithGaps:
    """A thing of which not everything could be read; `filled` makes one of it all the same."""

    kind: Kind
    path: str
    values: Mapping[str, Any]
    lost: frozenset[Loc] = frozenset()
    """Where something can not be read at all."""
    within: Loc = ()
    """Where its values stand in the file, for an entry of a register."""
    is_named: bool = True
    """Whether its slug is its own, and not made up."""

    def filled(self, day: dt.date) -> Filled | None:
        """Return it with its gaps filled; `day` stands where a day is missing."""
        lost = [str(loc[-1]) for loc in self.lost if len(loc) == len(self.within) + 1]
        made = filled(self.kind.model, self.values, day, lost)
        if not made:
            return None
        gaps = frozenset((*self.within, *loc) for loc in made.gaps) | self.lost
        if self.is_named:
            return replace(made, gaps=gaps)
        slug = {"slug": _made_up(self.path, self.within)}
        others = tuple(one.model_copy(update=slug) for one in made.others)
        return Filled(made.thing, others, gaps | {(*self.within, "slug")})


@dataclass(frozen=True)
class Unread:
    """That more may stand in a file than could be read."""

    path: str


Thing = Item | RegisterEntry | WithGaps | Unread


def read_item(path: str, text: str, kind: Kind) -> Iterator[Problem | Misnamed | Source | Thing]:
    """Yield a Markdown file's item, and what is wrong with it; its source first."""
    source, problems = split(path, text)
    fields = read_front_matter(source)
    yield fields.source
    yield from (*problems, *fields.problems)
    yield from (
        _reserved(fields.source, name) for name in sorted(FROM_THE_FILE & fields.values.keys())
    )
    prose, tangles = _prose(fields.source)
    yield from tangles
    slug = PurePosixPath(path).stem
    if not is_slug(slug):
        yield _bad_name(fields.source, slug)
    own = {"path": path, "prose": prose, "slug": _slug_for(slug, path)}
    yield from _thing(WithGaps(kind, path, fields.values | own, is_named=is_slug(slug)), fields)


def _thing(thing: WithGaps, fields: Fields) -> Iterator[Problem | Misnamed | Thing]:
    """Yield a thing; or what is wrong with its values, and the thing with gaps."""
    lost = frozenset((*thing.within, name) for name in fields.lost)
    lost |= frozenset() if fields.is_whole else frozenset({thing.within})
    model = thing.kind.model
    try:
        whole = model.model_validate(thing.values)
    except ValidationError as error:
        yield from explain(error, model, fields, thing.kind.one, thing.within)
        yield replace(thing, lost=lost)
        return
    is_sound = thing.is_named and not lost and isinstance(whole, Item | RegisterEntry)
    yield whole if is_sound else replace(thing, lost=lost)


def _reserved(source: Source, name: str, within: tuple[str, ...] = ()) -> Problem:
    at = source.position_of((*within, name), of_key=True)
    what = f"`{name}` is not written by hand."
    fix = "Take it out; the file's name and text say it already."
    return source.problem(at, "unknown-field", what, fix)


def _prose(source: Source) -> tuple[Prose, list[Problem]]:
    body, problems = source.body, list[Problem]()
    may_refer = "&#" in body  # telling code from text takes time
    while may_refer and (strange := unprintable_reference(without_code(body))):
        at = source.position(source.body_start + strange.start())
        what = f"{strange[0]} stands for a character that can not be shown."
        problems.append(source.problem(at, "unprintable", what, "Take it out."))
        body = f"{body[: strange.start()]}{' ' * len(strange[0])}{body[strange.end() :]}"
    try:
        return convert(body, PurePosixPath(source.path).stem), problems
    except ProseTooTangled as tangle:
        at = source.position(source.body_start)
        fix = "Break the text into paragraphs with blank lines between them."
        return Prose(), [*problems, source.problem(at, "tangled-text", str(tangle), fix)]


def _bad_name(source: Source, slug: str) -> Problem:
    if original := copied_from(slug):
        what = f'By its name, "{_cut(slug)}", this file is a copy of {original}.md.'
        fix = (
            f"Put what is new in it into {original}.md and delete it, or give it a name of its own."
        )
        return Problem(source.path, Position(), "copy-of-a-file", what, fix)
    what = f'The file\'s name, "{_cut(slug)}", can not be the end of an address.'
    return Problem(source.path, Position(), "bad-name", what, f"Rename it {_better(slug, '.md')}")


def _cut(slug: str) -> str:
    return slug if len(slug) <= 60 else f"{slug[:59]}…"


def _slug_for(name: str, path: str, within: Loc = ()) -> str:
    """Return a name that an address can end with, as near as can be to one that it can not."""
    return name if is_slug(name) else _near(name) or _made_up(path, (*within, "near"))


def _near(name: str) -> str:
    known = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:SLUG_LENGTH].strip("-")
    return slug_of(name) or known


def _made_up(path: str, within: Loc) -> str:
    """Return a slug that no author would write, another for each thing."""
    return f"not-named-{crc32(repr((path, within)).encode()):08x}"


def _better(slug: str, ending: str = "") -> str:
    """Return a slug as near as can be to one that breaks the rule, and the rule."""
    near = _near(slug)
    rule = f"small letters, numbers and single dashes, at most {SLUG_LENGTH} characters."
    return f"{near}{ending}; an address has {rule}" if near else f"with {rule}"


def read_register(
    path: str, text: str, kind: Kind
) -> Iterator[Problem | Misnamed | Source | Thing]:
    """Yield each entry of a register, and what is wrong with it; the register's source first."""
    otherwise = "The register is not a set of slugs with their fields."
    fields = read_mapping(Source(path, text, 0, len(text), len(text)), otherwise)
    yield fields.source
    yield from fields.problems
    if not fields.is_whole:
        yield Unread(path)
    for slug, values in fields.values.items():
        problem = _not_an_entry(fields.source, slug, values)
        if problem:
            yield problem
        yield from _entry(slug, values if isinstance(values, dict) else None, fields, kind)
    for slug in sorted(fields.lost - fields.values.keys()):
        yield WithGaps(kind, path, {"slug": _slug_for(slug, path, (slug,))}, within=(slug,))


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
    slug: str, values: dict[str, Any] | None, fields: Fields, kind: Kind
) -> Iterator[Problem | Misnamed | Thing]:
    path = fields.source.path
    own = {"slug": _slug_for(slug, path, (slug,))}
    entry = WithGaps(kind, path, (values or {}) | own, within=(slug,), is_named=is_slug(slug))
    # That it has no fields was told; what it lacks needs no telling.
    yield from [entry] if values is None else _thing(entry, fields.of_entry(slug))
