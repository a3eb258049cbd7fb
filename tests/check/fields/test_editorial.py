"""Editorial states hold together, and what is due for review says so."""

import datetime as dt

import pytest

from tests.compose.stories import write_story
from tests.conftest import SiteFolder

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


def replaced(slug: str) -> str:
    return WITHDRAWN.format(f", replaced_by: {slug}")


def circles(site: SiteFolder) -> list[tuple[str, str]]:
    found = [one for one in site.problems() if one.rule == "replaced-in-a-circle"]
    return [(one.path.rpartition("/")[2], one.what.partition(": ")[2]) for one in found]


def test_circle_of_replacements_is_named_in_each_of_its_files(site: SiteFolder) -> None:
    """Whoever went from one to the next would never arrive; what leads into it is not to blame."""
    for slug, other in (("a", "b"), ("b", "c"), ("c", "a"), ("into", "a")):
        write_story(site, slug, slug, extra=replaced(other))
    assert circles(site) == [
        ("a.md", "from a to b to c to a."),
        ("b.md", "from b to c to a to b."),
        ("c.md", "from c to a to b to c."),
    ]


def test_chain_of_replacements_is_right(site: SiteFolder) -> None:
    """What was replaced can itself be replaced, by a draft as well."""
    for slug, other in (("a", "b"), ("b", "c")):
        write_story(site, slug, slug, extra=replaced(other))
    write_story(site, "c", "C", extra="status: draft")
    assert site.problems() == ()
