"""Timelines: what happened in a mission, newest first, from what the record dates."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from site_builder.compose.frame import Frame
from site_builder.compose.views import Link
from site_builder.read.types import CaseStudy, CouncilSummary

MOST = 6
"""How many entries a timeline has; everything older is in the lists of stories and meetings."""


@dataclass(frozen=True)
class TimelineEntry:
    """One dated thing: when, what sort of thing, which, and a sentence on it."""

    date: str
    datetime: str
    kind: str
    link: Link
    note: str
    is_illustrative: bool


def mission_timeline(frame: Frame, slug: str) -> tuple[TimelineEntry, ...]:
    """Return the newest stories of a mission and the newest meetings that spoke of it."""
    stories = islice(frame.record.stories_of("mission", slug), MOST)
    meetings = islice(_meetings(frame, slug), MOST)
    dated: tuple[CaseStudy | CouncilSummary, ...] = (*stories, *meetings)
    newest_first = sorted(dated, key=_day, reverse=True)
    return tuple(_entry(frame, one, slug) for one in newest_first[:MOST])


def _meetings(frame: Frame, slug: str) -> Iterator[CouncilSummary]:
    """Yield each meeting that had a mission on its agenda, newest first."""
    for council in frame.record.councils.values():
        if any(line.mission == slug for line in council.agenda):
            yield council


def _day(thing: CaseStudy | CouncilSummary) -> dt.date:
    return thing.date if isinstance(thing, CaseStudy) else thing.held_on


def _entry(frame: Frame, thing: CaseStudy | CouncilSummary, slug: str) -> TimelineEntry:
    is_story = isinstance(thing, CaseStudy)
    return TimelineEntry(
        date=frame.day(_day(thing)),
        datetime=_day(thing).isoformat(),
        kind=frame.say("timeline.story" if is_story else "timeline.meeting"),
        link=frame.link_to(thing),
        note=thing.summary if isinstance(thing, CaseStudy) else _spoken(thing, slug),
        is_illustrative=thing.illustrative,
    )


def _spoken(council: CouncilSummary, slug: str) -> str:
    """Return what a meeting had on its agenda for a mission."""
    return " ".join(f"{line.item}." for line in council.agenda if line.mission == slug)
