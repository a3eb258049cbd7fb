"""Covers drawn from data: a motif for each mission, an arrangement for each story.

A story without a photograph gets a small drawing of its own, arranged round its place and with a
mark for its quarter. It is decoration, so screen readers pass over it. The same story gives the
same drawing, always.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from site_builder.compose.pictures.dice import Dice
from site_builder.compose.pictures.drawing import HEIGHT, WIDTH, Drawing, Plates
from site_builder.compose.pictures.motifs import MOTIFS
from site_builder.compose.pictures.orders import ORDERS
from site_builder.compose.pictures.threads import Knot, thread
from site_builder.read.types import CaseStudy, CouncilSummary, Mission, Place
from site_builder.read.types.fields.dates import Quarter
from site_builder.relate.record import Record

Coordinates = tuple[float, float]
"""Latitude and longitude in decimal degrees."""

MARGIN = 14
MOST_KNOTS = 8
"""More knots would crowd a drawing, and take more than 900 bytes."""
# Steps of a map on which towns do not crowd: about as many people live between any two marks.
_LATITUDES = (49.8, 51.0, 51.5, 52.0, 52.6, 53.4, 53.8, 55.0, 61.0)
_LONGITUDES = (-8.2, -4.2, -3.0, -2.4, -1.8, -1.3, -0.4, 0.1, 1.9)


def story_cover(slug: str, motif: int, quarter: int, place: Coordinates | None = None) -> Drawing:
    """Return the drawing of a story.

    `motif` chooses the family of shapes; missions count through them in their order. A place
    without coordinates is put somewhere by the slug.
    """
    dice, plates = Dice(slug), Plates()
    x, y = _point(place, dice)
    MOTIFS[motif % len(MOTIFS)](plates, x, y, dice)
    return Drawing(plates.layers(), x, quarter)


def mission_cover(motif: int) -> Drawing:
    """Return the drawing of a mission: its motif in calm order, which its stories vary."""
    plates = Plates()
    order, centre = ORDERS[motif % len(ORDERS)]
    order(plates)
    return Drawing(plates.layers(), centre)


def council_cover(quarter: int, missions: int, promises: Sequence[Knot]) -> Drawing:
    """Return the drawing of a council: a thread with a knot for each promise, up to MOST_KNOTS.

    Each mission has a line, and the thread goes from promise to promise over the lines as a tune
    goes over a staff. A knot is full when its promise has been kept.
    """
    return Drawing(thread(missions, promises[:MOST_KNOTS]), quarter=quarter)


def site_cover(missions: int) -> Drawing:
    """Return the drawing of the whole site: the thread goes through every mission, rising."""
    return Drawing(thread(missions, [Knot(line) for line in reversed(range(missions))]))


def _point(place: Coordinates | None, dice: Dice) -> tuple[int, int]:
    """Return where in a drawing a place is."""
    across, down = WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN
    if place is None:
        return MARGIN + dice.between(0, across), MARGIN + dice.between(0, down)
    north, east = _share(place[0], _LATITUDES), _share(place[1], _LONGITUDES)
    return MARGIN + round(east * across), MARGIN + round((1 - north) * down)


def _share(value: float, marks: Sequence[float]) -> float:
    """Return how far along a scale of unequal steps a value is, from 0 to 1."""
    for number, (low, high) in enumerate(pairwise(marks)):
        if value < high:
            return max(0.0, number + (value - low) / (high - low)) / (len(marks) - 1)
    return 1.0


def coordinates_of(place: Place) -> Coordinates | None:
    """Return where a place is on the map, if it is one point."""
    if place.lat is None or place.lon is None:
        return None
    return place.lat, place.lon


Drawn = CaseStudy | CouncilSummary | Mission
"""Whatever has a cover of its own."""


@dataclass(frozen=True)
class Covers:
    """The cover of everything in the record that has one; each is drawn once."""

    record: Record
    _stories: dict[str, Drawing] = field(default_factory=dict)

    def of(self, thing: Drawn) -> Drawing:
        """Return the drawing of a story, a mission or a council."""
        if isinstance(thing, Mission):
            return mission_cover(self._ranks[thing.slug])
        if isinstance(thing, CouncilSummary):
            return self._of_council(thing)
        if thing.slug not in self._stories:
            self._stories[thing.slug] = self._of_story(thing)
        return self._stories[thing.slug]

    def of_site(self) -> Drawing:
        """Return the drawing of the whole site."""
        return site_cover(len(self._ranks))

    @cached_property
    def _ranks(self) -> Mapping[str, int]:
        return {slug: number for number, slug in enumerate(self.record.missions)}

    def _of_story(self, story: CaseStudy) -> Drawing:
        place = coordinates_of(self.record.places[story.place])
        quarter = Quarter.of(story.date).number
        return story_cover(story.slug, self._ranks[story.mission], quarter, place)

    def _of_council(self, council: CouncilSummary) -> Drawing:
        promises = [
            Knot(self._ranks[made.mission], self.record.commitments[made.id].state == "kept")
            for made in council.commitments
        ]
        return council_cover(council.quarter.number, len(self._ranks), promises)
