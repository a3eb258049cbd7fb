"""Everything that is dated: what happened on which day, and which item tells of it.

Quarter pages, the first hundred days and the timelines of missions are all read off this one
list, so that a new kind of dated thing is added here and shows in all of them.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import singledispatch
from typing import Literal

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
    "story",
    "meeting",
    "meeting_to_come",
    "letter",
    "deliberation_begins",
    "session",
    "deliberation_ends",
    "vision",
    "rewording",
    "barrier_named",
    "barrier_removed",
    "steward_begins",
    "steward_ends",
    "event",
    "event_called_off",
    "change",
    "withdrawal",
]


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


Dated = tuple[dt.date | None, HappeningKind, str]
"""A day, if there is one, what happened on it, and a note."""


def happenings(public: Iterable[Item], withdrawn: Iterable[Item]) -> tuple[Happening, ...]:
    """Return all that happened, newest first; of what was withdrawn, only that it was."""
    found = [one for item in public for one in _of_public(item)]
    found += [
        Happening(item.withdrawn.on, "withdrawal", item, item.withdrawn.reason, ())
        for item in withdrawn
        if item.withdrawn
    ]
    return tuple(sorted(found, key=lambda one: (-one.day.toordinal(), one.kind, one.item.path)))


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
    for day, kind, note in _dated(item):
        if day:
            yield Happening(day, kind, item, note, missions)
    for change in item.changes:
        # A minor change reaches no feed, and no timeline either; the list of changes has it.
        if change.kind != "minor":
            yield Happening(change.date, "change", item, change.note, missions)


@singledispatch
def _dated(_item: Item) -> Iterator[Dated]:
    """Yield each dated thing that an item itself tells of, whether its day is known or not."""
    yield from ()


@_dated.register
def _(item: CaseStudy) -> Iterator[Dated]:
    yield item.date, "story", item.summary


@_dated.register
def _(item: CouncilSummary) -> Iterator[Dated]:
    yield item.held_on, "meeting_to_come" if item.state == "announced" else "meeting", item.summary


@_dated.register
def _(item: MandateLetter) -> Iterator[Dated]:
    yield item.date, "letter", item.summary


@_dated.register
def _(item: Deliberation) -> Iterator[Dated]:
    yield item.phases[0].starts, "deliberation_begins", item.question
    for session in item.sessions:
        yield session.held_on, "session", session.title
    yield item.phases[-1].ends, "deliberation_ends", item.summary


@_dated.register
def _(item: Mission) -> Iterator[Dated]:
    if item.vision:
        yield item.vision.validated_on, "vision", item.vision.text
    for rewording in item.wording_history:
        yield rewording.date, "rewording", rewording.because


@_dated.register
def _(item: Barrier) -> Iterator[Dated]:
    yield item.named_on, "barrier_named", item.summary
    yield item.removed_on, "barrier_removed", item.what_helped or item.summary


@_dated.register
def _(item: Steward) -> Iterator[Dated]:
    yield item.from_day, "steward_begins", item.role
    yield item.until, "steward_ends", item.role


@_dated.register
def _(item: Event) -> Iterator[Dated]:
    if item.called_off:
        yield item.held_on, "event_called_off", item.called_off
    else:
        yield item.held_on, "event", item.summary
