"""Lettering: as large as fits, in even lines, and never wider or higher than its room."""

from collections.abc import Callable
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.publish.pictures.fonts import Font
from site_builder.publish.pictures.lettering import LONGEST, Lettering, Room, set_text
from site_builder.read.theme.theme import read_theme
from site_builder.settings import theme_folder

FONT = Font(read_theme(theme_folder()).font)
ROOM = Room(568, 320, (80, 72, 64, 52, 40))


def width(text: Lettering) -> float:
    return max(map(FONT.widths(text.size), text.lines), default=0)


def test_short_title_is_as_large_as_can_be() -> None:
    """A title of one word gets the largest size."""
    assert set_text("Growth", FONT, ROOM) == Lettering(80, ("Growth",))


def test_longer_title_is_smaller() -> None:
    """It shrinks until it fits, with all its words."""
    title = "Wigan trusts its staff and strikes a deal with residents of the whole borough"
    text = set_text(title, FONT, ROOM)
    assert text.size < 80
    assert " ".join(text.lines) == title
    assert text.height <= ROOM.height


def test_lines_are_even() -> None:
    """No word stands alone at the end when the lines can share the words."""
    text = set_text("one two three four five six seven eight nine", FONT, Room(568, 400, (72,)))
    widths = sorted(map(FONT.widths(72), text.lines))
    assert len(text.lines) == 3
    assert widths[0] > 0.7 * widths[-1]


def test_word_wider_than_the_room_shrinks_first_and_breaks_last() -> None:
    """Whole words come before large letters; one that never fits is broken with a hyphen."""
    assert set_text("Misrepresentation of it", FONT, ROOM).lines[0] == "Misrepresentation"
    word = "Llanfairpwllgwyngyllgogerychwyrndrobwlla"
    text = set_text(word, FONT, ROOM)
    assert len(text.lines) > 1
    assert text.lines[0].endswith("-")
    assert "".join(text.lines).replace("-", "") == word


def test_text_without_end_is_cut_with_dots() -> None:
    """What can not fit is left out, and it shows."""
    text = set_text("and so on " * 100, FONT, ROOM)
    assert text.size == 40
    assert text.lines[-1].endswith("…")
    assert text.height <= ROOM.height


@pytest.mark.parametrize("text", ["", " "])
def test_nothing_is_set_as_no_lines(text: str) -> None:
    """A card without a note has no empty line."""
    assert set_text(text, FONT, ROOM).lines == ()


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text("abcdefgWMŵŷ“”-– ", max_size=300))
def test_text_never_leaves_its_room(text: str) -> None:
    """Whatever the words, no line is too wide and all of them are not too high."""
    result = set_text(text, FONT, ROOM)
    assert width(result) <= ROOM.width
    assert result.height <= ROOM.height
    assert result.size in ROOM.sizes


def test_far_too_long_word_costs_no_more_than_one_that_is_too_long() -> None:
    """A word of 10,000 letters is measured as often as one of 1,000, and looks the same."""
    asked: list[int] = []

    class Counting:
        def widths(self, size: int) -> Callable[[str], float]:
            measure = FONT.widths(size)

            def counted(text: str) -> float:
                asked.append(len(text))
                return measure(text)

            return counted

    font = cast("Font", Counting())
    long = set_text("x" * LONGEST, font, ROOM)
    first = len(asked)
    assert set_text("x" * 10_000, font, ROOM) == long
    assert len(asked) == 2 * first
