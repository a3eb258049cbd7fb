"""The links that RSS and Atom share: to archives (RFC 5005) and to a hub (WebSub)."""

from collections.abc import Iterator

from lxml import etree

from site_builder.compose.feeds.feeds import Feed
from site_builder.compose.frame.feed_names import FORMATS

ATOM = "http://www.w3.org/2005/Atom"
HISTORY = "http://purl.org/syndication/history/1.0"


def archive_links(feed: Feed, ending: str) -> Iterator[etree._Element]:
    """Yield what a file of a feed says of its archives and of its hub."""
    if feed.hub and not feed.number:
        yield etree.Element(f"{{{ATOM}}}link", rel="hub", href=feed.hub)
    for rel, number in (("prev-archive", feed.older), ("next-archive", feed.newer)):
        if number:
            yield _link(feed, rel, ending, number)
    if feed.number:
        yield _link(feed, "current", ending, None)
        yield etree.Element(f"{{{HISTORY}}}archive")


def _link(feed: Feed, rel: str, ending: str, number: int | None) -> etree._Element:
    address = feed.url_of(ending, number)
    return etree.Element(f"{{{ATOM}}}link", rel=rel, type=FORMATS[ending], href=address)
