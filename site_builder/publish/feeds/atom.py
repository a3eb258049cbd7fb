"""Atom (RFC 4287), written with lxml."""

from lxml import etree

from site_builder.compose.feeds.feeds import Feed
from site_builder.compose.feeds.items import FeedItem
from site_builder.compose.frame.feed_names import FORMATS
from site_builder.compose.views.page import Byline
from site_builder.publish.feeds.archive_links import ATOM, HISTORY, archive_links
from site_builder.publish.feeds.feed_parts import Parts

_ROOT = f'<feed xmlns="{ATOM}" xmlns:fh="{HISTORY}"/>'
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_END = "</feed>\n"
_NEVER = "1970-01-01T00:00:00Z"
"""Atom asks for a date even of a feed in which nothing ever was."""


def write(feed: Feed, parts: Parts) -> bytes:
    """Return a file of a feed as UTF-8 XML."""
    entries = [parts.once("atom", item, lambda one: _entry(one, parts)) for item in feed.items]
    head = _written(_head(feed)).removesuffix(_END)
    return "".join((head, *entries, _END)).encode()


def _head(feed: Feed) -> etree._Element:
    """Return a feed without its entries."""
    root = _root()
    root.set(_LANGUAGE, feed.language)
    _text(root, "id", feed.id)
    _text(root, "title", feed.title)
    _text(root, "subtitle", feed.description)
    _text(root, "updated", feed.updated.isoformat() if feed.updated else _NEVER)
    _author(root, Byline(feed.author))
    _link(root, rel="self", type=FORMATS["atom"], href=feed.url("atom"))
    _link(root, rel="alternate", type="text/html", href=feed.page_url)
    root.extend(archive_links(feed, "atom"))
    return root


def _entry(item: FeedItem, parts: Parts) -> str:
    """Return an item as it stands in a feed."""
    root = _root()
    entry = etree.SubElement(root, f"{{{ATOM}}}entry", {_LANGUAGE: item.language})
    _text(entry, "id", item.id)
    _text(entry, "title", item.title)
    _link(entry, rel="alternate", type="text/html", href=item.url)
    _text(entry, "published", item.published.isoformat())
    _text(entry, "updated", item.updated.isoformat())
    for one in item.authors:
        _author(entry, one)
    for category in item.categories:
        etree.SubElement(entry, f"{{{ATOM}}}category", term=category)
    _enclosure(entry, item, parts)
    _text(entry, "summary", item.summary)
    _text(entry, "content", parts.text(item)).set("type", "html")
    xml = _written(root)
    return xml[xml.index("  <entry") : xml.rindex("</entry>")] + "</entry>\n"


def _enclosure(entry: etree._Element, item: FeedItem, parts: Parts) -> None:
    if image := item.enclosure:
        length = str(parts.length_of(image.address))
        has = {"title": image.alt} if image.alt else {}
        _link(entry, rel="enclosure", type=image.media_type, length=length, href=image.url, **has)


def _root() -> etree._Element:
    return etree.fromstring(_ROOT)


def _author(parent: etree._Element, one: Byline) -> None:
    author = etree.SubElement(parent, f"{{{ATOM}}}author")
    _text(author, "name", one.name)
    if one.url:
        _text(author, "uri", one.url)


def _text(parent: etree._Element, name: str, text: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{ATOM}}}{name}")
    element.text = text
    return element


def _link(parent: etree._Element, **attributes: str) -> None:
    etree.SubElement(parent, f"{{{ATOM}}}link", attributes)


def _written(root: etree._Element) -> str:
    etree.indent(root)
    # With text for a child, a root without one is written as one tag for both ends.
    if not len(root):
        root.text = "\n"
    return f"{etree.tostring(root, encoding='UTF-8', xml_declaration=True).decode()}\n"
