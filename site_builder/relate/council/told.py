"""What councils told: at which of them a story was told, and whom they thanked for its work."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from site_builder.read.types import CouncilSummary
from site_builder.read.types.council_summary import Recognition


@dataclass(frozen=True)
class Recognised:
    """Thanks that a council said for the work of a case study."""

    council: CouncilSummary
    said: Recognition


def told_at(councils: Iterable[CouncilSummary]) -> Mapping[str, tuple[CouncilSummary, ...]]:
    """Return the councils at which each story was told, oldest first, by the story's slug."""
    told: defaultdict[str, list[CouncilSummary]] = defaultdict(list)
    for council in sorted(councils, key=lambda one: one.held_on):
        for slug in dict.fromkeys(council.case_studies):
            told[slug].append(council)
    return {slug: tuple(at) for slug, at in told.items()}


def recognised(councils: Iterable[CouncilSummary]) -> Mapping[str, tuple[Recognised, ...]]:
    """Return the thanks for the work of each story, oldest first, by the story's slug."""
    recognised: defaultdict[str, list[Recognised]] = defaultdict(list)
    for council in sorted(councils, key=lambda one: one.held_on):
        for said in council.recognition:
            if said.case_study:
                recognised[said.case_study].append(Recognised(council, said))
    return {slug: tuple(said) for slug, said in recognised.items()}
