"""A deliberation as its page tells it: who took part and when, what they said, what it changed."""

import datetime as dt
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.compose.frame.frame import Frame
from site_builder.compose.frame.own.file_links import AccessView
from site_builder.compose.items.deliberations import Day, answers_in_words, day_view, kind_in_words
from site_builder.compose.items.occasions import title_now, to_add
from site_builder.compose.items.ways_to_take_part import WayView, standing_ways
from site_builder.compose.pages.people.recommendations import (
    RecommendationView,
    recommendation_views,
)
from site_builder.compose.views.dates import held_times
from site_builder.compose.views.lists import MissionTag
from site_builder.compose.views.page import Link
from site_builder.read.types import Deliberation
from site_builder.read.types.deliberation import Evidence, Participants, Phase, Session
from site_builder.relate.people.deliberations import Shaped


@dataclass(frozen=True)
class PhaseView:
    """A stretch of the work; a phase of one day has no end of its own."""

    name: str
    starts: Day
    ends: Day | None


@dataclass(frozen=True)
class SessionView:
    """One meeting: when, where, and how the public could follow it."""

    id: str
    title: str
    day: Day
    times: str | None
    venue: str | None
    public: AccessView
    is_open: bool
    """False when nothing says how the public could come, watch or read."""
    called_off: str | None
    """Why it does not take place."""
    calendar: str | None
    """The file that puts it into a calendar, while there is a reason to."""


@dataclass(frozen=True)
class EvidenceView:
    """Something that people read or heard."""

    title: str
    url: str | None
    date: str | None


@dataclass(frozen=True)
class AgreedVisionView:
    """A vision that people agreed to here."""

    mission: Link
    text: str
    day: Day | None
    is_illustrative: bool


@dataclass(frozen=True)
class AskedRewordingView:
    """A goal that was reworded as people asked for here."""

    mission: Link
    day: Day
    wording: str
    reason: str
    is_illustrative: bool


@dataclass(frozen=True)
class DeliberationView:
    """A deliberation as its page tells it."""

    kind: str
    question: str
    summary: str
    answers: str
    """How many recommendations got which answer, in words."""
    mission: MissionTag
    convened_by: str
    starts: Day
    ends: Day | None
    """The last day of all its phases; nothing when that is the first as well."""
    participants: Participants | None
    phases: tuple[PhaseView, ...]
    sessions: tuple[SessionView, ...]
    evidence: tuple[EvidenceView, ...]
    vision_statement: str | None
    dissent: str | None
    recommendations: tuple[RecommendationView, ...]
    visions: tuple[AgreedVisionView, ...]
    rewordings: tuple[AskedRewordingView, ...]
    ways: tuple[WayView, ...]
    body: Markup


def deliberation_view(frame: Frame, item: Deliberation, root: str) -> DeliberationView:
    """Return a deliberation ready to be told from a page whose way to the root is given."""
    shaped = frame.record.shaped.get(item.slug, Shaped())
    last = max(phase.ends for phase in item.phases)
    starts, ends = _days(frame, item.phases[0].starts, last)
    return DeliberationView(
        kind=kind_in_words(frame, item),
        question=item.question,
        summary=item.summary,
        answers=answers_in_words(frame, item),
        mission=frame.mission_tag(item.mission),
        convened_by=item.convened_by,
        starts=starts,
        ends=ends,
        participants=item.participants,
        phases=tuple(_phase(frame, one) for one in item.phases),
        sessions=tuple(_session(frame, item, one, root) for one in item.sessions),
        evidence=tuple(_evidence(frame, one) for one in item.evidence),
        vision_statement=item.vision_statement,
        dissent=item.dissent,
        recommendations=recommendation_views(frame, item),
        visions=_visions(frame, shaped),
        rewordings=_rewordings(frame, shaped),
        ways=standing_ways(frame, item),
        body=frame.prose(item, root),
    )


def _phase(frame: Frame, phase: Phase) -> PhaseView:
    return PhaseView(phase.name, *_days(frame, phase.starts, phase.ends))


def _days(frame: Frame, starts: dt.date, ends: dt.date) -> tuple[Day, Day | None]:
    return day_view(frame, starts), day_view(frame, ends) if ends != starts else None


def _session(frame: Frame, item: Deliberation, one: Session, root: str) -> SessionView:
    public = one.public
    is_open = any((public.attend, public.stream, public.recording, public.transcript))
    return SessionView(
        id=one.id,
        title=title_now(frame, one.title, one.called_off),
        day=day_view(frame, one.held_on),
        times=held_times(frame.theme.words, one),
        venue=one.venue,
        public=frame.file_links.access(item, public, root),
        is_open=is_open,
        called_off=one.called_off,
        calendar=to_add(frame, item, one) if is_open else None,
    )


def _evidence(frame: Frame, one: Evidence) -> EvidenceView:
    return EvidenceView(one.title, one.url, frame.part_of_time(one.date) if one.date else None)


def _visions(frame: Frame, shaped: Shaped) -> tuple[AgreedVisionView, ...]:
    return tuple(
        AgreedVisionView(
            frame.link_to(one.mission),
            one.vision.text,
            day_view(frame, one.vision.validated_on) if one.vision.validated_on else None,
            one.vision.illustrative or one.mission.illustrative,
        )
        for one in shaped.visions
    )


def _rewordings(frame: Frame, shaped: Shaped) -> tuple[AskedRewordingView, ...]:
    return tuple(
        AskedRewordingView(
            frame.link_to(one.mission),
            day_view(frame, one.rewording.date),
            one.rewording.to,
            one.rewording.because,
            one.rewording.illustrative or one.mission.illustrative,
        )
        for one in shaped.rewordings
    )
