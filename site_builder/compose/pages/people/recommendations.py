"""Recommendations: what people asked for, the answer to each in words, and what became of it."""

from dataclasses import dataclass

from site_builder.compose.frame.frame import Frame
from site_builder.compose.views.lists import MissionTag
from site_builder.compose.views.page import Link
from site_builder.read.types import Deliberation
from site_builder.read.types.deliberation import Recommendation, Response


@dataclass(frozen=True)
class BecamePromise:
    """The commitment that a recommendation became, with the latest word on it."""

    link: Link
    made_at: Link
    mission: MissionTag | None
    """The mission that it was made for, where that is another than the deliberation's."""
    state: str
    is_silent: bool
    """True when the latest council said nothing of it, although it is open."""
    is_illustrative: bool


@dataclass(frozen=True)
class RecommendationView:
    """What was asked for, how many were for it, and the answer."""

    id: str
    text: str
    support: str | None
    response: Response
    reason: str | None
    promise: BecamePromise | None


def recommendation_views(frame: Frame, item: Deliberation) -> tuple[RecommendationView, ...]:
    """Return the recommendations of a deliberation in the order of their author."""
    return tuple(
        RecommendationView(
            one.id, one.text, one.support, one.response, one.reason, _promise(frame, item, one)
        )
        for one in item.recommendations
    )


def _promise(frame: Frame, item: Deliberation, one: Recommendation) -> BecamePromise | None:
    """Return the commitment of a recommendation, if the public may see it."""
    commitment = frame.record.commitments.get(one.commitment or "")
    if not commitment:
        return None
    council, mission = commitment.council, commitment.made.mission
    return BecamePromise(
        link=frame.link_to(commitment),
        made_at=frame.mention_of(council),
        mission=frame.mission_tag(mission) if mission != item.mission else None,
        state=commitment.state,
        is_silent=commitment.is_silent,
        is_illustrative=council.illustrative,
    )
