"""A barrier's state is true to its dates and its owner, and a story names each barrier once."""

import pytest

from tests.compose.barriers import ran_into, write_barrier
from tests.compose.stories import write_story
from tests.conftest import SiteFolder

DAY = "removed_on: 2025-04-01"
HELPED = "what_helped: A second key."
OWNER = "owner: The ward"


@pytest.mark.parametrize(
    ("state", "fields", "found"),
    [
        ("named", "", []),
        ("named", HELPED, []),
        ("named", OWNER, ["owner-without-state"]),
        ("named", DAY, ["day-without-removal"]),
        ("owned", OWNER, []),
        ("owned", "", ["owned-without-owner"]),
        ("stuck", "", []),
        ("stuck", OWNER, []),
        ("stuck", DAY, ["day-without-removal"]),
        ("removed", f"{DAY}\n{HELPED}", []),
        ("removed", f"{DAY}\n{HELPED}\n{OWNER}", []),
        ("removed", HELPED, ["removed-without-day"]),
        ("removed", DAY, ["removed-without-what-helped"]),
        ("removed", f"removed_on: 2025-01-10\n{HELPED}", []),
        ("removed", f"removed_on: 2025-01-09\n{HELPED}", ["removed-before-named"]),
    ],
)
def test_state_of_barrier_holds_together(
    site: SiteFolder, state: str, fields: str, found: list[str]
) -> None:
    """What is owned has an owner, and what is removed has a day that comes after its naming."""
    path = write_barrier(site, "one-key", "One key", state=state, extra=fields)
    problems = site.problems()
    assert [problem.rule for problem in problems] == found
    assert {problem.path for problem in problems} <= {path}


@pytest.mark.parametrize(
    ("state", "fields", "place", "said"),
    [
        ("owned", "", (7, 8), ("nothing says who owns it", "Add `owner:`")),
        ("named", OWNER, (8, 1), ("`owner` is filled in", "Write `state: owned`")),
        ("stuck", DAY, (8, 1), ("`state` is stuck", "take `removed_on` out")),
        ("removed", HELPED, (7, 8), ("nothing says when", "Add `removed_on:`")),
        (
            "removed", f"{HELPED}\nremoved_on: 2025-01-09", (9, 13),
            ("2025-01-09, before it was named on 2025-01-10", "Correct one of the two days."),
        ),
    ],
)  # fmt: skip
def test_contradiction_is_named_where_it_stands(
    site: SiteFolder, state: str, fields: str, place: tuple[int, int], said: tuple[str, str]
) -> None:
    """The line, what is wrong with it, and what to write."""
    write_barrier(site, "one-key", "One key", state=state, extra=fields)
    (problem,) = site.problems()
    assert (problem.position.line, problem.position.column) == place
    assert said[0] in problem.what
    assert said[1] in problem.fix


def test_removal_that_teaches_nothing_only_stops_a_strict_build(site: SiteFolder) -> None:
    """Not saying what helped is a warning: told, and in the way of nothing else."""
    write_barrier(site, "one-key", "One key", state="removed", extra=DAY)
    assert [problem.level for problem in site.build().problems] == ["warning"]


def test_barrier_that_a_story_names_twice_is_named_once(site: SiteFolder) -> None:
    """The second time is one too many, and is shown at its place."""
    for slug in ("one-key", "no-car"):
        write_barrier(site, slug, slug)
    path = write_story(site, "walk", "A walk", extra=ran_into("one-key", "no-car", "one-key"))
    (problem,) = site.problems()
    assert (problem.path, problem.rule) == (path, "repeated-barrier")
    assert (problem.position.line, problem.position.column) == (13, 29)
    assert 'Number 3 of `barriers` is "one-key"' in problem.what


def test_barrier_with_the_address_of_a_group_is_named(site: SiteFolder) -> None:
    """Lists by state and by kind have addresses that no barrier may take."""
    for slug in ("states", "kinds"):
        write_barrier(site, slug, slug)
    assert [problem.what for problem in site.problems()] == [
        f"The name of this file gives the address /barriers/{slug}/, which the site itself "
        "has already."
        for slug in ("kinds", "states")
    ]
