"""The front matter of a Markdown file: where it ends, what it says, and what is wrong with it.

A file starts with a line of three dashes, has YAML, and a second line of three dashes; the text
follows. Anything else is named with its line.
"""

import re
from typing import Any

from site_builder.read.front_matter import plain_yaml
from site_builder.read.problems import Position, Problem
from site_builder.read.source import Source

_OPENING = re.compile(r"\s*^---[ \t]*$\n?", re.M)
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$\n?", re.M)

_NO_BREAK = "\u00a0"
_NO_SPACE = re.compile(
    rf"^(?:[ -]*(?P<name>[A-Za-z_]+:)(?!//)| *)(?P<sign>(?(name)[^\s]|{_NO_BREAK})|{_NO_BREAK})",
    re.M,
)


def split(path: str, text: str) -> tuple[Source, list[Problem]]:
    """Return a file split at its fences, and what is wrong with them."""
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
        return whole, [
            whole.problem(
                fence,
                "unclosed-front-matter",
                "The front matter that starts here has no end.",
                "Add a line of three dashes between the fields and the text.",
            )
        ]
    source = Source(path, text, opening.end(), closing.start(), closing.end())
    return source, _warning_of_blank_lines(source, fence)


def read_front_matter(source: Source) -> tuple[dict[str, Any] | None, list[Problem]]:
    """Return the fields of a split file; nothing when they can not be read."""
    return read_mapping(source, "The front matter is not a set of names and values.")


def read_mapping(source: Source, otherwise: str) -> tuple[dict[str, Any] | None, list[Problem]]:
    """Return the mapping that a file's YAML holds; `otherwise` is said when it holds none."""
    try:
        fields = plain_yaml.load(source.fields)
    except plain_yaml.YamlFault as fault:
        first = source.position(source.yaml_start).line
        at = Position(first + fault.line, fault.column + 1)
        fallback = source.problem(at, "broken-yaml", fault.what, fault.fix)
        return None, [_line_without_space(source, upto=at.line) or fallback]
    fields = {} if fields is None else fields
    if not isinstance(fields, dict):
        at = source.position(source.yaml_start)
        fix = "Write each line as a name, a colon, a space and a value."
        fallback = source.problem(at, "broken-yaml", otherwise, fix)
        return None, [_line_without_space(source) or fallback]
    if any(str(name).startswith(_NO_BREAK) for name in fields) and (
        cause := _line_without_space(source)
    ):
        return None, [cause]
    return fields, []


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
