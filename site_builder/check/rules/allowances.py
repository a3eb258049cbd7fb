"""What an author allows at a line, with a reason: `<!-- check: allow long-sentence, quoted -->`.

In the text an allowance is a comment of HTML, which no page shows; in front matter, and in the
registers, it is a comment that starts with #. It holds for its own line; on a line by itself, for
the paragraph or the field that follows. One without a reason allows nothing.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from site_builder.check.rules.catalogue import SETTABLE
from site_builder.read.content import Content
from site_builder.read.problems import Position, Problem, did_you_mean
from site_builder.read.source import Source

_IN_TEXT = re.compile(r"<!--\s*check:(?P<said>.*?)-->", re.S)
_IN_FIELDS = re.compile(r"(?:^|(?<=\s))#\s*check:(?P<said>.*)$", re.M)
_SAID = re.compile(r"\s*allow\s+(?P<rule>[\w-]+)\s*(?:[,:;.–—-]+\s*(?P<reason>.*\w.*)?)?\s*", re.S)
_EXAMPLE = "<!-- check: allow bare-address, quoted from the letter -->"
_HOW = f"Write it like this: {_EXAMPLE}"


@dataclass(frozen=True)
class Allowance:
    """A rule that holds no more for some lines."""

    rule: str
    at: Position
    first: int
    last: int
    """The lines that it is for."""


def without_allowed(
    problems: Iterable[Problem], content: Content, *, hints: bool
) -> Iterator[Problem]:
    """Yield problems without those that are allowed where they stand, and slips in allowing.

    With `hints`, every rule was asked, so that an allowance of nothing can be told.
    """
    allowances: dict[str, list[Allowance]] = {}
    for path, source in content.sources.items():
        if "check:" in source.text:
            slips, allowed = _read(source)
            yield from slips
            allowances[path] = allowed
    used: set[tuple[str, Allowance]] = set()
    for problem in problems:
        allowed = [one for one in allowances.get(problem.path, ()) if _covers(one, problem)]
        used.update((problem.path, one) for one in allowed)
        if not allowed:
            yield problem
    yield from _unused(allowances, used, content) if hints else ()


def _covers(allowance: Allowance, problem: Problem) -> bool:
    line = problem.position.line
    return problem.rule == allowance.rule and allowance.first <= line <= allowance.last


def _unused(
    allowances: dict[str, list[Allowance]],
    used: Collection[tuple[str, Allowance]],
    content: Content,
) -> Iterator[Problem]:
    for path, allowed in allowances.items():
        for one in allowed:
            if (path, one) not in used:
                what = f"`{one.rule}` is allowed here, and nothing here breaks it."
                source = content.sources[path]
                yield source.problem(one.at, "allowance-unused", what, "Take it out.", "hint")


def _read(source: Source) -> tuple[list[Problem], list[Allowance]]:
    slips: list[Problem] = []
    allowed: list[Allowance] = []
    for at, said, last_line in _comments(source):
        parts = _SAID.fullmatch(said)
        if slip := _slip(parts):
            slips.append(source.problem(at, *slip, "warning"))
        elif parts:
            first, last = _lines(source, at, last_line)
            allowed.append(Allowance(parts["rule"], at, first, last))
    return slips, allowed


def _slip(parts: re.Match[str] | None) -> tuple[str, str, str] | None:
    """Return rule, what and fix for a comment that allows nothing."""
    if parts is None:
        return "allowance-not-understood", "This says `check:`, and not what is allowed.", _HOW
    rule = parts["rule"]
    if rule not in SETTABLE:
        what = f'"{rule}" is not a rule that can be allowed.'
        return "unknown-rule", what, did_you_mean(rule, SETTABLE, "The rules are")
    if not (parts["reason"] or "").strip():
        what = f"`{rule}` is allowed here without a reason, so it still holds."
        fix = f"Say why after a comma: <!-- check: allow {rule}, quoted from the letter -->"
        return "allowance-without-reason", what, fix
    return None


def _comments(source: Source) -> Iterator[tuple[Position, str, int]]:
    """Yield each comment of a file with its place, what it says, and its last line."""
    for at, found in source.found_in_body(_IN_TEXT):
        yield at, found["said"], at.line + found[0].count("\n")
    for found in _IN_FIELDS.finditer(source.text, source.yaml_start, source.yaml_end):
        at = source.position(found.start())
        yield at, found["said"].strip(), at.line


def _lines(source: Source, at: Position, last: int) -> tuple[int, int]:
    """Return the lines that a comment is for: its own, or those of what follows."""
    lines = source.text.split("\n")
    written = lines[at.line - 1]
    before = written[: at.column - 1].strip(" >")
    after = lines[last - 1].rpartition("-->")[2].strip() if "<!--" in written else ""
    if before or after:
        return at.line, last
    following = [number for number in range(last + 1, len(lines) + 1) if lines[number - 1].strip()]
    first = following[0] if following else last
    is_in_fields = source.offset(at) < source.yaml_end
    end = first if is_in_fields else _end_of_paragraph(lines, first)
    return at.line, end


def _end_of_paragraph(lines: list[str], first: int) -> int:
    blank = [number for number, line in enumerate(lines, 1) if not line.strip()]
    place = bisect_left(blank, first)
    return blank[place] - 1 if place < len(blank) else len(lines)
