"""The clocks of a zone as RFC 5545 has them: a calendar must hold something, though it be empty.

The rule that clocks follow today stands at the end of a zone's file, as POSIX writes it:
GMT0BST,M3.5.0/1,M10.5.0. It is told from 1996 on, when that of London came to be.
"""

import calendar
import datetime as dt
import re
from importlib.resources import files

import icalendar

_SINCE = 1996
_NAME, _OFFSET = r"(?:[A-Za-z]{3,}|<[^>]+>)", r"[+-]?\d+(?::\d\d)?"
_ZONE = re.compile(
    rf"(?P<standard>{_NAME})(?P<offset>{_OFFSET})"
    rf"(?:(?P<daylight>{_NAME})(?P<ahead>{_OFFSET})?,(?P<starts>[^,]+),(?P<ends>[^,]+))?"
)
_RULE = re.compile(rf"M(?P<month>\d+)\.(?P<week>[1-5])\.(?P<day>[0-6])(?:/(?P<at>{_OFFSET}))?")
_DAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
_HOUR = dt.timedelta(hours=1)


def zone_of(name: str) -> icalendar.Timezone:
    """Return a zone by its name in the database of zones, with the rules of its clocks today."""
    zone = icalendar.Timezone()
    zone.add("tzid", name)
    found = _ZONE.fullmatch(_rules(name))
    if not found:
        raise LookupError(f"{name} has no rule that is known")
    standard = -_offset(found["offset"])
    starts, ends = _RULE.fullmatch(found["starts"] or ""), _RULE.fullmatch(found["ends"] or "")
    if not starts or not ends:
        always = icalendar.TimezoneStandard()
        _describe(always, found["standard"], standard, standard, dt.datetime(_SINCE, 1, 1))  # noqa: DTZ001
        zone.add_component(always)
        return zone
    daylight = -_offset(found["ahead"]) if found["ahead"] else standard + _HOUR
    summer, winter = icalendar.TimezoneDaylight(), icalendar.TimezoneStandard()
    _describe(summer, found["daylight"], standard, daylight, _first(starts), starts)
    _describe(winter, found["standard"], daylight, standard, _first(ends), ends)
    zone.add_component(summer)
    zone.add_component(winter)
    return zone


def _rules(name: str) -> str:
    data = files("tzdata").joinpath("zoneinfo", *name.split("/")).read_bytes()
    return data.rstrip(b"\n").rpartition(b"\n")[2].decode("ascii")


def _offset(text: str) -> dt.timedelta:
    hours, _, minutes = text.lstrip("+-").partition(":")
    size = dt.timedelta(hours=int(hours), minutes=int(minutes or 0))
    return -size if text.startswith("-") else size


def _first(rule: re.Match[str]) -> dt.datetime:
    """Return when a rule is first followed, by the clocks before the change."""
    month, week, day = (int(rule[name]) for name in ("month", "week", "day"))
    last = calendar.monthrange(_SINCE, month)[1]
    of_day = [
        one for one in range(1, last + 1) if dt.date(_SINCE, month, one).isoweekday() % 7 == day
    ]
    at = of_day[-1] if week == 5 else of_day[week - 1]
    return dt.datetime(_SINCE, month, at) + _offset(rule["at"] or "2")  # noqa: DTZ001 - as clocks show


def _describe(  # noqa: PLR0913, PLR0917 - the fields of the format
    part: icalendar.TimezoneStandard | icalendar.TimezoneDaylight,
    name: str,
    before: dt.timedelta,
    after: dt.timedelta,
    since: dt.datetime,
    rule: re.Match[str] | None = None,
) -> None:
    part.add("tzname", name.strip("<>"))
    part.add("dtstart", since)
    if rule:
        week = "-1" if rule["week"] == "5" else rule["week"]
        by_day = f"{week}{_DAYS[int(rule['day'])]}"
        part.add("rrule", {"freq": "yearly", "bymonth": int(rule["month"]), "byday": by_day})
    part.add("tzoffsetfrom", before)
    part.add("tzoffsetto", after)
