"""The lines that git leaves in a file when it can not put two edits together by itself."""

import re
from collections.abc import Iterator

from site_builder.read.prose.code_spans import fenced_blocks

_MARK = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?: .*)?$", re.M)
WHAT = "Git left both sides of a merge here, for you to choose."
FIX = "Keep the words that are right, and take out the lines that begin with <<<, === and >>>."


def merge_marks(text: str) -> Iterator[int]:
    """Yield where each merge that was left undone starts, or the first mark that is left of one."""
    yield from _starts(list(_MARK.finditer(text)))


def merge_marks_in_markdown(text: str) -> Iterator[int]:
    """Yield the same for a text of Markdown, in which such lines may also be an author's own.

    Seven equals signs underline a heading, seven > quote a quotation, and a block of code may
    show readers what git leaves.
    """
    marks = [found for found in _MARK.finditer(text) if _is_no_markdown(text, found)]
    shown = list(fenced_blocks(text)) if marks else []
    yield from _starts(
        [one for one in marks if not any(start < one.start() < end for start, end in shown)]
    )


def one_side(text: str, start: int) -> str:
    """Return a text as long as it was, with spaces for the marks of merges and their second sides.

    `start` is where the first merge starts; what stands before it is left as it is.
    """
    kept, is_in_merge, is_second = [text[:start]], False, False
    for line in text[start:].splitlines(keepends=True):
        mark = _MARK.match(line.rstrip("\n"))
        sign = mark[1][0] if mark else ""
        is_mark = sign in ("<", ">") or (is_in_merge and sign in ("|", "="))
        is_in_merge = (is_in_merge or sign == "<") and sign != ">"
        is_second = is_in_merge and (is_second or (is_mark and sign != "<"))
        kept.append(re.sub(r"[^\n]", " ", line) if is_mark or is_second else line)
    return "".join(kept)


def _starts(marks: list[re.Match[str]]) -> list[int]:
    starts = [one.start() for one in marks if one[1].startswith("<")]
    return starts or [one.start() for one in marks[:1]]


def _is_no_markdown(text: str, mark: re.Match[str]) -> bool:
    sign = mark[1][0]
    return sign in "<|" or (sign == ">" and not _is_among_quotations(text, mark))


def _is_among_quotations(text: str, mark: re.Match[str]) -> bool:
    """Tell whether a line of seven > stands next to another quotation, as in old letters."""
    above = text[: max(mark.start() - 1, 0)].rpartition("\n")[2]
    below = text[mark.end() + 1 :].partition("\n")[0]
    return above.startswith(">") or below.startswith(">")
