"""A deliberation holds together: its days, its ids, and each answer with what it must say."""

import pytest

from tests.conftest import SiteFolder
from tests.panels import PANEL, write_panel

DECIDING = "{name: Deciding, starts: 2025-01-18, ends: 2025-01-18}"
REWORDED = "{date: 2025-01-01, from: A, to: B, because: C, deliberation: warm-panl}"
REPORT = "id: report, text: Report each year., response: pending"


def problem(site: SiteFolder, old: str, new: str) -> tuple[str, str, str]:
    """Return the rule, the level and the line of the one problem that a change makes."""
    write_panel(site)
    site.edit(PANEL, old, new)
    (found,) = site.problems()
    assert found.fix
    return found.rule, found.level, found.excerpt.strip()


@pytest.mark.parametrize(
    ("old", "new", "rule", "line"),
    [
        ("    reason: Each region has its own.\n", "", "answer-without-reason", "response: partly"),
        ("    reason: Nobody can pay.\n", "", "answer-without-reason", "response: declined"),
        (
            "response: accepted",
            "response: pending",
            "answer-contradicts-commitment",
            "commitment: second-street",
        ),
        (
            "response: accepted",
            "response: declined\n    reason: No.",
            "answer-contradicts-commitment",
            "commitment: second-street",
        ),
        (
            "ends: 2024-10-26",
            "ends: 2024-09-26",
            "ends-before-it-starts",
            "- {name: Learning, starts: 2024-10-05, ends: 2024-09-26}",
        ),
        (REPORT, REPORT.replace("report,", "no-fee,"), "repeated-id", None),
        (
            'how: It meets each spring., url: "https://example.org/table"',
            'how: It meets., url: "https://example.org/table", email: t@example.org',
            "one-too-many",
            None,
        ),
    ],
)
def test_slip_of_a_deliberation_is_told_at_its_line(
    site: SiteFolder, old: str, new: str, rule: str, line: str | None
) -> None:
    """Each slip stops the build, and is shown where its author has to put it right."""
    told = problem(site, old, new)
    assert told[:2] == (rule, "error")
    assert line in (None, told[2])


def test_phases_out_of_order_are_told_at_the_later(site: SiteFolder) -> None:
    """Readers follow phases from first to last."""
    told = problem(
        site, DECIDING, f"{DECIDING}\n  - {{name: Before, starts: 2024-06-01, ends: 2024-06-02}}"
    )
    assert told == (
        "out-of-order",
        "error",
        "- {name: Before, starts: 2024-06-01, ends: 2024-06-02}",
    )


def test_phases_may_overlap_and_may_start_on_one_day(site: SiteFolder) -> None:
    """Two strands of the same work are no slip."""
    write_panel(site)
    site.edit(
        PANEL, DECIDING, f"{{name: Writing, starts: 2024-10-05, ends: 2024-12-01}}\n  - {DECIDING}"
    )
    assert site.problems() == ()


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2024-10-04", ["session-outside-phases"]),
        ("2024-10-05", []),
        ("2024-10-26", []),
        ("2024-10-27", ["session-outside-phases"]),
    ],
)
def test_session_outside_every_phase_is_a_warning(
    site: SiteFolder, day: str, found: list[str]
) -> None:
    """The first and the last day of a phase belong to it; a session between phases is odd."""
    write_panel(site)
    site.edit(PANEL, "held_on: 2024-10-05", f"held_on: {day}")
    told = site.problems()
    assert [one.rule for one in told] == found
    assert all(one.level == "warning" for one in told)
    site.build()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("response: accepted", "response: partly\n    reason: Half."),
        ("    commitment: second-street\n", ""),
    ],
)
def test_answers_that_hold_together_are_right(site: SiteFolder, old: str, new: str) -> None:
    """Something taken up in part can become a commitment, and something accepted need not yet."""
    write_panel(site)
    site.edit(PANEL, old, new)
    assert site.problems() == ()


def test_commitment_of_another_mission_is_a_warning(site: SiteFolder) -> None:
    """A promise made for another mission may be the wrong one, or may be meant."""
    write_panel(site)
    site.edit(PANEL, "mission: clean-energy", "mission: health")
    (found,) = site.problems()
    assert (found.rule, found.level) == ("commitment-of-another-mission", "warning")
    assert 'was made for the mission "clean-energy"' in found.what
    assert found.excerpt.strip() == "commitment: second-street"


def test_commitment_of_another_mission_with_a_reason_is_right(site: SiteFolder) -> None:
    """An author who says why another mission took it up has put it right."""
    write_panel(site)
    site.edit(PANEL, "mission: clean-energy", "mission: health")
    site.edit(PANEL, "response: accepted", "response: accepted\n    reason: Homes are theirs.")
    assert site.problems() == ()


@pytest.mark.parametrize(
    ("old", "new", "near"),
    [
        ("mission: clean-energy", "mission: clean-enrgy", "clean-energy"),
        ("commitment: second-street", "commitment: second-stret", "second-street"),
    ],
)
def test_reference_of_a_deliberation_to_nowhere_is_told(
    site: SiteFolder, old: str, new: str, near: str
) -> None:
    """A deliberation names a mission and commitments that are there."""
    write_panel(site)
    site.edit(PANEL, old, new)
    (found,) = site.problems()
    assert (found.rule, found.excerpt.strip()) == ("unknown-reference", new)
    assert f'Did you mean "{near}"?' in found.fix


@pytest.mark.parametrize(
    "field",
    [
        "vision: {text: Nobody waits., deliberation: warm-panl}",
        f"wording_history: [{REWORDED}]",
    ],
)
def test_reference_to_an_unknown_deliberation_is_told(site: SiteFolder, field: str) -> None:
    """A mission that names a deliberation names one that is there."""
    write_panel(site)
    site.edit("content/missions/health.md", "order: 1", f"order: 1\n{field}")
    (found,) = site.problems()
    assert found.rule == "unknown-reference"
    assert 'Did you mean "warm-panel"?' in found.fix


def test_panel_of_nobody_is_told_in_plain_words(site: SiteFolder) -> None:
    """Whoever counts participants counts at least one."""
    write_panel(site)
    site.edit(PANEL, "number: 36", "number: 0")
    (found,) = site.problems()
    assert found.what == '`number` (in `participants`) is "0", which is out of range.'
    assert found.fix == "It must be at least 1."
    assert found.excerpt.strip() == "number: 0"
