"""Everything that a citizen can come to: events, meetings of the council, deliberation sessions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_builder.read.types import CouncilSummary, Deliberation, Event
from site_builder.read.types.deliberation import Session

Held = Event | CouncilSummary | Session
"""What is held on a day."""


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
    """Return every occasion that the public may see, latest first."""
    found = [
        *_events(events, deliberations),
        *_meetings(councils),
        *_sessions(deliberations),
    ]
    return tuple(sorted(found, key=lambda one: one.held.held_on, reverse=True))


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
