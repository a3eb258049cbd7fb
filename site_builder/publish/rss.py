"""RSS 2.0, written with feedgen; the only module that knows it.

What keeps its feeds right: the link of the page comes last and has a type, entries are appended,
the author is a dc:creator, and every date is given, for else it writes the clock.
"""

import datetime as dt
from collections.abc import Callable
from typing import Any

from feedgen.feed import FeedGenerator
from lxml import etree

from site_builder.compose.feeds import Feed, FeedItem

Fragment = Callable[[str, Any], str]
LengthOf = Callable[[str], int]
"""Tells how many bytes the file at an address of the site has."""

_NEVER = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def write(feed: Feed, fragment: Fragment, length_of: LengthOf) -> bytes:
    """Return a feed as UTF-8 XML; `fragment` renders the full text of an item."""
    rss = FeedGenerator()
    rss.load_extension("dc", atom=False)
    rss.title(feed.title)
    rss.description(feed.description)
    rss.link(href=feed.url, rel="self", type="application/rss+xml")
    rss.link(href=feed.page_url, rel="alternate", type="text/html")
    rss.language(feed.language)
    rss.generator("")
    rss.lastBuildDate(feed.updated or _NEVER)
    for item in feed.items:
        entry = _add(rss, item, feed.author, fragment)
        if item.enclosure:
            length = str(length_of(item.enclosure.address))
            entry.enclosure(item.enclosure.url, length, item.enclosure.media_type)
    xml: bytes = rss.rss_str(pretty=True)
    return xml if feed.items else _without_date(xml)


def _add(rss: FeedGenerator, item: FeedItem, author: str, fragment: Fragment) -> Any:
    entry = rss.add_entry(order="append")
    entry.title(item.title)
    entry.link(href=item.url, rel="alternate", type="text/html")
    entry.guid(item.id, permalink=False)
    entry.description(item.summary)
    entry.content(fragment(item.template, item.content), type="html")
    entry.dc.dc_creator(author)
    entry.category([{"term": category} for category in item.categories])
    entry.pubDate(item.published)
    entry.updated(item.updated)
    return entry


def _without_date(xml: bytes) -> bytes:
    """Return an empty feed without a date, which feedgen can not leave out."""
    tree = etree.fromstring(xml)
    for channel in tree.iter("channel"):
        for date in channel.findall("lastBuildDate"):
            channel.remove(date)
    return etree.tostring(tree, encoding="UTF-8", xml_declaration=True, pretty_print=True)
