"""The end of an address, made of the words of a title in any script that letters can spell.

Signs that are no letters part words. What is written with accents, or in an alphabet or a
syllabary of its own, is spelt with the letters a to z. Scripts whose letters say too little of how
a word sounds (Han, Arabic, Hebrew, Thai, those of India and others) give no slug that anybody
would know again, so people are asked.
"""

import re
import unicodedata

from anyascii import anyascii

from site_builder.read.types.fields.text import SLUG_LENGTH

_GAPS = re.compile(r"[^a-z0-9]+")
_SPELT = frozenset(
    {"LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "GEORGIAN", "HANGUL", "HIRAGANA", "KATAKANA"}
)
"""The scripts that can be spelt with a to z, as the names of their letters begin in Unicode."""


def slug_of(text: str) -> str:
    """Return the slug of a title, or nothing where its words can not be spelt with a to z."""
    plain = unicodedata.normalize("NFKC", text)
    if any(_is_unspelt(one) for one in plain):
        return ""
    spelt = "".join(_spelt(one) for one in plain)
    return _GAPS.sub("-", spelt.casefold()).strip("-")[:SLUG_LENGTH].strip("-")


def _spelt(character: str) -> str:
    if character.isascii():
        return character
    # What stands for a sound is left out and does not part a word, such as an okina.
    if unicodedata.category(character) == "Lm":
        return "".join(filter(str.isalnum, anyascii(character)))
    return anyascii(character) if character.isalnum() else _beside_a_letter(character)


def _beside_a_letter(character: str) -> str:
    return "" if unicodedata.category(character).startswith("M") else " "


def _is_unspelt(character: str) -> bool:
    if not unicodedata.category(character).startswith("L") or character.isascii():
        return False
    name = unicodedata.name(character, "")
    return name.split(" ")[0] not in _SPELT and unicodedata.category(character) != "Lm"
