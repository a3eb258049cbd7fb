"""Each kind of value takes what it should, and says what is wrong with the rest."""

import datetime as dt
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from site_builder.read.types.fields import fields
from site_builder.read.types.fields.fields import Quarter

UTC = dt.UTC


@pytest.mark.parametrize(
    ("kind", "written", "value"),
    [
        (fields.Text, " two  words ", "two  words"),
        (fields.Text, 2017, "2017"),
        (fields.Slug, 1, "1"),
        (fields.Slug, "warm-homes-2", "warm-homes-2"),
        (fields.Day, "2024-02-29", dt.date(2024, 2, 29)),
        (fields.Moment, "2024-06-25T09:00+01:00", dt.datetime(2024, 6, 25, 8, tzinfo=UTC)),
        (fields.Moment, "2024-06-25T09:00Z", dt.datetime(2024, 6, 25, 9, tzinfo=UTC)),
        (fields.Clock, "00:00", dt.time(0, 0)),
        (fields.Clock, "23:59", dt.time(23, 59)),
        (fields.PartialDate, 2024, "2024"),
        (fields.PartialDate, "2024-06", "2024-06"),
        (fields.PartialDate, "2024-06-25", "2024-06-25"),
        (fields.QuarterField, "2025-Q1", Quarter(2025, 1)),
        (fields.FocusField, "0%  100%", fields.Focus(0, 100)),
        (fields.WebAddress, "https://e.org/a?b#c", "https://e.org/a?b#c"),
        (fields.EmailAddress, "a.b+c@mail.example.org", "a.b+c@mail.example.org"),
        (fields.Colour, "#004f86", "#004f86"),
        (fields.Language, "cy", "cy"),
        (fields.Number, 40, 40),
        (fields.Number, 1.5, 1.5),
    ],
)
def test_value_as_it_should_be_is_taken(kind: Any, written: Any, value: Any) -> None:
    """What an author may write becomes what the product works with."""
    assert TypeAdapter(kind).validate_python(written) == value


@pytest.mark.parametrize(
    ("kind", "written", "what"),
    [
        (fields.Text, "a\bz", "has a character that can not be shown (U+0008)"),
        (fields.Slug, "Warm", "is not a name that an address can end with"),
        (fields.Slug, "a/b", "is not a name that an address can end with"),
        (fields.Slug, "a--b", "is not a name that an address can end with"),
        (fields.Slug, "a" * 81, "is not a name that an address can end with"),
        (fields.Slug, "caf\u00e9", "is not a name that an address can end with"),
        (fields.Day, "25/06/2024", "is not a date"),
        (fields.Day, "2024-6-5", "is not a date"),
        (fields.Day, 20240625, "is not a date"),
        (fields.Day, "٢٠٢٤-٠٦-٢٥", "is not a date"),
        (fields.Day, "2023-02-29", "is not a day in the calendar"),
        (fields.Day, "0000-01-01", "is not a day in the calendar"),
        (fields.Moment, "tomorrow", "is not a date with a time"),
        (fields.Moment, "2024-06-25", "has no time zone"),
        (fields.Moment, "2024-06-25T09:00", "has no time zone"),
        (fields.Clock, "24:00", "is not a time of day"),
        (fields.Clock, "9:30", "is not a time of day"),
        (fields.Clock, 930, "is not a time of day"),
        (fields.Clock, "٠٩:٣٠", "is not a time of day"),
        (fields.PartialDate, "2024-13", "is not in the calendar"),
        (fields.PartialDate, "2024-W01-1", "is not a date"),
        (fields.PartialDate, "20240625", "is not a date"),
        (fields.PartialDate, "June 2024", "is not a date"),
        (fields.QuarterField, "2025-Q5", "is not a quarter"),
        (fields.FocusField, "30 60", "is not a point of an image"),
        (fields.FocusField, "30% 101%", "is not a point of an image"),
        (fields.FocusField, "30%", "is not a point of an image"),
        (fields.FocusField, 30, "is not a point of an image"),
        (fields.FocusField, "left top", "is not a point of an image"),
        (fields.QuarterField, "Q1 2025", "is not a quarter"),
        (fields.QuarterField, "٢٠٢٥-Q1", "is not a quarter"),
        (fields.WebAddress, "www.gov.uk", "is not a web address"),
        (fields.WebAddress, "javascript:alert(1)", "is not a web address"),
        (fields.WebAddress, "https://e.org/a b", "is not a web address"),
        (fields.WebAddress, "https://e.org/\x08", "is not a web address"),
        (fields.WebAddress, 'https://e.org/"><b>', "is not a web address"),
        (fields.WebAddress, "https://[::1", "is not a web address"),
        (fields.WebAddress, "https://", "is not a web address"),
        (fields.EmailAddress, "a@b", "is not an email address"),
        (fields.EmailAddress, "Ada <a@example.org>", "is not an email address"),
        (fields.EmailAddress, "mailto:a@example.org", "is not an email address"),
        (fields.EmailAddress, "a@example.org?subject=b", "is not an email address"),
        (fields.Colour, "red", "is not a colour"),
        (fields.Colour, "#FFF", "is not a colour"),
        (fields.Language, "Welsh", "is not a language tag"),
    ],
)
def test_value_that_is_wrong_says_what_it_is_not(kind: Any, written: Any, what: str) -> None:
    """A mistake is told in words that finish the sentence "it is …, which …"."""
    with pytest.raises(ValidationError) as wrong:
        TypeAdapter(kind).validate_python(written)
    assert [one["ctx"]["what"] for one in wrong.value.errors()] == [what]


@pytest.mark.parametrize("value", [True, None, [], {}, 1.5])
@pytest.mark.parametrize("kind", [fields.Text, fields.Slug, fields.Day, fields.WebAddress])
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
    assert found.label == f"{found.months} {quarter[:4]}"
