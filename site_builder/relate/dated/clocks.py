"""What the clocks of a place show, and which moment that is; no clock of this machine has a say.

A date without a time is 09:00 there. The rules of the clocks come with the product, so that every
machine agrees on them. Once a year an hour comes twice: the first of the two is meant.
"""

import datetime as dt
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

_MORNING = dt.time(9)
_MINUTE = dt.timedelta(minutes=1)


@cache
def _clocks(zone: str) -> ZoneInfo:
    with files("tzdata").joinpath("zoneinfo", *zone.split("/")).open("rb") as rules:
        return ZoneInfo.from_file(rules, key=zone)


def moment_of(zone: str, day: dt.date, time: dt.time = _MORNING) -> dt.datetime:
    """Return a moment in a zone as a fixed offset; for machines, a day stands at 09:00."""
    local = dt.datetime.combine(day, time, tzinfo=_clocks(zone))
    offset = local.utcoffset() or dt.timedelta()
    return local.replace(tzinfo=dt.timezone(offset))


def skipped_to(zone: str, day: dt.date, time: dt.time) -> dt.time | None:
    """Return what clocks show in the place of a time that they pass over; nothing for any other.

    In London they go from 01:00 to 02:00 on the last Sunday of March.
    """
    meant = moment_of(zone, day, time)
    shown = meant.astimezone(_clocks(zone)).replace(tzinfo=None)
    return dt.time(shown.hour, shown.minute) if shown != meant.replace(tzinfo=None) else None


def change_of_clocks(zone: str, day: dt.date, time: dt.time) -> tuple[dt.time, dt.time]:
    """Return from what to what clocks go where they pass over a time."""
    at = dt.datetime.combine(day, time)
    shown = dt.datetime.combine(day, skipped_to(zone, day, time) or time)
    before = at
    while skipped_to(zone, before.date(), _time_of(before - _MINUTE)):
        before -= _MINUTE
    return _time_of(before), _time_of(before + (shown - at))


def _time_of(moment: dt.datetime) -> dt.time:
    return dt.time(moment.hour, moment.minute)
