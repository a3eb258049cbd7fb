"""The record says where a council is missing and which missions are silent."""

import datetime as dt

from site_builder.read.types.fields.dates import Quarter
from site_builder.relate.council.cadence import Cadence, Silence
from site_builder.relate.visibility import Viewer
from tests.conftest import SiteFolder


def cadence_at(site: SiteFolder, day: str) -> Cadence:
    """Return the cadence as it is told on a day."""
    now = dt.datetime.fromisoformat(f"{day}T09:00:00+00:00")
    return site.record(Viewer(now)).cadence


def move_council(site: SiteFolder, quarter: str, day: str) -> None:
    """Make the second council one of another quarter."""
    site.edit("content/council/2025-q2.md", "quarter: 2025-Q2", f"quarter: {quarter}")
    site.edit("content/council/2025-q2.md", "held_on: 2025-06-26", f"held_on: {day}")


def test_quarter_after_the_last_in_a_year_is_the_first_of_the_next() -> None:
    """Quarters follow one another over the turn of the year."""
    assert Quarter(2025, 1).next == Quarter(2025, 2)
    assert Quarter(2025, 4).next == Quarter(2026, 1)


def test_quarters_between_two_councils_are_missing(site: SiteFolder) -> None:
    """A council that skips quarters leaves each of them without a summary, newest first."""
    move_council(site, "2025-Q4", "2025-12-11")
    missing = site.record().cadence.quarters_without_council
    assert missing == (Quarter(2025, 3), Quarter(2025, 2))


def test_quarter_that_is_not_over_is_not_missing(site: SiteFolder) -> None:
    """On its last day a quarter may still have its council; the day after it may not."""
    assert cadence_at(site, "2025-09-30").quarters_without_council == ()
    late = cadence_at(site, "2025-10-01")
    assert late.quarters_without_council == (Quarter(2025, 3),)


def test_record_without_a_moment_goes_by_its_own_newest_day(site: SiteFolder) -> None:
    """No clock is asked: what is late is late by the newest meeting or story that was told."""
    assert site.record().cadence.as_of == dt.date(2025, 6, 26)
    site.edit("content/council/2025-q2.md", "state: draft", "state: announced")
    assert site.record().cadence.as_of == dt.date(2025, 3, 27)


def test_mission_is_silent_from_the_26th_week(site: SiteFolder) -> None:
    """Health's story is of 5 March 2025: 26 weeks later is 3 September."""
    assert "health" not in cadence_at(site, "2025-09-02").silent_missions
    silent = cadence_at(site, "2025-09-03").silent_missions
    assert silent["health"] == Silence(dt.date(2025, 3, 5), 26)


def test_story_of_another_mission_breaks_its_silence(site: SiteFolder) -> None:
    """A story serves the other missions that it names as well."""
    path = "content/case-studies/night-nurses.md"
    site.edit(path, "mission: health", "mission: health\nalso_missions: [clean-energy]")
    silence = cadence_at(site, "2025-12-01").silent_missions["clean-energy"]
    assert silence.since == dt.date(2025, 3, 5)


def test_mission_without_any_story_is_silent_since_the_record_began(site: SiteFolder) -> None:
    """The record began with its first story, on 10 February 2025; before that nobody waited."""
    site.edit("content/case-studies/night-nurses.md", "mission: health", "mission: clean-energy")
    site.edit("content/case-studies/warm-homes.md", "also_missions: [health]\n", "")
    assert "health" not in cadence_at(site, "2025-08-10").silent_missions
    assert cadence_at(site, "2025-08-11").silent_missions["health"] == Silence(None, 26)


def test_record_without_days_has_no_cadence(empty_site: SiteFolder) -> None:
    """Where nothing is dated nothing is late."""
    cadence = empty_site.record().cadence
    assert (cadence.as_of, cadence.silent_missions) == (None, {})
