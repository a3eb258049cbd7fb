"""Chance without chance: numbers that depend on a name alone, the same on every machine."""

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """Dice loaded with a name: the same name throws the same numbers."""

    def __init__(self, name: str) -> None:
        self._bytes = _bytes(name)

    def between(self, least: int, most: int) -> int:
        """Return a whole number from `least` to `most`, both among them."""
        return least + next(self._bytes) * (most - least + 1) // 256

    def one_of(self, things: Sequence[T]) -> T:
        """Return one of some things."""
        return things[self.between(0, len(things) - 1)]

    def shuffled(self, things: Sequence[T]) -> list[T]:
        """Return some things in another order."""
        left = list(things)
        return [left.pop(self.between(0, len(left) - 1)) for _ in things]


def _bytes(name: str) -> Iterator[int]:
    number = 0
    while True:
        yield from blake2b(f"{name} {number}".encode()).digest()
        number += 1
