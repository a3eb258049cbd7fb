"""Threads: promises as knots on a thread that goes over a line for each mission, as on a staff."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from site_builder.compose.pictures.drawing import HEIGHT, WIDTH, Layer, Plates, disc
from site_builder.compose.pictures.motifs import bend

LARGE, SMALL = 3, 1
"""How large knots are: those with room round them, and those without."""


@dataclass(frozen=True)
class Knot:
    """A knot on a thread."""

    line: int
    """Which line it is on, from 0 at the top."""
    is_full: bool = True
    """False for one that is drawn open."""


def thread(lines: int, knots: Sequence[Knot]) -> tuple[Layer, ...]:
    """Return the layers of a thread over so many lines, from edge to edge through its knots."""
    plates = Plates()
    heights = [HEIGHT * (number + 1) // (lines + 1) for number in range(lines)]
    for height in heights:
        plates.put(f"M0 {height}h{WIDTH}", 3, 1)
    step = max(WIDTH // (len(knots) + 1), 2 * SMALL + 2)
    radius = LARGE if step > 2 * LARGE + 2 else SMALL
    at = [(step * number, heights[knot.line]) for number, knot in enumerate(knots, 1)]
    for (x, y), knot in zip(at, knots, strict=True):
        plates.put(disc(x, y, radius + knot.is_full), line=0 if knot.is_full else 2)
    plates.put("".join(_run(at, radius)), line=2)
    return plates.layers()


def _run(at: Sequence[tuple[int, int]], radius: int) -> Sequence[str]:
    """Return the thread from the left edge to the right, without what is behind the knots."""
    if not at:
        return (f"M0 {HEIGHT // 2}h{WIDTH}",)
    between = [
        f"M{x + radius} {y}{bend((next_x - x) // 2 - radius, next_y - y)}h1"
        for (x, y), (next_x, next_y) in pairwise(at)
    ]
    (first_x, first_y), (last_x, last_y) = at[0], at[-1]
    return (
        f"M0 {first_y}H{first_x - radius}",
        *between,
        f"M{last_x + radius} {last_y}H{WIDTH}",
    )
