"""Read the whole of `content/`: every file becomes a typed item or a problem, never a surprise."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from site_builder.read.addresses import Addresses
from site_builder.read.files.folder import read_files
from site_builder.read.files.kinds import FILES
from site_builder.read.files.limits import FileLimits
from site_builder.read.files.own_file import OwnFile
from site_builder.read.front_matter.faults import Misnamed
from site_builder.read.front_matter.gaps import SOME_DAY
from site_builder.read.front_matter.things import Thing, Unread, WithGaps, read_item, read_register
from site_builder.read.kept.before import Before
from site_builder.read.kept.kept_files import KeptFiles
from site_builder.read.ledger import LEDGER, Ledger
from site_builder.read.ledger_lines import read_ledger
from site_builder.read.not_fetched import not_fetched
from site_builder.read.pictures.images import ImageFile, Shape, read_image
from site_builder.read.place.facts import DEFAULT, Facts, kind_for
from site_builder.read.problems import Position, Problem
from site_builder.read.scan import IMAGE_ENDINGS, Found, scan
from site_builder.read.source import Loc, Source
from site_builder.read.texts import read_text
from site_builder.read.types import (
    ITEM_KINDS,
    REGISTER_KINDS,
    CaseStudy,
    CouncilSummary,
    Item,
    RegisterEntry,
)

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
    misnamed: tuple[Misnamed, ...] = ()
    """References by names that can be no slugs, such as a place by its title."""
    unread: frozenset[str] = frozenset()
    """Paths of files that are there but could not be read; links to them are not blamed."""
    gaps: Mapping[str, Collection[Loc]] = field(default_factory=dict)
    """Where something is missing or was refused, by path; its things have stand-ins there."""
    others: "tuple[Content, ...]" = ()
    """The same with other stand-ins, if there are gaps: what is wrong in only one is not wrong."""
    folder: str = "content"
    """Where all of it was read, seen from the folder of the settings."""
    site_root: str | None = None
    """The whole address of the site's root, by which a link may lead inside."""
    addresses: Addresses = field(default_factory=Addresses)
    """Where everything stands on the site."""
    files: Mapping[str, OwnFile] = field(default_factory=dict)
    """Files to be published as files, by their path."""
    facts: Facts = DEFAULT
    """What is so at the place that the site is of."""

    @property
    def day(self) -> dt.date:
        """The day of the latest story, to stand where a day is missing."""
        days = (one.date for one in self.items if isinstance(one, CaseStudy))
        return max(days, default=SOME_DAY)

    def may_hide(self, where: str, *fields: str) -> bool:
        """Tell whether a file, or one in a folder, may say in a field what could not be read.

        Of a list, whether there may be an entry, or an `id` of one, that nobody knows.
        """
        inside = f"{where}/"
        return any(
            path == where or path.startswith(inside) for path in self.unread - self.sources.keys()
        ) or any(
            _hides(loc, fields)
            for path, gaps in self.gaps.items()
            if path == where or path.startswith(inside)
            for loc in gaps
        )


def _hides(gap: Loc, fields: tuple[str, ...]) -> bool:
    if not gap or gap[-1] in fields:
        return True
    return (isinstance(gap[-1], int) or gap[-1] == "id") and any(name in gap for name in fields)


Read = Problem | Misnamed | Source | ImageFile | OwnFile | Ledger | Thing
T = TypeVar(
    "T", Problem, Source, ImageFile, OwnFile, Ledger, Item, RegisterEntry, WithGaps, Unread,
    Misnamed,
)  # fmt: skip


def read_content(  # noqa: PLR0913 - each is named where it is given
    root: Path,
    folder: str = "content",
    before: Before | None = None,
    site_root: str | None = None,
    limits: FileLimits | None = None,
    *,
    addresses: Addresses | None = None,
    facts: Facts = DEFAULT,
) -> Content:
    """Return all of root/folder as typed items, with what is wrong in it.

    Raises nothing for what authors can do; every file that can not be read is a problem.
    """
    before = before or Before()
    paths: set[str] = set()
    everything: list[Read] = []
    for found in scan(root, folder):
        paths.add(found.path)
        everything += _read(found, before.images, before.texts, facts)
    everything += read_files(root, folder, limits or FileLimits(), before.files)
    images = {image.path: image for image in _of(ImageFile, everything)}
    files = {file.path: file for file in _of(OwnFile, everything)}
    content = Content(
        folder=folder,
        site_root=site_root,
        addresses=addresses or Addresses(),
        facts=facts,
        items=tuple(_of(Item, everything)),
        entries=tuple(_of(RegisterEntry, everything)),
        images=images,
        files=files,
        ledger=next(iter(_of(Ledger, everything)), None),
        sources={source.path: source for source in _of(Source, everything)},
        problems=tuple(_of(Problem, everything)),
        misnamed=tuple(_of(Misnamed, everything)),
    )
    content = _with_gaps(content, _of(WithGaps, everything), _of(Unread, everything))
    if not content.items and not content.problems:
        content = replace(content, problems=(_nothing_in(folder),))
    refused = {one.path for one in content.problems if one.path.startswith(f"{folder}/{FILES}/")}
    read = {item.path for item in content.items} | images.keys()
    return replace(content, unread=frozenset((paths | refused) - read - files.keys()))


def _with_gaps(content: Content, gapped: Iterable[WithGaps], unread: Iterable[Unread]) -> Content:
    """Return content with the things that have gaps, filled in two ways."""
    day = content.day
    gaps: defaultdict[str, set[Loc]] = defaultdict(set)
    for file in unread:
        gaps[file.path].add(())
    made = [(thing.path, one) for thing in gapped if (one := thing.filled(day))]
    for path, one in made:
        gaps[path] |= one.gaps
    if not gaps:
        return content
    others = zip(*(one.others for _, one in made), strict=True)
    return replace(
        _with_things(content, [one.thing for _, one in made]),
        gaps=gaps,
        others=tuple(_with_things(content, things) for things in others),
    )


def _with_things(content: Content, things: Collection[Any]) -> Content:
    """Return content with more things, in the order of their paths as when all is sound."""
    items = sorted((*content.items, *_of(Item, things)), key=lambda one: one.path)
    entries = (*content.entries, *_of(RegisterEntry, things))
    return replace(content, items=tuple(items), entries=entries)


def _of(model: type[T], things: Iterable[Read]) -> list[T]:
    return [thing for thing in things if isinstance(thing, model)]


def _nothing_in(folder: str) -> Problem:
    fix = "Make a first file with `missions new mission`."
    what = "There is nothing in this folder yet."
    return Problem(folder, Position(), "no-content", what, fix)


def _read(
    file: Found | Problem, known: Mapping[str, Shape], kept: KeptFiles, facts: Facts
) -> Iterable[Read]:
    """Return what one file says, and what is wrong with it."""
    if isinstance(file, Problem):
        return [file]
    if problem := not_fetched(file.path, file.data):
        return [problem]
    if file.ending in IMAGE_ENDINGS:
        return [read_image(file, known)]
    if file.inside == LEDGER:
        return _ledger(file)
    made = kept.get(file)
    if made is None:
        made = [*_text(file, facts)]
        kept.put(file, made)
    return made


def _ledger(file: Found) -> Iterator[Read]:
    text, problems = read_text(file)
    yield from problems
    yield from () if problems else read_ledger(file.path, text)  # nothing is made of half a ledger


def _text(file: Found, facts: Facts) -> Iterator[Read]:
    text, problems = read_text(file)
    yield from problems
    if file.inside in _KIND_OF_REGISTER:
        kind = kind_for(_KIND_OF_REGISTER[file.inside], facts)
        yield from read_register(file.path, text, kind)
    else:
        kind = kind_for(_KIND_OF_FOLDER[file.inside.split("/", 1)[0]], facts)
        yield from (_in_year(one, facts) for one in read_item(file.path, text, kind))


def _in_year(one: Read, facts: Facts) -> Read:
    """Return a council summary with its quarter in years that begin as those of the place do."""
    if not isinstance(one, CouncilSummary) or facts.year_starts == one.quarter.starts:
        return one
    return one.model_copy(update={"quarter": replace(one.quarter, starts=facts.year_starts)})
