"""What deliberations belong to, and what they changed: the joins with missions.

A mission is told of each deliberation that was held for it; a deliberation, of each vision that
people agreed to in it and of each goal that was reworded because it asked for that.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from site_builder.read.types import Deliberation, Mission
from site_builder.read.types.mission import Rewording, Vision


@dataclass(frozen=True)
class AgreedVision:
    """A mission whose vision people agreed to in a deliberation."""

    mission: Mission
    vision: Vision


@dataclass(frozen=True)
class AskedRewording:
    """A mission whose goal was reworded as a deliberation asked."""

    mission: Mission
    rewording: Rewording


@dataclass(frozen=True)
class Shaped:
    """What a deliberation changed in missions, in the order in which missions are shown."""

    visions: tuple[AgreedVision, ...] = ()
    rewordings: tuple[AskedRewording, ...] = ()


def held_for(deliberations: Iterable[Deliberation]) -> Mapping[str, tuple[Deliberation, ...]]:
    """Return the deliberations of each mission by its slug, in the order given."""
    found: defaultdict[str, list[Deliberation]] = defaultdict(list)
    for one in deliberations:
        found[one.mission].append(one)
    return {slug: tuple(held) for slug, held in found.items()}


def shaped_by(missions: Iterable[Mission]) -> Mapping[str, Shaped]:
    """Return what each deliberation changed, by its slug."""
    visions: defaultdict[str, list[AgreedVision]] = defaultdict(list)
    rewordings: defaultdict[str, list[AskedRewording]] = defaultdict(list)
    for mission in missions:
        if mission.vision and mission.vision.deliberation:
            visions[mission.vision.deliberation].append(AgreedVision(mission, mission.vision))
        for one in mission.wording_history:
            if one.deliberation:
                rewordings[one.deliberation].append(AskedRewording(mission, one))
    return {
        slug: Shaped(tuple(visions[slug]), tuple(rewordings[slug]))
        for slug in dict.fromkeys((*visions, *rewordings))
    }
