"""The line at the head of a feed that says where its style is."""

from collections.abc import Callable
from html import escape

from site_builder.compose.feeds.feeds import Feed
from site_builder.publish.feeds.feed_parts import Parts

FeedWriter = Callable[[Feed, Parts], bytes]


def styled(write: FeedWriter) -> FeedWriter:
    """Return a writer of XML whose feeds name their style right under the first line."""

    def write_styled(feed: Feed, parts: Parts) -> bytes:
        first, _, rest = write(feed, parts).partition(b"\n")
        if not feed.style:
            return first + b"\n" + rest
        line = f'<?xml-stylesheet type="text/css" href="{escape(feed.style)}"?>'
        return b"\n".join((first, line.encode(), rest))

    return write_styled
