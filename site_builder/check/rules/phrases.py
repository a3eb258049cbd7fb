"""Finds any of many phrases in a file, looking only for those whose rarest word it has."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_builder.check.rules.passages import Passage
from site_builder.check.rules.sentences import words_of
from site_builder.check.rules.writing import Writing


@dataclass(frozen=True)
class Phrase:
    """A phrase in a text."""

    phrase: str
    """As the list has it."""
    written: str
    """As the text has it."""
    passage: Passage
    offset: int


class Phrases:
    """A list of phrases to be found."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_word: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
        for phrase in phrases:
            rarest = max(words_of(phrase), key=len)
            pattern = r"\s+".join(map(re.escape, phrase.split()))
            end = r"(?![\w-])" if phrase[-1].isalnum() else ""
            whole = re.compile(f"{pattern}{end}")
            self._by_word.setdefault(rarest.lower(), []).append((phrase, whole))
        self._words = frozenset(self._by_word)

    def in_own_words(self, writing: Writing) -> Iterator[Phrase]:
        """Yield each phrase in what an author says, but not between quotation marks."""
        for word in sorted(self._words & writing.words):
            for phrase, pattern in self._by_word[word]:
                yield from _places(phrase, pattern, writing)


def _places(phrase: str, pattern: re.Pattern[str], writing: Writing) -> Iterator[Phrase]:
    for found, passage, offset in writing.said.find_in_any_case(pattern):
        begins = not re.match(r"[\w-]", passage.text[max(0, offset - 1) : offset])
        if begins and not passage.is_quoted(offset):
            written = passage.text[offset : offset + len(found[0])]
            yield Phrase(phrase, " ".join(written.split()), passage, offset)
