"""Titles under their first letters, for the A to Z and for whoever leads to it."""

import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from site_builder.compose.frame.frame import Frame
from site_builder.compose.lists.findable import facts_of, findable
from site_builder.compose.views.page import Link
from site_builder.relate.menus import A_TO_Z

_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_DIGITS, _OTHER = "0-9", "other"
_ORDER = (*_ALPHABET, _DIGITS, _OTHER)


@dataclass(frozen=True)
class Letter:
    """A letter with the way to its titles, and how many they are."""

    link: Link
    titles: int


@dataclass(frozen=True)
class Line:
    """A title in the list of a letter, with what tells it from others."""

    link: Link
    facts: str


def letters(frame: Frame) -> tuple[Letter, ...]:
    """Return the letters that some title begins with, with the way to each."""
    return letters_of(frame, shelves_of(frame))


def first_letter(title: str) -> str:
    """Return the letter that a title stands under: a to z, 0-9 or other; accents do not count."""
    first = next((character for character in folded(title) if character.isalnum()), "")
    if first.isdecimal():
        return _DIGITS
    return first if first and first in _ALPHABET else _OTHER


def folded(text: str) -> str:
    """Return text as it is sorted: without accents, in small letters."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in apart if not unicodedata.combining(one))


def letters_of(frame: Frame, shelves: Mapping[str, Sequence[Line]]) -> tuple[Letter, ...]:
    """Return each letter that has titles, with the way to them."""
    return tuple(
        Letter(Link(letter_name(frame, letter), f"{A_TO_Z}{letter}/"), len(lines))
        for letter, lines in shelves.items()
    )


def shelves_of(frame: Frame) -> Mapping[str, Sequence[Line]]:
    """Return the lines of each letter that has some, letters and titles in order."""
    shelves: defaultdict[str, list[Line]] = defaultdict(list)
    for thing in findable(frame):
        line = Line(frame.link_to(thing), facts_of(frame, thing))
        shelves[first_letter(line.link.text)].append(line)
    for lines in shelves.values():
        lines.sort(key=lambda line: (folded(line.link.text), line.link.address))
    return {letter: shelves[letter] for letter in _ORDER if letter in shelves}


def letter_name(frame: Frame, letter: str) -> str:
    """Return how a letter, the digits or the rest are called."""
    return frame.say("a_z.other") if letter == _OTHER else letter.upper()
