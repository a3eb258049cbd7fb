"""Everything that is dated: what happened on which day, and which item tells of it.

Quarter pages, the first hundred days and the timelines of missions are all read off this one
list, so that a new kind of dated thing is added here and shows in all of them.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import singledispatch
from typing import Literal, NamedTuple, get_args

from site_builder.read.types import (
    Barrier,
    CaseStudy,
    CouncilSummary,
    Deliberation,
    Event,
    Item,
    MandateLetter,
    Mission,
    Steward,
)

HappeningKind = Literal[
    "steward_ends",
    "steward_begins",
    "letter",
    "deliberation_begins",
    "session",
    "session_called_off",
    "deliberation_ends",
    "vision",
    "rewording",
    "barrier_named",
    "barrier_removed",
    "event",
    "event_called_off",
    "story",
    "meeting",
    "meeting_to_come",
    "meeting_called_off",
    "change",
    "withdrawal",
]
"""In the order in which they are told when they share a day."""
_KINDS = get_args(HappeningKind)


@dataclass(frozen=True)
class Happening:
    """Something that happened on a day."""

    day: dt.date
    kind: HappeningKind
    item: Item
    """The item whose page tells of it."""
    note: str
    """What happened, in its author's words."""
    missions: tuple[str, ...]
    """The slugs of the missions that it belongs to."""
    is_illustrative: bool


class Dated(NamedTuple):
    """What an item itself tells of; its day may not be known."""

    day: dt.date | None
    kind: HappeningKind
    note: str
    is_illustrative: bool = False
    """True when this part is an invented example, though its item is not."""


def happenings(public: Iterable[Item], withdrawn: Iterable[Item]) -> tuple[Happening, ...]:
    """Return all that happened, newest first; of what was withdrawn, only that it was."""
    found = [one for item in public for one in _of_public(item)]
    found += [
        Happening(
            item.withdrawn.on, "withdrawal", item, item.withdrawn.reason, (), item.illustrative
        )
        for item in withdrawn
        if item.withdrawn
    ]
    return tuple(sorted(found, key=_place, reverse=True))


def _place(happening: Happening) -> tuple[dt.date, int, str]:
    return happening.day, _KINDS.index(happening.kind), happening.item.path


def missions_of(item: Item) -> tuple[str, ...]:
    """Return the slugs of the missions that an item belongs to, its main one first."""
    match item:
        case CaseStudy():
            return (item.mission, *item.also_missions)
        case CouncilSummary():
            return tuple(dict.fromkeys(line.mission for line in item.agenda if line.mission))
        case MandateLetter() | Steward():
            return item.missions
        case Mission():
            return (item.slug,)
        case Deliberation() | Event() if item.mission:
            return (item.mission,)
    return ()


def _of_public(item: Item) -> Iterator[Happening]:
    missions = missions_of(item)
    for one in (*_dated(item), *_changes(item)):
        if one.day:
            is_illustrative = item.illustrative or one.is_illustrative
            yield Happening(one.day, one.kind, item, one.note, missions, is_illustrative)


def _changes(item: Item) -> Iterator[Dated]:
    """Yield the changes to an item; minor ones are in the list of changes, and nowhere else."""
    for change in item.changes:
        if change.kind != "minor":
            yield Dated(change.date, "change", change.note)


@singledispatch
def _dated(_item: Item) -> Iterator[Dated]:
    """Yield each dated thing that an item itself tells of, whether its day is known or not."""
    yield from ()


@_dated.register
def _(item: CaseStudy) -> Iterator[Dated]:
    yield Dated(item.date, "story", item.summary)


@_dated.register
def _(item: CouncilSummary) -> Iterator[Dated]:
    if item.called_off:
        yield Dated(item.held_on, "meeting_called_off", item.called_off)
    else:
        is_held = item.state != "announced"
        yield Dated(item.held_on, "meeting" if is_held else "meeting_to_come", item.summary)


@_dated.register
def _(item: MandateLetter) -> Iterator[Dated]:
    yield Dated(item.date, "letter", item.summary)


@_dated.register
def _(item: Deliberation) -> Iterator[Dated]:
    yield Dated(item.phases[0].starts, "deliberation_begins", item.question)
    for session in item.sessions:
        kind: HappeningKind = "session_called_off" if session.called_off else "session"
        yield Dated(session.held_on, kind, session.title)
    yield Dated(item.phases[-1].ends, "deliberation_ends", item.summary)


@_dated.register
def _(item: Mission) -> Iterator[Dated]:
    if item.vision:
        yield Dated(item.vision.validated_on, "vision", item.vision.text, item.vision.illustrative)
    for rewording in item.wording_history:
        yield Dated(rewording.date, "rewording", rewording.because, rewording.illustrative)


@_dated.register
def _(item: Barrier) -> Iterator[Dated]:
    yield Dated(item.named_on, "barrier_named", item.summary)
    yield Dated(item.removed_on, "barrier_removed", item.what_helped or item.summary)


@_dated.register
def _(item: Steward) -> Iterator[Dated]:
    yield Dated(item.from_day, "steward_begins", item.role)
    yield Dated(item.until, "steward_ends", item.role)


@_dated.register
def _(item: Event) -> Iterator[Dated]:
    if item.called_off:
        yield Dated(item.held_on, "event_called_off", item.called_off)
    else:
        yield Dated(item.held_on, "event", item.summary)
