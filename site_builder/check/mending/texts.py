"""Where in a text of Markdown something may be mended: wherever it is no code."""

import re
from collections.abc import Iterator

from site_builder.read.prose.code_spans import fenced_blocks, unclosed_fence, without_code
from site_builder.read.source import Source

_INDENTED = re.compile(r"(?P<within>(?: {0,3}(?:>|[-*+]|\d+[.)]))*)(?: {4}| {0,3}\t)[ \t]*\S")
"""A line that may be code by how far it is indented, also in a quotation or a list."""


def found_in_text(pattern: re.Pattern[str], source: Source) -> Iterator[re.Match[str]]:
    """Yield what a pattern finds in the text of a file, code left out."""
    if not source.body_start or not pattern.search(source.body):
        return
    code = code_blocks(source.body)
    for found in pattern.finditer(without_code(source.body)):
        if not any(start <= found.start() < end for start, end in code):
            yield found


def code_blocks(body: str) -> list[tuple[int, int]]:
    """Return where each block of code starts and ends, the last perhaps at the end of the text."""
    blocks = [*fenced_blocks(body), *_indented_code(body)]
    if (start := unclosed_fence(body)) is not None:
        blocks.append((start, len(body)))
    return blocks


def _indented_code(body: str) -> Iterator[tuple[int, int]]:
    """Yield where each line that may be code by its indent starts and ends.

    A line straight under a paragraph or an entry of a list belongs to that.
    """
    at, may_begin = 0, True
    for line in body.split("\n"):
        found = _INDENTED.match(line)
        if is_code := bool(found and (may_begin or found["within"])):
            yield at, at + len(line) + 1
        may_begin = is_code or not line.strip()
        at += len(line) + 1
