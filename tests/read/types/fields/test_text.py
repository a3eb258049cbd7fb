"""Each kind of value takes what it should, and says what is wrong with the rest."""

import datetime as dt
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from site_builder.read.types.fields import dates, text, web
from site_builder.read.types.fields.dates import Quarter

UTC = dt.UTC


@pytest.mark.parametrize(
    ("kind", "written", "value"),
    [
        (text.Text, " two  words ", "two  words"),
        (text.Text, 2017, "2017"),
        (text.Slug, 1, "1"),
        (text.Slug, "warm-homes-2", "warm-homes-2"),
        (dates.Day, "2024-02-29", dt.date(2024, 2, 29)),
        (dates.Moment, "2024-06-25T09:00+01:00", dt.datetime(2024, 6, 25, 8, tzinfo=UTC)),
        (dates.Moment, "2024-06-25T09:00Z", dt.datetime(2024, 6, 25, 9, tzinfo=UTC)),
        (dates.Clock, "00:00", dt.time(0, 0)),
        (dates.Clock, "23:59", dt.time(23, 59)),
        (dates.PartialDate, 2024, "2024"),
        (dates.PartialDate, "2024-06", "2024-06"),
        (dates.PartialDate, "2024-06-25", "2024-06-25"),
        (dates.QuarterField, "2025-Q1", Quarter(2025, 1)),
        (text.FocusField, "0%  100%", text.Focus(0, 100)),
        (web.WebAddress, "https://e.org/a?b#c", "https://e.org/a?b#c"),
        (web.EmailAddress, "a.b+c@mail.example.org", "a.b+c@mail.example.org"),
        (text.Colour, "#004f86", "#004f86"),
        (text.Language, "cy", "cy"),
        (text.Number, 40, 40),
        (text.Number, 1.5, 1.5),
    ],
)
def test_value_as_it_should_be_is_taken(kind: Any, written: Any, value: Any) -> None:
    """What an author may write becomes what the product works with."""
    assert TypeAdapter(kind).validate_python(written) == value


@pytest.mark.parametrize(
    ("kind", "written", "what"),
    [
        (text.Text, "a\bz", "has a character that can not be shown (U+0008)"),
        (text.Slug, "Warm", "is not a name that an address can end with"),
        (text.Slug, "a/b", "is not a name that an address can end with"),
        (text.Slug, "a--b", "is not a name that an address can end with"),
        (text.Slug, "a" * 81, "is not a name that an address can end with"),
        (text.Slug, "caf\u00e9", "is not a name that an address can end with"),
        (dates.Day, "25/06/2024", "is not a date"),
        (dates.Day, "2024-6-5", "is not a date"),
        (dates.Day, 20240625, "is not a date"),
        (dates.Day, "٢٠٢٤-٠٦-٢٥", "is not a date"),
        (dates.Day, "2023-02-29", "is not a day in the calendar"),
        (dates.Day, "0000-01-01", "is not a day in the calendar"),
        (dates.Moment, "tomorrow", "is not a date with a time"),
        (dates.Moment, "2024-06-25", "has no time zone"),
        (dates.Moment, "2024-06-25T09:00", "has no time zone"),
        (dates.Clock, "24:00", "is not a time of day"),
        (dates.Clock, "9:30", "is not a time of day"),
        (dates.Clock, 930, "is not a time of day"),
        (dates.Clock, "٠٩:٣٠", "is not a time of day"),
        (dates.PartialDate, "2024-13", "is not in the calendar"),
        (dates.PartialDate, "2024-W01-1", "is not a date"),
        (dates.PartialDate, "20240625", "is not a date"),
        (dates.PartialDate, "June 2024", "is not a date"),
        (dates.QuarterField, "2025-Q5", "is not a quarter"),
        (text.FocusField, "30 60", "is not a point of an image"),
        (text.FocusField, "30% 101%", "is not a point of an image"),
        (text.FocusField, "30%", "is not a point of an image"),
        (text.FocusField, 30, "is not a point of an image"),
        (text.FocusField, "left top", "is not a point of an image"),
        (dates.QuarterField, "Q1 2025", "is not a quarter"),
        (dates.QuarterField, "٢٠٢٥-Q1", "is not a quarter"),
        (web.WebAddress, "www.gov.uk", "is not a web address"),
        (web.WebAddress, "javascript:alert(1)", "is not a web address"),
        (web.WebAddress, "https://e.org/a b", "is not a web address"),
        (web.WebAddress, "https://e.org/\x08", "is not a web address"),
        (web.WebAddress, 'https://e.org/"><b>', "is not a web address"),
        (web.WebAddress, "https://[::1", "is not a web address"),
        (web.WebAddress, "https://", "is not a web address"),
        (web.EmailAddress, "a@b", "is not an email address"),
        (web.EmailAddress, "Ada <a@example.org>", "is not an email address"),
        (web.EmailAddress, "mailto:a@example.org", "is not an email address"),
        (web.EmailAddress, "a@example.org?subject=b", "is not an email address"),
        (text.Colour, "red", "is not a colour"),
        (text.Colour, "#FFF", "is not a colour"),
        (text.Language, "Welsh", "is not a language tag"),
    ],
)
def test_value_that_is_wrong_says_what_it_is_not(kind: Any, written: Any, what: str) -> None:
    """A mistake is told in words that finish the sentence "it is …, which …"."""
    with pytest.raises(ValidationError) as wrong:
        TypeAdapter(kind).validate_python(written)
    assert [one["ctx"]["what"] for one in wrong.value.errors()] == [what]


@pytest.mark.parametrize("value", [True, None, [], {}, 1.5])
@pytest.mark.parametrize("kind", [text.Text, text.Slug, dates.Day, web.WebAddress])
def test_value_of_another_type_is_refused(kind: Any, value: Any) -> None:
    """Truth values, lists and decimals are never taken for text."""
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(value)


@pytest.mark.parametrize(
    ("day", "quarter"),
    [("2024-12-31", "2024-Q4"), ("2025-01-01", "2025-Q1"), ("2025-06-30", "2025-Q2")],
)
def test_quarter_of_a_day_is_that_of_the_calendar(day: str, quarter: str) -> None:
    """Quarters start in January, April, July and October."""
    found = Quarter.of(dt.date.fromisoformat(day))
    assert (str(found), found.slug) == (quarter, quarter.lower())
    assert found.first_day <= dt.date.fromisoformat(day) < found.next.first_day


@pytest.mark.parametrize(
    ("starts", "day", "quarter", "first", "label"),
    [
        (4, "2026-04-01", "2026-Q1", "2026-04-01", "April to June 2026"),
        (4, "2026-03-31", "2025-Q4", "2026-01-01", "January to March 2026"),
        (4, "2026-12-31", "2026-Q3", "2026-10-01", "October to December 2026"),
        (12, "2026-01-15", "2025-Q1", "2025-12-01", "December 2025 to February 2026"),
        (7, "2026-06-30", "2025-Q4", "2026-04-01", "April to June 2026"),
    ],
)
def test_quarter_of_a_year_that_begins_in_another_month(
    starts: int, day: str, quarter: str, first: str, label: str
) -> None:
    """A year has the number of the one in which it starts, and its first quarter starts it."""
    found = Quarter.of(dt.date.fromisoformat(day), starts)
    assert (str(found), str(found.first_day), found.label) == (quarter, first, label)
    following = found
    for _ in range(4):
        assert Quarter.of(following.first_day, starts) == following
        assert Quarter.of(following.next.first_day - dt.timedelta(1), starts) == following
        following = following.next
    assert following == Quarter(found.year + 1, found.number, starts)
