"""What composing any page needs: the record, the settings, and the ways to link and to show.

A Frame is made once for each build. It turns things of the record into the values of `views`;
it decides nothing about what the public may see, for the record holds only that.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from markupsafe import Markup

from site_builder.compose.frame.bylines import bylines_of
from site_builder.compose.frame.citations import citation_of
from site_builder.compose.frame.feed_names import FeedName, feed_names, feeds_of_page
from site_builder.compose.frame.head import head_of, unlisted
from site_builder.compose.frame.history import history_of
from site_builder.compose.frame.menu import site_of, take_part_link
from site_builder.compose.frame.naming import Naming
from site_builder.compose.frame.notices import Preview, notices_of
from site_builder.compose.frame.own.brand import Branded
from site_builder.compose.frame.own.file_links import FileLinks
from site_builder.compose.frame.prose import Links, lead_picture, shown_prose
from site_builder.compose.frame.structured_data import Node, Subject
from site_builder.compose.frame.stylesheet import stylesheet, stylesheet_address
from site_builder.compose.pictures.covers import Covers
from site_builder.compose.pictures.drawing import svg
from site_builder.compose.pictures.images import Pictures
from site_builder.compose.pictures.social_cards import SocialCards
from site_builder.compose.views.lists import MissionTag
from site_builder.compose.views.page import FeedLink, Link, Page, Site, SocialImage
from site_builder.compose.views.pictures import Picture
from site_builder.compose.views.policy import FONTS, POLICY
from site_builder.read.addresses import Addresses
from site_builder.read.theme.theme import Theme
from site_builder.read.theme.words import Words
from site_builder.read.types import (
    CaseStudy,
    CouncilSummary,
    Item,
    Mission,
)
from site_builder.read.types.fields.dates import Quarter
from site_builder.relate.dated.clocks import moment_of
from site_builder.relate.record import Record
from site_builder.relate.sections import is_filled, is_kept
from site_builder.settings import Settings


@dataclass(frozen=True)
class Frame(Naming):
    """The record and the settings, with the ways to show parts of them."""

    record: Record
    settings: Settings
    theme: Theme
    memory: dict[str, Any] = field(default_factory=dict)
    """What was made once for all that needs it, under a name that its maker chose."""
    preview: Preview | None = None
    """Given for a preview with drafts in it."""

    @property
    def words(self) -> Words:
        return self.theme.words

    @property
    def addresses(self) -> Addresses:
        return self.record.addresses

    @cached_property
    def pictures(self) -> Pictures:
        """The images of the record, and the files that pages have asked for so far."""
        return Pictures(self.record.images)

    @cached_property
    def branded(self) -> Branded:
        """The brand of the site."""
        return Branded(self.settings, self.theme)

    @property
    def logo_address(self) -> str | None:
        """The whole address of the logo, for machines."""
        root, logo = self.settings.site_root, self.branded.view.logo
        return root + logo.address if root and logo else None

    @cached_property
    def file_links(self) -> FileLinks:
        """The files of one's own, and how to speak of them."""
        return FileLinks(self.record.files, self.record.site_root, self.words)

    @cached_property
    def site(self) -> Site:
        """What every page of the site shares."""
        address = self.stylesheet_address
        return site_of(self, self.record, self.settings, self.take_part, address, self.branded)

    def has(self, kind: str) -> bool:
        """Tell whether there is anything of a kind, so that pages may speak of it."""
        return is_filled(self.record, kind)

    def keeps(self, kind: str) -> bool:
        """Tell whether there is a list of a kind, be it an empty one that was published once."""
        return is_kept(self.record, kind)

    def moment_of(self, day: dt.date, time: dt.time = dt.time(9)) -> dt.datetime:
        """Return a moment by the clocks of the place; a day without a time stands at 09:00."""
        return moment_of(self.record.facts.time_zone, day, time)

    def quarter_of(self, day: dt.date) -> Quarter:
        """Return the quarter in which a day falls."""
        return Quarter.of(day, self.record.facts.year_starts)

    @cached_property
    def take_part(self) -> Link | None:
        """The page of all ways to take part, where there is one."""
        return take_part_link(self, self.record)

    @cached_property
    def stylesheet(self) -> str:
        """The theme's styles and the colours of the missions."""
        theme = self.theme
        rules = theme.stylesheet
        return stylesheet(
            rules, self.record.missions.values(), self.branded.style, theme.extra_style
        )

    @cached_property
    def stylesheet_address(self) -> str:
        """Where the stylesheet answers."""
        return stylesheet_address(self.stylesheet)

    def page(  # noqa: PLR0913 - each is named where it is given
        self,
        title: str,
        address: str,
        description: str,
        *,
        trail: Sequence[Link] | None = None,
        item: Item | None = None,
        missions: Sequence[str] = (),
        image: SocialImage | None = None,
        things: Sequence[Node] = (),
    ) -> Page:
        """Return what a page is; `missions` are those whose feeds come first.

        `image` is for a page with a picture better than the card of its item; `things` is what
        machines are told of beside the item.
        """
        image = image or self.social_card(item)
        language = item.lang if item and item.lang else self.settings.language
        trail = (self.home,) if trail is None else tuple(trail)
        root = "../" * address.count("/") or "./"
        told = (
            self.file_links.with_addresses(item, self.settings.site_root or root) if item else None
        )
        logo, things = self.logo_address, tuple(things)
        subject = Subject(title, address, description, language, trail, told, image, things, logo)
        page = Page(
            title=title,
            description=description,
            address=address,
            root=root,
            language=language,
            head=head_of(subject, self.settings, self.record, self.theme.words),
            feeds=self.feeds(address, missions),
            trail=trail,
            accent=missions[0] if missions else "",
            notices=self.notices(item) if item else (),
            authors=bylines_of(item),
            history=history_of(item, address, self.record, self.theme.words),
            citation=citation_of(subject, self.settings, self.theme.words),
            policy=POLICY + FONTS if self.theme.brand.fonts else POLICY,
        )
        return self.preview.marked(page, self.words) if self.preview else page

    def unlisted_page(
        self, title: str, address: str, description: str, *, moved_to: str | None = None
    ) -> Page:
        """Return a page for what is missing, has moved or was withdrawn, which none should find."""
        page, root = self.page(title, address, description), self.settings.site_root
        to = f"{root}{moved_to}" if root and moved_to is not None else None
        return replace(page, head=unlisted(page.head, to))

    @cached_property
    def feed_names(self) -> tuple[FeedName, ...]:
        """Every feed of the site; none when the site does not know its own address."""
        return feed_names(self.record, self.settings, self.theme.words)

    def feeds(self, address: str, missions: Sequence[str] = ()) -> tuple[FeedLink, ...]:
        """Return the feeds that the page at an address tells of; see `feeds_of_page`."""
        return feeds_of_page(self.feed_names, self.words, address, missions)

    def notices(self, item: Item) -> tuple[str, ...]:
        """Return what a page must say of its item at its head; see `notices_of`."""
        gaps = self.preview.notices(item, self.words) if self.preview else ()
        return (*notices_of(item, self.words), *gaps)

    def prose(self, item: Item, root: str) -> Markup:
        """Return an item's text for a page or a feed; see `shown_prose`."""
        links = Links(self._addresses, self.record.site_root, self.file_links)
        return shown_prose(item, root, self.pictures, links, self.words)

    def picture(self, item: Item) -> Picture | None:
        """Return the image at the head of an item."""
        return lead_picture(item, self.pictures)

    def mission_tag(self, slug: str) -> MissionTag:
        """Return a mission's name for use beside what serves it."""
        address = self.addresses.at("mission", slug)
        return MissionTag(self.record.missions[slug].title, address, slug)

    @cached_property
    def covers(self) -> Covers:
        """The drawings of stories, missions and councils."""
        return Covers(self.record)

    def cover(self, thing: CaseStudy | Mission | CouncilSummary) -> Markup:
        """Return the drawing of a story, a mission or a council."""
        return svg(self.covers.of(thing))

    @cached_property
    def social_cards(self) -> SocialCards:
        """The images that stand for pages where links are shared."""
        covers, mark = self.covers, self.branded.mark
        return SocialCards(self.record, self.settings, self.theme, covers, self.title_of, mark)

    def social_card(self, item: Item | None = None) -> SocialImage:
        """Return the image that stands for an item's page, or for any other page."""
        return self.social_cards.image(item)

    def story_link(self, slug: str | None) -> Link | None:
        """Return a link to a story, if the public may see it."""
        story = self.record.case_studies.get(slug or "")
        return self.link_to(story) if story else None

    @cached_property
    def _addresses(self) -> dict[str, str]:
        """Where each file of `content/` that the public may see answers, by its path.

        In a preview, a link of a draft to what is not there yet leads home.
        """
        known = self.addresses.folders(self.settings.docs_dir) | {
            item.path: self.addresses.of(item) for item in self.record.items
        }
        known |= {path: file.address for path, file in self.record.files.items()}
        return defaultdict(str, known) if self.preview else known
