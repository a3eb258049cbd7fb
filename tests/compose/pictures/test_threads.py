"""Threads: one knot for each promise, whole from edge to edge."""

import pytest

from site_builder.compose.pictures.threads import Knot, thread


def shapes(knots: list[Knot], lines: int = 5) -> dict[tuple[int, int], int]:
    """Return how many shapes a thread prints, by shade and line."""
    return {(one.shade, one.line): one.path.count("M") for one in thread(lines, knots)}


@pytest.mark.parametrize(("full", "open_"), [(0, 0), (1, 0), (0, 1), (3, 4), (10, 12)])
def test_thread_has_a_knot_for_each_promise(full: int, open_: int) -> None:
    """Full knots are filled; open ones are rings on the plate of the thread."""
    printed = shapes([Knot(1)] * full + [Knot(2, is_full=False)] * open_)
    runs = full + open_ + 1
    assert printed.get((10, 0), 0) == full
    assert printed[10, 2] == open_ + runs
    assert printed[3, 1] == 5


def test_knot_is_on_the_line_of_its_mission() -> None:
    """The thread goes up and down between the lines as promises do between missions."""
    high, low = thread(5, [Knot(0)]), thread(5, [Knot(4)])
    assert "M45 10" in high[-1].path or "M44 10" in high[-1].path
    assert "M44 50" in low[-1].path


def test_thread_without_missions_is_drawn() -> None:
    """A site that has no mission yet still has a drawing."""
    (only,) = thread(0, [])
    assert only.path == "M0 30h96"
