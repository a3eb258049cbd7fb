"""RSS 2.0, written with feedgen; the only module that knows it.

What keeps its feeds right: the link of the page comes last and has a type, the author is a
dc:creator, every date is given, for else it writes the clock, and what it writes invalidly or not
at all (images, links of archives and hubs, the day of a change) is put in with lxml.
"""

from html import escape
from typing import Any

from feedgen.feed import FeedGenerator
from lxml import etree

from site_builder.compose.feeds.feeds import Feed
from site_builder.compose.feeds.items import Enclosure, FeedItem
from site_builder.publish.feeds.archive_links import ATOM, HISTORY, archive_links
from site_builder.publish.feeds.feed_parts import Parts

MEDIA = "http://search.yahoo.com/mrss/"
TERMS = "http://purl.org/dc/terms/"
_CORE = "http://purl.org/dc/elements/1.1/"
_NAMES = {
    "atom": ATOM,
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": _CORE,
    "dcterms": TERMS,
    "fh": HISTORY,
    "media": MEDIA,
}
_END = "  </channel>\n</rss>\n"


def write(feed: Feed, parts: Parts) -> bytes:
    """Return a file of a feed as UTF-8 XML."""
    items = [parts.once("rss", item, lambda one: _item(one, parts)) for item in feed.items]
    head = _written(_channel(feed)).removesuffix(_END)
    return "".join((head, *items, _END)).encode()


def _channel(feed: Feed) -> etree._Element:
    """Return a feed without its items."""
    rss = FeedGenerator()
    rss.title(feed.title)
    rss.description(feed.description)
    rss.link(href=feed.url("xml"), rel="self", type="application/rss+xml")
    rss.link(href=feed.page_url, rel="alternate", type="text/html")
    rss.language(feed.language)
    rss.generator("")
    rss.lastBuildDate(feed.updated or "1970-01-01T00:00:00Z")
    root = _with_names(etree.fromstring(rss.rss_str()))
    (channel,) = root.iter("channel")
    for date in channel.findall("lastBuildDate"):
        if not feed.items:
            channel.remove(date)  # which feedgen can not leave out
    for own in channel.findall(f"{{{ATOM}}}link"):
        for one in reversed(list(archive_links(feed, "xml"))):
            own.addnext(one)
    return root


def _item(item: FeedItem, parts: Parts) -> str:
    """Return an item as it stands in a feed."""
    rss = FeedGenerator()
    rss.load_extension("dc", atom=False)
    rss.title("-")
    rss.description("-")
    rss.link(href=item.url, rel="alternate", type="text/html")
    _add(rss, item, parts.text(item))
    root = _with_names(etree.fromstring(rss.rss_str()))
    (element,) = root.iter("item")
    _complete(element, item, parts)
    xml = _written(root)
    return xml[xml.index("    <item>") : xml.rindex("</item>")] + "</item>\n"


def _add(rss: FeedGenerator, item: FeedItem, text: str) -> None:
    entry: Any = rss.add_entry(order="append")
    entry.title(item.title)
    entry.link(href=item.url, rel="alternate", type="text/html")
    entry.guid(item.id, permalink=False)
    # Readers take a description for HTML, so a text is made into HTML first.
    entry.description(escape(item.summary, quote=False))
    entry.content(text, type="html")
    entry.dc.dc_creator([one.name for one in item.authors])
    entry.category([{"term": category} for category in item.categories])
    entry.pubDate(item.published)
    entry.updated(item.updated)


def _complete(element: etree._Element, item: FeedItem, parts: Parts) -> None:
    """Add to an item what feedgen does not write."""
    if item.enclosure:
        length = str(parts.length_of(item.enclosure.address))
        has = {"url": item.enclosure.url, "length": length, "type": item.enclosure.media_type}
        etree.SubElement(element, "enclosure", has)
        element.append(_media(item.enclosure, length))
    if item.updated != item.published:
        etree.SubElement(element, f"{{{TERMS}}}modified").text = item.updated.isoformat()
    etree.SubElement(element, f"{{{_CORE}}}language").text = item.language


def _media(image: Enclosure, length: str) -> etree._Element:
    has = {"url": image.url, "fileSize": length, "type": image.media_type, "medium": "image"}
    has |= {"width": str(image.width), "height": str(image.height)}
    content = etree.Element(f"{{{MEDIA}}}content", has)
    if image.alt:
        words = etree.SubElement(content, f"{{{MEDIA}}}description", type="plain")
        words.text = image.alt
    return content


def _with_names(rss: etree._Element) -> etree._Element:
    """Return a feed whose root has all namespaces, so that its items need to name none."""
    root = etree.Element("rss", {"version": "2.0"}, nsmap=_NAMES)
    root.extend(list(rss))
    etree.cleanup_namespaces(root, keep_ns_prefixes=list(_NAMES))
    return root


def _written(root: etree._Element) -> str:
    etree.indent(root)
    xml = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return f"{xml.decode()}\n"
