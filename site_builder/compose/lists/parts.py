"""Lists of case studies, newest first, cut into parts so that no page grows with the record."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup

from site_builder.compose.frame.frame import Frame
from site_builder.compose.items.stewardship import Asks
from site_builder.compose.items.theories import PartView
from site_builder.compose.lists.cards import card_of
from site_builder.compose.output import Output, page_path
from site_builder.compose.views.lists import CardList, Filter, Group, Pager
from site_builder.compose.views.page import Link, Page, Site
from site_builder.read.types import CaseStudy

T = TypeVar("T")

PART = 12
"""How many stories one part of a list has."""


@dataclass(frozen=True)
class IndexPage:
    """Inputs of layouts/index.html: groups of links."""

    site: Site
    page: Page
    groups: tuple[Group, ...]


@dataclass(frozen=True)
class CollectionPage:
    """Inputs of layouts/collection.html: what one thing is, and the stories that belong to it."""

    site: Site
    page: Page
    kind: str
    facts: tuple[str, ...]
    link: str | None
    body: Markup
    list: CardList
    others: tuple[Link, ...] = ()
    filters: tuple[Filter, ...] = ()
    parts_played: tuple[PartView, ...] = ()
    """What a partner does in the theories of missions."""
    asks: Asks | None = None


def index_page(frame: Frame, kind: str, groups: tuple[Group, ...]) -> Output:
    """Return the page that lists all things of a kind."""
    address = frame.addresses.section(kind)
    description = frame.say(f"descriptions.{kind}")
    page = frame.page(frame.section_link(kind).text, address, description)
    return Output(page_path(address), "layouts/index.html", IndexPage(frame.site, page, groups))


def card_lists(
    frame: Frame, stories: Sequence[CaseStudy], address: str
) -> Iterator[tuple[str, CardList]]:
    """Yield each part of a list of stories with its address; an empty list has one empty part."""
    for at, part, pager in parts(stories, address):
        cards = tuple(card_of(frame, story) for story in part)
        yield at, CardList(cards, len(stories), pager)


def parts(
    things: Sequence[T], address: str, size: int = PART
) -> Iterator[tuple[str, Sequence[T], Pager]]:
    """Yield each part of a long list: its address, what is in it, and the way to the others."""
    last = max(1, -(-len(things) // size))
    for number in range(1, last + 1):
        start = (number - 1) * size
        part = things[start : start + size]
        yield part_address(address, number), part, _pager(address, number, last, start, len(part))


def _pager(address: str, number: int, last: int, start: int, count: int) -> Pager:
    return Pager(
        number=number,
        last=last,
        start=start + 1,
        end=start + count,
        newer=part_address(address, number - 1) if number > 1 else None,
        older=part_address(address, number + 1) if number < last else None,
        newest=part_address(address, 1) if number > 2 else None,
        oldest=part_address(address, last) if number < last - 1 else None,
    )


def part_address(address: str, number: int) -> str:
    """Return the address of a part: the first has the list's own."""
    return address if number == 1 else f"{address}page/{number}/"


def part_title(frame: Frame, title: str, pager: Pager) -> str:
    """Return a list's title, with the number of the part from the second part on."""
    if pager.number == 1:
        return title
    return frame.say("pager.part", title=title, number=pager.number, last=pager.last)
