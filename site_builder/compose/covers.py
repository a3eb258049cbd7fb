"""Covers drawn from data: a motif for each mission, an arrangement for each story.

A story without a photograph gets a small drawing of its own. It is decoration, so screen readers
pass over it. The same slug gives the same drawing, always.
"""

from collections.abc import Callable, Iterator
from hashlib import blake2b

from markupsafe import Markup

WIDTH, HEIGHT = 320, 200

Dice = Iterator[int]


def cover(slug: str, motif: int) -> Markup:
    """Return the inline SVG of a story: 320 by 200 units, at most 900 bytes, in currentColor.

    `motif` chooses the family of shapes; missions count through them in their order.
    """
    draw = _MOTIFS[motif % len(_MOTIFS)]
    shapes = "".join(draw(_dice(slug)))
    return Markup(  # noqa: S704 - numbers alone are put in
        f'<svg class="cover" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true" focusable="false" '
        f'fill="currentColor" stroke="currentColor" stroke-width="0">{shapes}</svg>'
    )


def _dice(slug: str) -> Dice:
    """Yield numbers from 0 to 255 that depend on a slug alone."""
    number = 0
    while True:
        yield from blake2b(f"{slug} {number}".encode(), digest_size=32).digest()
        number += 1


def _between(dice: Dice, least: int, most: int) -> int:
    return least + next(dice) * (most - least) // 255


def _opacity(dice: Dice) -> str:
    return f'opacity=".{_between(dice, 25, 75)}"'


def _blocks(dice: Dice) -> Iterator[str]:
    """Rising blocks, one of them strong."""
    strong, height = _between(dice, 2, 6), _between(dice, 20, 50)
    for column in range(7):
        height = min(height + _between(dice, -8, 36), 185)
        shade = "" if column == strong else " " + _opacity(dice)
        yield f'<path d="M{24 + column * 40} {HEIGHT}v-{height}h32v{height}z"{shade}/>'


def _arcs(dice: Dice) -> Iterator[str]:
    """Arcs round one point on the horizon."""
    centre, radius = _between(dice, 60, 260), 14
    for _ in range(6):
        width = _between(dice, 3, 13)
        yield (
            f'<circle cx="{centre}" cy="{HEIGHT}" r="{radius}" fill="none" '
            f'stroke-width="{width}" {_opacity(dice)}/>'
        )
        radius += width + _between(dice, 12, 30)


def _paths(dice: Dice) -> Iterator[str]:
    """Paths that cross the ground."""
    for _ in range(6):
        heights = [_between(dice, 15, 185) for _ in range(4)]
        yield (
            f'<path d="M0 {heights[0]}C110 {heights[1]} 210 {heights[2]} {WIDTH} {heights[3]}" '
            f'fill="none" stroke-width="{_between(dice, 3, 11)}" {_opacity(dice)}/>'
        )


def _steps(dice: Dice) -> Iterator[str]:
    """Steps up, and a round thing that climbs them."""
    rises = [_between(dice, 18, 42) for _ in range(4)]
    top = HEIGHT
    for number, rise in enumerate(rises):
        top -= rise
        left = 20 + number * 70
        yield f'<path d="M{left} {HEIGHT}V{top}h{WIDTH - left}V{HEIGHT}z" opacity=".{2 + number}"/>'
    at = _between(dice, 0, 3)
    floor = HEIGHT - sum(rises[: at + 1])
    yield f'<circle cx="{54 + at * 70}" cy="{floor - 16}" r="16"/>'


def _rounds(dice: Dice) -> Iterator[str]:
    """Overlapping rounds on a line."""
    line = _between(dice, 80, 130)
    for _ in range(5):
        x, y = _between(dice, 50, 270), line + _between(dice, -45, 45)
        yield f'<circle cx="{x}" cy="{y}" r="{_between(dice, 18, 52)}" {_opacity(dice)}/>'
    yield f'<path d="M0 {line}h{WIDTH}" stroke-width="3"/>'


_MOTIFS: tuple[Callable[[Dice], Iterator[str]], ...] = (_blocks, _arcs, _paths, _steps, _rounds)
