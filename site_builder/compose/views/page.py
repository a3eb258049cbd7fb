"""What templates see: frozen values, each as small as the page needs.

Addresses have no slash in front; a page puts its `root` before them. Whatever is HTML has the
type Markup; all other text is escaped when it is rendered.
"""

from dataclasses import dataclass

from markupsafe import Markup

from site_builder.compose.views.policy import POLICY


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
    favicon: str
    """The site's mark in tabs and bookmarks; without it browsers are told there is none."""


@dataclass(frozen=True)
class FeedLink:
    """A feed that a page tells readers of."""

    title: str
    address: str
    media_type: str = "application/rss+xml"


@dataclass(frozen=True)
class SocialImage:
    """The picture that goes with a page wherever the page is shared."""

    address: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class Alternate:
    """The same page in another language."""

    language: str
    url: str
    """Its whole address, as `hreflang` asks."""


@dataclass(frozen=True)
class Share:
    """What is shown where somebody shares a page, in the terms of the Open Graph protocol."""

    kind: str
    """article or website."""
    title: str
    locale: str
    image: SocialImage | None
    """With its whole address."""
    published: str | None
    modified: str | None
    section: str | None


@dataclass(frozen=True)
class Head:
    """What a page says of itself to who does not read it: a tab, a search engine, a shared link."""

    title: str
    """The whole title: of the page and of the site."""
    description: str
    canonical: str | None
    is_listed: bool
    """Whether search engines should list the page."""
    share: Share | None
    data: Markup
    """JSON-LD, safe inside a script element; empty if there is none."""


@dataclass(frozen=True)
class ChangeView:
    """A change told to readers, in the words for its kind."""

    date: str
    datetime: str
    kind: str
    note: str


@dataclass(frozen=True)
class History:
    """What an item's page ends with."""

    changes: tuple[ChangeView, ...]
    """Newest first."""
    contact: str | None
    """Whom to ask about the item."""


@dataclass(frozen=True)
class Page:
    """One page: where it stands, what it shows of itself, and its head."""

    title: str
    description: str
    address: str
    root: str
    """The way from this page to the root of the site: ../../"""
    language: str
    head: Head
    feeds: tuple[FeedLink, ...]
    """The page's own feed first."""
    trail: tuple[Link, ...]
    """The pages above this one, from home down."""
    accent: str = ""
    """The slug of the mission whose colour the page has, or nothing."""
    notices: tuple[str, ...] = ()
    """What the page must say of itself at its head: illustrative, draft."""
    policy: str = POLICY
    """What the page lets a browser do; only a page with a script needs another."""
    citation: str = ""
    """How to cite the page, where somebody might."""
    alternates: tuple[Alternate, ...] = ()
    """The page in each of its languages, its own among them; empty when it has but one."""
    history: History | None = None
    """What changed since it was published; nothing for a page that is not of one item."""


@dataclass(frozen=True)
class MissionTag:
    """A mission's name beside something that serves it."""

    name: str
    address: str
    slug: str


@dataclass(frozen=True)
class Candidate:
    """One of the sizes of a picture."""

    address: str
    width: int
    """Pixels across."""


@dataclass(frozen=True)
class PictureSource:
    """The sizes of a picture in one format."""

    media_type: str
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True)
class Picture:
    """A published image with its words."""

    address: str
    """The file for readers that show one file and no choice of several, such as feed readers."""
    media_type: str
    """The format of that file."""
    width: int
    height: int
    candidates: tuple[Candidate, ...]
    """The same format in all sizes, the smallest first."""
    sources: tuple[PictureSource, ...]
    """The formats that a browser should try before."""
    alt: str
    caption: str | None = None
    credit: str | None = None


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


@dataclass(frozen=True)
class Region:
    """A region of a nation, with its places that have a story."""

    name: str
    places: tuple[Link, ...]
    others: int
    """How many more places it has than are named here."""
    stories: int


@dataclass(frozen=True)
class NationView:
    """A nation with its regions, and how many stories it has, in words."""

    link: Link
    words: str
    regions: tuple[Region, ...]


@dataclass(frozen=True)
class Mark:
    """A mark on the map: the path of its shape, and what it stands for."""

    shape: str
    accent: str
    """The slug of the mission that all its stories have, or nothing."""
    title: str


@dataclass(frozen=True)
class MarkMeaning:
    """What one sort of mark means; the shape stands in a square of 16 units."""

    shape: str
    accent: str
    text: str


@dataclass(frozen=True)
class PlacesMap:
    """A map as an inline SVG: its size in units, the land, and the marks from north to south."""

    width: int
    height: int
    outline: str
    marks: tuple[Mark, ...]
    key: tuple[MarkMeaning, ...]


@dataclass(frozen=True)
class CommitmentStep:
    """One thing that a council said of a commitment."""

    council: Link
    state: str
    note: str
    story: Link | None


@dataclass(frozen=True)
class CommitmentView:
    """A commitment with what became of it, in words; its page has all that was said of it."""

    id: str
    address: str
    text: str
    owner: str
    mission: MissionTag
    due: str | None
    made_at: Link
    state: str
    latest: CommitmentStep | None
    """The last word on it, if a council has said any since it was made."""
    is_silent: bool
    is_illustrative: bool


@dataclass(frozen=True)
class RelatedView:
    """A related story and why it is related."""

    link: Link
    reason: str
