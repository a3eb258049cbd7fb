"""Layers: where the points of a graph without cycles stand, so that each arrow goes down.

A point stands one layer below the lowest of those that lead to it (longest-path layering), and
within its layer near the middle of them (the barycentre method of Sugiyama, Tagawa and Toda,
1981). A line that passes a layer is given a place of its own there, and so goes round its points.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

N = TypeVar("N", bound=Hashable)
Place = tuple[int, int]
"""A layer, counted from the top, and a position in it, counted from the left."""
_SWEEPS = 4


@dataclass(frozen=True)
class Layers:
    """A graph with a place for each point, and the places that each line goes through."""

    points: Mapping[Hashable, Place]
    lines: Sequence[tuple[Place, ...]]
    """In the order of the lines given; each from its cause down to its effect."""
    widths: Sequence[int]
    """How many places each layer has, those of passing lines included."""


def layers(points: Sequence[N], lines: Sequence[tuple[N, N]]) -> Layers:
    """Return a place for each point and each line.

    `lines` lead from point to point, and form no cycle.
    """
    depth = _depths(points, lines)
    chains = [_chain(number, line, depth) for number, line in enumerate(lines)]
    rows: list[list[Hashable]] = [[] for _ in range(max(depth.values(), default=-1) + 1)]
    for point in points:
        rows[depth[point]].append(point)
    for (cause, _), chain in zip(lines, chains, strict=True):
        for below, stop in enumerate(chain[1:-1], 1):
            rows[depth[cause] + below].append(stop)
    links = [pair for chain in chains for pair in pairwise(chain)]
    for _ in range(_SWEEPS):
        _sort(rows, [(below, above) for above, below in links])
        _sort(rows[::-1], links)
    at = {one: (row, place) for row, ones in enumerate(rows) for place, one in enumerate(ones)}
    return Layers(
        points={point: at[point] for point in points},
        lines=[tuple(at[stop] for stop in chain) for chain in chains],
        widths=[len(row) for row in rows],
    )


def _depths(points: Sequence[N], lines: Sequence[tuple[N, N]]) -> dict[N, int]:
    depth = dict.fromkeys(points, 0)
    # The longest way has fewer steps than there are points.
    for _ in points:
        for cause, effect in lines:
            depth[effect] = max(depth[effect], depth[cause] + 1)
    return depth


def _chain(number: int, line: tuple[N, N], depth: Mapping[N, int]) -> tuple[Hashable, ...]:
    """Return the points that a line goes through, with a stop in each layer that it passes."""
    cause, effect = line
    passed = range(depth[cause] + 1, depth[effect])
    return (cause, *((number, layer) for layer in passed), effect)


def _sort(rows: Sequence[list[Hashable]], links: Iterable[tuple[Hashable, Hashable]]) -> None:
    """Put the points of each row under the middle of those in the row before that they link to."""
    others: dict[Hashable, list[Hashable]] = {}
    for one, other in links:
        others.setdefault(one, []).append(other)
    for before, row in pairwise(rows):
        place = {one: (number + 0.5) / len(before) for number, one in enumerate(before)}
        own = {one: (number + 0.5) / len(row) for number, one in enumerate(row)}
        middle = {one: _middle(others.get(one, ()), place, own[one]) for one in row}
        row.sort(key=middle.__getitem__)


def _middle(others: Iterable[Hashable], place: Mapping[Hashable, float], own: float) -> float:
    """Return the middle of where others stand; a point that has none there stays at its own."""
    known = [place[other] for other in others if other in place]
    return sum(known) / len(known) if known else own
