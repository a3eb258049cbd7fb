"""The files of feeds: the newest items of each, and archives of the older ones (RFC 5005).

Archives are filled from the oldest item on, so what one holds does not change when a new item
comes. Nothing in a feed comes from the clock: its date is the date of its newest change.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from site_builder.compose.feeds.items import FeedItem, root_of
from site_builder.compose.feeds.list_of_feeds import Channel, channels, ended
from site_builder.compose.feeds.sizes import fitting, size_of
from site_builder.compose.feeds.style import feed_style_address
from site_builder.compose.frame.feed_names import FORMATS, feed_address
from site_builder.compose.frame.frame import Frame
from site_builder.compose.output import Output

MOST = 20
"""How many items one file of a feed has."""


@dataclass(frozen=True)
class Feed:
    """Inputs of the writers of one file of a feed, in any of its formats."""

    id: str
    title: str
    description: str
    root: str
    """The whole address of the site's root."""
    stem: str
    page_url: str
    language: str
    author: str
    hub: str | None
    """Where a reader can ask to be told of news."""
    items: tuple[FeedItem, ...]
    """The newest first."""
    number: int | None = None
    """The number of an archive; nothing for the file that readers subscribe to."""
    older: int | None = None
    """The number of the archive with the items before these."""
    newer: int | None = None
    """The number of the archive with the items after these."""
    style: str | None = None
    """The way from this file to the style that a browser shows it with."""

    @property
    def updated(self) -> dt.datetime | None:
        """The moment of the newest change in it, or nothing when it is empty."""
        return max((item.updated for item in self.items), default=None)

    def url(self, ending: str) -> str:
        """Return the whole address of this file in a format."""
        return self.url_of(ending, self.number)

    def url_of(self, ending: str, number: int | None = None) -> str:
        """Return the whole address of an archive in a format, or of the newest items."""
        return self.root + feed_address(self.stem, ending, number)


def feeds(frame: Frame) -> Iterator[Output]:
    """Yield every file of every feed, in every format."""
    for channel in (*channels(frame), *ended(frame)):
        for feed in documents(frame, channel):
            for ending in FORMATS:
                path = channel.name.address(ending, feed.number)
                yield Output(path, f"feed.{ending}", feed)
                if not feed.number:
                    for stem in channel.name.old_stems:
                        yield Output(feed_address(stem, ending), f"feed.{ending}", feed)


def documents(frame: Frame, channel: Channel) -> Iterator[Feed]:
    """Yield the files of one feed: the newest items, then the archives, the oldest first."""
    sizes = [size_of(frame, item) for item in channel.items]
    newest = fitting(sizes, MOST)
    archives = _archives(channel.items, sizes, newest)
    yield _feed(frame, channel, channel.items[:newest], older=len(archives) or None)
    for number, items in enumerate(archives, 1):
        yield _feed(
            frame,
            channel,
            items,
            number=number,
            older=number - 1 or None,
            newer=number + 1 if number < len(archives) else None,
        )
    for number in range(len(archives) + 1, _recorded_archives(frame, channel) + 1):
        yield _feed(frame, channel, (), number=number, older=number - 1 or None)


def _recorded_archives(frame: Frame, channel: Channel) -> int:
    """Return how many archives a feed had once; one that has nothing left goes on answering."""
    ledger, number = frame.record.ledger, 0
    while ledger and channel.name.address("*", number + 1) in ledger.addresses:
        number += 1
    return number


def _archives(
    items: Sequence[FeedItem], sizes: Sequence[int], newest: int
) -> list[tuple[FeedItem, ...]]:
    """Return full archives until each item that is not among the newest is in one.

    The last may have some of the newest as well. It is full nonetheless: else all that it holds
    would have fitted among the newest.
    """
    archives, start = [], len(items)
    while start > newest:
        count = fitting(sizes[:start][::-1], MOST)
        archives.append(tuple(items[start - count : start]))
        start -= count
    return archives


def _feed(  # noqa: PLR0913 - each is named where it is given
    frame: Frame,
    channel: Channel,
    items: tuple[FeedItem, ...],
    *,
    number: int | None = None,
    older: int | None = None,
    newer: int | None = None,
) -> Feed:
    name, root = channel.name, root_of(frame)
    return Feed(
        id=root + name.first_stem,
        title=name.title,
        description=name.description,
        root=root,
        stem=name.stem,
        page_url=root + name.page,
        language=name.slug if name.kind == "language" else frame.settings.language,
        author=frame.settings.publisher,
        hub=frame.settings.hub,
        items=items,
        number=number,
        older=older,
        newer=newer,
        style="../" * name.stem.count("/") + feed_style_address(frame),
    )
