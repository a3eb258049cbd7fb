"""Passages of a text: words that belong together, and where each of them stands."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Literal

from site_builder.check.rules.sentences import BREAK, Sentence, sentences_of, words_of
from site_builder.read.source import Loc

Kind = Literal["paragraph", "item", "heading", "quote", "title", "field"]


@dataclass(frozen=True)
class Within:
    """A place within a value of front matter."""

    loc: Loc
    before: str
    """What the value says before it."""


@dataclass(frozen=True)
class Passage:
    """Some words that belong together, and where they stand."""

    kind: Kind
    text: str
    start: int = 0
    """How far into the body they begin."""
    loc: Loc = ()
    """The way to them in front matter; nothing when they stand in the body."""

    def at(self, offset: int) -> "int | Within":
        """Return the place of one of the characters."""
        return Within(self.loc, self.text[:offset]) if self.loc else self.start + offset

    @cached_property
    def words(self) -> list[str]:
        """The words, as they are written."""
        return words_of(self.text)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(sentences_of(self.text))

    def is_quoted(self, offset: int) -> bool:
        """Tell whether a character stands between quotation marks, so that it is somebody's."""
        before = self.text[:offset]
        is_curly = before.rfind("“") > before.rfind("”")
        return is_curly or before.count('"') % 2 == 1


class Said:
    """Passages one after the other, so that a pattern is looked for in all of them at once."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._passages = tuple(passages)
        self.text = BREAK.join(one.text for one in self._passages)
        lengths = (len(one.text) + 1 for one in self._passages)
        self._starts = [0, *accumulate(lengths)]

    def find(self, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], Passage, int]]:
        """Yield what a pattern finds, with the passage and where it is in that."""
        return self._find(pattern, self.text)

    def find_in_any_case(
        self, pattern: re.Pattern[str]
    ) -> Iterator[tuple[re.Match[str], Passage, int]]:
        """Yield what a pattern in small letters finds, in whatever letters it stands."""
        return self._find(pattern, self._in_small_letters)

    def _find(
        self, pattern: re.Pattern[str], text: str
    ) -> Iterator[tuple[re.Match[str], Passage, int]]:
        for found in pattern.finditer(text):
            number = bisect_right(self._starts, found.start()) - 1
            yield found, self._passages[number], found.start() - self._starts[number]

    @cached_property
    def _in_small_letters(self) -> str:
        small = self.text.lower()
        if len(small) == len(self.text):
            return small
        return "".join(one.lower() if len(one.lower()) == 1 else one for one in self.text)
