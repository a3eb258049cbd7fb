"""Outlines of drawings: paths and lines as polygons, for painters that know nothing else."""

import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from site_builder.compose.pictures.drawing import Layer

Point = tuple[float, float]
Points = Sequence[Point]

_TOKEN = re.compile(r"[A-Za-z]|-?\d+")
_NUMBERS = {"M": 2, "H": 1, "V": 1, "h": 1, "v": 1, "l": 2, "a": 7, "c": 6, "z": 0}
_BENDS = 40
"""The straight pieces of one cubic curve."""


def outlines(layer: Layer) -> Iterator[Points]:
    """Yield polygons that together cover what a layer prints."""
    for points in flattened(layer.path):
        if layer.line:
            yield from _stroke(points, layer.line / 2)
        else:
            yield points


def flattened(path: str) -> Iterator[list[Point]]:
    """Yield each part of a path as points with straight pieces between them."""
    points: list[Point] = []
    for command, numbers in _commands(path):
        if command == "M":
            if points:
                yield points
            points = [(numbers[0], numbers[1])]
        else:
            points.extend(_follow(command, numbers, points[-1]))
    yield points


def _commands(path: str) -> Iterator[tuple[str, list[int]]]:
    """Yield each command of path data with its numbers. Raises KeyError for one not known."""
    tokens = _TOKEN.findall(path)
    at = 0
    while at < len(tokens):
        after = at + 1 + _NUMBERS[tokens[at]]
        yield tokens[at], [int(number) for number in tokens[at + 1 : after]]
        at = after


def _follow(command: str, numbers: list[int], start: Point) -> Points:
    """Return the points to which a command leads."""
    if command == "c":
        return _cubic(start, numbers)
    if command == "a":
        return _arc(start, numbers)
    return _straight(command, numbers, start)


def _straight(command: str, numbers: list[int], start: Point) -> Points:
    x, y = start
    match command, numbers:
        case "H", [to]:
            return [(to, y)]
        case "V", [to]:
            return [(x, to)]
        case "h", [right]:
            return [(x + right, y)]
        case "v", [down]:
            return [(x, y + down)]
        case "l", [right, down]:
            return [(x + right, y + down)]
    return ()


def _cubic(start: Point, numbers: list[int]) -> Points:
    return [
        (start[0] + _bezier(numbers[0::2], part), start[1] + _bezier(numbers[1::2], part))
        for part in (step / _BENDS for step in range(1, _BENDS + 1))
    ]


def _bezier(ends: list[int], part: float) -> float:
    """Return how far a cubic curve from 0 has come in one direction."""
    first, second, last = ends
    rest = 1 - part
    return 3 * rest * rest * part * first + 3 * rest * part * part * second + part**3 * last


def _arc(start: Point, numbers: list[int]) -> Points:
    """Return points of a circular arc (https://www.w3.org/TR/SVG2/implnote.html#ArcImplementationNotes)."""
    radius, _, _, large, sweep, right, down = numbers
    turn = 1 if sweep else -1
    side = turn if large == 0 else -turn
    away = math.sqrt(max(0.0, radius * radius / (right * right + down * down) - 0.25)) * side
    centre_x, centre_y = start[0] + right / 2 - away * down, start[1] + down / 2 + away * right
    first = math.atan2(start[1] - centre_y, start[0] - centre_x)
    last = math.atan2(start[1] + down - centre_y, start[0] + right - centre_x)
    angle = turn * ((turn * (last - first)) % math.tau)
    count = max(2, round(abs(angle) * (8 + radius / 3)))
    angles = (first + angle * step / count for step in range(1, count))
    ring = [
        (centre_x + radius * math.cos(one), centre_y + radius * math.sin(one)) for one in angles
    ]
    return [*ring, (start[0] + right, start[1] + down)]


def _stroke(points: Points, half: float) -> Iterator[Points]:
    """Yield a four-sided piece of line for each straight piece, side by side with the next."""
    moving = [
        point for point, before in zip(points, [None, *points], strict=False) if point != before
    ]
    sides = list(_sides(moving, half))
    for (left, right), (next_left, next_right) in pairwise(sides):
        yield left, next_left, next_right, right


def _sides(points: Points, half: float) -> Iterator[tuple[Point, Point]]:
    """Yield the two sides of a line at each of its points."""
    is_ring = math.dist(points[0], points[-1]) < 1e-6
    last = len(points) - 1
    for number, (x, y) in enumerate(points):
        before = points[number - 1 if number else (-2 if is_ring else 0)]
        after = points[number + 1 if number < last else (1 if is_ring else last)]
        length = math.dist(before, after)
        across, down = (
            (before[1] - after[1]) / length * half,
            (after[0] - before[0]) / length * half,
        )
        yield (x + across, y + down), (x - across, y - down)
