"""The text of a file, with what is no text in it named, and put aside so that the rest is read."""

import re

from site_builder.read.ledger import LEDGER
from site_builder.read.merge_marks import (
    FIX,
    WHAT,
    merge_marks,
    merge_marks_in_markdown,
    one_side,
)
from site_builder.read.problems import Position, Problem
from site_builder.read.prose.characters import code_point, unprintables
from site_builder.read.scan import Found
from site_builder.read.source import Source

_MOST_TOLD = 5
"""How many characters that can not be shown are named in one file."""


def read_text(file: Found) -> tuple[str, list[Problem]]:
    """Return a file's text with \n between lines, and each place where it is none.

    What can not be shown becomes a space; of a merge that was left undone, one side stays.
    """
    try:
        text, problems = file.data.decode("utf-8-sig").replace("\r\n", "\n"), list[Problem]()
    except UnicodeDecodeError as error:
        problems = [_not_utf_8(file, error.start)]
        text = file.data.decode("cp1252", "replace").replace("\r\n", "\n")
    strange = unprintables(text)
    if strange:
        problems += [] if problems else _strange(file.path, text, strange)
        text = re.sub("|".join({re.escape(one[0]) for one in strange}), " ", text)
    if file.inside == LEDGER:
        return text, problems  # it names merges itself
    find = merge_marks_in_markdown if file.ending == ".md" else merge_marks
    if starts := list(find(text)):
        source = Source(file.path, text)
        places = (source.position(start) for start in starts)
        problems += [source.problem(at, "merge-left", WHAT, FIX) for at in places]
        text = one_side(text, starts[0])
    return text, problems


def _strange(path: str, text: str, found: list[re.Match[str]]) -> list[Problem]:
    source = Source(path, text)
    return [
        source.problem(
            source.position(one.start()),
            "unprintable",
            f"There is a character here that can not be shown ({code_point(one[0])}).",
            "Delete it, and type the line again.",
        )
        for one in found[:_MOST_TOLD]
    ]


def _not_utf_8(file: Found, offset: int) -> Problem:
    before = file.data[file.data.rfind(b"\n", 0, offset) + 1 : offset]
    column = len(before.removeprefix(b"\xef\xbb\xbf").decode(errors="replace")) + 1
    at = Position(file.data.count(b"\n", 0, offset) + 1, column)
    what = "The file is not written in UTF-8: the letter here can not be read."
    fix = "Save it as UTF-8; most editors offer this under “Save as”."
    return Problem(file.path, at, "not-utf-8", what, fix)
