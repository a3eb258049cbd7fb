"""A rule is set for a site, or allowed at a line with a reason; both say so when they can not."""

import pytest

from site_builder.check import errors_in
from site_builder.check.rules.judging import Asked, weighed
from site_builder.read.problems import Position, Problem
from site_builder.read.settings_file.checks import Checks, Grade
from tests.check.rules.one_text import told

ALLOW = "<!-- check: allow {what} -->"
DEFAULTS = Checks()


def rules(text: str) -> list[tuple[str, str, int]]:
    """Return what is told of a text: rule, level, and line in the text, after 4 of fields."""
    return [(one.rule, one.level, one.position.line - 4) for one in told(text, checks=DEFAULTS)]


BROKEN = "It works!"


@pytest.mark.parametrize(
    "text",
    [
        f"{ALLOW.format(what='exclamation-mark, quoted from the letter')}\n{BROKEN}",
        f"{BROKEN} {ALLOW.format(what='exclamation-mark, quoted from the letter')}",
        f"{ALLOW.format(what='exclamation-mark: a song')}\n\nOne line,\nanother. {BROKEN}",
        f"<!--check:allow exclamation-mark, quoted-->\n{BROKEN}",
        f"> {ALLOW.format(what='exclamation-mark, quoted')}\n\n{BROKEN}",
    ],
)
def test_rule_allowed_at_a_line_is_silent_there(text: str) -> None:
    """On the line itself, or on a line before the paragraph."""
    assert rules(text) == []


def test_allowance_is_for_its_paragraph_alone() -> None:
    """What comes later breaks the rule as before."""
    text = f"{ALLOW.format(what='exclamation-mark, quoted')}\n{BROKEN}\n\nNo. {BROKEN}"
    assert rules(text) == [("exclamation-mark", "hint", 4)]


def test_allowance_on_the_line_is_for_the_line_alone() -> None:
    """The next line of the same paragraph is judged."""
    text = f"{BROKEN} {ALLOW.format(what='exclamation-mark, quoted')}\n{BROKEN}"
    assert rules(text) == [("exclamation-mark", "hint", 2)]


def test_allowance_in_front_matter_is_a_comment_of_its_own_kind() -> None:
    """Fields have comments that start with #."""
    text = (
        "summary: What this is # check: allow summary-without-full-stop, the official name\n===\nT."
    )
    assert rules(text) == []
    above = (
        "# check: allow summary-without-full-stop, the official name\nsummary: What it is\n===\nT."
    )
    assert rules(above) == []


def test_allowance_without_a_reason_is_told_and_allows_nothing() -> None:
    """Whoever reads the file later must know why."""
    text = f"{ALLOW.format(what='exclamation-mark')}\n{BROKEN}"
    assert rules(text) == [
        ("allowance-without-reason", "warning", 1),
        ("exclamation-mark", "hint", 2),
    ]


@pytest.mark.parametrize(
    ("what", "rule", "says"),
    [
        ("exclamation-marks, quoted", "unknown-rule", 'Did you mean "exclamation-mark"?'),
        ("dead-link, it will come", "unknown-rule", "not a rule that can be allowed"),
    ],
)
def test_allowance_of_no_such_rule_is_told(what: str, rule: str, says: str) -> None:
    """The nearest is named; what would be published wrong can not be allowed."""
    (problem,) = told(f"{ALLOW.format(what=what)}\nText.", checks=DEFAULTS)
    assert (problem.rule, problem.level) == (rule, "warning")
    assert says in f"{problem.what} {problem.fix}"


@pytest.mark.parametrize("what", ["deny x", "", "allow"])
def test_comment_that_says_something_else_is_told_how(what: str) -> None:
    """The way it is written is shown."""
    (problem,) = told(f"<!-- check: {what} -->\nText.", checks=DEFAULTS)
    assert problem.rule == "allowance-not-understood"
    assert "<!-- check: allow bare-address, quoted from the letter -->" in problem.fix


def test_allowance_of_nothing_is_a_hint() -> None:
    """A text that was put right needs none."""
    assert rules(f"{ALLOW.format(what='exclamation-mark, quoted')}\nText.") == [
        ("allowance-unused", "hint", 1)
    ]


def test_allowance_within_code_is_an_example() -> None:
    """The handbook shows how; nothing is allowed there."""
    assert rules(f"`{ALLOW.format(what='exclamation-mark, quoted')}` {BROKEN}") == [
        ("exclamation-mark", "hint", 1)
    ]


@pytest.mark.parametrize("grade", ["hint", "warning", "error", "off"])
def test_site_weighs_a_rule_by_itself(grade: Grade) -> None:
    """A rule has the grade that the settings give it."""
    found = told(BROKEN, checks=Checks(rules={"exclamation-mark": grade}))
    assert [one.level for one in found] == ([] if grade == "off" else [grade])


def test_rule_made_elsewhere_is_weighed_too_and_errors_are_not() -> None:
    """What keeps wrong things from the public can not be set aside."""
    asked = Asked(Checks(rules={"alt-too-long": "off", "dead-link": "off"}))
    kept = [
        Problem("a.md", Position(), "dead-link", "W.", "F."),
        Problem("a.md", Position(), "x", "W.", "F."),
    ]
    gone = Problem("a.md", Position(), "alt-too-long", "W.", "F.", level="warning")
    assert list(weighed([*kept, gone], asked)) == kept


def test_hint_stops_nothing() -> None:
    """Not even under strict."""
    hint = Problem("a.md", Position(), "r", "W.", "F.", level="hint")
    assert not errors_in([hint], strict=True)
    assert errors_in([Problem("a.md", Position(), "r", "W.", "F.", level="warning")], strict=True)
