"""What citizens can come to, as lists tell it: when, what sort of thing, and whether at all."""

from collections.abc import Iterable
from itertools import islice

from site_builder.compose.frame.frame import Frame
from site_builder.compose.items.timelines import TimelineEntry
from site_builder.compose.views.dates import held_times
from site_builder.compose.views.page import Link
from site_builder.read.types import CouncilSummary, Deliberation, Event, Item
from site_builder.read.types.deliberation import Session
from site_builder.read.types.kinds import kind_of
from site_builder.relate.dated.occasions import Held, Occasion, last_day

FEW = 3
"""How many occasions another page shows; the list of events has all."""
_SORTS = {Event: "event", CouncilSummary: "meeting", Session: "session"}


def mission_occasions(frame: Frame, slug: str) -> tuple[TimelineEntry, ...]:
    """Return the latest few events and sessions of a mission.

    Meetings of the council are left out: they are of every mission, and its timeline has them.
    """
    mine = (one for one in frame.record.occasions if slug in one.missions)
    return _latest(frame, (one for one in mine if not isinstance(one.held, CouncilSummary)))


def deliberation_events(frame: Frame, slug: str) -> tuple[TimelineEntry, ...]:
    """Return the latest few events of a deliberation; its page has its sessions already."""
    mine = (one for one in frame.record.occasions if slug == one.deliberation)
    return _latest(frame, (one for one in mine if isinstance(one.held, Event)))


def title_now(frame: Frame, title: str, called_off: str | None) -> str:
    """Return the title of an occasion, which says so when it is called off."""
    return frame.say("events.title_when_off", title=title) if called_off else title


def _latest(frame: Frame, found: Iterable[Occasion]) -> tuple[TimelineEntry, ...]:
    return tuple(occasion_entry(frame, one) for one in islice(found, FEW))


def occasion_entry(frame: Frame, occasion: Occasion) -> TimelineEntry:
    """Return an occasion as it stands in a list."""
    held = occasion.held
    return TimelineEntry(
        date=frame.day(held.held_on),
        datetime=held.held_on.isoformat(),
        kind=_facts(frame, occasion),
        link=_link(frame, occasion),
        note=_note(frame, occasion),
        is_illustrative=occasion.told_by.illustrative,
    )


def _facts(frame: Frame, occasion: Occasion) -> str:
    held = occasion.held
    facts = (
        frame.say("events.off") if occasion.called_off else None,
        frame.say(f"events.sorts.{_SORTS[type(held)]}"),
        held_times(frame.theme.words, held),
        held.venue,
    )
    return ", ".join(fact for fact in facts if fact)


def _link(frame: Frame, occasion: Occasion) -> Link:
    if isinstance(occasion.held, Session):
        return Link(occasion.held.title, frame.addresses.of(occasion.told_by))
    return frame.link_to(occasion.held)


def _note(frame: Frame, occasion: Occasion) -> str:
    told_by = occasion.told_by
    if occasion.called_off:
        return frame.say("events.called_off", reason=occasion.called_off)
    if isinstance(told_by, Deliberation):
        return frame.say("events.session_of", title=told_by.title, question=told_by.question)
    return told_by.summary


CALENDARS = "_calendars"
"""The id of the list of calendars on the page of all feeds."""


def occasion_file(frame: Frame, told_by: Item, held: Held, slug: str) -> str:
    """Return the address of the file that puts one occasion into a calendar.

    `slug` is that of the item that tells of it, or an earlier one.
    """
    name = held.id if isinstance(held, Session) else "event"
    return f"{frame.addresses.at(kind_of(told_by).name, slug)}{name}.ics"


def to_add(frame: Frame, told_by: Item, held: Held) -> str | None:
    """Return the address of an occasion's file while there is a reason to keep the day free."""
    is_offered = frame.settings.site_url and not held.called_off and not _is_past(frame, held)
    return occasion_file(frame, told_by, held, told_by.slug) if is_offered else None


def _is_past(frame: Frame, held: Held) -> bool:
    """Tell whether an occasion is known to have been held, by the record or by the day."""
    now, told = frame.settings.now, held.public.recording or held.public.transcript
    is_told_of = isinstance(held, CouncilSummary) and held.state != "announced"
    return bool(told or is_told_of or (now and last_day(held) < now.date()))
