"""Dates in words and as moments, the same on every machine."""

import datetime as dt

import pytest

from site_builder.compose.views.dates import (
    clock_time,
    long_date,
    moment_of,
    partial_date,
    quarter_label,
)
from site_builder.read.theme.words import read_words
from site_builder.read.types.fields.dates import Quarter
from site_builder.settings import theme_folder

WORDS = read_words(theme_folder() / "words", "en-GB")


@pytest.mark.parametrize(
    ("day", "moment"),
    [
        ("2025-03-29", "2025-03-29T09:00:00+00:00"),
        ("2025-03-30", "2025-03-30T09:00:00+01:00"),
        ("2025-10-25", "2025-10-25T09:00:00+01:00"),
        ("2025-10-26", "2025-10-26T09:00:00+00:00"),
        ("1970-01-01", "1970-01-01T09:00:00+01:00"),
    ],
)
def test_moment_of_day_is_nine_in_london(day: str, moment: str) -> None:
    """Summer time is that of London, on the days on which it changed."""
    assert moment_of(dt.date.fromisoformat(day)) == dt.datetime.fromisoformat(moment)


def test_moment_of_day_has_offset_and_no_zone() -> None:
    """A moment that leaves for a feed needs no rules to be read."""
    assert isinstance(moment_of(dt.date(2025, 6, 1)).tzinfo, dt.timezone)


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
