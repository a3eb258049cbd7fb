"""What lists are made of: cards of stories, parts, filters, groups of links."""

from dataclasses import dataclass

from markupsafe import Markup

from site_builder.compose.views.page import Link
from site_builder.compose.views.pictures import Picture


@dataclass(frozen=True)
class MissionTag:
    """A mission's name beside something that serves it."""

    name: str
    address: str
    slug: str


@dataclass(frozen=True)
class Card:
    """A case study in a list."""

    title: str
    address: str
    summary: str
    mission: MissionTag
    place: str
    date: str
    datetime: str
    cover: Markup
    picture: Picture | None
    is_illustrative: bool


@dataclass(frozen=True)
class Pager:
    """Where a list is cut, and the way to its other parts."""

    number: int
    last: int
    start: int
    """The number of the first story of this part, counted from 1."""
    end: int
    newer: str | None
    older: str | None
    newest: str | None
    """The first part, where that is not the newer one."""
    oldest: str | None
    """The last part, where that is not the older one."""


@dataclass(frozen=True)
class CardList:
    """One part of a list of case studies, newest first."""

    cards: tuple[Card, ...]
    total: int
    pager: Pager


@dataclass(frozen=True)
class Option:
    """A list that a filter leads to."""

    link: Link
    count: int
    """How many things that list has."""
    is_current: bool = False


@dataclass(frozen=True)
class Filter:
    """One way to see fewer things of a list: by mission, by nation, by state."""

    title: str
    options: tuple[Option, ...]
    more: Link | None = None
    """Where options that are not offered here can be found."""


@dataclass(frozen=True)
class Entry:
    """A line of an index: a link, how many stories, and a few words."""

    link: Link
    stories: int
    note: str = ""
    accent: str = ""


@dataclass(frozen=True)
class Group:
    """Entries under one heading."""

    title: str
    entries: tuple[Entry, ...]
    address: str = ""
    """Where the heading leads, if anywhere."""
    note: str = ""
    more: Link | None = None
    """Where entries that are not shown here can be found."""
