"""Every day, month or year that authors write, and what it may be: past, planned, or a deadline.

The table names each dated field of each type; a test holds it against the models, so a new field
can not be forgotten. Whatever looks at days looks at all of them.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args

from pydantic import BaseModel

from site_builder.read.source import Loc
from site_builder.read.types import (
    Barrier,
    CaseStudy,
    CouncilSummary,
    Event,
    Item,
    MandateLetter,
    Steward,
)
from site_builder.read.types.case_study import Source
from site_builder.read.types.council_summary import MadeCommitment
from site_builder.read.types.deliberation import Evidence, Phase, Session
from site_builder.read.types.fields.dates import Quarter
from site_builder.read.types.item import Change, Withdrawal
from site_builder.read.types.mission import Rewording, Vision, WayToTakePart
from site_builder.read.types.parts.consent import Consent

DaySort = Literal["told", "planned", "deadline", "source"]
"""told: it has happened when it is told. planned: it may still be to come. deadline: it may be
years ahead. source: when something that the record quotes was published, however long ago."""

SORTS: Mapping[tuple[type[BaseModel], str], DaySort] = {
    (CaseStudy, "date"): "told",
    (MandateLetter, "date"): "told",
    (Barrier, "named_on"): "told",
    (Barrier, "removed_on"): "told",
    (Change, "date"): "told",
    (Withdrawal, "on"): "told",
    (Rewording, "date"): "told",
    (Vision, "validated_on"): "told",
    (Consent, "given_on"): "told",
    (Consent, "taken_back"): "told",
    (CouncilSummary, "quarter"): "planned",
    (CouncilSummary, "held_on"): "planned",
    (CouncilSummary, "next_meeting"): "planned",
    (Event, "held_on"): "planned",
    (Event, "ends_on"): "planned",
    (CouncilSummary, "ends_on"): "planned",
    (Session, "ends_on"): "planned",
    (Session, "held_on"): "planned",
    (Phase, "starts"): "planned",
    (Phase, "ends"): "planned",
    (Steward, "from_day"): "planned",
    (Item, "publish_at"): "planned",
    (Steward, "until"): "deadline",
    (WayToTakePart, "until"): "deadline",
    (Consent, "expires"): "deadline",
    (Item, "review_by"): "deadline",
    (MadeCommitment, "due"): "deadline",
    (Source, "date"): "source",
    (Evidence, "date"): "source",
}
"""What each dated field is."""


@dataclass(frozen=True)
class WrittenDay:
    """A day in the front matter of an item."""

    item: Item
    loc: Loc
    day: dt.date
    """The first day of what is written: that of a month or of a quarter."""
    sort: DaySort
    written: str
    is_own: bool
    """True of the day by which lists and feeds put the item in order."""


_OWN = {
    (CaseStudy, "date"),
    (MandateLetter, "date"),
    (Barrier, "named_on"),
    (CouncilSummary, "held_on"),
    (CouncilSummary, "ends_on"),
    (Event, "held_on"),
    (Event, "ends_on"),
    (Phase, "starts"),
}


def days_of(item: Item) -> Iterator[WrittenDay]:
    """Yield every day that the author of an item wrote, in the order of its fields."""
    yield from _days(item, item, ())


def _days(item: Item, part: BaseModel, loc: Loc) -> Iterator[WrittenDay]:
    for name, written, key in _fields(type(part)):
        value = getattr(part, name)
        here = (*loc, written)
        if value is None:
            continue
        if key:
            is_own = key in _OWN and (key[0] is not Phase or loc == ("phases", 0))
            yield WrittenDay(item, here, first_day(value), SORTS[key], str(value), is_own)
        elif isinstance(value, BaseModel):
            yield from _days(item, value, here)
        else:
            for number, one in enumerate(value):
                yield from _days(item, one, (*here, number))


@cache
def _fields(
    model: type[BaseModel],
) -> tuple[tuple[str, str, tuple[type[BaseModel], str] | None], ...]:
    """Return the fields of a model that are dated or that hold parts, as authors write them."""
    found = []
    for name, field in model.model_fields.items():
        keys = ((one, name) for one in model.__mro__ if issubclass(one, BaseModel))
        key = next((one for one in keys if one in SORTS), None)
        if key or _holds_parts(field.annotation):
            found.append((name, field.alias or name, key))
    return tuple(found)


def _holds_parts(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(_holds_parts(one) for one in get_args(annotation))


def first_day(value: Any) -> dt.date:
    """Return the first day of a date, a moment, a quarter, or of as much of one as is known."""
    if isinstance(value, Quarter):
        return value.first_day
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    return dt.date.fromisoformat(value + "-01-01"[len(value) - 4 :])
