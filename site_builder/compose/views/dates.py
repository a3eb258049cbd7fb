"""Dates and times as people read them; no clock and no locale of this machine has a say.

Days, months and the order of their parts are those of the Unicode CLDR for the language of the
site, as Babel has it. Times of day in English are as GOV.UK style has them.
"""

import datetime as dt
from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, format_time, get_month_names

from site_builder.read.theme.words import Words
from site_builder.read.types.fields.dates import Quarter
from site_builder.relate.dated.occasions import Held, last_day

_ENGLISH, _BRITISH = "en", "en-GB"


def long_date(words: Words, day: dt.date) -> str:
    """Return a day as the site's language writes it, in British English: 25 June 2024."""
    return _long(words.language, day)


def partial_date(words: Words, text: str) -> str:
    """Return as much of a date as is known: 2024, June 2024 or 25 June 2024."""
    parts = text.split("-")
    if len(parts) == 3:
        return long_date(words, dt.date.fromisoformat(text))
    if len(parts) == 2:
        return _month(words.language, int(parts[0]), int(parts[1]))
    return text


def clock_time(words: Words, time: dt.time) -> str:
    """Return a time of day, in English as GOV.UK style has it: 5:30pm, 2pm, midday."""
    if words.language.partition("-")[0] != _ENGLISH:
        return format_time(time, "short", locale=_locale(words.language))
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
    """Return a quarter in words: January to March 2025, by the years of the calendar."""
    first, last = quarter.first_day, quarter.last_month
    names = get_month_names("wide", "stand-alone", _locale(words.language))
    parts = {"first": names[first.month], "last": names[last.month], "year": str(last.year)}
    if first.year == last.year:
        return words.say("dates.quarter", **parts)
    return words.say("dates.quarter_over", first_year=str(first.year), **parts)


@lru_cache(maxsize=4096)
def _long(language: str, day: dt.date) -> str:
    return format_date(day, "long", locale=_locale(language))


@lru_cache(maxsize=1024)
def _month(language: str, year: int, month: int) -> str:
    return format_skeleton("yMMMM", dt.datetime(year, month, 1), locale=_locale(language))  # noqa: DTZ001 - a month


@cache
def _locale(language: str) -> Locale:
    """Return what the CLDR has of a language, or of the nearest that it has; else of English.

    English alone is British here, as the words of the interface are.
    """
    parts = (_BRITISH if language == _ENGLISH else language).split("-")
    for count in range(len(parts), 0, -1):
        try:
            return Locale.parse("_".join(parts[:count]))
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse("en_GB")
