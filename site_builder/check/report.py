"""Problems as text for people, as JSON for programs, and for services that show lines of code."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from site_builder.check.code_quality import as_code_quality
from site_builder.check.sarif import as_sarif
from site_builder.read.problems import Level, Problem
from site_builder.read.prose.characters import printable

Format = Literal["text", "json", "github", "gitlab", "sarif"]
FOR_PROGRAMS = ("json", "gitlab", "sarif")
"""Formats that are one document, to which no line may be added."""
LONGEST_LINE = 100
"""How many characters of a source line are shown."""
MOST_HINTS = 10
"""How many hints are shown with their lines."""
_MANY_HINTS = "Hints, which stop nothing; `missions check --hints` shows each with its line:"
_ANNOTATIONS: Mapping[Level, str] = {"error": "error", "warning": "warning", "hint": "notice"}
"""What GitHub calls each level."""


def report(
    problems: Sequence[Problem],
    form: Format = "text",
    *,
    stopped: bool = True,
    every_hint: bool = False,
) -> str:
    """Return problems in a format, with the count; `stopped` says that nothing was published.

    Hints come last, and as text many of them are a line for each rule, unless every one is wanted.
    """
    if form == "json":
        return json.dumps([_as_json(problem) for problem in problems], ensure_ascii=False, indent=2)
    if form == "sarif":
        return as_sarif(problems)
    if form == "gitlab":
        return as_code_quality(problems)
    last = summary(problems, stopped=stopped)
    if form == "github":
        return "\n".join([*map(_as_annotation, problems), last])
    hints = [one for one in problems if one.level == "hint"]
    others = [one for one in problems if one.level != "hint"]
    is_folded = len(hints) > MOST_HINTS and not every_hint
    told = list(_folded(hints)) if is_folded else map(as_text, hints)
    return "\n\n".join([*map(as_text, others), *told, last])


def _folded(hints: Iterable[Problem]) -> Iterator[str]:
    """Yield a line for each rule that gave hints, the most frequent first."""
    by_rule: defaultdict[str, list[Problem]] = defaultdict(list)
    for hint in hints:
        by_rule[hint.rule].append(hint)
    rules = sorted(by_rule.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    lines = [_of_rule(rule, found) for rule, found in rules]
    yield "\n".join(map(printable, [_MANY_HINTS, *lines]))


def _of_rule(rule: str, found: Sequence[Problem]) -> str:
    first = found[0]
    at = f"{first.path}:{first.position.line}:{first.position.column}"
    times = "once" if len(found) == 1 else f"{len(found)} times, first"
    return f"  {rule}: {times} at {at}: {first.what}"


def summary(problems: Sequence[Problem], *, stopped: bool = True) -> str:
    """Return the last line: "5 problems in 3 files. Nothing was published."."""
    hints = sum(problem.level == "hint" for problem in problems)
    end = " Nothing was published." if stopped else ""
    end += f" {_count(hints, 'hint')}." if hints else ""
    counted = [problem for problem in problems if problem.level != "hint"]
    if not counted:
        return f"No problems.{end}"
    files = len({problem.path for problem in counted})
    warnings = sum(problem.level == "warning" for problem in counted)
    if warnings == len(counted):
        return f"{_count(warnings, 'warning')} in {_count(files, 'file')}.{end}"
    aside = f", {_count(warnings, 'of them a warning', 'of them warnings')}," if warnings else ""
    return f"{_count(len(counted), 'problem')}{aside} in {_count(files, 'file')}.{end}"


def as_text(problem: Problem) -> str:
    """Return one problem as its author reads it: where, what, the line, how to put it right."""
    at = f"{problem.path}:{problem.position.line}:{problem.position.column}"
    label = "" if problem.level == "error" else f"{problem.level}: "
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
    return f"::{_ANNOTATIONS[problem.level]} file={path},{at},title={problem.rule}::{message}"


def _escaped(text: str, also: str = "") -> str:
    text = printable(text)
    for sign in "%" + also:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text
