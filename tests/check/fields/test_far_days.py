"""A day years ahead is a slip of a digit, and is named before feeds put it first for years."""

import datetime as dt

import pytest

from tests.compose.stories import write_story
from tests.conftest import SiteFolder

NOW = dt.datetime(2025, 9, 1, 12, tzinfo=dt.UTC)


def found(site: SiteFolder, now: dt.datetime | None) -> list[tuple[str, int, str]]:
    problems = [one for one in site.problems(now=now) if one.rule == "day-far-ahead"]
    return [(one.path.rsplit("/", 1)[-1], one.position.line, one.level) for one in problems]


@pytest.mark.parametrize(
    ("day", "now", "level"),
    [
        ("2027-09-01", NOW, None),
        ("2035-02-10", NOW, "error"),
        ("2027-04-01", None, None),
        ("2035-02-10", None, "warning"),
    ],
)
def test_day_years_ahead_is_named_with_its_line(
    site: SiteFolder, day: str, now: dt.datetime | None, level: str | None
) -> None:
    """Where the moment is known it can not be right; where not, it is only far from all others."""
    write_story(site, "slip", "A slip", date=day)
    assert found(site, now) == ([("slip.md", 4, level)] if level else [])


def test_every_day_years_ahead_is_named_when_the_moment_is_known(site: SiteFolder) -> None:
    """Two slips do not excuse each other then; without a moment they do."""
    write_story(site, "one", "One", date="2035-02-10")
    write_story(site, "two", "Two", date="2035-02-11")
    assert [name for name, _, _ in found(site, NOW)] == ["one.md", "two.md"]
    assert found(site, None) == []
