"""The items of feeds: a story or a council told in full, and a notice where one was withdrawn.

An item is made once for all the feeds that have it. Its addresses work anywhere, its dates come
from front matter alone, and it has the author's words of a withdrawn item in nothing.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.compose.frame.bylines import bylines_in_feeds
from site_builder.compose.frame.frame import Frame
from site_builder.compose.frame.old_addresses import instead
from site_builder.compose.items.councils import Summary, summary_view
from site_builder.compose.items.stories import Story, story_view
from site_builder.compose.output import Shared
from site_builder.compose.views.page import Byline, Link
from site_builder.compose.views.pictures import Picture
from site_builder.read.types import Barrier, CaseStudy, CouncilSummary, Item
from site_builder.read.types.item import Change, Withdrawal
from site_builder.read.types.kinds import kind_of
from site_builder.relate.permanence.ids import Ids, Told
from site_builder.relate.permanence.permanence import ids_of_site


@dataclass(frozen=True)
class Enclosure:
    """An image that goes with an item.

    Feeds state its length in bytes, which is known once the image is made; the address has a
    digest of all that decides it.
    """

    address: str
    url: str
    media_type: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class Content:
    """Inputs of feeds/case-study.html and feeds/council-summary.html: an item told in full."""

    root: str
    """The whole address of the site's root; each address of the item comes after it."""
    item: Story | Summary
    picture: Picture | None
    notices: tuple[str, ...]
    updates: tuple[str, ...]


_NOTHING = Markup()


@dataclass(frozen=True)
class Line:
    """One paragraph of a note, and a link at its end."""

    text: str
    link: Link | None = None


@dataclass(frozen=True)
class Note:
    """Inputs of feeds/note.html: a few lines, and what its author wrote under them."""

    root: str
    lines: tuple[Line, ...]
    notices: tuple[str, ...] = ()
    updates: tuple[str, ...] = ()
    picture: Picture | None = None
    body: Markup = _NOTHING


@dataclass(frozen=True)
class FeedItem(Shared):
    """One item, the same in every feed and every format."""

    id: str
    title: str
    url: str
    published: dt.datetime
    updated: dt.datetime
    summary: str
    """Plain text."""
    categories: tuple[str, ...]
    language: str
    authors: tuple[Byline, ...]
    enclosure: Enclosure | None
    template: str
    content: Content | Note


def told_item(frame: Frame, item: CaseStudy | CouncilSummary) -> FeedItem:
    """Return a story or a council told in full; made once for all feeds."""
    known = frame.memory.setdefault("feed items", {})
    if item.path not in known:
        known[item.path] = _told_item(frame, item)
    made: FeedItem = known[item.path]
    return made


def _told_item(frame: Frame, item: CaseStudy | CouncilSummary) -> FeedItem:
    root, picture = root_of(frame), frame.picture(item)
    told = told_changes(item)
    kind = kind_of(item).name.replace(" ", "-")
    published = published_at(frame, item)
    return FeedItem(
        id=ids_of(frame).of(item),
        title=frame.title_of(item),
        url=root + frame.addresses.of(item),
        published=published,
        updated=max([published, *(frame.moment_of(change.date) for change in told)]),
        summary=item.summary,
        categories=tuple(dict.fromkeys(_categories(frame, item))),
        language=item.lang or frame.settings.language,
        authors=bylines_in_feeds(item, frame.settings),
        enclosure=_enclosure(picture, root),
        template=f"feeds/{kind}.html",
        content=Content(
            root, _view(frame, item, root), picture, frame.notices(item), updates(frame, told)
        ),
    )


def note_item(  # noqa: PLR0913 - each is named where it is given
    frame: Frame,
    *,
    id_: str,
    title: str,
    address: str,
    published: dt.datetime,
    summary: str,
    note: Note,
    updated: dt.datetime | None = None,
    categories: Iterable[str] = (),
    language: str | None = None,
    enclosure: Enclosure | None = None,
) -> FeedItem:
    """Return an item that is a note."""
    return FeedItem(
        id=id_,
        title=title,
        url=root_of(frame) + address,
        published=published,
        updated=max(published, updated or published),
        summary=summary,
        categories=tuple(dict.fromkeys(categories)),
        language=language or frame.settings.language,
        authors=bylines_in_feeds(None, frame.settings),
        enclosure=enclosure,
        template="feeds/note.html",
        content=note,
    )


def withdrawn_item(frame: Frame, item: Told, withdrawal: Withdrawal) -> FeedItem:
    """Return the notice that stands where a withdrawn item stood, under the same id."""
    noun = frame.say(f"nouns.{kind_of(item).name}")
    return withdrawn_note(
        frame,
        item,
        withdrawal,
        id_=ids_of(frame).of(item),
        noun=noun,
        address=frame.addresses.of(item),
        published=published_at(frame, item),
    )


def withdrawn_note(  # noqa: PLR0913 - each is named where it is given
    frame: Frame,
    item: Item,
    withdrawal: Withdrawal,
    *,
    id_: str,
    noun: str,
    address: str,
    published: dt.datetime,
) -> FeedItem:
    """Return the notice of a withdrawal: when, why, and the way to what stands there instead."""
    why = frame.say("withdrawn.why", day=frame.day(withdrawal.on), reason=withdrawal.reason)
    link = instead(frame, item)
    lines = (Line(why), *([Line("", link)] if link else []))
    return note_item(
        frame,
        id_=id_,
        title=frame.say("withdrawn.title", what=noun),
        address=address,
        published=published,
        summary=why,
        note=Note(root_of(frame), lines),
        updated=frame.moment_of(withdrawal.on),
    )


def root_of(frame: Frame) -> str:
    """Return the whole address of the site's root."""
    return frame.settings.site_root or ""


def ids_of(frame: Frame) -> Ids:
    """Return the ids of the site: the recorded ones, and new ones under the first host it had."""
    if "ids" not in frame.memory:
        frame.memory["ids"] = ids_of_site(frame.record.ledger, frame.settings)
    ids: Ids = frame.memory["ids"]
    return ids


def published_at(frame: Frame, item: Told) -> dt.datetime:
    """Return the moment of an item's publication; a day without a time is 09:00 of the place."""
    return item.publish_at or frame.moment_of(_first_day(item))


def told_changes(item: Item) -> tuple[Change, ...]:
    """Return the changes that feeds tell of."""
    return tuple(change for change in item.changes if change.kind != "minor")


def updates(frame: Frame, told: Iterable[Change]) -> tuple[str, ...]:
    """Return a sentence for each change: Updated 3 June 2025: …"""
    return tuple(frame.say("feeds.updated", day=frame.day(one.date), note=one.note) for one in told)


def _first_day(item: Told) -> dt.date:
    match item:
        case CaseStudy():
            return item.date
        case CouncilSummary():
            return item.held_on
        case Barrier():
            return item.named_on


def _view(frame: Frame, item: CaseStudy | CouncilSummary, root: str) -> Story | Summary:
    if isinstance(item, CaseStudy):
        return story_view(frame, item, root)
    return summary_view(frame, item, root)


def _categories(frame: Frame, item: CaseStudy | CouncilSummary) -> tuple[str, ...]:
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
    return Enclosure(
        picture.address,
        root + picture.address,
        picture.media_type,
        picture.width,
        picture.height,
        picture.alt,
    )
