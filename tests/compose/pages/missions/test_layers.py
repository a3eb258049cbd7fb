"""A graph without circles is laid out so that every line goes down, one layer at a time."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from site_builder.compose.pages.missions.layers import layers

Graph = tuple[list[int], list[tuple[int, int]]]


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """Draw points, and lines that lead only from lower numbers to higher ones."""
    points = list(range(draw(st.integers(1, 9))))
    pairs = [(one, other) for one in points for other in points if one < other]
    return points, draw(st.lists(st.sampled_from(pairs), max_size=20)) if pairs else []


@given(graphs())
def test_lines_go_down_by_one_layer_at_a_time(
    graph: Graph,
) -> None:
    """Each line starts at its cause, ends at its effect, and stops in every layer between."""
    points, lines = graph
    laid = layers(points, lines)
    for (cause, effect), stops in zip(lines, laid.lines, strict=True):
        assert (stops[0], stops[-1]) == (laid.points[cause], laid.points[effect])
        assert all(below[0] - above[0] == 1 for above, below in pairwise(stops))


@given(graphs())
def test_no_two_things_share_a_place(graph: Graph) -> None:
    """Points and the stops of passing lines fill each layer from the left without a gap."""
    points, lines = graph
    laid = layers(points, lines)
    stops = [stop for line in laid.lines for stop in line[1:-1]]
    taken = sorted([*laid.points.values(), *stops])
    assert taken == [(row, at) for row, width in enumerate(laid.widths) for at in range(width)]


def test_points_stand_under_the_middle_of_their_causes() -> None:
    """Two chains do not cross, though their points were given the other way round."""
    laid = layers(["a", "b", "of b", "of a"], [("a", "of a"), ("b", "of b")])
    assert laid.points == {"a": (0, 0), "b": (0, 1), "of a": (1, 0), "of b": (1, 1)}


def test_graph_without_points_has_no_layers() -> None:
    """Nothing has no place."""
    assert layers([], []).widths == []
