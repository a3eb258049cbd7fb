"""The pages of mandate letters: all of them, one for each, and each beside the one before it."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.compose.frame.frame import Frame
from site_builder.compose.items.stewardship import LetterLine, ask_id, letter_line
from site_builder.compose.lists.parts import part_title, parts
from site_builder.compose.output import Output, page_path
from site_builder.compose.pages.people.letter_comparisons import comparison_address, comparison_page
from site_builder.compose.views.lists import Pager
from site_builder.compose.views.page import Link, Page, Site
from site_builder.compose.views.pictures import Picture
from site_builder.read.types import MandateLetter


@dataclass(frozen=True)
class LettersPage:
    """Inputs of layouts/mandate-letters.html: a part of the letters, newest first."""

    site: Site
    page: Page
    letters: tuple[LetterLine, ...]
    total: int
    pager: Pager


@dataclass(frozen=True)
class AskView:
    """One thing that a letter asks for, with the principle it is asked in the name of."""

    id: str
    text: str
    principle: Link | None


@dataclass(frozen=True)
class Replacement:
    """The letter that took the place of another, and where the two stand side by side."""

    letter: LetterLine
    compared: Link


@dataclass(frozen=True)
class LetterPage:
    """Inputs of layouts/mandate-letter.html."""

    site: Site
    page: Page
    letter: LetterLine
    sender: str
    asks: tuple[AskView, ...]
    supersedes: Link | None
    compared: Link | None
    """Where the letter stands beside the one that it takes the place of."""
    replacement: Replacement | None
    picture: Picture | None
    body: Markup
    body_has_heading: bool
    """Whether the text begins with a heading of its own."""


def mandate_letter_pages(frame: Frame) -> Iterator[Output]:
    """Yield the list of letters in parts, each letter, and each comparison."""
    yield from _letters(frame)
    for letter in frame.record.mandate_letters.values():
        yield _letter(frame, letter)
        if older := _older(frame, letter):
            yield comparison_page(frame, older, letter)


def _compared(frame: Frame, letter: MandateLetter) -> Link:
    return Link(frame.say("mandate.compare"), comparison_address(frame, letter))


def _older(frame: Frame, letter: MandateLetter) -> MandateLetter | None:
    """Return the letter that a letter takes the place of, if the public may see it."""
    return frame.record.mandate_letters.get(letter.supersedes or "")


def _letters(frame: Frame) -> Iterator[Output]:
    letters = tuple(frame.record.mandate_letters.values())
    title = frame.section_link("mandate letter").text
    for at, part, pager in parts(letters, frame.addresses.section("mandate letter")):
        page = frame.page(part_title(frame, title, pager), at, frame.say("mandate.description"))
        lines = tuple(letter_line(frame, one) for one in part)
        inputs = LettersPage(frame.site, page, lines, len(letters), pager)
        yield Output(page_path(at), "layouts/mandate-letters.html", inputs)


def _letter(frame: Frame, letter: MandateLetter) -> Output:
    address, older = frame.addresses.of(letter), _older(frame, letter)
    page = frame.page(
        letter.title,
        address,
        letter.summary,
        trail=(frame.home, frame.section_link("mandate letter")),
        item=letter,
        missions=letter.missions,
    )
    inputs = LetterPage(
        site=frame.site,
        page=page,
        letter=letter_line(frame, letter),
        sender=letter.sender,
        asks=_asks(frame, letter),
        supersedes=frame.link_to(older) if older else None,
        compared=_compared(frame, letter) if older else None,
        replacement=_replacement(frame, letter),
        picture=frame.picture(letter),
        body=frame.prose(letter, page.root),
        body_has_heading=letter.prose.html.startswith("<h2"),
    )
    return Output(page_path(address), "layouts/mandate-letter.html", inputs)


def _replacement(frame: Frame, letter: MandateLetter) -> Replacement | None:
    newer = frame.record.stewardship.replaced_by.get(letter.slug)
    if newer is None:
        return None
    compared = Link(frame.say("mandate.compare_newer"), comparison_address(frame, newer))
    return Replacement(letter_line(frame, newer), compared)


def _asks(frame: Frame, letter: MandateLetter) -> tuple[AskView, ...]:
    principles = frame.record.principles
    found = [(ask, principles.get(ask.principle or "")) for ask in letter.asks]
    return tuple(
        AskView(ask_id(number), ask.text, frame.link_to(principle) if principle else None)
        for number, (ask, principle) in enumerate(found, 1)
    )
