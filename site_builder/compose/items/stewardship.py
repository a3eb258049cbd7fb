"""Stewards, letters and asks as lines: on their own pages and wherever else they are named."""

from collections.abc import Sequence
from dataclasses import dataclass

from site_builder.compose.frame.frame import Frame
from site_builder.compose.views.lists import MissionTag
from site_builder.compose.views.page import Link
from site_builder.read.types import CouncilSummary, MandateLetter, Mission, Principle, Steward
from site_builder.relate.people.stewardship import Asked

SHOWN = 4
"""How many former stewards, letters or asks another page names; the rest are a link away."""


@dataclass(frozen=True)
class StewardLine:
    """A steward in a list."""

    link: Link
    role: str
    department: str | None
    time: str
    """Since when, or from when until when, in words."""
    is_illustrative: bool


@dataclass(frozen=True)
class LetterLine:
    """A mandate letter in a list."""

    link: Link
    date: str
    datetime: str
    to: Link | None
    """The steward, if the public may see who it is."""
    missions: tuple[MissionTag, ...]
    replaced_by: Link | None
    is_illustrative: bool


@dataclass(frozen=True)
class AskLine:
    """Something that a letter asks for, seen from the principle that it is asked in the name of."""

    text: str
    letter: Link
    """Leads to the place in the letter."""
    date: str
    datetime: str
    is_replaced: bool
    is_illustrative: bool


@dataclass(frozen=True)
class AttendeeView:
    """Somebody who came to a council; a steward whom the public may not see is only a role."""

    role: str
    name: str | None
    steward: Link | None


@dataclass(frozen=True)
class StewardshipOf:
    """Who answers for a mission, and the letters about it."""

    stewards: tuple[StewardLine, ...]
    all_stewards: Link | None
    """Where the others are, when there are more."""
    letters: tuple[LetterLine, ...]
    all_letters: Link | None


@dataclass(frozen=True)
class Asks:
    """The newest things asked in the name of a principle."""

    lines: tuple[AskLine, ...]
    all: Link | None
    """Where the others are, when there are more."""


def stewardship_of(frame: Frame, mission: Mission) -> StewardshipOf:
    """Return who answers for a mission and who did last before, and the newest letters."""
    joins = frame.record.stewardship
    stewards = joins.stewards_of.get(mission.slug, ())
    letters = joins.letters_about.get(mission.slug, ())
    shown = _now_and_last(stewards)
    return StewardshipOf(
        stewards=tuple(steward_line(frame, one) for one in shown),
        all_stewards=frame.section_link("steward") if len(shown) < len(stewards) else None,
        letters=tuple(letter_line(frame, one) for one in letters[:SHOWN]),
        all_letters=frame.section_link("mandate letter") if len(letters) > SHOWN else None,
    )


def _now_and_last(stewards: Sequence[Steward]) -> Sequence[Steward]:
    """Return those who answer for something now, and as many others as another page names."""
    now = sum(1 for one in stewards if one.until is None)
    return stewards[: max(now, SHOWN)]


def asks_of(frame: Frame, principle: Principle) -> Asks:
    """Return the newest asks made in the name of a principle."""
    asked = frame.record.stewardship.asked.get(principle.slug, ())
    words = frame.say("asks.all", count=len(asked), principle=principle.title)
    return Asks(
        tuple(ask_line(frame, one) for one in asked[:SHOWN]),
        Link(words, asks_address(frame, principle)) if len(asked) > SHOWN else None,
    )


def asks_address(frame: Frame, principle: Principle) -> str:
    """Return where all the asks made in the name of a principle are."""
    return f"{frame.addresses.of(principle)}asks/"


def attendees(frame: Frame, council: CouncilSummary) -> tuple[AttendeeView, ...]:
    """Return who came to a council."""
    return tuple(
        AttendeeView(one.role, one.name, steward_link(frame, one.steward))
        for one in council.attendance
    )


def steward_link(frame: Frame, slug: str | None) -> Link | None:
    """Return a link to a steward, if the public may see who it is."""
    steward = frame.record.stewards.get(slug or "")
    return frame.link_to(steward) if steward else None


def letter_link(frame: Frame, letter: MandateLetter | None) -> Link | None:
    """Return a link to a letter, if there is one."""
    return frame.link_to(letter) if letter else None


def steward_line(frame: Frame, steward: Steward) -> StewardLine:
    """Return a steward as a line."""
    return StewardLine(
        link=frame.link_to(steward),
        role=steward.role,
        department=steward.department,
        time=time_of(frame, steward),
        is_illustrative=steward.illustrative,
    )


def time_of(frame: Frame, steward: Steward) -> str:
    """Return in words how long a steward has answered, or did; no clock is asked."""
    start = frame.day(steward.from_day)
    if steward.until is None:
        return frame.say("stewards.since", start=start)
    return frame.say("stewards.from_to", start=start, end=frame.day(steward.until))


def letter_line(frame: Frame, letter: MandateLetter) -> LetterLine:
    """Return a letter as a line."""
    return LetterLine(
        link=frame.link_to(letter),
        date=frame.day(letter.date),
        datetime=letter.date.isoformat(),
        to=steward_link(frame, letter.to),
        missions=tuple(map(frame.mission_tag, letter.missions)),
        replaced_by=letter_link(frame, frame.record.stewardship.replaced_by.get(letter.slug)),
        is_illustrative=letter.illustrative,
    )


def ask_line(frame: Frame, asked: Asked) -> AskLine:
    """Return an ask as a line."""
    letter = asked.letter
    return AskLine(
        text=asked.ask.text,
        letter=Link(letter.title, f"{frame.addresses.of(letter)}#{ask_id(asked.number)}"),
        date=frame.day(letter.date),
        datetime=letter.date.isoformat(),
        is_replaced=letter.slug in frame.record.stewardship.replaced_by,
        is_illustrative=letter.illustrative,
    )


def ask_id(number: int) -> str:
    """Return the id of an ask on the page of its letter."""
    return f"_ask-{number}"
