"""At which meetings of the council a story was told."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from site_builder.read.types import CouncilSummary


def told_at(councils: Iterable[CouncilSummary]) -> Mapping[str, tuple[CouncilSummary, ...]]:
    """Return the councils at which each story was told, oldest first, by the story's slug."""
    told: defaultdict[str, list[CouncilSummary]] = defaultdict(list)
    for council in sorted(councils, key=lambda one: one.held_on):
        for slug in dict.fromkeys(council.case_studies):
            told[slug].append(council)
    return {slug: tuple(at) for slug, at in told.items()}
