"""Calendars as RFC 5545 and RFC 7986 have them; the only module that knows icalendar."""

import datetime as dt
from typing import Any

import icalendar

from site_builder.compose.feeds.following.calendars import Calendar, Entry, Following
from site_builder.publish.feeds.zones import zone_of

_PRODUCT = "-//mission-stories//missions//EN"
_HOW_OFTEN = dt.timedelta(hours=12)
"""How long a program may wait before it asks again."""


def write(calendar: Calendar) -> bytes:
    """Return a calendar as UTF-8, its lines folded and its text escaped by the library."""
    written = icalendar.Calendar()
    written.add("prodid", _PRODUCT)
    written.add("version", "2.0")
    if calendar.following:
        _describe(written, calendar.following)
    if calendar.following and not calendar.entries:
        written.add_component(zone_of(calendar.following.zone))
    for entry in calendar.entries:
        written.add_component(_event(entry))
    data: bytes = written.to_ical(sorted=False)
    return data


def _describe(written: icalendar.Calendar, following: Following) -> None:
    """Say what the calendar is; twice where programs know only the name from before RFC 7986."""
    # The library escapes nothing in a property that it takes for unknown, as it does NAME.
    written.add("name", icalendar.vText(following.name))
    written.add("x-wr-calname", icalendar.vText(following.name))
    written.add("description", following.description)
    written.add("x-wr-caldesc", icalendar.vText(following.description))
    written.add("url", following.url)
    written.add("source", following.source, parameters={"VALUE": "URI"})
    written.add("refresh-interval", _HOW_OFTEN, parameters={"VALUE": "DURATION"})
    written.add("x-published-ttl", icalendar.vDuration(_HOW_OFTEN))


def _event(entry: Entry) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", _utc(entry.revision.stamp))
    event.add("dtstart", _utc(entry.starts))
    if entry.ends:
        event.add("dtend", _utc(entry.ends))
    if entry.published:
        event.add("created", _utc(entry.published))
    if entry.revision.number:
        event.add("last-modified", _utc(entry.revision.stamp))
    event.add("sequence", entry.revision.number)
    event.add("status", "CANCELLED" if entry.is_off else "CONFIRMED")
    event.add("summary", entry.title)
    event.add("description", entry.text)
    if entry.venue:
        event.add("location", entry.venue)
    if entry.categories:
        event.add("categories", list(entry.categories))
    event.add("url", entry.url)
    return event


def _utc(moment: Any) -> Any:
    """Return a moment in UTC; a day without a time stays a day, which lasts all of it."""
    return moment.astimezone(dt.UTC) if isinstance(moment, dt.datetime) else moment
