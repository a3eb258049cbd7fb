"""How alike two texts are, told from a few letters of each: so a ledger knows a text that is gone.

Each of the letters stands for one of the words and pairs of words of a text, drawn by their hash
(a MinHash with one permutation). Texts that share a part of their words share about that part of
the letters. No text can be read back from them.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Any
from zlib import crc32

from pydantic import BaseModel

from site_builder.read.content import Content
from site_builder.read.ledger import ALPHABET, LETTERS
from site_builder.read.types import Item, Place, RegisterEntry

SAME = 0.6
"""How alike two texts are, at least, for one to be the other under a new name."""
LEAD = 0.15
"""How much more alike than any other they have to be, for that to be certain."""
OTHER = 0.25
"""How alike two texts are, at most, for one to be taken for another text altogether."""

_WORD = re.compile(r"[^\W_]+")
_MASK = (1 << 48) - 1
_LEFT_OUT = frozenset({"path", "prose", "consent", "contact", "changes", "withdrawn"})


def letters_of(thing: Item | RegisterEntry, content: Content) -> str:
    """Return the letters of the words of an item, or of the name of an entry of a register."""
    if isinstance(thing, RegisterEntry):
        return letters_of_text(" ".join(_of_entry(thing)))
    return letters_of_text("\n".join([*_texts(thing), content.sources[thing.path].body]))


def likeness(one: str, other: str) -> float:
    """Return how alike two texts are by their letters, from 0 to 1; chance alone counts nothing."""
    same = sum(a == b for a, b in zip(one, other, strict=True)) / LETTERS
    by_chance = 1 / len(ALPHABET)
    return max(0.0, (same - by_chance) / (1 - by_chance))


@lru_cache(maxsize=1 << 15)
def letters_of_text(text: str) -> str:
    """Return the letters of a text; one without words has letters as well."""
    words = [_of_word(word) for word in _WORD.findall(text.casefold())]
    pairs = (one * 31 + other for one, other in pairwise(words))
    return "".join(_letters(_least({*words, *pairs})))


def _of_entry(entry: RegisterEntry) -> Iterator[str]:
    """Yield what makes an entry the one that it is; a region is shared by many."""
    yield entry.name
    if isinstance(entry, Place) and entry.lat is not None:
        yield f"{entry.lat}x{entry.lon}".replace(".", "x")


def _texts(value: Any) -> Iterator[str]:
    """Yield every text of several words in front matter; slugs, days and addresses are left out."""
    if isinstance(value, str):
        if " " in value:
            yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in _LEFT_OUT:
                yield from _texts(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)


@lru_cache(maxsize=1 << 16)
def _of_word(word: str) -> int:
    data = word.encode()
    return crc32(data) << 32 | crc32(data, 1)


def _least(hashes: Iterable[int]) -> dict[int, int]:
    """Return the least of the hashes that fall into each place."""
    least: dict[int, int] = {}
    for number in hashes:
        mixed = (number ^ number >> 29) * 0xBF58476D1CE4E5B9 >> 16 & _MASK
        value, place = divmod(mixed, LETTERS)
        if value < least.get(place, _MASK):
            least[place] = value
    return least


def _letters(least: dict[int, int]) -> Iterator[str]:
    """Yield a letter for each place; one that nothing fell into has that of the next, and its way.

    So short texts, which leave places empty, are told apart as well as long ones.
    """
    for place in range(LETTERS):
        way = next((n for n in range(LETTERS) if (place + n) % LETTERS in least), 0)
        value = least.get((place + way) % LETTERS, 0)
        yield ALPHABET[(value + way * 37) % len(ALPHABET)]
