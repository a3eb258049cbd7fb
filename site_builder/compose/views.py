"""What templates see: frozen values, each as small as the page needs.

Addresses have no slash in front; a page puts its `root` before them. Whatever is HTML has the
type Markup; all other text is escaped when it is rendered.
"""

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere on the site."""

    text: str
    address: str


@dataclass(frozen=True)
class Site:
    """What every page of the site shares."""

    name: str
    description: str
    language: str
    stylesheet: str
    menu: tuple[Link, ...]
    footer: tuple[Link, ...]


@dataclass(frozen=True)
class FeedLink:
    """A feed that a page tells readers of."""

    title: str
    address: str


@dataclass(frozen=True)
class Page:
    """One page: where it stands and what its head says."""

    title: str
    description: str
    address: str
    root: str
    """The way from this page to the root of the site: ../../"""
    language: str
    canonical: str | None
    feeds: tuple[FeedLink, ...]
    """The page's own feed first."""
    trail: tuple[Link, ...]
    """The pages above this one, from home down."""
    accent: str = ""
    """The slug of the mission whose colour the page has, or nothing."""
    notices: tuple[str, ...] = ()
    """What the page must say of itself at its head: illustrative, draft."""


@dataclass(frozen=True)
class MissionTag:
    """A mission's name beside something that serves it."""

    name: str
    address: str
    slug: str


@dataclass(frozen=True)
class Picture:
    """A published image with its words."""

    address: str
    width: int
    height: int
    alt: str
    caption: str | None
    credit: str | None


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
    newer: str | None
    older: str | None


@dataclass(frozen=True)
class CardList:
    """One part of a list of case studies, newest first."""

    cards: tuple[Card, ...]
    total: int
    pager: Pager


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


@dataclass(frozen=True)
class CommitmentStep:
    """One thing that a council said of a commitment."""

    council: Link
    state: str
    note: str
    story: Link | None


@dataclass(frozen=True)
class CommitmentView:
    """A commitment with what became of it, in words."""

    id: str
    text: str
    owner: str
    mission: MissionTag
    due: str | None
    made_at: Link
    state: str
    steps: tuple[CommitmentStep, ...]
    is_silent: bool
    is_illustrative: bool


@dataclass(frozen=True)
class RelatedView:
    """A related story and why it is related."""

    link: Link
    reason: str
