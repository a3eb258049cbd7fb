"""Which parts of a text of Markdown are code, so that nothing is looked for inside them."""

import re
from collections import defaultdict
from collections.abc import Iterator

_FENCE = re.compile(r"(?: |>)*(?:[-*+] +|\d+[.)] +)?(`{3,}|~{3,})")
_TICKS = re.compile(r"`+")
_PARAGRAPH = re.compile(r"(?:[^\n]*\S[^\n]*\n?)+")


def without_code(markdown: str) -> str:
    """Return a text of the same length and lines, with spaces in the place of code."""
    text = _blank(markdown, fenced_blocks(markdown))
    return _blank(text, _inline(text))


def unclosed_fence(markdown: str) -> int | None:
    """Return where a block of code starts whose second fence is missing, if there is one."""
    for start, end in _fences(markdown):
        if end is None:
            return start
    return None


def _blank(text: str, spans: Iterator[tuple[int, int]]) -> str:
    parts, done = [], 0
    for start, end in spans:
        parts += [text[done:start], re.sub(r"[^\n]", " ", text[start:end])]
        done = end
    return "".join([*parts, text[done:]])


def fenced_blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each closed block between two fences starts and ends."""
    return ((start, end) for start, end in _fences(text) if end is not None)


def _fences(text: str) -> Iterator[tuple[int, int | None]]:
    """Yield where each block of code between fences starts and ends, the last perhaps not."""
    at, opened, start = 0, "", 0
    for line in text.splitlines(keepends=True):
        fence = _FENCE.match(line)
        if fence and not opened and "`" not in line[fence.end() :]:
            opened, start = fence[1], at
        elif fence and opened and fence[1].startswith(opened) and not line[fence.end() :].strip():
            yield start, at + len(line)
            opened = ""
        at += len(line)
    if opened:
        yield start, None


def _inline(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each span between two equal runs of ` starts and ends, within a paragraph."""
    for paragraph in _PARAGRAPH.finditer(text):
        runs = list(_TICKS.finditer(text, paragraph.start(), paragraph.end()))
        later: defaultdict[int, list[int]] = defaultdict(list)
        for number in reversed(range(len(runs))):
            later[len(runs[number][0])].append(number)
        number = 0
        while number < len(runs):
            same = later[len(runs[number][0])]
            while same and same[-1] <= number:
                same.pop()
            if same:
                yield runs[number].start(), runs[same[-1]].end()
                number = same[-1]
            number += 1
