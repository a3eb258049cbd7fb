"""The ids of all that feeds tell: tag URIs (RFC 4151), each made here and nowhere else.

An id is made of a day and of the slug of first publication, so renaming a file, with its old slug
under `aliases`, leaves it as it is. What is a part of an item has the item's id and more.
"""

import datetime as dt
from functools import singledispatch

from site_builder.read.types import Barrier, CaseStudy, CouncilSummary, Item
from site_builder.read.types.fields.dates import Quarter
from site_builder.read.types.kinds import kind_of

Told = CaseStudy | CouncilSummary | Barrier
"""What has an id of its own; whatever else feeds tell belongs to one of these, or is a change."""


def item_id(item: Told, authority: str) -> str:
    """Return the id of an item in every feed; `authority` is the host of the site.

    A meeting that moves within its quarter stays one item.
    """
    return _tag(authority, _day_of(item), item)


def part_id(item: Told, authority: str, *steps: str) -> str:
    """Return the id of a part of an item: a promise of a council, the end of a barrier."""
    return "/".join((item_id(item, authority), *steps))


def change_id(item: Item, day: dt.date, number: int, authority: str) -> str:
    """Return the id of a change of an item; `number` counts those of one day from 1."""
    more = f"/{number}" if number > 1 else ""
    return f"{_tag(authority, day, item)}/change{more}"


def withdrawal_id(item: Item, day: dt.date, authority: str) -> str:
    """Return the id of the news that an item was withdrawn."""
    return f"{_tag(authority, day, item)}/withdrawn"


def _tag(authority: str, day: dt.date, item: Item) -> str:
    kind = kind_of(item).name.replace(" ", "-")
    return f"tag:{authority},{day.isoformat()}:{kind}/{item.first_slug}"


@singledispatch
def _day_of(item: Item) -> dt.date:
    """Return the day that an id is made of, which does not move."""
    raise TypeError(f"{kind_of(item).name} has no day")


@_day_of.register
def _(item: CaseStudy) -> dt.date:
    return item.date


@_day_of.register
def _(item: CouncilSummary) -> dt.date:
    return _start_of(item.quarter)


@_day_of.register
def _(item: Barrier) -> dt.date:
    return item.named_on


def _start_of(quarter: Quarter) -> dt.date:
    return dt.date(quarter.year, quarter.number * 3 - 2, 1)
