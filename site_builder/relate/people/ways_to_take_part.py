"""The ways to take part in each mission: its own, then those that its deliberations left behind."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_builder.read.types import Deliberation, Mission
from site_builder.read.types.mission import StandingWay


@dataclass(frozen=True)
class Way:
    """Something that people can do for a mission, and where it was written down."""

    way: StandingWay
    deliberation: Deliberation | None = None
    """The deliberation that it comes from, if it is not the mission's own."""


def ways_to_take_part(
    missions: Iterable[Mission], held: Mapping[str, Sequence[Deliberation]]
) -> Mapping[str, tuple[Way, ...]]:
    """Return the ways of each mission that has some, by its slug; each way stands once.

    `held` has the deliberations of each mission, by its slug.
    """
    found = {one.slug: tuple(_ways(one, held.get(one.slug, ()))) for one in missions}
    return {slug: ways for slug, ways in found.items() if ways}


def _ways(mission: Mission, held: Iterable[Deliberation]) -> Iterator[Way]:
    told = set()
    for way in _all(mission, held):
        # One standing way often outlives several deliberations, and each then names it.
        end = way.way.title, way.way.url, way.way.email, way.way.page
        if end not in told:
            told.add(end)
            yield way


def _all(mission: Mission, held: Iterable[Deliberation]) -> Iterator[Way]:
    yield from (Way(way) for way in mission.ways_to_take_part)
    for deliberation in held:
        yield from (Way(way, deliberation) for way in deliberation.mechanisms)
