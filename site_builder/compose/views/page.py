"""What templates see: frozen values, each as small as the page needs.

Addresses have no slash in front; a page puts its `root` before them. Whatever is HTML has the
type Markup; all other text is escaped when it is rendered.
"""

from dataclasses import dataclass

from markupsafe import Markup

from site_builder.compose.views.policy import POLICY
from site_builder.read.types.fields.text import is_right_to_left


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere on the site."""

    text: str
    address: str


@dataclass(frozen=True)
class LogoView:
    """A logo in the size in which it is shown."""

    address: str
    width: int
    height: int
    alt: str
    dark: str
    """The address of the same for the dark scheme, or nothing."""


@dataclass(frozen=True)
class FooterLogoView:
    """A logo at the foot, and where it leads."""

    logo: LogoView
    url: str


@dataclass(frozen=True)
class BrandView:
    """What a site puts at the head and the foot of each page; each part may be empty."""

    name: str = ""
    logo: LogoView | None = None
    text: str = ""
    logos: tuple[FooterLogoView, ...] = ()


@dataclass(frozen=True)
class Icons:
    """The site's mark in tabs, in bookmarks and on home screens."""

    tab: str
    media_type: str
    touch: str
    """A larger one for home screens, or nothing."""


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
    favicon_type: str = "image/svg+xml"
    touch_icon: str = ""
    """The same for home screens, or nothing."""
    brand: BrandView = BrandView()
    stories: str = "case-studies/"
    """Where every story is listed."""
    events: str = "events/"
    """Where everything is listed that anybody can come to."""


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
class Byline:
    """One of those who wrote an item."""

    name: str
    url: str | None = None
    """Their own page, on another site."""


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
    authors: tuple[Byline, ...] = ()
    """Who wrote the item that the page is of."""
    mark: str = ""
    """What every page of a preview says first: that it is none of the public site."""
    policy: str = POLICY
    """What the page lets a browser do; only a page with a script needs another."""
    citation: str = ""
    """How to cite the page, where somebody might."""
    alternates: tuple[Alternate, ...] = ()
    """The page in each of its languages, its own among them; empty when it has but one."""
    history: History | None = None
    """What changed since it was published; nothing for a page that is not of one item."""

    @property
    def is_right_to_left(self) -> bool:
        """Whether the page's language is written from right to left."""
        return is_right_to_left(self.language)
