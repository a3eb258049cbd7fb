"""Make the outlines of countries and of their first divisions, read/place/outlines.zip.

The map of a site draws one of them. They were made once, from data in the public domain, and are
kept in the package; a build reads the one that the settings name and touches no network.

Source: Natural Earth 4.1.0 (naturalearthdata.com), 1:10 million cultural vectors, in the public
domain, as the layers `countries` and `states_provinces` of the file `world_map.gpkg` that comes
with QGIS 3 (in Debian the package `qgis-common`, under resources/data/). The names of countries
are those of the Unicode CLDR in English, by their ISO codes. To make the file anew:

    python scripts/make_outlines.py world_map.gpkg site_builder/read/place/outlines.zip

How an outline is made:

1. The rings of a country or of a division; those of England, Scotland, Wales and Northern Ireland
   are what remains of their counties once each edge that two of them share is taken out.
2. The largest ring counts, and each other ring that is not further from it than it is wide or
   high: a country is not drawn with an island half the world away.
3. The sinusoidal projection about the middle of those rings, in which every distance along a
   parallel is true, so large that it fits a box of 460 by 536 units.
4. Visvalingam's method over all rings at once, the least triangle first, down to so many points;
   rings smaller than 12 square units, or of fewer than three points, are left out.
5. Points rounded to whole units, written with relative commands, the largest ring first.
"""

import json
import math
import sqlite3
import struct
import sys
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from heapq import heapify, heappop, heappush
from pathlib import Path

from babel import Locale

WIDTH, HEIGHT, MARGIN = 460, 536, 8
OF_A_COUNTRY, OF_A_DIVISION = 260, 80
MOST_DIVISIONS = 60
"""Of a country with more first divisions than that none is kept: they are small, and many."""
LEAST_AREA = 12
NATIONS = {
    "ENG": "England",
    "SCT": "Scotland",
    "WLS": "Wales",
    "NIR": "Northern Ireland",
}
UNITED_KINGDOM = "United Kingdom"

Point = tuple[float, float]
Ring = list[Point]


def rings_of(data: bytes) -> Iterator[Ring]:
    """Yield the outer rings of a geometry as GeoPackage stores it; holes are left out."""
    envelope = (0, 32, 48, 48, 64)[(data[3] >> 1) & 7]
    yield from _outer(data, 8 + envelope)[0]


def _outer(data: bytes, at: int) -> tuple[list[Ring], int]:
    order = "<" if data[at] else ">"
    kind, count = struct.unpack_from(f"{order}II", data, at + 1)
    at += 9
    found: list[Ring] = []
    for number in range(count):
        if kind % 1000 == 3:  # a polygon: its first ring is the outer one
            (points,) = struct.unpack_from(f"{order}I", data, at)
            numbers = struct.unpack_from(f"{order}{2 * points}d", data, at + 4)
            at += 4 + 16 * points
            if number == 0:
                found.append(list(zip(numbers[::2], numbers[1::2], strict=True))[:-1])
        else:
            inner, at = _outer(data, at)
            found += inner
    return found, at


def dissolved(rings: Iterable[Ring]) -> list[Ring]:
    """Return the outlines of areas taken together: what two of them share is inside."""
    edges: dict[tuple[Point, Point], None] = {}
    for ring in rings:
        points = [(round(x, 6), round(y, 6)) for x, y in ring]
        for edge in zip(points, [*points[1:], points[0]], strict=True):
            if edge[::-1] in edges:
                del edges[edge[::-1]]
            else:
                edges[edge] = None
    onward: defaultdict[Point, list[Point]] = defaultdict(list)
    for start, end in edges:
        onward[start].append(end)
    found = []
    while onward:
        start = next(iter(onward))
        ring, at = [], start
        while at in onward:
            ring.append(at)
            following = onward[at].pop()
            if not onward[at]:
                del onward[at]
            at = following
        found.append(ring)
    return [ring for ring in found if len(ring) > 2]


def near_the_largest(rings: list[Ring]) -> list[Ring]:
    """Return the largest ring and those near it, none of them across the line of 180 degrees."""
    largest = max(rings, key=lambda ring: abs(area(ring)))
    middle = _middle([x for x, _ in largest])
    moved = [[(_beside(x, middle), y) for x, y in ring] for ring in rings]
    first = moved[rings.index(largest)]
    west, south, east, north = box(first)
    most = max((east - west) * math.cos(math.radians((north + south) / 2)), north - south)
    kept = []
    for ring in moved:
        left, bottom, right, top = box(ring)
        aside = max(west - right, left - east, 0) * math.cos(math.radians((top + bottom) / 2))
        is_inside = ring is not first and _is_in(ring[0], first)
        if max(aside, south - top, bottom - north) <= most and not is_inside:
            kept.append(ring)
    return kept


def _is_in(point: Point, ring: Ring) -> bool:
    """Tell by the even-odd rule whether a point is inside a ring."""
    (x, y), inside = point, False
    for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside


def _middle(longitudes: list[float]) -> float:
    x = sum(math.cos(math.radians(one)) for one in longitudes)
    y = sum(math.sin(math.radians(one)) for one in longitudes)
    return math.degrees(math.atan2(y, x))


def _beside(longitude: float, middle: float) -> float:
    return longitude - 360 * round((longitude - middle) / 360)


def box(ring: Iterable[Point]) -> tuple[float, float, float, float]:
    """Return the least and the greatest of both numbers of points."""
    xs, ys = zip(*ring, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def area(ring: Ring) -> float:
    """Return the area of a ring, negative if it runs the other way."""
    return (
        sum(
            ax * by - bx * ay for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True)
        )
        / 2
    )


def simplified(rings: list[Ring], most: int) -> list[Ring]:
    """Return rings with at most so many points; the least triangle goes first."""
    before, after, size, live = {}, {}, {}, {}
    heap: list[tuple[float, tuple[int, int]]] = []
    for number, ring in enumerate(rings):
        size[number] = len(ring)
        for at in range(len(ring)):
            key = (number, at)
            before[key] = (number, (at - 1) % len(ring))
            after[key] = (number, (at + 1) % len(ring))
            live[key] = 0.0

    def triangle(key: tuple[int, int]) -> float:
        (ax, ay), (bx, by), (cx, cy) = (
            rings[one[0]][one[1]] for one in (before[key], key, after[key])
        )
        return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2

    live |= {key: triangle(key) for key in live}
    heap += [(least, key) for key, least in live.items()]
    heapify(heap)
    left = len(live)
    while heap and left > most:
        least, key = heappop(heap)
        if live.get(key) != least or size[key[0]] <= 3:
            continue
        del live[key]
        left, size[key[0]] = left - 1, size[key[0]] - 1
        one, other = before[key], after[key]
        after[one], before[other] = other, one
        for beside in (one, other):
            live[beside] = max(least, triangle(beside))
            heappush(heap, (live[beside], beside))
    return [
        [point for at, point in enumerate(ring) if (number, at) in live]
        for number, ring in enumerate(rings)
    ]


def outline(rings: list[Ring], most: int) -> dict[str, object]:
    """Return an outline with what places are projected by."""
    rings = near_the_largest(rings)
    west, _, east, _ = box(point for ring in rings for point in ring)
    middle = round((west + east) / 2, 2)
    flat = [[((x - middle) * math.cos(math.radians(y)), -y) for x, y in ring] for ring in rings]
    left, top, right, bottom = box(point for ring in flat for point in ring)
    scale = min((WIDTH - 2 * MARGIN) / (right - left), (HEIGHT - 2 * MARGIN) / (bottom - top))
    scale = float(f"{scale:.4g}")
    from_west, from_north = round(MARGIN / scale - left, 4), round(MARGIN / scale - top, 4)
    drawn = [
        [(scale * (x + from_west), scale * (y + from_north)) for x, y in ring] for ring in flat
    ]
    drawn = [ring for ring in drawn if abs(area(ring)) >= LEAST_AREA] or drawn
    drawn = simplified(drawn, most)
    drawn.sort(key=lambda ring: -abs(area(ring)))
    return {
        "middle": middle,
        "west": from_west,
        "north": from_north,
        "scale": scale,
        "width": math.ceil(scale * (right - left) + 2 * MARGIN),
        "height": math.ceil(scale * (bottom - top) + 2 * MARGIN),
        "path": path_of(drawn),
    }


def path_of(rings: Iterable[Ring]) -> str:
    """Return the path of rings in whole units, with relative commands."""
    path, at = "", (0, 0)
    for ring in rings:
        points = list(dict.fromkeys((round(x), round(y)) for x, y in ring))
        if len(points) < 3:
            continue
        steps, here = [], at
        for point in points:
            steps.append(f"{point[0] - here[0]} {point[1] - here[1]}")
            here = point
        path += "m" + " ".join(steps).replace(" -", "-") + "z"
        at = points[0]
    return path


def outlines(source: Path) -> Iterator[tuple[str, str, dict[str, object]]]:
    """Yield a name, the country that it is in, if it is none, and the outline."""
    english = Locale("en").territories
    data = sqlite3.connect(source)
    names: dict[str, str] = {}
    for code, name, geometry in data.execute("select iso_a2, NAME, geom from countries"):
        if not name or name in (UNITED_KINGDOM, "Antarctica"):
            names[code] = name or ""
            continue
        names[code] = english.get(code or "", name)
        yield names[code], "", outline(list(rings_of(geometry)), OF_A_COUNTRY)
    divisions: defaultdict[tuple[str, str], list[Ring]] = defaultdict(list)
    parts = data.execute("select iso_a2, name, gu_a3, geom from states_provinces")
    for code, name, unit, geometry in parts:
        country = names.get(code or "")
        if code == "GB":
            divisions[NATIONS[unit], UNITED_KINGDOM] += rings_of(geometry)
        elif name and country and name != country:
            divisions[name, country] += rings_of(geometry)
    counts = Counter(country for _, country in divisions)
    for (name, country), rings in divisions.items():
        if counts[country] > MOST_DIVISIONS:
            continue
        is_nation = country == UNITED_KINGDOM
        found = dissolved(rings) if is_nation else rings
        yield name, country, outline(found, OF_A_COUNTRY if is_nation else OF_A_DIVISION)


def main(source: str, target: str) -> None:
    """Write the outlines, one file for each country with its divisions, packed together."""
    files: defaultdict[str, dict[str, object]] = defaultdict(dict)
    for name, country, found in outlines(Path(source)):
        files[country or name][name] = found
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for country in sorted(files):
            inside = dict(sorted(files[country].items()))
            info = zipfile.ZipInfo(f"{country}.json", (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(info, json.dumps(inside, ensure_ascii=False, separators=(",", ":")))


if __name__ == "__main__":
    main(*sys.argv[1:])
