"""Dates and times as people read them; no clock and no locale has a say."""

import datetime as dt

from site_builder.read.theme.words import Words
from site_builder.read.types.fields.dates import Quarter
from site_builder.relate.dated.occasions import Held, last_day


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


def held_times(words: Words, held: Held) -> str | None:
    """Return when something starts and ends, as far as both are known, to stand after its day.

    2pm to 4:30pm; 10pm to 2am on 21 June 2025; until 22 June 2025.
    """
    start = clock_time(words, held.starts) if held.starts else None
    end = clock_time(words, held.ends) if held.ends else None
    if last_day(held) != held.held_on:
        day = long_date(words, last_day(held))
        if start and end:
            return words.say("dates.from_to_on", start=start, end=end, day=day)
        until = words.say("dates.until", day=day)
        return words.say("dates.start_until", start=start, until=until) if start else until
    if start and end:
        return words.say("dates.from_to", start=start, end=end)
    return start or end


def quarter_label(words: Words, quarter: Quarter) -> str:
    """Return a quarter in words: January to March 2025."""
    months = words.say(f"dates.quarters.{quarter.number - 1}")
    return words.say("dates.quarter", months=months, year=str(quarter.year))


def _month(words: Words, number: int) -> str:
    return words.say(f"dates.months.{number - 1}")
