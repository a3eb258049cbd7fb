"""Dates and times in words, the same on every machine."""

import datetime as dt
from dataclasses import replace

import pytest

from site_builder.compose.views.dates import (
    clock_time,
    held_times,
    long_date,
    partial_date,
    quarter_label,
)
from site_builder.read.prose.prose import Prose
from site_builder.read.theme.words import read_words
from site_builder.read.types import Event
from site_builder.read.types.fields.dates import Quarter
from site_builder.settings import theme_folder

WORDS = read_words(theme_folder() / "words", "en-GB")


def test_long_date_has_no_leading_nought() -> None:
    """A day is written as GOV.UK style has it."""
    assert long_date(WORDS, dt.date(2024, 6, 5)) == "5 June 2024"


@pytest.mark.parametrize(
    ("text", "words"),
    [("2024", "2024"), ("2024-06", "June 2024"), ("2024-06-25", "25 June 2024")],
)
def test_partial_date_says_as_much_as_is_known(text: str, words: str) -> None:
    """A month is not made a day, nor a year a month."""
    assert partial_date(WORDS, text) == words


@pytest.mark.parametrize(
    ("time", "words"),
    [
        ("00:00", "midnight"),
        ("00:05", "12:05am"),
        ("09:00", "9am"),
        ("12:00", "midday"),
        ("12:30", "12:30pm"),
        ("17:30", "5:30pm"),
    ],
)
def test_clock_time_is_as_people_say_it(time: str, words: str) -> None:
    """Noon and midnight have names; whole hours have no minutes."""
    assert clock_time(WORDS, dt.time.fromisoformat(time)) == words


def test_quarter_is_named_by_its_months() -> None:
    """Nobody has to know what Q3 means."""
    assert quarter_label(WORDS, Quarter(2025, 3)) == "July to September 2025"


@pytest.mark.parametrize(
    ("starts", "ends", "ends_on", "words"),
    [
        (None, None, None, None),
        ("18:00", None, None, "6pm"),
        ("18:00", "20:30", None, "6pm to 8:30pm"),
        ("18:00", "20:30", "2025-06-20", "6pm to 8:30pm"),
        ("22:00", "02:00", "2025-06-21", "10pm to 2am on 21 June 2025"),
        ("10:00", None, "2025-06-22", "10am, until 22 June 2025"),
        (None, None, "2025-06-22", "until 22 June 2025"),
    ],
)
def test_times_say_on_which_day_something_ends(
    starts: str | None, ends: str | None, ends_on: str | None, words: str | None
) -> None:
    """What goes on past midnight, or for days, says so beside the day on which it begins."""
    known = {"starts": starts, "ends": ends, "ends_on": ends_on}
    given = {name: value for name, value in known.items() if value}
    own = {"slug": "x", "path": "x.md", "prose": Prose(), "title": "X", "summary": "X."}
    event = Event.model_validate({**own, "held_on": "2025-06-20", **given})
    assert held_times(WORDS, event) == words


@pytest.mark.parametrize(
    ("language", "day", "month", "quarter", "time"),
    [
        ("en-GB", "5 June 2024", "June 2024", "April to June 2024", "5:30pm"),
        ("en", "5 June 2024", "June 2024", "April to June 2024", "5:30pm"),
        ("en-CA", "June 5, 2024", "June 2024", "April to June 2024", "5:30pm"),
        ("cy", "5 Mehefin 2024", "Mehefin 2024", "Ebrill to Mehefin 2024", "17:30"),
        ("fr-CA", "5 juin 2024", "juin 2024", "avril to juin 2024", "17 h 30"),
        ("zh-Hans", "2024年6月5日", "2024年6月", "四月 to 六月 2024", "17:30"),
        # What the CLDR has nothing of is written as in British English.
        ("qaa", "5 June 2024", "June 2024", "April to June 2024", "17:30"),
    ],
)
def test_days_and_months_are_written_as_each_language_has_them(
    language: str, day: str, month: str, quarter: str, time: str
) -> None:
    """The CLDR knows; only what stands between two months is a word of the interface."""
    words = replace(WORDS, language=language)
    assert long_date(words, dt.date(2024, 6, 5)) == day
    assert partial_date(words, "2024-06") == month
    assert quarter_label(words, Quarter(2024, 2)) == quarter
    assert clock_time(words, dt.time(17, 30)) == time


def test_quarter_over_the_end_of_a_year_names_both_years() -> None:
    """Only where a year begins in November or December."""
    assert quarter_label(WORDS, Quarter(2025, 1, 12)) == "December 2025 to February 2026"
