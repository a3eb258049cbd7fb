"""The A to Z: every title of the record under its first letter, a page for each letter.

The list of letters and each part of a letter stay small however large the record is.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.compose.frame.frame import Frame
from site_builder.compose.lists.letters import Letter, Line, letter_name, letters_of, shelves_of
from site_builder.compose.lists.parts import part_title, parts
from site_builder.compose.output import Output, page_path
from site_builder.compose.views.lists import Pager
from site_builder.compose.views.page import Link, Page, Site
from site_builder.relate.menus import A_TO_Z

PART = 60
"""How many titles one part of a letter has."""


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
    shelves = shelves_of(frame)
    all_letters = letters_of(frame, shelves)
    page = frame.page(title, A_TO_Z, description)
    yield _output(AToZPage(frame.site, page, all_letters))
    for letter, lines in shelves.items():
        for at, part, pager in parts(lines, f"{A_TO_Z}{letter}/", PART):
            shown = AToZPart(tuple(part), len(lines), pager)
            yield _output(_letter(frame, letter, at, all_letters, shown))


def _letter(
    frame: Frame, letter: str, address: str, all_letters: tuple[Letter, ...], part: AToZPart
) -> AToZPage:
    name = letter_name(frame, letter)
    page = frame.page(
        part_title(frame, frame.say("a_z.letter", letter=name), part.pager),
        address,
        frame.say("a_z.letter_description", letter=name),
        trail=(frame.home, Link(frame.say("a_z.title"), A_TO_Z)),
    )
    return AToZPage(frame.site, page, all_letters, part)


def _output(inputs: AToZPage) -> Output:
    return Output(page_path(inputs.page.address), "layouts/a-z.html", inputs)
