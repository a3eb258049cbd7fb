"""Covers drawn from data: a motif for each mission, an arrangement for each story.

A story without a photograph gets a small drawing of its own, made round the story's place and
with a mark for its quarter. It is decoration, so screen readers pass over it. The same story
gives the same drawing, always.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from site_builder.compose.dice import Dice
from site_builder.compose.drawing import HEIGHT, WIDTH, Drawing, Plates, disc
from site_builder.compose.motifs import MOTIFS, bend
from site_builder.compose.orders import ORDERS

Coordinates = tuple[float, float]
"""Latitude and longitude in decimal degrees."""

# A map on which every strip holds about as many people, so that the towns do not all crowd together.
_LATITUDES = (49.8, 51.0, 51.5, 52.0, 52.6, 53.4, 53.8, 55.0, 61.0)
_LONGITUDES = (-8.2, -4.2, -3.0, -2.4, -1.8, -1.3, -0.4, 0.1, 1.9)
MARGIN = 14
RADIUS = 3


@dataclass(frozen=True)
class Promise:
    """A promise as a point on a thread."""

    mission: int
    """Where its mission stands among the missions, from 0."""
    is_kept: bool


def story_cover(slug: str, motif: int, quarter: int, place: Coordinates | None = None) -> Drawing:
    """Return the drawing of a story.

    `motif` chooses the family of shapes; missions count through them in their order. A place
    that is unknown or off the map is put somewhere by the slug.
    """
    dice = Dice(slug)
    x, y = _point(place, dice)
    plates = Plates()
    plates.put(_tab(quarter))
    MOTIFS[motif % len(MOTIFS)](plates, x, y, dice)
    return Drawing(plates.layers(), x)


def mission_cover(motif: int) -> Drawing:
    """Return the drawing of a mission: its motif in calm order, which its stories vary."""
    plates = Plates()
    ORDERS[motif % len(ORDERS)](plates)
    return Drawing(plates.layers())


def council_cover(quarter: int, missions: int, promises: Sequence[Promise]) -> Drawing:
    """Return the drawing of a council: a thread with a point for each promise.

    There is a pale line for each mission, and the thread goes from promise to promise along
    those lines as a tune goes over a staff. A point is full when the promise has been kept.
    """
    plates = Plates()
    plates.put(_tab(quarter))
    lanes = [HEIGHT * (number + 1) // (missions + 1) for number in range(missions)]
    plates.put("".join(f"M0 {lane}h{WIDTH}" for lane in lanes), 3, 1)
    _thread(plates, [(lanes[promise.mission], promise.is_kept) for promise in promises])
    return Drawing(plates.layers())


def _thread(plates: Plates, points: Sequence[tuple[int, bool]]) -> None:
    """Draw a thread through points that stand at heights, broken where a point is open."""
    height = points[0][0] if points else HEIGHT // 2
    step = WIDTH // (len(points) + 1)
    run, at = f"M0 {height}h{step - RADIUS}", step
    for number, (_height, is_kept) in enumerate(points):
        plates.put(disc(at, height, RADIUS), line=0 if is_kept else 2)
        following = points[number + 1][0] if number + 1 < len(points) else height
        turn = (step - 2 * RADIUS) // 2
        run += f"M{at + RADIUS} {height}" + (bend(turn, following - height) if number + 1 < len(points) else f"H{WIDTH}")
        at, height = at + step, following
    plates.put(run if points else f"M0 {height}h{WIDTH}", line=2)


def _tab(quarter: int) -> str:
    """Return the mark of a quarter, like the tab of an index: it moves along the upper edge."""
    return f"M{(quarter - 1) * WIDTH // 4} 0h{WIDTH // 4}v2h{-WIDTH // 4}z"


def _point(place: Coordinates | None, dice: Dice) -> tuple[int, int]:
    """Return where in a drawing a place is."""
    if place is None:
        return dice.between(MARGIN, WIDTH - MARGIN), dice.between(MARGIN, HEIGHT - MARGIN)
    north, east = _share(place[0], _LATITUDES), _share(place[1], _LONGITUDES)
    across, down = WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN
    return MARGIN + round(east * across), MARGIN + round((1 - north) * down)


def _share(value: float, marks: Sequence[float]) -> float:
    """Return how far along a scale of unequal steps a value is, from 0 to 1."""
    for number, (low, high) in enumerate(zip(marks, marks[1:], strict=False)):
        if value < high:
            return max(0.0, number + (value - low) / (high - low)) / (len(marks) - 1)
    return 1.0
