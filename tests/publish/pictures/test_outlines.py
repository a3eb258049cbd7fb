"""Outlines: what SVG means by a path, as polygons."""

import math

import pytest

from site_builder.compose.pictures.drawing import Layer, disc
from site_builder.publish.pictures.outlines import Points, flattened, outlines


def area(points: Points) -> float:
    """Return the area of a polygon."""
    pairs = zip(points, [*points[1:], points[0]], strict=True)
    return abs(sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in pairs)) / 2


def test_straight_commands_lead_where_svg_says() -> None:
    """Small letters are steps from here, capitals are places."""
    assert list(flattened("M1 2h3v4l-1-1H0V9zM5 5h1")) == [
        [(1, 2), (4, 2), (4, 6), (3, 5), (0, 5), (0, 9)],
        [(5, 5), (6, 5)],
    ]


def test_round_has_the_area_of_a_circle() -> None:
    """An arc bends the right way by the right amount."""
    (only,) = flattened(disc(20, 20, 10))
    assert area(only) == pytest.approx(math.pi * 100, rel=0.01)
    assert all(math.dist(point, (20, 20)) == pytest.approx(10) for point in only)


@pytest.mark.parametrize(
    ("arc", "middle"),
    [
        ("a10 10 0 0 1 10 10", (20 + 10 * math.sin(math.pi / 4), 30 - 10 * math.cos(math.pi / 4))),
        ("a10 10 0 0 0 10 10", (30 - 10 * math.sin(math.pi / 4), 20 + 10 * math.cos(math.pi / 4))),
        ("a10 10 0 1 1 10 10", (30 + 10 * math.sin(math.pi / 4), 20 - 10 * math.cos(math.pi / 4))),
        ("a10 10 0 1 0 10 10", (20 - 10 * math.sin(math.pi / 4), 30 + 10 * math.cos(math.pi / 4))),
    ],
)
def test_arc_takes_the_way_that_its_flags_say(arc: str, middle: tuple[float, float]) -> None:
    """Of the four arcs between two points it is the right one: short or long, left or right."""
    (points,) = flattened(f"M20 20{arc}")
    assert min(math.dist(point, middle) for point in points) < 0.5
    assert points[-1] == (30, 30)


def test_curve_starts_and_ends_level() -> None:
    """A change of lane is a smooth curve between two lanes."""
    (points,) = flattened("M0 10c20 0 20 30 40 30")
    assert points[len(points) // 2] == pytest.approx((20, 25))
    assert points[-1] == pytest.approx((40, 40))
    assert points[1][1] - 10 < 0.1


def test_line_is_covered_by_pieces_of_its_width() -> None:
    """A line prints as much as it is long and wide, and a step of no length harms nothing."""
    pieces = list(outlines(Layer("M0 10h20h0h20", line=4)))
    assert sum(map(area, pieces)) == pytest.approx(160)
    ring = outlines(Layer(disc(30, 30, 10), line=2))
    assert sum(map(area, ring)) == pytest.approx(2 * math.pi * 10 * 2, rel=0.01)


def test_command_that_is_not_known_is_refused() -> None:
    """A motif can not use a command that cards would leave out in silence."""
    with pytest.raises(KeyError):
        list(flattened("M0 0q1 1 2 2"))
