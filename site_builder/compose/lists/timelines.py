"""Timelines: what happened, and when, from everything that the record dates."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from site_builder.compose.frame.frame import Frame
from site_builder.compose.items.timelines import TimelineEntry, mission_entry
from site_builder.compose.lists.parts import part_title, parts
from site_builder.compose.output import Output, page_path
from site_builder.compose.views.lists import Pager
from site_builder.compose.views.page import Link, Page, Site
from site_builder.read.types import Mission
from site_builder.relate.dated.happenings import Happening

MOST = 6
"""How many entries a mission's own page shows of its timeline."""


@dataclass(frozen=True)
class Timeline:
    """A timeline that may be too long for one page."""

    title: str
    address: str
    description: str
    trail: tuple[Link, ...]
    entries: Sequence[TimelineEntry]
    missions: tuple[str, ...] = ()
    """The mission that it is of."""


@dataclass(frozen=True)
class TimelinePage:
    """Inputs of layouts/timeline.html: a part of a long timeline."""

    site: Site
    page: Page
    entries: tuple[TimelineEntry, ...]
    total: int
    pager: Pager


def mission_timeline(frame: Frame, slug: str) -> tuple[TimelineEntry, ...]:
    """Return the newest happenings of a mission."""
    return tuple(mission_entry(frame, one, slug) for one in islice(_all_of(frame, slug), MOST))


def whole_timeline(frame: Frame, mission: Mission) -> Link | None:
    """Return a link to all that happened in a mission, when its own page does not show it all."""
    count = sum(1 for _ in _all_of(frame, mission.slug))
    words = frame.say("timeline.whole", count=count)
    return Link(words, _address(frame, mission)) if count > MOST else None


def mission_timeline_pages(frame: Frame) -> Iterator[Output]:
    """Yield all that happened in each mission, in parts."""
    for mission in frame.record.missions.values():
        title = frame.say("timeline.of_mission", mission=mission.title)
        timeline = Timeline(
            title=title,
            address=_address(frame, mission),
            description=frame.say("timeline.description", mission=mission.title),
            trail=(frame.home, frame.section_link("mission"), frame.link_to(mission)),
            entries=[
                mission_entry(frame, one, mission.slug) for one in _all_of(frame, mission.slug)
            ],
            missions=(mission.slug,),
        )
        yield from timeline_pages(frame, timeline)


def _all_of(frame: Frame, slug: str) -> Iterator[Happening]:
    return (one for one in frame.record.happenings if slug in one.missions)


def _address(frame: Frame, mission: Mission) -> str:
    return f"{frame.addresses.of(mission)}timeline/"


def timeline_pages(frame: Frame, timeline: Timeline) -> Iterator[Output]:
    """Yield a long timeline in parts."""
    for at, part, pager in parts(timeline.entries, timeline.address):
        title = part_title(frame, timeline.title, pager)
        page = frame.page(
            title, at, timeline.description, trail=timeline.trail, missions=timeline.missions
        )
        inputs = TimelinePage(frame.site, page, tuple(part), len(timeline.entries), pager)
        yield Output(page_path(at), "layouts/timeline.html", inputs)
