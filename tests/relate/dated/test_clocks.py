"""What clocks in London show, as moments that are the same on every machine."""

import datetime as dt

import pytest

from site_builder.relate.dated.clocks import moment_of, skipped_to


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
    assert moment_of("Europe/London", dt.date.fromisoformat(day)) == dt.datetime.fromisoformat(
        moment
    )


def test_moment_of_day_has_offset_and_no_zone() -> None:
    """A moment that leaves for a feed needs no rules to be read."""
    assert isinstance(moment_of("Europe/London", dt.date(2025, 6, 1)).tzinfo, dt.timezone)


@pytest.mark.parametrize(
    ("day", "time", "shown"),
    [
        ("2026-03-29", "00:59", None),
        ("2026-03-29", "01:00", "02:00"),
        ("2026-03-29", "01:30", "02:30"),
        ("2026-03-29", "01:59", "02:59"),
        ("2026-03-29", "02:00", None),
        ("2026-03-28", "01:30", None),
        ("2026-10-25", "01:30", None),
        # Clocks were an hour ahead all through the winter of 1968.
        ("1968-03-31", "02:30", None),
    ],
)
def test_time_that_clocks_pass_over_is_known(day: str, time: str, shown: str | None) -> None:
    """On one night in the year an hour is missing; every other time is one."""
    found = skipped_to("Europe/London", dt.date.fromisoformat(day), dt.time.fromisoformat(time))
    assert found == (dt.time.fromisoformat(shown) if shown else None)


def test_time_that_comes_twice_is_the_first() -> None:
    """On one night an hour comes again; the first is in summer time."""
    twice = moment_of("Europe/London", dt.date(2026, 10, 25), dt.time(1, 30))
    assert twice == dt.datetime(2026, 10, 25, 0, 30, tzinfo=dt.UTC)
