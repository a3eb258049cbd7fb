"""The motifs: five families of shapes, each arranged round one point.

The point is the story's place. Chance, which the slug decides, does the rest.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

from site_builder.compose.pictures.dice import Dice
from site_builder.compose.pictures.drawing import HEIGHT, WIDTH, Plates, disc

T = TypeVar("T")
Motif = Callable[[Plates, int, int, Dice], None]

SHADES = (2, 4, 6)
STRANDS = ((1, 9), (2, 6), (4, 4), (7, 2))
"""Lines, and how strong each is: the thin ones are the darkest."""


def blocks(plates: Plates, x: int, y: int, dice: Dice) -> None:
    """Draw blocks that rise, each with a roof of its own; the strong one stands at the point."""
    width = dice.one_of((8, 12, 16))
    slope, shade = dice.between(20, 44), 0
    for left in range(0, WIDTH, width):
        shade = _another(shade, SHADES, dice)
        height = width // 2 + slope * left // WIDTH + dice.between(0, 24)
        if left <= x < left + width:
            plates.put(block(left, HEIGHT - y + 8, width, dice.between(0, 4)))
        else:
            plates.put(block(left, height, width, dice.between(0, 4)), shade)


def block(left: int, height: int, width: int, roof: int) -> str:
    """Return a block under one of five roofs: flat, round, round to one side, slanting."""
    half = width // 2
    roofs = (
        f"h{width}",
        f"v{half}a{half} {half} 0 0 1 {width} 0",
        f"v{width}a{width} {width} 0 0 1 {width} {-width}",
        f"a{width} {width} 0 0 1 {width} {width}",
        f"v{width}l{width} {-width}",
    )
    return f"M{left} {HEIGHT}V{HEIGHT - height}{roofs[roof]}V{HEIGHT}z"


def arcs(plates: Plates, x: int, y: int, dice: Dice) -> None:
    """Draw rings round the point, most of them open, like ripples in wind and in water."""
    radius, strand, quarters = dice.between(5, 8), STRANDS[0], 4
    while radius < 60:
        strand, quarters = _another(strand, STRANDS, dice), _another(quarters, (1, 2, 3, 4), dice)
        line, shade = strand
        radius += line // 2
        plates.put(_ring(x, y, radius, dice.between(0, 3), quarters), shade, line)
        radius += line // 2 + dice.between(3, 6)
    plates.put(disc(x, y, 3))


_SIDES = ((0, -1), (1, 0), (0, 1), (-1, 0))


def _ring(x: int, y: int, radius: int, start: int, quarters: int) -> str:
    """Return so many quarters of a ring, clockwise."""
    if quarters == 4:
        return disc(x, y, radius)
    (from_x, from_y), (to_x, to_y) = _SIDES[start], _SIDES[(start + quarters) % 4]
    run = f"{(to_x - from_x) * radius} {(to_y - from_y) * radius}"
    arc = f"a{radius} {radius} 0 {int(quarters == 3)} 1 {run}"
    return f"M{x + from_x * radius} {y + from_y * radius}{arc}"


def paths(plates: Plates, x: int, y: int, dice: Dice) -> None:
    """Draw paths that change lanes and cross; the strong one goes through the point."""
    lanes = range(4, HEIGHT, dice.one_of((8, 10, 13)))
    for start, end in zip(lanes, dice.shuffled(lanes), strict=True):
        turn = dice.between(2, 7) * 4
        before = dice.between(0, WIDTH - 2 * turn)
        line, shade = dice.one_of(STRANDS)
        plates.put(f"M0 {start}h{before}{bend(turn, end - start)}H{WIDTH}", shade, line)
    start, end, turn = dice.one_of(lanes), dice.one_of(lanes), min(x, WIDTH - x) // 2
    through = bend(turn, y - start) + bend(turn, end - y)
    plates.put(f"M0 {start}h{x - 2 * turn}{through}H{WIDTH}", line=2)
    plates.put(disc(x, y, 4))


def bend(turn: int, fall: int) -> str:
    """Return a change of lane."""
    return f"c{turn} 0 {turn} {fall} {2 * turn} {fall}"


def steps(plates: Plates, x: int, y: int, dice: Dice) -> None:
    """Draw steps before a sun, and a round thing that has climbed as far as the point."""
    way, radius = dice.one_of((1, -1)), dice.between(4, 6)
    plates.put(disc(x + way * dice.between(-30, -8), dice.between(10, 30), dice.between(10, 24)), 3)
    floor, edge, shade = y + radius, x - way * (radius + 2), 10
    while floor < HEIGHT:
        rise = dice.between(5, 12)
        plates.put(slab(edge, floor, way, rise), shade)
        floor, edge, shade = (
            floor + rise,
            edge - way * dice.between(5, 14),
            _another(shade, SHADES, dice),
        )
    floor, edge = y + radius, x + way * (radius + dice.between(2, 6))
    while floor > 0 and 0 < edge < WIDTH:
        rise, shade = dice.between(5, 12), _another(shade, SHADES, dice)
        plates.put(slab(edge, floor - rise, way, rise), shade)
        floor, edge = floor - rise, edge + way * dice.between(5, 14)
    plates.put(disc(x, y, radius))


def slab(edge: int, top: int, way: int, rise: int) -> str:
    """Return a slab from an edge to the far side; `way` is 1 for the right and -1 for the left."""
    return f"M{edge} {top}H{WIDTH if way > 0 else 0}v{rise}H{edge}z"


def rounds(plates: Plates, x: int, y: int, dice: Dice) -> None:
    """Draw rounds and halves of rounds on a line, before two large ones; one is the point."""
    roomier, own = (1 if 2 * y < HEIGHT else -1), dice.between(4, 6)
    for shade in (2, 3):
        away = roomier * dice.between(0, 12)
        plates.put(disc(dice.between(8, WIDTH - 8), y + away, dice.between(14, 26)), shade)
    for way in (1, -1):
        at, radius = x + way * own, own
        while 0 < at < WIDTH:
            radius = dice.one_of((3, 5, 8, 11, 14) if radius > 5 else (8, 11, 14))
            for sweep in dice.one_of(((0,), (1,), (0, 1))):
                plates.put(half_round(at, y, way * radius, sweep), dice.one_of((4, 6, 8)))
            at += way * 2 * radius
    plates.put(f"M0 {y}h{WIDTH}", line=1)
    plates.put(disc(x, y, own))


def half_round(at: int, y: int, radius: int, sweep: int) -> str:
    """Return half a round on a line, to the left for a radius below nothing."""
    return f"M{at} {y}a{abs(radius)} {abs(radius)} 0 0 {sweep} {2 * radius} 0z"


def _another(before: T, things: Sequence[T], dice: Dice) -> T:
    """Return one of some things, and not the one before."""
    return dice.one_of([thing for thing in things if thing != before])


MOTIFS: tuple[Motif, ...] = (blocks, arcs, paths, steps, rounds)
