"""The map of places: marks over the outline of the place, as values for an inline SVG."""

from collections.abc import Iterable, Sequence
from itertools import combinations
from math import sqrt

from site_builder.compose.frame.frame import Frame
from site_builder.compose.pages.places.views import Mark, MarkMeaning, PlacesMap
from site_builder.read.place.outlines import Outline, outline_named
from site_builder.read.types import Place
from site_builder.read.types.registers import nation_slug

RADIUS = 5
"""Half the width of a mark on the map of all places."""

_SHAPES = (
    "m-{r} 0a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0-{d} 0z",
    "m-{r}-{r}h{d}v{d}h-{d}z",
    "m0-{w} {w} {w}-{w} {w}-{w}-{w}z",
    "m0-{w} {w} {h}h-{e}z",
    "m0 {w} {w}-{h}h-{e}z",
    "m-{w}-{t}h{a}v-{a}h{b}v{a}h{a}v{b}h-{a}v{a}h-{b}v-{a}h-{a}z",
)
"""Disc, square, diamond, triangle, triangle on its head, cross; the disc is for several."""

Point = tuple[int, int]
GAP = 9
"""How far apart the middles of two marks are at least, so that no mark hides another."""
_ROUNDS = 12


def outline_of(frame: Frame) -> Outline | None:
    """Return the outline that the map has; nothing where there is none for the country."""
    return outline_named(frame.record.facts.outline)


def region_name(frame: Frame) -> str:
    """Return what the map is of, as a sentence says it."""
    return frame.say(f"in_text.{nation_slug(frame.record.facts.outline)}")


def point_of(place: Place, outline: Outline) -> Point | None:
    """Return where a place stands on the map, if it has coordinates that are on it."""
    if place.lat is None or place.lon is None:
        return None
    x, y = outline.project(place.lat, place.lon)
    return (x, y) if 0 <= x <= outline.width and 0 <= y <= outline.height else None


def is_off_the_map(place: Place, outline: Outline) -> bool:
    """Tell whether a place has coordinates, and they are not on the map."""
    return place.lat is not None and place.lon is not None and not point_of(place, outline)


def places_map(frame: Frame, places: Iterable[Place], radius: int = RADIUS) -> PlacesMap | None:
    """Return a map with a mark for each place, or nothing when none of them has coordinates."""
    outline = outline_of(frame)
    if not outline:
        return None
    found = [(point, place) for place in places if (point := point_of(place, outline))]
    if not found:
        return None
    # From north to south, so that the marks stand in one order whatever the order of the register.
    found.sort(key=lambda one: (one[0][1], one[0][0], one[1].slug))
    points = side_by_side([point for point, _ in found])
    missions = [_mission_of(frame, place) for _, place in found]
    marks = (
        _mark(frame, point, place, mission, radius)
        for point, (_, place), mission in zip(points, found, missions, strict=True)
    )
    return PlacesMap(
        outline.width,
        outline.height,
        outline.path,
        tuple(marks),
        _key(frame, frozenset(missions)),
        region_name(frame),
    )


def side_by_side(points: Sequence[Point]) -> Sequence[Point]:
    """Return points with those that stand too near each other pushed apart, a little each.

    A dozen rounds part a crowd of a few; in a larger one marks may still overlap.
    """
    at = [(float(x), float(y)) for x, y in points]
    for _ in range(_ROUNDS):
        for one, other in combinations(range(len(at)), 2):
            at[one], at[other] = _pushed(at[one], at[other])
    return [(round(x), round(y)) for x, y in at]


def _pushed(
    one: tuple[float, float], other: tuple[float, float]
) -> tuple[tuple[float, float], tuple[float, float]]:
    dx, dy = other[0] - one[0], other[1] - one[1]
    distance = sqrt(dx * dx + dy * dy)
    if distance >= GAP:
        return one, other
    push = (GAP - distance) / 2
    # Two places at one point stand west and east of it.
    x, y = (dx / distance * push, dy / distance * push) if distance else (push, 0)
    return (one[0] - x, one[1] - y), (other[0] + x, other[1] + y)


def _mission_of(frame: Frame, place: Place) -> str:
    """Return the mission that all stories of a place serve first, or nothing for several."""
    missions = {story.mission for story in frame.record.stories_of("place", place.slug)}
    return missions.pop() if len(missions) == 1 else ""


def _mark(frame: Frame, point: Point, place: Place, mission: str, radius: int) -> Mark:
    return Mark(
        shape=f"M{point[0]} {point[1]}{_shape(frame, mission, radius)}",
        accent=mission,
        title=frame.say("map.mark", place=place.name, mission=_meaning(frame, mission)),
    )


def _key(frame: Frame, shown: frozenset[str]) -> tuple[MarkMeaning, ...]:
    """Return what each sort of mark means: each mission that has one, then several missions."""
    return tuple(
        MarkMeaning(f"M8 8{_shape(frame, mission, RADIUS)}", mission, _meaning(frame, mission))
        for mission in (*frame.record.missions, "")
        if mission in shown
    )


def _shape(frame: Frame, mission: str, r: int) -> str:
    """Return the path of a mark about its middle; each mission has a shape as well as a colour."""
    number = 0
    if mission:
        number = 1 + list(frame.record.missions).index(mission) % (len(_SHAPES) - 1)
    # What has corners reaches further out, so that all look equally large.
    w, t = r + r // 4, r // 2
    sides = {"d": 2 * r, "e": 2 * w, "h": 2 * w - t, "a": w - t, "b": 2 * t}
    return _SHAPES[number].format(r=r, w=w, t=t, **sides)


def _meaning(frame: Frame, mission: str) -> str:
    return frame.record.missions[mission].title if mission else frame.say("map.several")
