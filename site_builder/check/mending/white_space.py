"""White space that does nothing, or the wrong thing."""

import re
from collections.abc import Iterator

from site_builder.check.mending.edits import Edit
from site_builder.check.mending.fields import WIDE, value_lines
from site_builder.check.mending.texts import code_blocks
from site_builder.read.source import Source
from site_builder.read.types.kinds import Kind

_BEFORE_VALUE = re.compile(rf"[ {WIDE}]*(?:-[ {WIDE}]+)*(?:[A-Za-z_]\w*:[ {WIDE}]+)?")
_AT_END = re.compile(r"[ \t]+$", re.M)
_ONLY_SIGNS = re.compile(r"[\s>]*(?:[-*+:=#>|]+|\d+[.)])$")
"""A line of signs alone, which without the space after them may be signs of something else."""
_BREAK = 2
"""Spaces at the end of a line of Markdown that break it there."""


def line_ends(source: Source, _kind: Kind) -> Iterator[Edit]:
    """Yield each end of a line as Windows writes it."""
    for found in re.finditer(r"\r\n", source.text):
        yield Edit(found.start(), found.end(), "\n")


def no_break_spaces(source: Source, _kind: Kind) -> Iterator[Edit]:
    """Yield each no-break space that stands where YAML needs an ordinary one."""
    if WIDE not in source.fields:
        return
    for start, line in value_lines(source.fields):
        before = _BEFORE_VALUE.match(line)
        for found in re.finditer(WIDE, before[0] if before else ""):
            at = source.yaml_start + start + found.start()
            yield Edit(at, at + 1, " ")


def spaces_in_fields(source: Source, _kind: Kind) -> Iterator[Edit]:
    """Yield white space at the end of each line of front matter, but in texts after | or >."""
    for start, line in value_lines(source.fields):
        if found := _AT_END.search(line):
            at = source.yaml_start + start
            yield Edit(at + found.start(), at + found.end(), "")


def spaces_in_text(source: Source, _kind: Kind) -> Iterator[Edit]:
    """Yield white space at the end of each line of the text, but in code and where it breaks."""
    body = source.body if source.body_start else ""
    code = code_blocks(body)
    for found in _AT_END.finditer(body):
        line = body[body.rfind("\n", 0, found.start()) + 1 : found.start()]
        is_code = any(start <= found.start() < end for start, end in code)
        matters = _ONLY_SIGNS.match(line) or _breaks(body, found, line)
        if not is_code and not matters:
            at = source.body_start
            yield Edit(at + found.start(), at + found.end(), "")


def _breaks(body: str, found: re.Match[str], line: str) -> bool:
    """Tell whether the spaces at the end of a line begin a new line on the page."""
    after = body[found.end() + 1 :].partition("\n")[0]
    # A tab is as many spaces as are missing to the next column of four.
    width = len((line + found[0]).expandtabs(4)) - len(line.expandtabs(4))
    return bool(line.strip() and after.strip()) and width >= _BREAK


def end_of_file(source: Source, _kind: Kind) -> Iterator[Edit]:
    """Yield the end of a file whose last line has none."""
    if source.text and not source.text.endswith("\n"):
        yield Edit(len(source.text), len(source.text), "\n")
