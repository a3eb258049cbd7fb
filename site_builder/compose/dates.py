"""Dates as people read them and as feeds need them; no clock and no locale has a say.

A date without a time is 09:00 in London. The rules of London's clocks come with the product, so
that every machine agrees on them.
"""

import datetime as dt
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@cache
def _london() -> ZoneInfo:
    with files("tzdata").joinpath("zoneinfo/Europe/London").open("rb") as rules:
        return ZoneInfo.from_file(rules, key="Europe/London")


def long_date(day: dt.date) -> str:
    """Return a day as GOV.UK style has it: 25 June 2024."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def partial_date(text: str) -> str:
    """Return as much of a date as is known: 2024, June 2024 or 25 June 2024."""
    parts = text.split("-")
    if len(parts) == 3:
        return long_date(dt.date.fromisoformat(text))
    return f"{_MONTHS[int(parts[1]) - 1]} {parts[0]}" if len(parts) == 2 else text


def clock_time(time: dt.time) -> str:
    """Return a time of day as GOV.UK style has it: 5:30pm, 2pm, midday."""
    if (time.hour, time.minute) in ((0, 0), (12, 0)):
        return "midday" if time.hour else "midnight"
    minutes = f":{time.minute:02d}" if time.minute else ""
    return f"{(time.hour - 1) % 12 + 1}{minutes}{'am' if time.hour < 12 else 'pm'}"


def moment_of(day: dt.date) -> dt.datetime:
    """Return the moment that stands for a day in feeds: 09:00 in London, as a fixed offset."""
    local = dt.datetime.combine(day, dt.time(9), tzinfo=_london())
    offset = local.utcoffset() or dt.timedelta()
    return local.replace(tzinfo=dt.timezone(offset))
