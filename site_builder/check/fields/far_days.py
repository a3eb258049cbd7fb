"""Days that can not be right: still to come, or so far away that a digit must be wrong."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from site_builder.read.content import Content
from site_builder.read.front_matter.faults import name_of
from site_builder.read.problems import Level, Problem
from site_builder.relate.dated.dates import DaySort, WrittenDay, days_of
from site_builder.relate.visibility import Sight, Viewer

FIRST_YEAR = 1990
"""The first year of which a record tells; what it quotes may be older."""
LAST_YEAR: Mapping[DaySort, int] = {"told": 2099, "planned": 2099, "source": 2099, "deadline": 2199}
"""The last year that is believed whenever a build is."""
YEARS: Mapping[DaySort, int] = {"told": 2, "planned": 2, "source": 2, "deadline": 50}
"""How many years ahead of the build a day is believed."""
GAP = 20
"""How many years without any day there may be in a record; what is after them is a slip."""
_CHECK = "Check its year."
_CHANGES = frozenset({"changes", "withdrawn"})


def days_out_of_place(content: Content, viewer: Viewer) -> Iterator[Problem]:
    """Yield each day that is long ago, still to come though it is told, or years ahead.

    Without a moment a day is held against the others. One that is years after all of them may be
    right, when a record was left alone for years, so it is a warning; one beyond a gap of decades
    is not.
    """
    days = [day for item in content.items for day in days_of(item)]
    for day in days:
        if day.sort != "source" and day.day.year < FIRST_YEAR:
            yield _problem(content, day, "day-long-ago", f"before {FIRST_YEAR}")
        elif day.day.year > LAST_YEAR[day.sort]:
            yield _problem(content, day, "day-far-ahead", f"after {LAST_YEAR[day.sort]}")
        elif viewer.now:
            yield from _beside_now(content, day, viewer, viewer.now.date())
    if not viewer.now:
        sane = [one for one in days if FIRST_YEAR <= one.day.year <= LAST_YEAR[one.sort]]
        yield from _beside_each_other(content, sane)


def _beside_now(
    content: Content, day: WrittenDay, viewer: Viewer, today: dt.date
) -> Iterator[Problem]:
    years = YEARS[day.sort]
    if _is_far(day.day, today, years):
        yield _problem(content, day, "day-far-ahead", f"more than {years} years after {today}")
    elif (
        day.sort in ("told", "source")
        and day.day > today
        and viewer.sight_of(day.item) is not Sight.HIDDEN
        and day.loc[0] not in _CHANGES
    ):
        fix = "Correct the day; or keep the file back with `publish_at` until it has come."
        than = f"still to come on {today}"
        yield _problem(content, day, "day-to-come", than, fix, level="warning")


def _beside_each_other(content: Content, days: Sequence[WrittenDay]) -> Iterator[Problem]:
    own = sorted((one for one in days if one.is_own), key=lambda one: (one.day, one.item.path))
    if not own:
        return
    fix = f"{_CHECK} If it is right, tell the build the time with `--now`."
    last = _last_believed([one.day for one in own])
    for day in days:
        years = max(YEARS[day.sort], GAP)
        if _is_far(day.day, last, years):
            than = f"more than {years} years after the others, of which the last is {last}"
            yield _problem(content, day, "day-far-ahead", than, fix)
    if len(own) > 1 and own[-1].day <= last and _is_far(own[-1].day, own[-2].day, YEARS["told"]):
        than = f"more than {YEARS['told']} years after every other day in the record"
        yield _problem(content, own[-1], "day-far-ahead", than, fix, level="warning")


def _last_believed(days: Sequence[dt.date]) -> dt.date:
    """Return the last day before a gap of decades, counted from the middle of all days."""
    last = days[(len(days) - 1) // 2]
    for day in days[(len(days) - 1) // 2 :]:
        if _is_far(day, last, GAP):
            break
        last = day
    return last


def _is_far(day: dt.date, other: dt.date, years: int) -> bool:
    return day.toordinal() - other.toordinal() > years * 366


def _problem(  # noqa: PLR0913 - each is named where it is given
    content: Content,
    day: WrittenDay,
    rule: str,
    than: str,
    fix: str = _CHECK,
    *,
    level: Level = "error",
) -> Problem:
    source = content.sources[day.item.path]
    what = f"{name_of(day.loc)} is {day.written}, which is {than}."
    return source.problem(source.position_of(day.loc), rule, what, fix, level)
