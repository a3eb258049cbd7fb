"""Authors are warned of a quarter without a council, and of a mission without a story."""

import datetime as dt

import pytest

from site_builder.read.problems import Problem
from tests.conftest import SiteFolder

NOW = dt.datetime(2025, 9, 3, 9, tzinfo=dt.UTC)


def warnings(site: SiteFolder, rule: str, now: dt.datetime | None = None) -> list[Problem]:
    return [one for one in site.problems(now=now) if one.rule == rule]


def test_quarter_without_council_is_told_at_the_council_after_it(site: SiteFolder) -> None:
    """The warning stands where the gap shows, and says which file to add."""
    path = "content/council/2025-q2.md"
    site.edit(path, "quarter: 2025-Q2", "quarter: 2025-Q3")
    site.edit(path, "held_on: 2025-06-26", "held_on: 2025-09-26")
    (found,) = warnings(site, "quarter-without-council")
    assert (found.path, found.level) == (path, "warning")
    assert found.what == "There is no council summary for April to June 2025."
    assert found.fix.startswith("Add 2025-q2.md beside this file")


def test_quarter_after_the_latest_council_is_told_at_that_council(site: SiteFolder) -> None:
    """Once the next quarter is over, the latest summary is where the author is told."""
    now = dt.datetime(2025, 10, 1, tzinfo=dt.UTC)
    (found,) = warnings(site, "quarter-without-council", now)
    assert found.path == "content/council/2025-q2.md"
    assert "July to September 2025" in found.what
    assert warnings(site, "quarter-without-council", NOW) == []


@pytest.mark.parametrize(
    ("mission", "says"),
    [
        ("health", "The newest story of this mission is of 2025-03-05, 26 weeks ago."),
        ("clean-energy", "The newest story of this mission is of 2025-02-10, 29 weeks ago."),
    ],
)
def test_mission_without_a_new_story_is_told_in_its_file(
    site: SiteFolder, mission: str, says: str
) -> None:
    """The warning says since when, and how often a story is expected."""
    (found,) = (
        one
        for one in warnings(site, "mission-without-story", NOW)
        if one.path == f"content/missions/{mission}.md"
    )
    assert (found.what, found.level) == (says, "warning")
    assert "every 26 weeks" in found.fix


def test_draft_breaks_no_silence(site: SiteFolder) -> None:
    """What the public does not see is no story told."""
    story = "content/case-studies/night-nurses.md"
    site.edit(story, "mission:", "status: draft\nmission:")
    site.edit("content/case-studies/warm-homes.md", "also_missions: [health]\n", "")
    told = {one.path: one.what for one in warnings(site, "mission-without-story", NOW)}
    assert told["content/missions/health.md"].startswith("This mission has no case study, ")
