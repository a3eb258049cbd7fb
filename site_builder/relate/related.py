"""Related stories, each with the reason that it is related.

Stories are neighbours when they ran into the same barrier, or share a place, a partner, or a
principle within one mission. A barrier that the public may not see relates nothing.
Among those that share something, the nearest in time come first, so that a new story changes
only the pages of its neighbours and never the whole record.
"""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_builder.read.types import CaseStudy

MOST = 3
"""How many related stories a story names."""

_WEIGHTS = {"barrier": 5, "place": 4, "partner": 3, "principle": 1}


@dataclass(frozen=True)
class Related:
    """A story that has something in common with another."""

    story: CaseStudy
    shares: tuple[str, ...]
    """What they share, strongest first: "barrier", "place", "partner", "principle"."""


Bond = tuple[str, str]


def related_stories(
    stories: Sequence[CaseStudy], barriers: Container[str] = ()
) -> Mapping[str, tuple[Related, ...]]:
    """Return the related stories of each story, by slug.

    `stories` are newest first; `barriers` are the slugs of those that the public may see.
    """
    bonds = {story.slug: tuple(_bonds(story, barriers)) for story in stories}
    shelves: defaultdict[Bond, list[CaseStudy]] = defaultdict(list)
    for story in stories:
        for bond in bonds[story.slug]:
            shelves[bond].append(story)
    places = {
        bond: {story.slug: number for number, story in enumerate(shelf)}
        for bond, shelf in shelves.items()
    }
    return {story.slug: _nearest(story, bonds[story.slug], shelves, places) for story in stories}


def _bonds(story: CaseStudy, barriers: Container[str]) -> Iterator[Bond]:
    yield from (("barrier", slug) for slug in dict.fromkeys(story.barriers) if slug in barriers)
    yield "place", story.place
    for partner in story.partners:
        yield "partner", partner
    for shown in story.principles:
        yield "principle", f"{story.mission} {shown.principle}"


def _nearest(
    story: CaseStudy,
    bonds: Sequence[Bond],
    shelves: Mapping[Bond, list[CaseStudy]],
    places: Mapping[Bond, Mapping[str, int]],
) -> tuple[Related, ...]:
    shared: defaultdict[str, set[str]] = defaultdict(set)
    found: dict[str, CaseStudy] = {}
    for bond in bonds:
        at, shelf = places[bond][story.slug], shelves[bond]
        for other in (*shelf[max(0, at - MOST) : at], *shelf[at + 1 : at + 1 + MOST]):
            found[other.slug] = other
            shared[other.slug].add(bond[0])

    def rank(other: CaseStudy) -> tuple[int, int, str]:
        weight = sum(_WEIGHTS[kind] for kind in shared[other.slug])
        return -weight, abs((other.date - story.date).days), other.slug

    best = sorted(found.values(), key=rank)[:MOST]
    return tuple(
        Related(other, tuple(kind for kind in _WEIGHTS if kind in shared[other.slug]))
        for other in best
    )
