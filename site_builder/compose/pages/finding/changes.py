"""The page of changes: whatever was added, changed, corrected or taken away after publication."""

from collections.abc import Iterator

from site_builder.compose.frame.frame import Frame
from site_builder.compose.frame.history import kind, note
from site_builder.compose.items.timelines import TimelineEntry
from site_builder.compose.lists.dated_lists import DatedList, dated_list
from site_builder.compose.output import Output
from site_builder.compose.views.page import Link
from site_builder.read.types.kinds import kind_of
from site_builder.relate.dated.changes import Changed
from site_builder.relate.menus import CHANGES


def change_pages(frame: Frame) -> Iterator[Output]:
    """Yield every part of the list of changes, newest first, month by month."""
    entries = tuple(
        (frame.part_of_time(f"{told.day:%Y-%m}"), _entry(frame, told))
        for told in frame.record.changes
    )
    whole = DatedList(
        frame.say("changes.list"),
        frame.say("changes.description"),
        frame.say("changes.none"),
        entries,
    )
    yield from dated_list(frame, whole, CHANGES)


def _entry(frame: Frame, told: Changed) -> TimelineEntry:
    words = frame.theme.words
    noun = frame.say(f"nouns.{kind_of(told.item).name}")
    return TimelineEntry(
        date=frame.day(told.day),
        datetime=told.day.isoformat(),
        kind=frame.say("changes.of", what=noun, kind=kind(told, words)),
        link=_link(frame, told, noun),
        note=note(told, words),
        is_illustrative=told.is_illustrative,
    )


def _link(frame: Frame, told: Changed, noun: str) -> Link:
    """Return a link to the page that tells of a change; a withdrawn item is not called by name."""
    shown = frame.record.shelves[kind_of(told.item).name].get(told.item.slug)
    if shown:
        return frame.link_to(shown)
    words = frame.say("changes.withdrawn", what=noun, day=frame.day(told.day))
    return Link(words, frame.addresses.of(told.item))
