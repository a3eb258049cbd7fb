"""Editorial states hold together, and what is due for review says so."""

import datetime as dt

import pytest

from ..conftest import SiteFolder

STORY = "content/case-studies/night-nurses.md"
NOW = dt.datetime(2025, 9, 1, tzinfo=dt.UTC)
WITHDRAWN = "status: withdrawn\nwithdrawn: {{on: 2025-07-01, reason: A mistake.{}}}"


def rules(site: SiteFolder, fields: str, now: dt.datetime | None = None) -> list[str]:
    site.edit(STORY, "place: leeds", f"place: leeds\n{fields}")
    return [problem.rule for problem in site.problems(now=now) if problem.path == STORY]


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        (WITHDRAWN.format(""), []),
        (WITHDRAWN.format(", replaced_by: warm-homes"), []),
        (WITHDRAWN.format(", replaced_by: warm-home"), ["unknown-reference"]),
        (WITHDRAWN.format(", replaced_by: night-nurses"), ["unknown-reference"]),
        (WITHDRAWN.format(", replaced_by: health"), ["unknown-reference"]),
        ("status: withdrawn", ["withdrawn-without-reason"]),
        ("withdrawn: {on: 2025-07-01, reason: A mistake.}", ["withdrawn-without-status"]),
    ],
)
def test_withdrawal_says_why_and_holds_together(
    site: SiteFolder, fields: str, found: list[str]
) -> None:
    """A withdrawal has a reason and a state, and is replaced by another of its type."""
    assert rules(site, fields) == found


@pytest.mark.parametrize(
    ("day", "now", "found"),
    [
        ("2025-08-31", NOW, ["review-overdue"]),
        ("2025-09-01", NOW, []),
        ("2025-08-31", None, []),
    ],
)
def test_review_is_overdue_on_the_next_day(
    site: SiteFolder, day: str, now: dt.datetime | None, found: list[str]
) -> None:
    """The day itself is still in time; without a moment of the build nothing is overdue."""
    assert rules(site, f"review_by: {day}", now) == found


def test_overdue_review_only_stops_a_strict_build(site: SiteFolder) -> None:
    """A review that is overdue is a warning: told, and in the way of nothing else."""
    rules(site, "review_by: 2025-08-31")
    overdue = [one for one in site.build(now=NOW).problems if one.rule == "review-overdue"]
    assert [one.level for one in overdue] == ["warning"]
