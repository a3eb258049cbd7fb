"""The clocks of a zone in a calendar with nothing in it are those that the zone has today."""

import datetime as dt
from importlib.resources import files

import pytest

from site_builder.publish.feeds.zones import zone_of
from site_builder.relate.dated.clocks import moment_of

DAYS = (dt.date(2026, 1, 15), dt.date(2026, 3, 20), dt.date(2026, 7, 15), dt.date(2026, 10, 28))


def test_every_zone_of_the_database_can_be_written() -> None:
    """Whatever zone the settings take, a calendar can have."""
    names = files("tzdata").joinpath("zones").read_text("utf-8").split()
    assert len(names) > 400
    for name in names:
        assert f"TZID:{name}" in zone_of(name).to_ical().decode()


@pytest.mark.parametrize(
    "name",
    ["Europe/London", "America/Toronto", "Australia/Sydney", "Asia/Kolkata", "America/St_Johns"],
)
def test_zone_of_a_calendar_shows_what_clocks_show(name: str) -> None:
    """The library that reads calendars finds the same distance from UTC as we do."""
    zone = zone_of(name).to_tz()
    for day in DAYS:
        at_noon = dt.datetime.combine(day, dt.time(12))
        assert (
            at_noon.replace(tzinfo=zone).utcoffset()
            == moment_of(name, day, dt.time(12)).utcoffset()
        ), day
