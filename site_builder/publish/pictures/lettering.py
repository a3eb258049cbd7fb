"""Lettering: text set in lines of even length, as large as its room allows."""

import math
from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from site_builder.publish.pictures.fonts import Font

LEADING = 1.08
"""From one line to the next, for each unit of size."""
_CUT = "…"
LONGEST = 1000
"""How many letters of a text are tried: more than any card has room for, so that what is far too
long costs no more than what is too long."""

Measure = Callable[[str], float]


@dataclass(frozen=True)
class Room:
    """The room for a text, in pixels, and the sizes that it may have, largest first."""

    width: int
    height: int
    sizes: tuple[int, ...]

    def lines(self, size: int) -> int:
        """Return how many lines of a size there is room for."""
        return int(self.height / (size * LEADING))


@dataclass(frozen=True)
class Lettering:
    """Text that has been set."""

    size: int
    lines: tuple[str, ...]

    @property
    def height(self) -> int:
        return round(len(self.lines) * self.size * LEADING)


def set_text(text: str, font: Font, room: Room) -> Lettering:
    """Return a text as large as it fits: with its words whole, else broken, else cut short."""
    words = text[:LONGEST].split()
    for broken in (False, True):
        for size in room.sizes:
            measure = font.widths(size)
            pieces = _broken(words, measure, room.width) if broken else words
            lines = _lines(pieces, measure, room.width)
            if lines is not None and len(lines) <= room.lines(size):
                return Lettering(size, lines)
    return _cut_short(pieces, font, room)


def _broken(words: Sequence[str], measure: Measure, width: int) -> list[str]:
    """Return words with a hyphen put in wherever one is too long for a line."""
    return [piece for word in words for piece in _pieces(word, measure, width)]


def _pieces(word: str, measure: Measure, width: int) -> Iterator[str]:
    while measure(word) > width and len(word) > 1:
        # How many letters fit is looked for by halves: a longer beginning is never narrower.
        lengths = range(2, len(word))
        at = 1 + bisect(lengths, width, key=lambda length: math.ceil(measure(f"{word[:length]}-")))
        yield f"{word[:at].rstrip('-')}-"
        word = word[at:]
    yield word


def _lines(words: Sequence[str], measure: Measure, width: int) -> tuple[str, ...] | None:
    """Return words in as few lines as can be, as even as can be; nothing when one is too long."""
    widths, space = [measure(word) for word in words], measure(" ")
    if not widths or max(widths) > width:
        return None if widths else ()
    ends = _even_ends(widths, space, width)
    return tuple(" ".join(words[start:end]) for start, end in zip([0, *ends], ends, strict=False))


def _even_ends(widths: Sequence[float], space: float, limit: int) -> list[int]:
    """Return after how many words each line ends.

    Of all ways with the fewest lines it is the one whose lines, squared, have the least sum: the
    more even they are, the less it is.
    """
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    for end in range(1, len(widths) + 1):
        length, found = -space, (len(widths) + 1, math.inf, 0)
        for start in range(end - 1, -1, -1):
            length += space + widths[start]
            if length > limit:
                break
            lines, cost, _ = best[start]
            found = min(found, (lines + 1, cost + length * length, start))
        best.append(found)
    ends = [len(widths)]
    while best[ends[0]][2]:
        ends.insert(0, best[ends[0]][2])
    return ends


def _cut_short(pieces: Sequence[str], font: Font, room: Room) -> Lettering:
    """Return what fits at the smallest size, with three dots at its end."""
    size = room.sizes[-1]
    measure = font.widths(size)
    lines = _lines(pieces, measure, room.width) or ()
    *kept, last = lines[: room.lines(size)] or ("",)
    while last and measure(f"{last}{_CUT}") > room.width:
        last = last[:-1]
    return Lettering(size, (*kept, f"{last.rstrip(' ,;:.-')}{_CUT}"))
