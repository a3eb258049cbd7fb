"""The A to Z: every title of the record under its first letter, a page for each letter.

The list of letters and each part of a letter stay small however large the record is.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_builder.compose.frame.frame import A_TO_Z, Frame
from site_builder.compose.lists.findable import facts_of, findable
from site_builder.compose.lists.lists import part_title, parts
from site_builder.compose.output import Output, page_path
from site_builder.compose.views.page import Link, Page, Pager, Site

PART = 60
"""How many titles one part of a letter has."""
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


@dataclass(frozen=True)
class AToZPart:
    """A part of the titles of one letter."""

    lines: tuple[Line, ...]
    total: int
    pager: Pager


@dataclass(frozen=True)
class AToZPage:
    """Inputs of layouts/a-z.html: all letters, and one part of the titles of one of them."""

    site: Site
    page: Page
    letters: tuple[Letter, ...]
    part: AToZPart | None = None


def a_z_pages(frame: Frame) -> Iterator[Output]:
    """Yield the list of letters, and each letter in parts."""
    title, description = frame.say("a_z.title"), frame.say("a_z.description")
    shelves = _shelves(frame)
    all_letters = _letters(frame, shelves)
    page = frame.page(title, A_TO_Z, description)
    yield _output(AToZPage(frame.site, page, all_letters))
    for letter, lines in shelves.items():
        for at, part, pager in parts(lines, f"{A_TO_Z}{letter}/", PART):
            shown = AToZPart(tuple(part), len(lines), pager)
            yield _output(_letter(frame, letter, at, all_letters, shown))


def letters(frame: Frame) -> tuple[Letter, ...]:
    """Return the letters that some title begins with, with the way to each."""
    return _letters(frame, _shelves(frame))


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


def _letters(frame: Frame, shelves: Mapping[str, Sequence[Line]]) -> tuple[Letter, ...]:
    return tuple(
        Letter(Link(_name(frame, letter), f"{A_TO_Z}{letter}/"), len(lines))
        for letter, lines in shelves.items()
    )


def _shelves(frame: Frame) -> Mapping[str, Sequence[Line]]:
    """Return the lines of each letter that has some, letters and titles in order."""
    shelves: defaultdict[str, list[Line]] = defaultdict(list)
    for thing in findable(frame):
        line = Line(frame.link_to(thing), facts_of(frame, thing))
        shelves[first_letter(line.link.text)].append(line)
    for lines in shelves.values():
        lines.sort(key=lambda line: (folded(line.link.text), line.link.address))
    return {letter: shelves[letter] for letter in _ORDER if letter in shelves}


def _name(frame: Frame, letter: str) -> str:
    return frame.say("a_z.other") if letter == _OTHER else letter.upper()


def _letter(
    frame: Frame, letter: str, address: str, all_letters: tuple[Letter, ...], part: AToZPart
) -> AToZPage:
    name = _name(frame, letter)
    page = frame.page(
        part_title(frame, frame.say("a_z.letter", letter=name), part.pager),
        address,
        frame.say("a_z.letter_description", letter=name),
        trail=(frame.home, Link(frame.say("a_z.title"), A_TO_Z)),
    )
    return AToZPage(frame.site, page, all_letters, part)


def _output(inputs: AToZPage) -> Output:
    return Output(page_path(inputs.page.address), "layouts/a-z.html", inputs)
