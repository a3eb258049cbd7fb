"""What the clocks in London show, and which moment that is; no clock of this machine has a say.

A date without a time is 09:00 there. The rules of London's clocks come with the product, so that
every machine agrees on them. Once a year an hour comes twice: the first of the two is meant.
"""

import datetime as dt
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

_MORNING = dt.time(9)


@cache
def _london() -> ZoneInfo:
    with files("tzdata").joinpath("zoneinfo/Europe/London").open("rb") as rules:
        return ZoneInfo.from_file(rules, key="Europe/London")


def moment_of(day: dt.date, time: dt.time = _MORNING) -> dt.datetime:
    """Return a moment in London as a fixed offset; for machines, a day stands at 09:00."""
    local = dt.datetime.combine(day, time, tzinfo=_london())
    offset = local.utcoffset() or dt.timedelta()
    return local.replace(tzinfo=dt.timezone(offset))


def skipped_to(day: dt.date, time: dt.time) -> dt.time | None:
    """Return what clocks show in the place of a time that they pass over; nothing for any other.

    In London they go from 01:00 to 02:00 on the last Sunday of March.
    """
    meant = moment_of(day, time)
    shown = meant.astimezone(_london()).replace(tzinfo=None)
    return dt.time(shown.hour, shown.minute) if shown != meant.replace(tzinfo=None) else None
