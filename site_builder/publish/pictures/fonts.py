"""The font of the cards: its letters at any size, how wide they are, and which it has."""

import io
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from hashlib import blake2b
from typing import cast

from PIL import ImageFont

_LARGEST_CACHE = 20_000


class Font:
    """A font from its bytes; without any, Pillow's own."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.digest = blake2b(data, digest_size=16).hexdigest()
        self._has_letter = lru_cache(maxsize=_LARGEST_CACHE)(self._is_drawn)
        self.at = cache(self._at)
        self.widths = cache(self._widths)

    def _at(self, size: int) -> ImageFont.FreeTypeFont:
        """Return the font at a size in pixels."""
        # The basic layout is the same on every machine; the other depends on what is installed.
        basic = ImageFont.Layout.BASIC
        if not self._data:
            return cast("ImageFont.FreeTypeFont", ImageFont.load_default(size))
        return ImageFont.truetype(io.BytesIO(self._data), size, layout_engine=basic)

    def _widths(self, size: int) -> Callable[[str], float]:
        """Return what tells how wide text of a size is."""
        return lru_cache(maxsize=_LARGEST_CACHE)(self.at(size).getlength)

    def legible(self, text: str) -> str:
        """Return text in letters that the font has, or nothing when too few are left to read.

        A letter with a mark that it lacks loses the mark; a sign that it lacks is left out.
        """
        words = unicodedata.normalize("NFC", text).split()
        shown = [self._word(word) for word in words]
        lost = sum(len(word) for word in words) - sum(len(word) for word in shown)
        return "" if lost * 2 > len("".join(words)) else " ".join(word for word in shown if word)

    def _word(self, word: str) -> str:
        return "".join(map(self._letter, word))

    def _letter(self, letter: str) -> str:
        if self._has_letter(letter):
            return letter
        plain = unicodedata.normalize("NFKD", letter)
        return "".join(one for one in plain if one != letter and self._has_letter(one))

    def _is_drawn(self, letter: str) -> bool:
        if unicodedata.category(letter)[0] in "CM":
            return False
        return _shape(self.at(40), letter) != _shape(self.at(40), "\uffff")


def _shape(font: ImageFont.FreeTypeFont, letter: str) -> bytes:
    mask = font.getmask(letter)
    return bytes(mask)
