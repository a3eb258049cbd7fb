"""Everything that a citizen can come to: events, meetings of the council, deliberation sessions."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from site_builder.read.types import CouncilSummary, Deliberation, Event, Item
from site_builder.read.types.deliberation import Session

T = TypeVar("T", Event, CouncilSummary, Deliberation)
Held = Event | CouncilSummary | Session
"""What is held on a day."""


def last_day(held: Held) -> dt.date:
    """Return the day on which something ends, as far as anybody said."""
    return held.ends_on or held.held_on


@dataclass(frozen=True)
class Occasion:
    """One thing to come to, or to follow from afar."""

    held: Held
    """What has a day, times, a venue and the ways for the public to follow it."""
    told_by: Event | CouncilSummary | Deliberation
    """The item whose page tells of it."""
    missions: tuple[str, ...]
    """The slugs of the missions that it is for."""
    deliberation: str | None
    """The slug of the deliberation that it belongs to, whether the public may see that or not."""

    @property
    def called_off(self) -> str | None:
        """Why it does not take place."""
        return self.held.called_off


def occasions(
    events: Mapping[str, Event],
    councils: Mapping[str, CouncilSummary],
    deliberations: Mapping[str, Deliberation],
) -> tuple[Occasion, ...]:
    """Return every occasion of these items, latest first."""
    found = [
        *_events(events, deliberations),
        *_meetings(councils),
        *_sessions(deliberations),
    ]
    return tuple(sorted(found, key=lambda one: one.held.held_on, reverse=True))


def withdrawn_occasions(
    withdrawn: Iterable[Item], deliberations: Mapping[str, Deliberation]
) -> tuple[Occasion, ...]:
    """Return every occasion of items that were withdrawn, latest first.

    `deliberations` are those that the public may see: an event may belong to one.
    """
    items = tuple(withdrawn)
    gone = _by_slug(Deliberation, items)
    found = (
        *_events(_by_slug(Event, items), {**deliberations, **gone}),
        *_meetings(_by_slug(CouncilSummary, items)),
        *_sessions(gone),
    )
    return tuple(sorted(found, key=lambda one: one.held.held_on, reverse=True))


def _by_slug(model: type[T], items: Iterable[Item]) -> Mapping[str, T]:
    return {one.slug: one for one in items if isinstance(one, model)}


def _events(
    events: Mapping[str, Event], deliberations: Mapping[str, Deliberation]
) -> Iterator[Occasion]:
    for event in events.values():
        deliberation = deliberations.get(event.deliberation or "")
        missions = (event.mission, deliberation.mission if deliberation else None)
        of = tuple(dict.fromkeys(slug for slug in missions if slug))
        yield Occasion(event, event, of, event.deliberation)


def _meetings(councils: Mapping[str, CouncilSummary]) -> Iterator[Occasion]:
    for council in councils.values():
        of = tuple(dict.fromkeys(line.mission for line in council.agenda if line.mission))
        yield Occasion(council, council, of, None)


def _sessions(deliberations: Mapping[str, Deliberation]) -> Iterator[Occasion]:
    for deliberation in deliberations.values():
        for session in filter(_is_open, deliberation.sessions):
            yield Occasion(session, deliberation, (deliberation.mission,), deliberation.slug)


def _is_open(session: Session) -> bool:
    """Tell whether the public can come or follow; captions alone let nobody in."""
    public = session.public
    return any((public.attend, public.stream, public.recording, public.transcript))
