"""The front matter of a Markdown file: where it ends, what it says, and what is wrong with it.

A file starts with a line of three dashes, has YAML, and a second line of three dashes; the text
follows. Anything else is named with its line.
"""

import re
from dataclasses import dataclass, replace
from typing import Any

from site_builder.read.front_matter.mending import read_what_can_be
from site_builder.read.front_matter.plain_yaml import YamlFault
from site_builder.read.problems import Position, Problem
from site_builder.read.source import Loc, Source

_OPENING = re.compile(r"\s*^---[ \t]*$\n?", re.M)
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$\n?", re.M)
_BLANK = re.compile(r"^[ \t]*$", re.M)

_NO_BREAK = "\u00a0"
_NO_SPACE = re.compile(
    rf"^(?:[ -]*(?P<name>[A-Za-z_]+:)(?!//)| *)(?P<sign>(?(name)[^\s]|{_NO_BREAK})|{_NO_BREAK})",
    re.M,
)


@dataclass(frozen=True)
class Fields:
    """What the YAML of a file says, as far as it can be read."""

    values: dict[str, Any]
    source: Source
    """The file, its YAML mended where it had to be."""
    problems: tuple[Problem, ...] = ()
    lost: frozenset[str] = frozenset()
    """The names of fields that can not be read, or not all of them."""
    lines: frozenset[int] = frozenset()
    """The lines of the file on which something can not be read."""
    is_whole: bool = True
    """Whether nothing else can be meant to stand there: what is not named is not there."""

    def of_entry(self, name: str) -> "Fields":
        """Return what stands of an entry of a register; the names of others say nothing of it."""
        return replace(self, lost=frozenset(), is_whole=self.is_whole and name not in self.lost)

    def explain(self, at: Position, loc: Loc, *, is_missing: bool) -> bool:
        """Tell whether something is missing or wrong only because it can not be read."""
        if is_missing:
            return not self.is_whole or (len(loc) == 1 and loc[0] in self.lost)
        return at.line in self.lines


def split(path: str, text: str) -> tuple[Source, list[Problem]]:
    """Return a file split at its fences, and what is wrong with them.

    Without fences all of it is text; where the second is missing, the fields end at a blank line.
    """
    opening = _OPENING.match(text)
    whole = Source(path, text)
    if not opening:
        return whole, [
            whole.problem(
                Position(),
                "no-front-matter",
                "The file does not start with front matter.",
                "Start it with a line of three dashes, the fields, and three dashes again.",
            )
        ]
    closing = _CLOSING.search(text, opening.end())
    fence = whole.position(text.index("---"))
    if not closing:
        end = _BLANK.search(text, opening.end())
        stop = end.start() if end else len(text)
        return Source(path, text, opening.end(), stop, stop), [
            whole.problem(
                fence,
                "unclosed-front-matter",
                "The front matter that starts here has no end.",
                "Add a line of three dashes between the fields and the text.",
            )
        ]
    source = Source(path, text, opening.end(), closing.start(), closing.end())
    return source, _warning_of_blank_lines(source, fence)


def read_front_matter(source: Source) -> Fields:
    """Return the fields of a split file, as far as they can be read."""
    if source.yaml_start == 0:
        return Fields({}, source, is_whole=False)
    return read_mapping(source, "The front matter is not a set of names and values.")


def read_mapping(source: Source, otherwise: str) -> Fields:
    """Return the mapping that a file's YAML holds; `otherwise` is said when it holds none."""
    first = source.position(source.yaml_start).line
    causes: list[Problem | None] = []

    def cause_of(text: str, fault: YamlFault) -> int | None:
        cause = _line_without_space(replace(source, mended=text), upto=first + fault.line)
        causes.append(cause)
        return cause.position.line - first if cause else None

    mended = read_what_can_be(source.fields, cause_of)
    causes[:0] = [None] * (len(mended.faults) - len(causes))
    problems = [
        cause or source.problem(Position(first + fault.line, fault.column + 1), *_words(fault))
        for cause, fault in zip(causes, mended.faults, strict=True)
    ]
    if mended.faults:
        source = replace(source, mended=mended.text)
    values = {} if mended.value is None else mended.value
    if not isinstance(values, dict):
        at = source.position(source.yaml_start)
        fix = "Write each line as a name, a colon, a space and a value."
        told = _line_without_space(source) or source.problem(at, "broken-yaml", otherwise, fix)
        empty = replace(source, mended=re.sub(r"[^\n]", " ", source.fields))
        return Fields({}, empty, (*problems, told), is_whole=False)
    values, wide = _without_wide_names(values)
    if wide and (found := _line_without_space(source)):
        problems.append(found)
    return Fields(
        values,
        source,
        tuple(problems),
        lost=mended.names | wide,
        lines=frozenset(first + line for line in mended.lines),
        is_whole=mended.value is not None or not mended.faults,
    )


def _words(fault: YamlFault) -> tuple[str, str, str]:
    return "broken-yaml", fault.what, fault.fix


def _without_wide_names(values: dict[str, Any]) -> tuple[dict[str, Any], frozenset[str]]:
    """Return fields without those whose name has a no-break space before it, and their names."""
    wide = [name for name in values if str(name).startswith(_NO_BREAK)]
    kept = {name: one for name, one in values.items() if name not in wide}
    return kept, frozenset(name.strip(_NO_BREAK) for name in wide)


def _line_without_space(source: Source, upto: int | None = None) -> Problem | None:
    """Return the problem of the first line that has no space after its colon, or one too wide."""
    for found in _NO_SPACE.finditer(source.fields):
        at = source.position(source.yaml_start + found.start("sign"))
        if upto is not None and at.line > upto:
            return None
        name, sign = found["name"], found["sign"]
        if sign == _NO_BREAK:
            what = "A space here is a no-break space, which looks like one and is read as a letter."
            fix = "Delete it, and type an ordinary space."
        else:
            what = f"There is no space after the colon of `{name.rstrip(':')}`."
            fix = f"Write a space after it: {name} {sign}…"
        return source.problem(at, "broken-yaml", what, fix)
    return None


def _warning_of_blank_lines(source: Source, fence: Position) -> list[Problem]:
    if fence.line == 1:
        return []
    return [
        source.problem(
            Position(),
            "blank-before-front-matter",
            "There are blank lines before the front matter.",
            "Take them out; other tools do not see front matter after a blank line.",
            "warning",
        )
    ]
