"""Problems as text for people, as JSON for programs, and for services that show lines of code."""

import json
from collections.abc import Sequence
from typing import Literal

from site_builder.check.code_quality import as_code_quality
from site_builder.check.sarif import as_sarif
from site_builder.read.problems import Problem
from site_builder.read.prose.characters import printable

Format = Literal["text", "json", "github", "gitlab", "sarif"]
FOR_PROGRAMS = ("json", "gitlab", "sarif")
"""Formats that are one document, to which no line may be added."""
LONGEST_LINE = 100
"""How many characters of a source line are shown."""


def report(problems: Sequence[Problem], form: Format = "text", *, stopped: bool = True) -> str:
    """Return problems in a format, with the count; `stopped` says that nothing was published."""
    if form == "json":
        return json.dumps([_as_json(problem) for problem in problems], ensure_ascii=False, indent=2)
    if form == "sarif":
        return as_sarif(problems)
    if form == "gitlab":
        return as_code_quality(problems)
    if form == "github":
        return "\n".join([*map(_as_annotation, problems), summary(problems, stopped=stopped)])
    return "\n\n".join([*map(as_text, problems), summary(problems, stopped=stopped)])


def summary(problems: Sequence[Problem], *, stopped: bool = True) -> str:
    """Return the last line: "5 problems in 3 files. Nothing was published."."""
    end = " Nothing was published." if stopped else ""
    if not problems:
        return f"No problems.{end}"
    files = len({problem.path for problem in problems})
    warnings = sum(problem.level == "warning" for problem in problems)
    if warnings == len(problems):
        return f"{_count(warnings, 'warning')} in {_count(files, 'file')}.{end}"
    aside = f", {_count(warnings, 'of them a warning', 'of them warnings')}," if warnings else ""
    return f"{_count(len(problems), 'problem')}{aside} in {_count(files, 'file')}.{end}"


def as_text(problem: Problem) -> str:
    """Return one problem as its author reads it: where, what, the line, how to put it right."""
    at = f"{problem.path}:{problem.position.line}:{problem.position.column}"
    label = "warning: " if problem.level == "warning" else ""
    lines = [f"{at}: {label}{problem.what}"]
    if problem.excerpt.strip():
        lines.append(f"{problem.position.line:>5} | {_shown(problem)}")
    return "\n".join(map(printable, [*lines, f"  {problem.fix}"]))


def _shown(problem: Problem) -> str:
    """Return as much of a source line as fits, with the column of the problem in it."""
    line, column = problem.excerpt, problem.position.column
    start = 0 if column <= LONGEST_LINE else column - LONGEST_LINE // 2
    cut = line[start : start + LONGEST_LINE]
    return f"{'…' if start else ''}{cut}{'…' if start + LONGEST_LINE < len(line) else ''}"


def _count(number: int, one: str, several: str | None = None) -> str:
    return f"{number} {one if number == 1 else several or one + 's'}"


def _as_json(problem: Problem) -> dict[str, str | int]:
    return {
        "path": problem.path,
        "line": problem.position.line,
        "column": problem.position.column,
        "level": problem.level,
        "rule": problem.rule,
        "what": problem.what,
        "fix": problem.fix,
        "excerpt": problem.excerpt,
    }


def _as_annotation(problem: Problem) -> str:
    """Return a workflow command (https://docs.github.com/actions, "workflow commands")."""
    at = f"line={problem.position.line},col={problem.position.column}"
    path, message = _escaped(problem.path, ",:"), _escaped(f"{problem.what} {problem.fix}")
    return f"::{problem.level} file={path},{at},title={problem.rule}::{message}"


def _escaped(text: str, also: str = "") -> str:
    text = printable(text)
    for sign in "%" + also:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text
