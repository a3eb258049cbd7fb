"""Dated things as every timeline and list tells of them."""

from dataclasses import dataclass, replace
from typing import cast

from site_builder.compose.frame.frame import Frame
from site_builder.compose.frame.naming import Titled
from site_builder.compose.views.page import Link
from site_builder.read.types import CouncilSummary, Item
from site_builder.read.types.kinds import kind_of
from site_builder.relate.dated.happenings import Happening


@dataclass(frozen=True)
class TimelineEntry:
    """One dated thing: when, what sort of thing, which, and a sentence on it."""

    date: str
    datetime: str
    kind: str
    link: Link
    note: str
    is_illustrative: bool


def entry_of(frame: Frame, happening: Happening) -> TimelineEntry:
    """Return a happening as a timeline tells it; of what was withdrawn, only that it was."""
    item = happening.item
    return TimelineEntry(
        date=frame.day(happening.day),
        datetime=happening.day.isoformat(),
        kind=frame.say(f"timeline.{happening.kind}"),
        link=_link(frame, item),
        note=happening.note,
        is_illustrative=happening.is_illustrative,
    )


def _link(frame: Frame, item: Item) -> Link:
    if item.status == "withdrawn":
        noun = frame.say(f"nouns.{kind_of(item).name}")
        return Link(frame.say("timeline.withdrawn", what=noun), frame.addresses.of(item))
    return frame.link_to(cast("Titled", item))


def mission_entry(frame: Frame, happening: Happening, slug: str) -> TimelineEntry:
    """Return a happening as the timeline of a mission tells it."""
    entry = entry_of(frame, happening)
    item = happening.item
    if isinstance(item, CouncilSummary) and happening.kind == "meeting":
        # What a meeting had on its agenda for the mission says more here than its summary.
        lines = (f"{line.item}." for line in item.agenda if line.mission == slug)
        return replace(entry, note=" ".join(lines))
    return entry
