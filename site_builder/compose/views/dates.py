"""Dates as people read them and as feeds need them; no clock and no locale has a say.

A date without a time is 09:00 in London. The rules of London's clocks come with the product, so
that every machine agrees on them.
"""

import datetime as dt
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from site_builder.read.theme.words import Words
from site_builder.read.types.fields.dates import Quarter

_MORNING = dt.time(9)


@cache
def _london() -> ZoneInfo:
    with files("tzdata").joinpath("zoneinfo/Europe/London").open("rb") as rules:
        return ZoneInfo.from_file(rules, key="Europe/London")


def long_date(words: Words, day: dt.date) -> str:
    """Return a day as the site's language writes it, in English: 25 June 2024."""
    return words.say("dates.day", day=day.day, month=_month(words, day.month), year=str(day.year))


def partial_date(words: Words, text: str) -> str:
    """Return as much of a date as is known: 2024, June 2024 or 25 June 2024."""
    parts = text.split("-")
    if len(parts) == 3:
        return long_date(words, dt.date.fromisoformat(text))
    if len(parts) == 2:
        return words.say("dates.month", month=_month(words, int(parts[1])), year=parts[0])
    return text


def clock_time(words: Words, time: dt.time) -> str:
    """Return a time of day, in English as GOV.UK style has it: 5:30pm, 2pm, midday."""
    if (time.hour, time.minute) in ((0, 0), (12, 0)):
        return words.say("dates.midday" if time.hour else "dates.midnight")
    minutes = f":{time.minute:02d}" if time.minute else ""
    half = "dates.morning" if time.hour < 12 else "dates.afternoon"
    return words.say(half, time=f"{(time.hour - 1) % 12 + 1}{minutes}")


def clock_times(words: Words, starts: dt.time | None, ends: dt.time | None) -> str | None:
    """Return when something starts and ends, as far as both are known: 2pm to 4:30pm."""
    if starts and ends:
        start, end = clock_time(words, starts), clock_time(words, ends)
        return words.say("dates.from_to", start=start, end=end)
    known = starts or ends
    return clock_time(words, known) if known else None


def quarter_label(words: Words, quarter: Quarter) -> str:
    """Return a quarter in words: January to March 2025."""
    months = words.say(f"dates.quarters.{quarter.number - 1}")
    return words.say("dates.quarter", months=months, year=str(quarter.year))


def _month(words: Words, number: int) -> str:
    return words.say(f"dates.months.{number - 1}")


def moment_of(day: dt.date, time: dt.time = _MORNING) -> dt.datetime:
    """Return a moment in London as a fixed offset; for machines, a day stands at 09:00."""
    local = dt.datetime.combine(day, time, tzinfo=_london())
    offset = local.utcoffset() or dt.timedelta()
    return local.replace(tzinfo=dt.timezone(offset))
