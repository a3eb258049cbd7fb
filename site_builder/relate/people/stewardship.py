"""Who answers in public for what: stewards, the letters to them, and the councils they came to."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from site_builder.read.types import CouncilSummary, MandateLetter, Steward
from site_builder.read.types.mandate_letter import Ask

T = TypeVar("T")


@dataclass(frozen=True)
class Attended:
    """A council that a steward came to, and the role in which they came."""

    council: CouncilSummary
    role: str


@dataclass(frozen=True)
class Asked:
    """One thing that a letter asks for, with its number in that letter."""

    letter: MandateLetter
    number: int
    ask: Ask


@dataclass(frozen=True)
class Stewardship:
    """The joins of stewards and mandate letters, each by the slug of its other end."""

    stewards_of: Mapping[str, tuple[Steward, ...]]
    """The stewards of a mission: those who answer for it now, then those who did before."""
    letters_about: Mapping[str, tuple[MandateLetter, ...]]
    """The letters about a mission, newest first."""
    letters_to: Mapping[str, tuple[MandateLetter, ...]]
    """The letters to a steward, newest first."""
    attended: Mapping[str, tuple[Attended, ...]]
    """The councils that a steward came to, newest first."""
    asked: Mapping[str, tuple[Asked, ...]]
    """What was asked in the name of a principle, newest letter first."""
    replaced_by: Mapping[str, MandateLetter]
    """The letter that took the place of a letter."""


def stewardship(
    stewards: Iterable[Steward],
    letters: Collection[MandateLetter],
    councils: Iterable[CouncilSummary],
) -> Stewardship:
    """Return the joins of what the public may see; letters and councils are newest first."""
    now_first = sorted(stewards, key=lambda steward: steward.until is not None)
    return Stewardship(
        stewards_of=_grouped((slug, one) for one in now_first for slug in one.missions),
        letters_about=_grouped((slug, one) for one in letters for slug in one.missions),
        letters_to=_grouped((one.to, one) for one in letters),
        attended=_grouped(
            (came.steward, Attended(council, came.role))
            for council in councils
            for came in council.attendance
            if came.steward
        ),
        asked=_grouped(
            (ask.principle, Asked(letter, number, ask))
            for letter in letters
            for number, ask in enumerate(letter.asks, 1)
            if ask.principle
        ),
        replaced_by={one.supersedes: one for one in letters if one.supersedes},
    )


def _grouped(pairs: Iterable[tuple[str, T]]) -> Mapping[str, tuple[T, ...]]:
    """Return what stands beside each slug, once each and in the order in which it came."""
    groups: defaultdict[str, list[T]] = defaultdict(list)
    for slug, one in pairs:
        if one not in groups[slug]:
            groups[slug].append(one)
    return {slug: tuple(group) for slug, group in groups.items()}
