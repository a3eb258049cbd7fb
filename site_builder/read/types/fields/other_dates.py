"""Dates in the ways that people write them elsewhere, and the days that each may be."""

import datetime as dt
import re
from collections.abc import Iterator

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[0-9]{4})"
_NAMED = (
    re.compile(rf"{_DAY} +{_MONTH},? +{_YEAR}", re.I),
    re.compile(rf"{_MONTH} +{_DAY},? +{_YEAR}", re.I),
)
_YEAR_FIRST = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_YEAR_LAST = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})")


def readings(written: str) -> tuple[dt.date, ...]:
    """Return each day that a date may be, the day before the month first; none if it is none.

    5/3/2025 is 5 March in Britain and 3 May in America; 13/3/2025 can only be one day.
    """
    days = (_day(*numbers) for numbers in _numbers(written.strip()))
    return tuple(dict.fromkeys(day for day in days if day))


def in_words(day: dt.date) -> str:
    """Return a day as it is said, such as 5 March 2025."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _numbers(written: str) -> Iterator[tuple[int, int, int]]:
    """Yield year, month and day in each order that a date may have."""
    for pattern in _NAMED:
        if found := pattern.fullmatch(written):
            starts = [month[:3].lower() for month in MONTHS]
            month = starts.index(found["month"][:3].lower()) + 1
            yield int(found["year"]), month, int(found["day"])
    if found := _YEAR_FIRST.fullmatch(written):
        yield int(found[1]), int(found[3]), int(found[4])
    if found := _YEAR_LAST.fullmatch(written):
        yield int(found[4]), int(found[3]), int(found[1])
        yield int(found[4]), int(found[1]), int(found[3])


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
