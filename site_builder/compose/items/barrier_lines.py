"""Barriers as they stand in lists and beside stories: their present state always with them."""

from dataclasses import dataclass

from site_builder.compose.frame.frame import Frame
from site_builder.compose.views.page import Link
from site_builder.read.types import Barrier, CaseStudy


@dataclass(frozen=True)
class BarrierLine:
    """A barrier in a list."""

    link: Link
    summary: str
    state: str
    """named, owned, stuck or removed."""
    kind: str
    named_by: str
    date: str
    """The day on which it was named."""
    datetime: str
    stories: int
    is_illustrative: bool


def barrier_line(frame: Frame, barrier: Barrier) -> BarrierLine:
    """Return a barrier as it stands in lists."""
    return BarrierLine(
        link=frame.link_to(barrier),
        summary=barrier.summary,
        state=barrier.state,
        kind=barrier.kind,
        named_by=barrier.named_by,
        date=frame.day(barrier.named_on),
        datetime=barrier.named_on.isoformat(),
        stories=len(frame.record.stories_of("barrier", barrier.slug)),
        is_illustrative=barrier.illustrative,
    )


def barriers_of(frame: Frame, story: CaseStudy) -> tuple[BarrierLine, ...]:
    """Return the barriers that a story ran into, those that the public may not see left out."""
    named = (frame.record.barriers.get(slug) for slug in story.barriers)
    return tuple(barrier_line(frame, barrier) for barrier in named if barrier)
