"""Subscribing: the page of all feeds and calendars, a page for each feed, and the list in OPML.

They are made from the one list of feeds, so a feed that is added to it is offered here as well.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from site_builder.compose.feeds.feeds import documents
from site_builder.compose.feeds.following.calendars import (
    calendar_names,
    council_calendar,
    mission_calendar,
)
from site_builder.compose.feeds.items import FeedItem
from site_builder.compose.feeds.list_of_feeds import Channel, channels, ended
from site_builder.compose.frame.feed_names import FORMATS, FeedName
from site_builder.compose.frame.frame import Frame
from site_builder.compose.frame.old_addresses import moved
from site_builder.compose.items.occasions import CALENDARS
from site_builder.compose.items.timelines import TimelineEntry
from site_builder.compose.lists.parts import part_title, parts
from site_builder.compose.output import Output, page_path
from site_builder.compose.views.lists import Pager
from site_builder.compose.views.page import Link, Page, Site
from site_builder.relate.menus import SUBSCRIBE
from site_builder.relate.permanence.promised import feed_page

OPML = "feeds.opml"
SHOWN = 24
"""How many feeds of one sort the page of all feeds shows; the others have pages of their own."""
PART = 60
"""How many feeds one of those pages shows."""
_LISTED: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("everything", ("everything", "council summary", "commitment", "barrier", "change")),
    ("mission", ("mission",)),
    ("place", ("place",)),
    ("principle", ("principle",)),
    ("partner", ("partner",)),
    ("language", ("language",)),
)
"""The sorts of feeds in the order in which they are listed."""


@dataclass(frozen=True)
class Program:
    """A link that brings a calendar into the program for it, so that nothing need be copied."""

    url: str
    words: str


@dataclass(frozen=True)
class Offer:
    """A feed or a calendar that somebody can follow, and the address to copy."""

    link: Link
    url: str
    program: Program | None = None


@dataclass(frozen=True)
class OfferGroup:
    """Feeds of one sort."""

    title: str
    offers: tuple[Offer, ...]
    more: Link | None = None
    """Where the others are."""
    id: str = ""
    """What a link from elsewhere leads to."""
    note: str = ""


@dataclass(frozen=True)
class SubscribePage:
    """Inputs of layouts/subscribe.html: all feeds, or a part of those of one sort."""

    site: Site
    page: Page
    lead: str
    how: str
    """What to do with an address."""
    groups: tuple[OfferGroup, ...]
    whole: Offer | None
    """The list that a reader can take over at once."""
    total: int
    pager: Pager | None


@dataclass(frozen=True)
class FeedAddress:
    """One format of a feed, or the calendar that goes with it."""

    name: str
    url: str
    program: Program | None = None


@dataclass(frozen=True)
class FeedPage:
    """Inputs of layouts/feed.html: a feed as a person reads it."""

    site: Site
    page: Page
    how: str
    addresses: tuple[FeedAddress, ...]
    items: tuple[TimelineEntry, ...]
    about: Link


@dataclass(frozen=True)
class Outline:
    """A feed in a list for feed readers."""

    title: str
    description: str
    feed: str
    page: str


@dataclass(frozen=True)
class Opml:
    """Inputs of the writer of OPML: feeds under the name of their sort."""

    title: str
    groups: tuple[tuple[str, tuple[Outline, ...]], ...]


def subscription_pages(frame: Frame) -> Iterator[Output]:
    """Yield the page of all feeds, the lists that are too long for it, and a page for each feed."""
    if not frame.feed_names:
        return
    yield _all(frame)
    for sort, names in _sorts(frame):
        if len(names) > SHOWN:
            yield from _of_sort(frame, sort, names)
    for channel in channels(frame):
        yield _feed(frame, channel)
        for stem in channel.name.old_stems:
            yield moved(frame, feed_page(stem), feed_page(channel.name.stem))
    for channel in ended(frame):
        for stem in (channel.name.stem, *channel.name.old_stems):
            yield moved(frame, feed_page(stem), channel.name.page)


def opml(frame: Frame) -> Iterator[Output]:
    """Yield the list of all feeds that readers can take over."""
    if root := frame.settings.site_root:
        groups = tuple(
            (_sort_title(frame, sort), tuple(_outline(root, name) for name in names))
            for sort, names in _sorts(frame)
        )
        yield Output(OPML, "opml", Opml(frame.settings.site_name, groups))


def _outline(root: str, name: FeedName) -> Outline:
    return Outline(name.title, name.description, root + name.address("xml"), root + name.page)


def _sorts(frame: Frame) -> Iterator[tuple[str, tuple[FeedName, ...]]]:
    """Yield each sort of feeds that there is any of."""
    for sort, kinds in _LISTED:
        names = tuple(name for name in frame.feed_names if name.kind in kinds)
        if names:
            yield sort, names


def _sort_title(frame: Frame, sort: str) -> str:
    return frame.say(f"subscribe.sorts.{sort}")


def _sort_address(sort: str) -> str:
    return f"{SUBSCRIBE}{sort}/"


def _all(frame: Frame) -> Output:
    title, description = frame.say("subscribe.title"), frame.say("subscribe.description")
    page = frame.page(title, SUBSCRIBE, description)
    root = frame.settings.site_root or ""
    groups = tuple(_group(frame, sort, names) for sort, names in _sorts(frame))
    calendars = OfferGroup(
        frame.say("subscribe.sorts.calendar"),
        tuple(_calendars(frame, root)),
        id=CALENDARS,
        note=frame.say("subscribe.calendar_note"),
    )
    if calendars.offers:
        groups = (*groups, calendars)
    inputs = SubscribePage(
        site=frame.site,
        page=page,
        lead=frame.say("subscribe.lead"),
        how=_how(frame),
        groups=groups,
        whole=Offer(Link(frame.say("subscribe.whole"), OPML), root + OPML),
        total=len(frame.feed_names),
        pager=None,
    )
    return Output(page_path(SUBSCRIBE), "layouts/subscribe.html", inputs)


def _how(frame: Frame) -> str:
    """Return what to do with an address: there are calendars where there is something to attend."""
    return frame.say(f"subscribe.{'how' if frame.keeps('event') else 'how_feeds'}")


def _calendars(frame: Frame, root: str) -> Iterator[Offer]:
    for name, at in calendar_names(frame):
        program = _program(root + at, frame.say("calendars.open_named", name=name))
        yield Offer(Link(name, at), root + at, program)


def _group(frame: Frame, sort: str, names: Sequence[FeedName]) -> OfferGroup:
    words = frame.say("subscribe.all", count=len(names), sort=_sort_title(frame, sort))
    more = Link(words, _sort_address(sort)) if len(names) > SHOWN else None
    return OfferGroup(_sort_title(frame, sort), _offers(frame, names[:SHOWN]), more)


def _of_sort(frame: Frame, sort: str, names: Sequence[FeedName]) -> Iterator[Output]:
    """Yield the parts of the list of all feeds of one sort."""
    title = frame.say("subscribe.of_sort", sort=_sort_title(frame, sort))
    for at, part, pager in parts(names, _sort_address(sort), PART):
        inputs = SubscribePage(
            site=frame.site,
            page=frame.page(part_title(frame, title, pager), at, title, trail=_trail(frame)),
            lead=_how(frame),
            how="",
            groups=(OfferGroup("", _offers(frame, part)),),
            whole=None,
            total=len(names),
            pager=pager,
        )
        yield Output(page_path(at), "layouts/subscribe.html", inputs)


def _offers(frame: Frame, names: Iterable[FeedName]) -> tuple[Offer, ...]:
    root = frame.settings.site_root or ""
    return tuple(
        Offer(Link(short_name(frame, name), feed_page(name.stem)), root + name.address("xml"))
        for name in names
    )


def short_name(frame: Frame, name: FeedName) -> str:
    """Return what a feed is called where it is clear whose it is."""
    record = frame.record
    match name.kind:
        case "mission":
            return record.missions[name.slug].title
        case "principle":
            return record.principles[name.slug].title
        case "place":
            return record.places[name.slug].name
        case "partner":
            return record.partners[name.slug].name
    return frame.say(f"subscribe.names.{name.kind.replace(' ', '_')}", tag=name.slug)


def _trail(frame: Frame) -> tuple[Link, ...]:
    return (frame.home, Link(frame.say("subscribe.title"), SUBSCRIBE))


def _feed(frame: Frame, channel: Channel) -> Output:
    name, root = channel.name, frame.settings.site_root or ""
    newest = next(documents(frame, channel))
    page = frame.page(
        frame.say("subscribe.to", name=short_name(frame, name)),
        feed_page(name.stem),
        name.description,
        trail=_trail(frame),
        missions=(name.slug,) if name.kind == "mission" else (),
    )
    inputs = FeedPage(
        site=frame.site,
        page=page,
        how=_how(frame),
        addresses=tuple(_addresses(frame, name, root)),
        items=tuple(_told_apart(frame, [_entry(frame, item, root) for item in newest.items])),
        about=Link(frame.say("subscribe.about", name=short_name(frame, name)), name.page),
    )
    return Output(page_path(page.address), "layouts/feed.html", inputs)


def _addresses(frame: Frame, name: FeedName, root: str) -> Iterator[FeedAddress]:
    for ending in FORMATS:
        yield FeedAddress(frame.say(f"subscribe.formats.{ending}"), root + name.address(ending))
    calendars = {
        "mission": mission_calendar(frame, name.slug),
        "council summary": council_calendar(frame),
    }
    if (calendar := calendars.get(name.kind)) and frame.keeps("event"):
        program = _program(root + calendar, frame.say("calendars.open"))
        yield FeedAddress(frame.say("subscribe.formats.calendar"), root + calendar, program)


def _program(url: str, words: str) -> Program:
    """Return the link to a calendar by the scheme that programs for calendars answer to."""
    return Program(f"webcal:{url.partition(':')[2]}", words)


def _entry(frame: Frame, item: FeedItem, root: str) -> TimelineEntry:
    """Return an item as the page of its feed tells it."""
    day = item.published.date()
    return TimelineEntry(
        date=frame.day(day),
        datetime=day.isoformat(),
        kind=", ".join(item.categories),
        link=Link(item.title, item.url.removeprefix(root)),
        note=item.summary,
        is_illustrative=frame.say("notices.illustrative") in item.content.notices,
    )


def _told_apart(frame: Frame, entries: Iterable[TimelineEntry]) -> Iterator[TimelineEntry]:
    """Yield entries of which no two have the same words for a link that leads elsewhere.

    Notices of withdrawals have nothing of what was withdrawn, so many have one title.
    """
    addresses: dict[str, list[str]] = {}
    for entry in entries:
        known = addresses.setdefault(entry.link.text, [])
        if entry.link.address not in known:
            known.append(entry.link.address)
        number = known.index(entry.link.address) + 1
        if number > 1:
            words = frame.say("subscribe.another", title=entry.link.text, number=number)
            entry = replace(entry, link=Link(words, entry.link.address))  # noqa: PLW2901
        yield entry
