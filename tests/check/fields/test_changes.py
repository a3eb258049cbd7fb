"""Days of changes and withdrawals: possible, past, and in order."""

import datetime as dt

import pytest

from tests.compose.events import write_event
from tests.conftest import SiteFolder

STORY = "content/case-studies/night-nurses.md"
NOW = dt.datetime(2025, 9, 1, 12, tzinfo=dt.UTC)
WITHDRAWN = "status: withdrawn\nwithdrawn: {on: %s, reason: A mistake.}"


def changes(*days: str) -> str:
    return "changes: [" + ", ".join(f"{{date: {day}, note: Better.}}" for day in days) + "]"


def found(
    site: SiteFolder, fields: str, now: dt.datetime | None = NOW
) -> list[tuple[str, int, str]]:
    """Return rule, line and level of each problem of a story, whose date is 2025-03-05."""
    site.edit(STORY, "place: leeds", f"place: leeds\n{fields}")
    problems = [one for one in site.problems(now=now) if one.path == STORY]
    return [(one.rule, one.position.line, one.level) for one in problems]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (changes("2025-03-05", "2025-09-01"), []),
        (changes("2025-03-04"), [("change-before-publication", 7, "error")]),
        (WITHDRAWN % "2025-03-04", [("change-before-publication", 8, "error")]),
        (WITHDRAWN % "2025-03-05", []),
        (changes("2025-09-02"), [("change-to-come", 7, "warning")]),
        (WITHDRAWN % "2025-09-02", [("change-to-come", 8, "warning")]),
    ],
)
def test_change_comes_after_publication_and_not_after_today(
    site: SiteFolder, fields: str, expected: list[tuple[str, int, str]]
) -> None:
    """A change before the story came out is a slip; one that is to come may be."""
    assert found(site, fields) == expected


def test_change_to_come_is_not_known_without_a_moment(site: SiteFolder) -> None:
    """No clock is asked."""
    assert found(site, changes("2026-01-01"), now=None) == []


@pytest.mark.parametrize(
    ("days", "is_out_of_order"),
    [
        (("2025-04-01", "2025-05-01", "2025-05-01", "2025-06-01"), False),
        (("2025-06-01", "2025-05-01", "2025-05-01", "2025-04-01"), False),
        (("2025-05-01", "2025-05-01"), False),
        (("2025-04-01", "2025-06-01", "2025-05-01"), True),
        (("2025-06-01", "2025-04-01", "2025-05-01"), True),
        (("2025-05-01", "2025-04-01", "2025-05-01"), True),
    ],
)
def test_changes_run_one_way(
    site: SiteFolder, days: tuple[str, ...], *, is_out_of_order: bool
) -> None:
    """Newest first or newest last are both in order; a jump is likely a wrong year."""
    expected = [("changes-out-of-order", 7, "warning")] if is_out_of_order else []
    assert found(site, changes(*days)) == expected


def test_change_of_an_event_can_be_before_its_day(site: SiteFolder) -> None:
    """An event is announced, and changed, before it is held."""
    write_event(site, "evening", f"held_on: 2025-05-20\n{changes('2025-03-01')}")
    assert [one for one in site.problems(now=NOW) if "/events/" in one.path] == []
