"""Days, times and quarters as authors write them."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Annotated, Any, Self

from pydantic import (
    BeforeValidator,
    WithJsonSchema,
)

from site_builder.read.types.fields.other_dates import MONTHS, in_words, readings
from site_builder.read.types.fields.text import STRIPPED, as_text, mistake


@dataclass(frozen=True, order=True)
class Quarter:
    """Three months of a year, written 2025-Q1; a year has the number of that in which it starts."""

    year: int
    number: int
    starts: int = 1
    """The month with which the first quarter of a year begins."""

    @classmethod
    def of(cls, day: dt.date, starts: int = 1) -> Self:
        """Return the quarter in which a day falls, of years that begin with a month."""
        months = day.year * 12 + day.month - starts
        return cls(months // 12, months % 12 // 3 + 1, starts)

    @property
    def next(self) -> "Quarter":
        """The quarter after this one."""
        return Quarter(self.year + self.number // 4, self.number % 4 + 1, self.starts)

    @property
    def first_day(self) -> dt.date:
        """The day on which it begins."""
        months = self.starts - 1 + 3 * (self.number - 1)
        return dt.date(self.year + months // 12, months % 12 + 1, 1)

    @property
    def last_month(self) -> dt.date:
        """The first day of its last month."""
        months = self.first_day.month + 1
        return dt.date(self.first_day.year + months // 12, months % 12 + 1, 1)

    @property
    def slug(self) -> str:
        return f"{self.year}-q{self.number}"

    @property
    def label(self) -> str:
        first, last = self.first_day, self.last_month
        year = f" {first.year}" if first.year != last.year else ""
        return f"{MONTHS[first.month - 1]}{year} to {MONTHS[last.month - 1]} {last.year}"

    def __str__(self) -> str:
        return f"{self.year}-Q{self.number}"


def _day(value: Any) -> Any:
    fix = "Write it as year-month-day, for example: 2024-06-25"
    value = as_text(value)
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise mistake("is not a date", _as_read(value) or fix)
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        fix = "Check the day and the month; the order is year-month-day, for example: 2024-06-25"
        raise mistake("is not a day in the calendar", fix) from None


def _as_read(written: str) -> str:
    """Return how to write a date that was written in another way, by each day that it may be."""
    days = [f"{day} for {in_words(day)}" for day in readings(written)]
    return f"Write {' or '.join(days)}" if days else ""


def _moment(value: Any) -> Any:
    fix = (
        "Write the date, the time and how far it is from UTC, "
        "for example: 2024-06-25T09:00+01:00 (or Z for UTC)"
    )
    if not isinstance(value, str | dt.datetime):
        return value
    try:
        moment = dt.datetime.fromisoformat(str(value))
    except ValueError:
        raise mistake("is not a date with a time", fix) from None
    if moment.tzinfo is None:
        raise mistake("has no time zone", fix)
    return moment


def _clock(value: Any) -> Any:
    if isinstance(value, str) and re.fullmatch(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]", value):
        return dt.time.fromisoformat(value)
    raise mistake("is not a time of day", "Write hours and minutes, for example: 17:30")


def _quarter(value: Any) -> Any:
    if isinstance(value, str) and (parts := re.fullmatch(r"([0-9]{4})-Q([1-4])", value)):
        return Quarter(int(parts[1]), int(parts[2]))
    raise mistake("is not a quarter", "Write the year and the quarter, for example: 2025-Q1")


def _partial_date(value: Any) -> Any:
    fix = "Write as much as is known: 2024, 2024-06 or 2024-06-25; or leave it out"
    value = as_text(value)
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"[0-9]{4}(?:-[0-9]{2}){0,2}", value):
        raise mistake("is not a date", _as_read(value) or fix)
    try:
        dt.date.fromisoformat(value + "-01-01"[len(value) - 4 :])
    except ValueError:
        raise mistake("is not in the calendar", fix) from None
    return value


Day = Annotated[
    dt.date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})
]
"""A day in the calendar."""


Moment = Annotated[
    dt.datetime,
    BeforeValidator(_moment),
    WithJsonSchema({"type": "string", "format": "date-time"}),
]
"""A date and time with its distance from UTC."""


Clock = Annotated[
    dt.time,
    BeforeValidator(_clock),
    WithJsonSchema({"type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$"}),
]
"""A time of day, hours and minutes."""


PartialDate = Annotated[
    str,
    STRIPPED,
    BeforeValidator(_partial_date),
    WithJsonSchema({"type": ["string", "integer"], "pattern": "^\\d{4}(-\\d{2}(-\\d{2})?)?$"}),
]
"""A year, a year and month, or a day: as much as is known."""


QuarterField = Annotated[
    Quarter,
    BeforeValidator(_quarter),
    WithJsonSchema({"type": "string", "pattern": "^\\d{4}-Q[1-4]$"}),
]
"""A quarter, written 2025-Q1."""
