"""What composing any page needs: the record, the settings, and the ways to link and to show.

A Frame is made once for each build. It turns things of the record into the values of `views`;
it decides nothing about what the public may see, for the record holds only that.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from markupsafe import Markup

from site_builder.compose.frame.citations import citation_of
from site_builder.compose.frame.feed_names import FORMATS, FeedName, feed_names
from site_builder.compose.frame.head import head_of, unlisted
from site_builder.compose.frame.history import history_of
from site_builder.compose.frame.structured_data import Node, Subject
from site_builder.compose.frame.stylesheet import stylesheet, stylesheet_address
from site_builder.compose.pictures.covers import Covers
from site_builder.compose.pictures.drawing import svg
from site_builder.compose.pictures.favicon import FAVICON_ADDRESS
from site_builder.compose.pictures.images import CARD, WHOLE, Pictures, Use
from site_builder.compose.pictures.prose_pictures import image_html, picture_html
from site_builder.compose.pictures.social_cards import SocialCards
from site_builder.compose.views.dates import long_date, partial_date, quarter_label
from site_builder.compose.views.page import (
    Card,
    CommitmentStep,
    CommitmentView,
    FeedLink,
    Link,
    MissionTag,
    Page,
    Picture,
    Site,
    SocialImage,
)
from site_builder.read.theme.theme import Theme
from site_builder.read.types import (
    AnyItem,
    CaseStudy,
    CouncilSummary,
    Event,
    Item,
    Mission,
    RegisterEntry,
)
from site_builder.read.types.fields.fields import Quarter
from site_builder.read.types.item import LeadImage
from site_builder.relate.council.commitments import Commitment
from site_builder.relate.permanence.addresses import (
    address_for,
    address_of,
    alias_addresses,
    destination,
    folder_addresses,
    section_address,
)
from site_builder.relate.record import Record
from site_builder.settings import Settings

SUBSCRIBE = "subscribe/"
SEARCH = "search/"
CHANGES = "changes/"
A_TO_Z = "a-z/"
DATA = "data/"
HUNDRED_DAYS = "hundred-days/"
MENU = ("mission", "case study", "council summary", "commitment", "place")
"""The kinds of things whose lists the menu leads to; those of FOOTER stand at the foot."""
FOOTER = (
    "principle",
    "partner",
    "steward",
    "mandate letter",
    "deliberation",
    "event",
    "barrier",
    "learning",
)
TAKE_PART = "take-part"
"""The slug of the page that stands in the menu."""

Titled = AnyItem | Commitment | RegisterEntry
"""Whatever has a title and an address."""


@dataclass(frozen=True)
class Frame:
    """The record and the settings, with the ways to show parts of them."""

    record: Record
    settings: Settings
    theme: Theme
    _cards: dict[str, Card] = field(default_factory=dict)
    memory: dict[str, Any] = field(default_factory=dict)
    """What was made once for all that needs it, under a name that its maker chose."""

    def say(self, key: str, **values: Any) -> str:
        """Return words of the interface as plain text; see `Words.say`."""
        return self.theme.words.say(key, **values)

    def day(self, day: dt.date) -> str:
        """Return a day in words."""
        return long_date(self.theme.words, day)

    def part_of_time(self, text: str) -> str:
        """Return as much of a date as is known in words."""
        return partial_date(self.theme.words, text)

    def quarter(self, quarter: Quarter) -> str:
        """Return a quarter in words."""
        return quarter_label(self.theme.words, quarter)

    def title_of(self, thing: Titled) -> str:
        """Return the title of a thing; a council summary is called by its quarter."""
        if isinstance(thing, CouncilSummary):
            return self.say("council.title", quarter=self.quarter(thing.quarter))
        return thing.title

    def link_to(self, thing: Titled) -> Link:
        """Return a link with the title of a thing as its words."""
        return Link(self.title_of(thing), address_of(thing))

    def mention_of(self, council: CouncilSummary) -> Link:
        """Return a link to a meeting for use inside a sentence."""
        words = self.say("council.mention", quarter=self.quarter(council.quarter))
        return Link(words, address_of(council))

    def section_link(self, kind: str) -> Link:
        """Return a link to the list of all things of a kind."""
        return Link(self.say(f"sections.{kind.replace(' ', '_')}"), section_address(kind))

    def reason(self, shares: Sequence[str]) -> str:
        """Return why a story is related: same place; same principle and partner."""
        shared = [self.say(f"related.{kind}") for kind in reversed(shares)]
        return self.say("related.same", what=self.say("related.and").join(shared))

    @property
    def home(self) -> Link:
        """The first step of every trail."""
        return Link(self.say("sections.home"), "")

    @cached_property
    def pictures(self) -> Pictures:
        """The images of the record, and the files that pages have asked for so far."""
        return Pictures(self.record.images)

    @cached_property
    def site(self) -> Site:
        pages = {slug: self.link_to(page) for slug, page in self.record.pages.items()}
        pages.pop(TAKE_PART, None)
        take_part = [self.take_part] if self.take_part else []
        feeds = [Link(self.say("subscribe.title"), SUBSCRIBE)] if self.settings.site_url else []
        search = Link(self.say("search.title"), SEARCH)
        a_to_z = Link(self.say("a_z.title"), A_TO_Z)
        changes = Link(self.say("changes.list"), CHANGES)
        first = Link(self.say("hundred_days.title"), HUNDRED_DAYS)
        first_days = [first] if self.settings.hundred_days_from else []
        data = Link(self.say("data.title"), DATA)
        return Site(
            name=self.settings.site_name,
            description=self.settings.site_description,
            language=self.settings.language,
            stylesheet=self.stylesheet_address,
            menu=(*map(self.section_link, MENU), *take_part, *feeds, search),
            footer=(
                *map(self.section_link, FOOTER),
                *first_days,
                changes,
                a_to_z,
                data,
                *pages.values(),
            ),
            favicon=FAVICON_ADDRESS,
        )

    @cached_property
    def take_part(self) -> Link | None:
        """The page of all ways to take part: its author's, or one made because there are some.

        None is made where the address belongs to a page withdrawn or renamed.
        """
        if page := self.record.pages.get(TAKE_PART):
            return self.link_to(page)
        address = address_for("page", TAKE_PART)
        taken = (one for item in self.record.items for one in _addresses_of(item))
        if not self.record.ways or address in taken:
            return None
        return Link(self.say("take_part.title"), address)

    @cached_property
    def stylesheet(self) -> str:
        """The theme's styles and the colours of the missions."""
        return stylesheet(self.theme.stylesheet, self.record.missions.values())

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
        subject = Subject(title, address, description, language, trail, item, image, tuple(things))
        return Page(
            title=title,
            description=description,
            address=address,
            root="../" * address.count("/") or "./",
            language=language,
            head=head_of(subject, self.settings, self.record, self.theme.words),
            feeds=self.feeds(address, missions),
            trail=trail,
            accent=missions[0] if missions else "",
            notices=self.notices(item) if item else (),
            history=history_of(item, address, self.record, self.theme.words),
            citation=citation_of(subject, self.settings, self.theme.words),
        )

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
        """Return the feeds that the page at an address tells of: its own, and that of everything.

        Its own are those of what the page is about or stands under, then those of its missions.
        """
        if not self.feed_names:
            return ()
        everything, *others = self.feed_names
        under = [name for name in others if address.startswith(name.stem)]
        served = [name for slug in missions for name in others if name.is_of("mission", slug)]
        first, *more = dict.fromkeys((*under, *served, everything))
        return (*self._formats(first), *(name.link for name in more))

    def _formats(self, name: FeedName) -> tuple[FeedLink, ...]:
        """Return links to a feed in each format; that to RSS has its plain title."""
        others = (
            FeedLink(
                self.say(f"feeds.formats.{ending}", title=name.title),
                name.address(ending),
                media_type,
            )
            for ending, media_type in FORMATS.items()
            if ending != "xml"
        )
        return (name.link, *others)

    def notices(self, item: Item) -> tuple[str, ...]:
        """Return what a page must say of its item at its head."""
        said = {"illustrative": item.illustrative, "draft": item.status == "draft"}
        notices = tuple(self.say(f"notices.{name}") for name, is_so in said.items() if is_so)
        off = item.called_off if isinstance(item, CouncilSummary | Event) else None
        return (*notices, self.say("events.called_off", reason=off)) if off else notices

    def prose(self, item: Item, root: str) -> Markup:
        """Return an item's text, its links leading from a page whose way to the root is given.

        For a feed, `root` is the whole address of the site's root.
        """
        html_of = image_html if "//" in root else picture_html

        def image(attributes: Mapping[str, str]) -> str:
            path = _inside(attributes["src"], item.path)
            picture = self.pictures.picture(path, attributes.get("alt", ""))
            return html_of(picture, root, attributes)

        def address(written: str) -> str:
            return self._resolved(written, item.path, root)

        def word(name: str) -> str:
            return self.say(f"prose.{name}")

        shown = item.prose.shown(address, image, word)
        return Markup(shown)  # noqa: S704 - the allow-list has cleaned it

    def picture(self, item: Item) -> Picture | None:
        """Return the image at the head of an item."""
        if not item.image:
            return None
        picture = self._lead_picture(item, item.image, WHOLE, item.image.alt or "")
        return replace(picture, caption=item.image.caption, credit=item.image.credit)

    def card_picture(self, item: Item) -> Picture | None:
        """Return the image at the head of an item, cut for a card, whose words speak for it."""
        return self._lead_picture(item, item.image, CARD, "") if item.image else None

    def _lead_picture(self, item: Item, image: LeadImage, use: Use, alt: str) -> Picture:
        path = _inside(image.file, item.path)
        return self.pictures.picture(path, alt, use=use, focus=image.focus)

    def mission_tag(self, slug: str) -> MissionTag:
        """Return a mission's name for use beside what serves it."""
        return MissionTag(self.record.missions[slug].title, address_for("mission", slug), slug)

    @cached_property
    def covers(self) -> Covers:
        """The drawings of stories, missions and councils."""
        return Covers(self.record)

    def cover(self, story: CaseStudy) -> Markup:
        """Return the drawing of a story: its mission's motif, arranged round its place."""
        return svg(self.covers.of(story))

    def mission_cover(self, mission: Mission) -> Markup:
        """Return the drawing of a mission: its motif in calm order, for the mission's page."""
        return svg(self.covers.of(mission))

    def council_cover(self, council: CouncilSummary) -> Markup:
        """Return the drawing of a council: a thread with a knot for each promise."""
        return svg(self.covers.of(council))

    @cached_property
    def social_cards(self) -> SocialCards:
        """The images that stand for pages where links are shared."""
        return SocialCards(self.record, self.settings, self.theme, self.covers, self.title_of)

    def social_card(self, item: Item | None = None) -> SocialImage:
        """Return the image that stands for an item's page, or for any other page."""
        return self.social_cards.image(item)

    def card(self, story: CaseStudy) -> Card:
        """Return a story as it stands in lists."""
        if story.slug not in self._cards:
            self._cards[story.slug] = Card(
                title=story.title,
                address=address_of(story),
                summary=story.summary,
                mission=self.mission_tag(story.mission),
                place=self.record.places[story.place].full_name,
                date=self.day(story.date),
                datetime=story.date.isoformat(),
                cover=self.cover(story),
                picture=self.card_picture(story),
                is_illustrative=story.illustrative,
            )
        return self._cards[story.slug]

    def commitment(self, commitment: Commitment) -> CommitmentView:
        """Return a commitment with the last word on it."""
        steps = tuple(
            CommitmentStep(
                self.mention_of(said.council),
                said.update.state,
                said.update.note,
                self.story_link(said.update.case_study),
            )
            for said in commitment.updates[-1:]
        )
        return CommitmentView(
            id=commitment.made.id,
            address=address_of(commitment),
            text=commitment.made.text,
            owner=commitment.made.owner,
            mission=self.mission_tag(commitment.made.mission),
            due=self.part_of_time(commitment.made.due) if commitment.made.due else None,
            made_at=self.mention_of(commitment.council),
            state=commitment.state,
            latest=steps[-1] if steps else None,
            is_silent=commitment.is_silent,
            is_illustrative=commitment.council.illustrative,
        )

    def story_link(self, slug: str | None) -> Link | None:
        """Return a link to a story, if the public may see it."""
        story = self.record.case_studies.get(slug or "")
        return self.link_to(story) if story else None

    @cached_property
    def _addresses(self) -> dict[str, str]:
        """Where each file of `content/` that the public may see answers, by its path."""
        return folder_addresses(self.settings.docs_dir) | {
            item.path: address_of(item) for item in self.record.items
        }

    def _resolved(self, address: str, from_path: str, root: str) -> str:
        to = destination(address, from_path)
        if to is None:
            return address
        fragment = f"#{to.fragment}" if to.fragment else ""
        if to.path == from_path and fragment and "//" not in root:
            return fragment
        return root + self._addresses[to.path] + fragment


def _addresses_of(item: Item) -> tuple[str, ...]:
    return (address_of(item), *alias_addresses(item))


def _inside(address: str, from_path: str) -> str:
    """Return the path of a file of the site that an item names; the checks know that it is one."""
    to = destination(address, from_path)
    if to is None:
        raise LookupError(address)
    return to.path
