"""Meetings of the council as lists tell of them, and the one to come."""

from dataclasses import dataclass

from site_builder.compose.frame.frame import Frame
from site_builder.compose.views.page import Link
from site_builder.read.types import CaseStudy, CouncilSummary


@dataclass(frozen=True)
class CouncilLine:
    """A meeting in the list of meetings."""

    link: Link
    date: str
    datetime: str
    summary: str
    stories: int
    promises: int
    is_announced: bool
    is_off: bool
    is_illustrative: bool


@dataclass(frozen=True)
class NextMeeting:
    """The meeting to come, as far as it is known."""

    date: str
    datetime: str
    link: Link | None
    """Its own page, once it is announced."""


def council_line(frame: Frame, council: CouncilSummary) -> CouncilLine:
    """Return a meeting as it stands in a list."""
    return CouncilLine(
        link=frame.link_to(council),
        date=frame.day(council.held_on),
        datetime=council.held_on.isoformat(),
        summary=council.summary,
        stories=len(_told(frame, council)),
        promises=len(council.commitments),
        is_announced=council.state == "announced",
        is_off=council.called_off is not None,
        is_illustrative=council.illustrative,
    )


def last_meeting(frame: Frame) -> CouncilLine | None:
    """Return the latest meeting that was held."""
    held = (one for one in frame.record.councils.values() if one.state != "announced")
    return next((council_line(frame, council) for council in held), None)


def next_meeting(frame: Frame) -> NextMeeting | None:
    """Return the meeting that is announced, or the day that the latest summary names."""
    latest = next(iter(frame.record.councils.values()), None)
    if latest and latest.state == "announced" and not latest.called_off:
        link = frame.link_to(latest)
        return NextMeeting(frame.day(latest.held_on), latest.held_on.isoformat(), link)
    day = latest.next_meeting if latest else None
    return NextMeeting(frame.day(day), day.isoformat(), None) if day else None


def _told(frame: Frame, council: CouncilSummary) -> tuple[CaseStudy, ...]:
    """Return the stories told at a meeting that the public may see."""
    told = (frame.record.case_studies.get(slug) for slug in dict.fromkeys(council.case_studies))
    return tuple(story for story in told if story)
