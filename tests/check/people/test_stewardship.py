"""Days in the wrong order, and letters that replace what they can not, are told at their place."""

import pytest

from site_builder.read.problems import Problem
from tests.compose.mandates import attend, write_letter, write_steward
from tests.conftest import SiteFolder


def named(site: SiteFolder) -> list[tuple[str, str]]:
    return [(problem.rule, problem.path.rpartition("/")[2]) for problem in site.problems()]


@pytest.mark.parametrize(
    ("until", "rules"),
    [
        ("2024-07-04", ["ends-before-it-starts"]),
        ("2024-07-05", []),
        ("2024-07-06", []),
    ],
)
def test_steward_serves_at_least_one_day(site: SiteFolder, until: str, rules: list[str]) -> None:
    """A time that ends before it starts is told where it ends."""
    path = write_steward(site, extra=f"until: {until}")
    problems = site.problems()
    assert [problem.rule for problem in problems] == rules
    assert {(one.path, one.position.line) for one in problems} <= {(path, 8)}


@pytest.mark.parametrize(
    ("time", "warned"),
    [
        ("from: 2025-03-27\nuntil: 2025-03-27", False),
        ("from: 2025-03-28", True),
        ("from: 2024-01-01\nuntil: 2025-03-26", True),
    ],
)
def test_visit_outside_of_a_stewards_time_is_a_warning(
    site: SiteFolder, time: str, warned: bool
) -> None:
    """The day of the meeting counts; a build that is not strict goes on."""
    write_steward(site, extra=time)
    attend(site, "{role: The minister, steward: ann}")
    problems = site.build().problems
    assert [(one.rule, one.level) for one in problems] == [
        ("steward-out-of-time", "warning")
    ] * warned


def test_letter_may_replace_one_of_the_same_day(site: SiteFolder) -> None:
    """A letter that was corrected on its own day is right."""
    write_steward(site)
    write_letter(site, "first")
    write_letter(site, "second", extra="supersedes: first")
    assert site.problems() == ()


def test_letter_that_replaces_a_later_one_is_told(site: SiteFolder) -> None:
    """A ring of letters of different days always has one of these, and is told once by it."""
    write_steward(site)
    write_letter(site, "z", date="2024-01-01", extra="supersedes: third")
    write_letter(site, "second", date="2024-02-01", extra="supersedes: z")
    write_letter(site, "third", date="2024-03-01", extra="supersedes: second")
    (problem,) = site.problems()
    assert problem.rule == "letter-replaces-a-later-one"
    assert problem.path.endswith("/z.md")
    assert problem.excerpt == "supersedes: third"


def test_ring_of_letters_of_one_day_is_told_once(site: SiteFolder) -> None:
    """Each member is in it; the message names them all."""
    write_steward(site)
    write_letter(site, "a", extra="supersedes: c")
    write_letter(site, "b", extra="supersedes: a")
    write_letter(site, "c", extra="supersedes: b")
    (problem,) = site.problems()
    assert problem.rule == "letters-in-a-ring"
    assert problem.what.endswith("leads round to this letter again (c, b, a).")


def test_letter_outside_of_a_ring_is_not_told_of_it(site: SiteFolder) -> None:
    """A letter that replaces a member of a ring is not wrong itself."""
    write_steward(site)
    write_letter(site, "a", extra="supersedes: b")
    write_letter(site, "b", extra="supersedes: a")
    write_letter(site, "z", date="2025-01-01", extra="supersedes: z")
    assert named(site) == [("letters-in-a-ring", "a.md"), ("letter-replaces-itself", "z.md")]


def test_letter_replaced_twice_is_told_at_the_later(site: SiteFolder) -> None:
    """The first to replace a letter did; the second is asked whether it means the first."""
    write_steward(site)
    write_letter(site, "old", date="2024-01-01")
    write_letter(site, "new", date="2024-02-01", extra="supersedes: old")
    write_letter(site, "newer", date="2024-03-01", extra="supersedes: old")
    (problem,) = site.problems()
    assert (problem.rule, problem.path) == (
        "letter-replaced-twice",
        "content/mandate-letters/newer.md",
    )
    assert "new.md" in problem.what


def test_withdrawn_letter_replaces_none(site: SiteFolder) -> None:
    """What was withdrawn stands in nobody's way."""
    gone = "status: withdrawn\nwithdrawn: {on: 2024-02-02, reason: A mistake.}"
    write_steward(site)
    write_letter(site, "old", date="2024-01-01")
    write_letter(site, "wrong", date="2024-02-01", extra=f"supersedes: old\n{gone}")
    write_letter(site, "new", date="2024-03-01", extra="supersedes: old")
    assert site.problems() == ()


def slip(site: SiteFolder, old: str, new: str, path: str) -> Problem:
    site.edit(path, old, new)
    (problem,) = site.problems()
    return problem


def test_reference_of_steward_or_letter_that_points_nowhere_is_told(site: SiteFolder) -> None:
    """Each end of each join is named with its line and the nearest slug."""
    steward, letter = write_steward(site), write_letter(site)
    attend(site, "{role: The minister, steward: ann}")
    cases = (
        (steward, "[health]", "[healt]", '"health"'),
        (letter, "to: ann", "to: ana", '"ann"'),
        (letter, "[health]", "[healt]", '"health"'),
        (letter, "solving-together", "solving-togethr", '"solving-together"'),
        ("content/council/2025-q1.md", "steward: ann", "steward: ana", '"ann"'),
    )
    for path, old, new, nearest in cases:
        problem = slip(site, old, new, path)
        assert (problem.rule, problem.path) == ("unknown-reference", path)
        assert new.strip("[]").rpartition(" ")[2] in problem.excerpt
        assert nearest in problem.fix
        site.edit(path, new, old)
