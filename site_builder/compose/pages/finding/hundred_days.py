"""The first hundred days: what happened on which of them, counted from a day in the settings."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from site_builder.compose.frame.frame import Frame
from site_builder.compose.items.timelines import TimelineEntry, entry_of
from site_builder.compose.lists.timelines import Timeline, timeline_pages
from site_builder.compose.output import Output
from site_builder.relate.dated.happenings import Happening
from site_builder.relate.menus import HUNDRED_DAYS

DAYS = 100


def hundred_days_pages(frame: Frame) -> Iterator[Output]:
    """Yield the timeline of the first hundred days, in the order of the days."""
    start = frame.settings.hundred_days_from
    if start is None:
        return
    last = start + dt.timedelta(DAYS - 1)
    happened = [one for one in reversed(frame.record.happenings) if start <= one.day <= last]
    timeline = Timeline(
        title=frame.say("hundred_days.title"),
        address=HUNDRED_DAYS,
        description=frame.say(
            "hundred_days.description", first=frame.day(start), last=frame.day(last)
        ),
        trail=(frame.home,),
        entries=[_entry(frame, one, start) for one in happened],
    )
    yield from timeline_pages(frame, timeline)


def _entry(frame: Frame, happening: Happening, start: dt.date) -> TimelineEntry:
    entry = entry_of(frame, happening)
    number = (happening.day - start).days + 1
    return replace(entry, date=frame.say("hundred_days.day", number=number, day=entry.date))
