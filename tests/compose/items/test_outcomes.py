"""Outcomes as figures: grouped, with numbers as people write them, and bars that do not lie."""

from typing import Any

import pytest
from lxml import etree
from markupsafe import Markup

from site_builder.compose.items.outcomes import HEIGHT, LINE, Amount, figures, outcome_views
from site_builder.read.types.case_study import Outcome


def outcome(**fields: Any) -> Outcome:
    return Outcome(**{"text": "What happened.", "source": "1", **fields})


def pair(before: float, after: float, unit: str = "homes") -> Outcome:
    return outcome(before=before, after=after, unit=unit)


def top_and_height(bar: Markup) -> tuple[int, int]:
    """Return where the paint of a bar starts, and how tall it is, its outline included."""
    rectangle = etree.fromstring(bar)[0]
    line = int(rectangle.get("stroke-width", "0"))
    return int(rectangle.get("y", "")) - line // 2, int(rectangle.get("height", "")) + line


def heights(*outcomes: Outcome) -> list[tuple[int, int] | None]:
    """Return how tall the bars before and after are, for each outcome."""
    views = outcome_views(outcomes)
    return [
        (top_and_height(one.bars[0])[1], top_and_height(one.bars[1])[1]) if one.bars else None
        for one in views
    ]


def test_outcomes_are_grouped_by_what_can_be_shown_of_them() -> None:
    """Pairs, single figures and sentences are kept apart, each in the order of its author."""
    views = outcome_views(
        [outcome(text="a"), pair(2, 1), outcome(value=0), outcome(text="b"), pair(0, 1)]
    )
    grouped = figures(views)
    assert grouped.pairs == (views[1], views[4])
    assert grouped.singles == (views[2],)
    assert [one.text for one in grouped.sentences] == ["a", "b"]


@pytest.mark.parametrize(
    ("number", "unit", "written"),
    [
        (25350, "members", "25,350 members"),
        (0, "homes", "0 homes"),
        (14.0, "%", "14.0%"),
        (53, "% fall", "53% fall"),
        (0.58, None, "0.58"),
        (140, "£ million (more than)", "£140 million (more than)"),
        (500000, "£", "£500,000"),
        (-3, "£ a year", "-£3 a year"),
    ],
)
def test_figure_is_written_with_its_unit_as_people_write_it(
    number: float, unit: str | None, written: str
) -> None:
    """A sign of money stands in front, a percent sign behind, and thousands are set apart."""
    (view,) = outcome_views([outcome(value=number, unit=unit)])
    assert str(view.value) == written


def test_bars_are_as_tall_as_their_numbers_from_nought() -> None:
    """The largest is the whole height; half as much is half as tall; nought has no height."""
    assert heights(pair(503, 253)) == [(100, 50)]
    assert heights(pair(4, 0)) == [(100, 0)]
    assert heights(pair(20, 100)) == [(20, 100)]


def test_bars_stand_on_the_ground() -> None:
    """Every bar ends at the bottom of its drawing, whatever its height and outline."""
    for before in (1, LINE - 1, LINE, LINE + 1, 50, 100):
        for bar in outcome_views([pair(before, 100), pair(100, before)])[0].bars or ():
            top, height = top_and_height(bar)
            assert top + height == HEIGHT


def test_pairs_with_one_unit_share_a_scale() -> None:
    """Cities beside each other are drawn so that they can be compared; other units are not."""
    cardiff, others, wards = pair(7, 5), pair(5, 8), pair(1, 2, "wards")
    assert heights(cardiff, others, wards) == [(88, 62), (62, 100), (50, 100)]
    assert heights(others, cardiff) == [(62, 100), (88, 62)]


@pytest.mark.parametrize(("before", "after"), [(-1, 5), (5, -1), (0, 0)])
def test_pair_that_has_no_bars_is_still_a_pair(before: int, after: int) -> None:
    """What can not be drawn from nought is told by its numbers."""
    (view,) = figures(outcome_views([pair(before, after)])).pairs
    assert view.bars is None
    assert view.before == Amount(str(before), "homes")


def test_single_figure_is_not_drawn() -> None:
    """A bar alone would compare a figure with nothing."""
    assert heights(outcome(value=40, unit="homes")) == [None]


def test_bars_are_small_follow_the_colour_and_need_none() -> None:
    """Before is an outline and after is filled, in the colour of the text around, in few bytes."""
    (view,) = outcome_views([pair(503, 253)])
    assert view.bars
    before, after = view.bars
    assert 'fill="none" stroke="currentColor"' in before
    assert 'fill="currentColor"' in after
    assert len(before) + len(after) <= 420
    assert before.count('aria-hidden="true"') == after.count('aria-hidden="true"') == 1
