"""Recommendations: what people asked for, the answer to each in words, and what became of it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from site_builder.compose.frame.frame import Frame
from site_builder.compose.views.page import Link, MissionTag
from site_builder.read.types import Deliberation
from site_builder.read.types.deliberation import Recommendation, Response

ANSWERS: tuple[Response, ...] = get_args(Response)
"""Every answer, in the order in which they are summed up."""


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


def answers_in_words(frame: Frame, item: Deliberation) -> str:
    """Return how many recommendations got which answer, in one sentence without a percentage."""
    counts = Counter(one.response for one in item.recommendations)
    if not counts:
        return frame.say("recommendations.none")
    if len(counts) == 1:
        (answer, count), *_ = counts.items()
        return frame.say(f"recommendations.all.{answer}", count=count)
    total = frame.say("counts.recommendations", count=counts.total())
    *first, last = _answers(frame, counts)
    listed = frame.say("recommendations.comma").join(first)
    answers = frame.say("recommendations.and", first=listed, last=last)
    return frame.say("recommendations.of", recommendations=total, answers=answers)


def _answers(frame: Frame, counts: Counter[Response]) -> Iterator[str]:
    """Yield how many got each answer; that none was accepted is said as well."""
    for answer in ANSWERS:
        if counts[answer]:
            yield frame.say(f"recommendations.some.{answer}", count=counts[answer])
        elif answer == "accepted":
            yield frame.say("recommendations.none_accepted")
