"""The feeds: one for everything, one for each mission, one for the council.

Every feed has the newest items in full, with addresses that work anywhere and ids that never
change. Nothing in a feed comes from the clock: its date is the date of its newest item.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from site_builder.compose.case_studies import Story, story_view
from site_builder.compose.councils import Summary, summary_view
from site_builder.compose.dates import moment_of
from site_builder.compose.frame import ALL_FEED, COUNCIL_FEED, Frame, mission_feed
from site_builder.compose.output import Output
from site_builder.compose.views import Picture
from site_builder.read.types import CaseStudy, CouncilSummary
from site_builder.read.types.fields import Quarter
from site_builder.read.types.kinds import kind_of
from site_builder.relate.addresses import address_of, section_address
from site_builder.relate.permanence import authority_of

Told = CaseStudy | CouncilSummary
"""What feeds tell of."""

MOST = 20
"""How many items a feed has."""


@dataclass(frozen=True)
class Enclosure:
    """An image that goes with an item.

    RSS 2.0 asks for its length in bytes, which is known once the image is made; the address has a
    digest of all that decides it.
    """

    address: str
    url: str
    media_type: str


@dataclass(frozen=True)
class Content:
    """Inputs of a template of feeds/: an item told in full."""

    root: str
    """The whole address of the site's root; each address of the item comes after it."""
    item: Story | Summary
    picture: Picture | None
    notices: tuple[str, ...]
    updates: tuple[str, ...]


@dataclass(frozen=True)
class FeedItem:
    """One item of a feed."""

    id: str
    title: str
    url: str
    published: dt.datetime
    updated: dt.datetime
    summary: str
    categories: tuple[str, ...]
    enclosure: Enclosure | None
    template: str
    content: Content


@dataclass(frozen=True)
class Feed:
    """Inputs of the writer of a feed."""

    title: str
    description: str
    url: str
    page_url: str
    language: str
    author: str
    items: tuple[FeedItem, ...]

    @property
    def updated(self) -> dt.datetime | None:
        """The moment of the newest change in it, or nothing when it is empty."""
        return max((item.updated for item in self.items), default=None)


def feeds(frame: Frame) -> Iterator[Output]:
    """Yield every feed of a site; none when the site does not know its own address."""
    if not frame.settings.site_url:
        return
    record, name = frame.record, frame.settings.site_name
    stories, councils = tuple(record.case_studies.values()), tuple(record.councils.values())
    everything = _Channel(name, frame.settings.site_description, ALL_FEED, "")
    yield _feed(frame, everything, (*stories, *councils))
    for slug, mission in record.missions.items():
        title, page = (
            frame.say("feeds.mission", site=name, mission=mission.title),
            address_of(mission),
        )
        channel = _Channel(title, mission.summary, mission_feed(slug), page)
        yield _feed(frame, channel, record.stories_of("mission", slug))
    description = frame.say("feeds.council_description")
    page = section_address("council summary")
    yield _feed(
        frame,
        _Channel(frame.say("feeds.council", site=name), description, COUNCIL_FEED, page),
        councils,
    )


def item_id(item: Told, authority: str) -> str:
    """Return the id of an item in every feed, a tag URI (RFC 4151).

    It is made of a day and the slug of first publication, so renaming a file, with its old slug
    under `aliases`, leaves it as it is. A meeting that moves within its quarter stays one item.
    """
    day = item.date if isinstance(item, CaseStudy) else _start_of(item.quarter)
    kind = kind_of(item).name.replace(" ", "-")
    return f"tag:{authority},{day.isoformat()}:{kind}/{item.first_slug}"


def _start_of(quarter: Quarter) -> dt.date:
    return dt.date(quarter.year, quarter.number * 3 - 2, 1)


@dataclass(frozen=True)
class _Channel:
    """What one feed is about, and the addresses of it and of its page."""

    title: str
    description: str
    address: str
    page: str


def _feed(frame: Frame, channel: _Channel, items: Sequence[Told]) -> Output:
    newest_first = sorted(items, key=lambda item: (-_published(item).timestamp(), item.slug))
    root = frame.settings.site_root or ""
    inputs = Feed(
        title=channel.title,
        description=channel.description,
        url=root + channel.address,
        page_url=root + channel.page,
        language=frame.settings.language,
        author=frame.settings.publisher,
        items=tuple(_item(frame, item, root) for item in newest_first[:MOST]),
    )
    return Output(channel.address, "rss", inputs)


def _item(frame: Frame, item: Told, root: str) -> FeedItem:
    told = [change for change in item.changes if change.kind != "minor"]
    updates = tuple(
        frame.say("feeds.updated", day=frame.day(one.date), note=one.note) for one in told
    )
    kind = kind_of(item).name.replace(" ", "-")
    published, picture = _published(item), frame.picture(item)
    return FeedItem(
        id=item_id(item, authority_of(frame.record.ledger, frame.settings)),
        title=frame.title_of(item),
        url=root + address_of(item),
        published=published,
        updated=max([published, *(moment_of(change.date) for change in told)]),
        summary=item.summary,
        categories=_categories(frame, item),
        enclosure=_enclosure(picture, root),
        template=f"feeds/{kind}.html",
        content=Content(root, _view(frame, item, root), picture, frame.notices(item), updates),
    )


def _view(frame: Frame, item: Told, root: str) -> Story | Summary:
    if isinstance(item, CaseStudy):
        return story_view(frame, item, root)
    return summary_view(frame, item, root)


def _first_day(item: Told) -> dt.date:
    return item.date if isinstance(item, CaseStudy) else item.held_on


def _published(item: Told) -> dt.datetime:
    return item.publish_at or moment_of(_first_day(item))


def _categories(frame: Frame, item: Told) -> tuple[str, ...]:
    if isinstance(item, CouncilSummary):
        return (frame.say("sections.council_summary"),)
    record = frame.record
    missions = [record.missions[slug].title for slug in (item.mission, *item.also_missions)]
    principles = [
        record.principles[shown.principle].title
        for shown in item.principles
        if shown.principle in record.principles
    ]
    return (*missions, *principles, record.places[item.place].name)


def _enclosure(picture: Picture | None, root: str) -> Enclosure | None:
    if not picture:
        return None
    return Enclosure(picture.address, root + picture.address, picture.media_type)
