"""Where sentences end and which words they have, as people count them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

BREAK = "\0"
"""Stands where a line is broken on purpose: nothing goes on over it. No text has it itself."""

_WORD = re.compile(r"[^\W_]+(?:['’.,:/@&–-][^\W_]+)*")
_END = re.compile(r"[.!?…\0][.!?…]*[\"”’'»)\]]*(?=[\s\0]|\Z)")
_LAST_WORD = re.compile(r"[\w.’'-]+$")
_NEXT = re.compile(r"[\s\"“‘'«(\[]*(\w)")
_SHORT = frozenset(
    {"e.g", "i.e", "mr", "mrs", "ms", "dr", "prof", "st", "no", "nos", "vs", "approx", "fig", "jr"}
    | {"sr", "rev", "hon", "gov", "sen", "rep", "inc", "ltd", "co", "corp", "dept", "vol", "ed"}
    | {"eds", "pp", "p", "cf", "al", "u.s", "u.k", "d.c", "ph.d", "jan", "feb", "mar", "apr", "jun"}
    | {"jul", "aug", "sep", "sept", "oct", "nov", "dec", "viz", "col", "gen", "lt", "capt", "sgt"}
)
"""What ends with a full stop in the middle of a sentence."""


@dataclass(frozen=True)
class Sentence:
    """One sentence of a passage."""

    start: int
    """How far into the passage it begins."""
    words: int


def words_of(text: str) -> list[str]:
    """Return the words of a text; what a hyphen or an apostrophe joins is one."""
    return _WORD.findall(text)


def sentences_of(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a text that have words."""
    start = 0
    for end in _END.finditer(text):
        if end[0][0] == BREAK or _is_end(text, end):
            yield from _sentence(text, start, end.end())
            start = end.end()
    yield from _sentence(text, start, len(text))


def _sentence(text: str, start: int, end: int) -> Iterator[Sentence]:
    part = text[start:end]
    if words := len(words_of(part)):
        yield Sentence(start + len(part) - len(part.lstrip()), words)


def _is_end(text: str, end: re.Match[str]) -> bool:
    following = _NEXT.match(text, end.end())
    if following and following[1].islower():
        return False
    if end[0] != ".":
        return True
    before = _LAST_WORD.search(text[max(0, end.start() - 24) : end.start()])
    word = before[0].lower() if before else ""
    is_initial = len(word) == 1 and word.isalpha()
    return not (is_initial or word in _SHORT)
