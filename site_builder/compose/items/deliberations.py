"""Deliberations as lists tell of them."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from site_builder.compose.frame.frame import Frame
from site_builder.compose.views.lists import MissionTag
from site_builder.compose.views.page import Link
from site_builder.read.types import Deliberation
from site_builder.read.types.deliberation import Response

SHOWN = 4
"""How many of its deliberations the page of a mission shows."""


@dataclass(frozen=True)
class Day:
    """A day in words and for machines."""

    date: str
    datetime: str


@dataclass(frozen=True)
class DeliberationLine:
    """A deliberation in a list."""

    link: Link
    kind: str
    question: str
    answers: str
    mission: MissionTag
    starts: Day
    is_illustrative: bool


def mission_deliberations(frame: Frame, slug: str) -> tuple[DeliberationLine, ...]:
    """Return a line for each of the newest deliberations of a mission."""
    return tuple(
        deliberation_line(frame, one) for one in frame.record.deliberated.get(slug, ())[:SHOWN]
    )


def all_deliberations(frame: Frame, slug: str) -> Link | None:
    """Return where the deliberations are that the page of a mission does not show, if any."""
    if len(frame.record.deliberated.get(slug, ())) <= SHOWN:
        return None
    return Link(frame.say("deliberations.all"), frame.addresses.section("deliberation"))


def deliberation_line(frame: Frame, item: Deliberation) -> DeliberationLine:
    """Return a deliberation as it stands in a list."""
    return DeliberationLine(
        link=frame.link_to(item),
        kind=kind_in_words(frame, item),
        question=item.question,
        answers=answers_in_words(frame, item),
        mission=frame.mission_tag(item.mission),
        starts=day_view(frame, item.phases[0].starts),
        is_illustrative=item.illustrative,
    )


def kind_in_words(frame: Frame, item: Deliberation) -> str:
    """Return what sort of deliberation one is."""
    return frame.say(f"deliberations.kinds.{item.kind}")


def day_view(frame: Frame, day: dt.date) -> Day:
    """Return a day in words and for machines."""
    return Day(frame.day(day), day.isoformat())


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


ANSWERS: tuple[Response, ...] = get_args(Response)
"""Every answer, in the order in which they are summed up."""
