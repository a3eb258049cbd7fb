"""Problems are told as text for people, as JSON for tools, as annotations for GitHub."""

import json

import pytest

from site_builder.check.report import report, summary
from site_builder.read.problems import Position, Problem

DATE = Problem(
    "content/a.md", Position(4, 7), "wrong-value", "`date` is odd.", "Write: 1%.", "date: odd"
)
LATE = Problem("content/b.md", Position(), "overdue", "Late.", "Read it.", level="warning")


def test_text_says_where_what_line_and_fix() -> None:
    """The report reads as the handbook shows it, problem by problem, with the count last."""
    assert report([DATE, LATE]) == (
        "content/a.md:4:7: `date` is odd.\n"
        "    4 | date: odd\n"
        "  Write: 1%.\n"
        "\n"
        "content/b.md:1:1: warning: Late.\n"
        "  Read it.\n"
        "\n"
        "2 problems, 1 of them a warning, in 2 files. Nothing was published."
    )


def test_json_is_one_list_of_whole_problems() -> None:
    """Tools get every part of a problem by name."""
    first, second = json.loads(report([DATE, LATE], "json"))
    assert first == {
        "path": "content/a.md",
        "line": 4,
        "column": 7,
        "level": "error",
        "rule": "wrong-value",
        "what": "`date` is odd.",
        "fix": "Write: 1%.",
        "excerpt": "date: odd",
    }
    assert second["level"] == "warning"
    assert json.loads(report([], "json")) == []


def test_github_gets_annotations_that_it_can_parse() -> None:
    """Signs with a meaning in workflow commands are escaped."""
    odd = Problem("content/a,b:c.md", Position(2, 3), "rule", "100%.", "Do\nit.")
    first, second, last = report([DATE, odd], "github").split("\n")
    assert first == (
        "::error file=content/a.md,line=4,col=7,title=wrong-value::`date` is odd. Write: 1%25."
    )
    assert second.startswith("::error file=content/a%2Cb%3Ac.md,line=2,col=3,title=rule::100%25.")
    assert last == "2 problems in 2 files. Nothing was published."


@pytest.mark.parametrize(
    ("problems", "stopped", "said"),
    [
        ([], False, "No problems."),
        ([DATE], True, "1 problem in 1 file. Nothing was published."),
        ([DATE, DATE], True, "2 problems in 1 file. Nothing was published."),
        ([LATE], False, "1 warning in 1 file."),
        ([LATE, LATE], False, "2 warnings in 1 file."),
    ],
)
def test_summary_counts_problems_and_files(
    problems: list[Problem], stopped: bool, said: str
) -> None:
    """The last line counts, and says whether anything was published."""
    assert summary(problems, stopped=stopped) == said


@pytest.mark.parametrize("column", [1, 60, 150, 1990])
def test_long_line_is_cut_around_its_column(column: int) -> None:
    """Of a long line the part with the problem is shown."""
    line = "x" * (column - 1) + "!" + "y" * (2000 - column)
    shown = report([Problem("a.md", Position(1, column), "rule", "What.", "Fix.", line)])
    excerpt = shown.split("\n")[1]
    assert "!" in excerpt
    assert len(excerpt) < 120


def test_control_characters_are_not_printed() -> None:
    """A value can not send commands to a terminal, nor make up lines of the report."""
    odd = Problem("a\x1b.md", Position(), "r", "Is \x1b[2J\nNo problems.", "Fix\x07.", "a\tb\x9b")
    for text in (report([odd]), report([odd], "github")):
        assert not {"\x1b", "\x07", "\x9b"} & set(text)
        assert "\nNo problems" not in text
    assert "a b" in report([odd])


def hints(number: int) -> list[Problem]:
    """Return some hints, of two rules by turns."""
    return [
        Problem(
            "content/a.md", Position(line, 1), f"rule-{line % 2}", "Long.", "Cut.", level="hint"
        )
        for line in range(1, number + 1)
    ]


def test_hints_come_last_and_are_not_counted_as_problems() -> None:
    """What must be put right is read first, and nobody is told of it in numbers of hints."""
    shown = report([*hints(2), LATE]).split("\n\n")
    assert "warning: " in shown[0]
    assert shown[1:3] == [
        "content/a.md:1:1: hint: Long.\n  Cut.",
        "content/a.md:2:1: hint: Long.\n  Cut.",
    ]
    assert shown[-1] == "1 warning in 1 file. Nothing was published. 2 hints."
    assert summary(hints(1), stopped=False) == "No problems. 1 hint."


def test_many_hints_are_a_line_for_each_rule_unless_all_are_wanted() -> None:
    """Nobody drowns, and whoever wants each can have it."""
    folded = report(hints(11), stopped=False).split("\n")
    assert folded[1:3] == [
        "  rule-1: 6 times, first at content/a.md:1:1: Long.",
        "  rule-0: 5 times, first at content/a.md:2:1: Long.",
    ]
    assert report(hints(11), every_hint=True).count("hint: ") == 11


def test_programs_get_every_hint() -> None:
    """JSON and annotations carry them, as hints and as notices."""
    assert [one["level"] for one in json.loads(report(hints(12), "json"))] == ["hint"] * 12
    assert report(hints(12), "github").count("::notice ") == 12
