"""The calm order of each motif, for the page of a mission: the theme that its stories vary."""

from collections.abc import Callable

from site_builder.compose.pictures.drawing import WIDTH, Plates, disc
from site_builder.compose.pictures.motifs import bend, block, half_round, slab

Order = Callable[[Plates], None]


def rising_blocks(plates: Plates) -> None:
    """Draw eight blocks, each higher and stronger than the one before."""
    for number in range(8):
        shade = (1, 2, 3, 4, 5, 6, 8, 10)[number]
        plates.put(block(number * 12, 10 + number * 6, 12, (0, 1)[number == 7]), shade)


def spreading_arcs(plates: Plates) -> None:
    """Draw half rings over a horizon, paler the farther they have come."""
    for number, shade in enumerate((9, 8, 6, 5, 4, 3, 2)):
        plates.put(half_round(40 - number * 7, 50, 8 + number * 7, 1)[:-1], shade, 3)
    plates.put(f"M0 50h{WIDTH}", line=1)
    plates.put(disc(48, 50, 3))


def parallel_paths(plates: Plates) -> None:
    """Draw paths that keep together through a change of lane."""
    for number, (line, shade) in enumerate(
        ((7, 2), (4, 4), (2, 6), (2, 10), (1, 9), (4, 4), (7, 2))
    ):
        plates.put(f"M0 {20 + number * 8}h12{bend(36, -28)}H{WIDTH}", shade, line)
    plates.put(disc(48, 30, 4))


def even_steps(plates: Plates) -> None:
    """Draw even steps before a sun, and a round thing half way up."""
    plates.put(disc(28, 22, 16), 3)
    for number, shade in enumerate((2, 4, 10, 4, 2, 4)):
        plates.put(slab(12 + number * 14, 52 - number * 9, 1, 9), shade)
    plates.put(disc(46, 29, 5))


def linked_rounds(plates: Plates) -> None:
    """Draw rounds on a line, each over half of the one before."""
    for number, shade in enumerate((2, 3, 2, 3, 2)):
        plates.put(disc(16 + number * 16, 30, 16), shade)
    plates.put(f"M0 30h{WIDTH}", line=1)
    plates.put(disc(48, 30, 5))


ORDERS: tuple[tuple[Order, int], ...] = (
    (rising_blocks, 72),
    (spreading_arcs, 48),
    (parallel_paths, 48),
    (even_steps, 46),
    (linked_rounds, 48),
)
"""In the order of the motifs, each with the column that stays in sight."""
