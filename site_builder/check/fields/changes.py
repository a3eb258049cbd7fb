"""Days on which something changed or was withdrawn: after the item was published, and in order."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from site_builder.read.content import Content
from site_builder.read.front_matter.faults import name_of
from site_builder.read.problems import Problem
from site_builder.read.source import Loc, Source
from site_builder.read.types import Barrier, CaseStudy, Item, MandateLetter
from site_builder.relate.visibility import Viewer

_Day = tuple[Loc, dt.date]


def misdated_changes(content: Content, viewer: Viewer) -> Iterator[Problem]:
    """Yield each change and withdrawal before its item's own day or still to come, and disorder."""
    for item in content.items:
        days = [*_days(item)]
        if not days:
            continue
        source = content.sources[item.path]
        for loc, day in days:
            yield from _too_early(item, loc, day, source)
            yield from _still_to_come(loc, day, source, viewer)
        yield from _out_of_order(item, source)


def _days(item: Item) -> Iterator[_Day]:
    for number, change in enumerate(item.changes):
        yield ("changes", number, "date"), change.date
    if item.withdrawn:
        yield ("withdrawn", "on"), item.withdrawn.on


def _too_early(item: Item, loc: Loc, day: dt.date, source: Source) -> Iterator[Problem]:
    for field, first in _first_days(item):
        if day < first:
            what = f"{name_of(loc)} is {day}, which is before the file's own `{field}`, {first}."
            fix = "Correct the one that is wrong; a change comes after publication."
            yield source.problem(source.position_of(loc), "change-before-publication", what, fix)
            return


def _first_days(item: Item) -> Iterator[tuple[str, dt.date]]:
    """Yield the fields that say since when there can have been an item.

    A meeting or an event is announced before its day, and a story can be held back once more.
    """
    if isinstance(item, CaseStudy | MandateLetter):
        yield "date", item.date
    if isinstance(item, Barrier):
        yield "named_on", item.named_on


def _still_to_come(loc: Loc, day: dt.date, source: Source, viewer: Viewer) -> Iterator[Problem]:
    if viewer.now and day > viewer.now.date():
        what = f"{name_of(loc)} is {day}, which is still to come."
        fix = "Correct the day; a change is told once it is made."
        yield source.problem(source.position_of(loc), "change-to-come", what, fix, "warning")


def _out_of_order(item: Item, source: Source) -> Iterator[Problem]:
    """Yield the first change that stands neither after nor before all others, as its list runs."""
    days = [change.date for change in item.changes]
    if days in (sorted(days), sorted(days, reverse=True)):
        return
    falls = days[0] > days[-1]
    for number, (one, other) in enumerate(pairwise(days), 1):
        if one != other and (one > other) != falls:
            loc = ("changes", number, "date")
            what = f"{name_of(loc)} is {other}, which is out of order."
            fix = "Check its year; then put the changes in order, the newest first or last."
            at = source.position_of(loc)
            yield source.problem(at, "changes-out-of-order", what, fix, "warning")
            return
