"""Days so far ahead that a digit must be wrong: the item would lead every list for years."""

import datetime as dt
from collections.abc import Iterator

from site_builder.read.content import Content
from site_builder.read.front_matter.faults import name_of
from site_builder.read.problems import Level, Problem
from site_builder.read.source import Loc
from site_builder.read.types import (
    Barrier,
    CaseStudy,
    CouncilSummary,
    Deliberation,
    Event,
    Item,
    MandateLetter,
)
from site_builder.relate.visibility import Viewer

YEARS = 2
"""How far ahead of the build, or of all else in the record, a day is believed."""

_Day = tuple[Item, Loc, dt.date]


def days_far_ahead(content: Content, viewer: Viewer) -> Iterator[Problem]:
    """Yield each day that is years ahead of the build, or of every other where no moment is given.

    Without a moment it may be right, when a record was left alone for years, so it is a warning.
    """
    days = sorted(_days(content), key=lambda one: (one[2], one[0].path))
    if viewer.now:
        today = viewer.now.date()
        for day in days:
            if _is_far(day[2], today):
                yield _problem(content, day, f"{YEARS} years after today, {today}", "error")
    elif len(days) > 1 and _is_far(days[-1][2], days[-2][2]):
        other = f"{YEARS} years after every other day in the record"
        yield _problem(content, days[-1], other, "warning")


def _days(content: Content) -> Iterator[_Day]:
    """Yield the own day of each item that has one, which lists and feeds put it in order by."""
    for item in content.items:
        match item:
            case CaseStudy() | MandateLetter():
                yield item, ("date",), item.date
            case CouncilSummary() | Event():
                yield item, ("held_on",), item.held_on
                if item.ends_on:
                    yield item, ("ends_on",), item.ends_on
            case Barrier():
                yield item, ("named_on",), item.named_on
            case Deliberation():
                yield item, ("phases", 0, "starts"), item.phases[0].starts


def _is_far(day: dt.date, other: dt.date) -> bool:
    return day.toordinal() - other.toordinal() > YEARS * 366


def _problem(content: Content, day: _Day, than: str, level: Level) -> Problem:
    item, loc, date = day
    source = content.sources[item.path]
    what = f"{name_of(loc)} is {date}, which is more than {than}."
    return source.problem(source.position_of(loc), "day-far-ahead", what, "Check its year.", level)
