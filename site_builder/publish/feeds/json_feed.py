"""JSON Feed 1.1."""

import json
from typing import Any

from site_builder.compose.feeds.feeds import Feed
from site_builder.compose.feeds.items import FeedItem
from site_builder.publish.feeds.feed_parts import Parts

VERSION = "https://jsonfeed.org/version/1.1"


def write(feed: Feed, parts: Parts) -> bytes:
    """Return a file of a feed as UTF-8 JSON."""
    items = [parts.once("json", item, lambda one: _item(one, parts)) for item in feed.items]
    head = _written(_head(feed), 0).removesuffix("\n}")
    return "".join((head, ',\n  "items": [\n', ",\n".join(items), "\n  ]\n}\n")).encode()


def _head(feed: Feed) -> dict[str, Any]:
    """Return a feed without its items."""
    head: dict[str, Any] = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.page_url,
        "feed_url": feed.url("json"),
        "description": feed.description,
        "language": feed.language,
        "authors": [{"name": feed.author}],
    }
    if feed.older:
        head["next_url"] = feed.url_of("json", feed.older)
    if feed.hub and not feed.number:
        head["hubs"] = [{"type": "WebSub", "url": feed.hub}]
    return head


def _item(item: FeedItem, parts: Parts) -> str:
    """Return an item as it stands in a feed."""
    written: dict[str, Any] = {
        "id": item.id,
        "url": item.url,
        "title": item.title,
        "summary": item.summary,
        "content_html": parts.text(item),
        "date_published": item.published.isoformat(),
        "date_modified": item.updated.isoformat(),
        "authors": [
            {"name": one.name, **({"url": one.url} if one.url else {})} for one in item.authors
        ],
        "tags": list(item.categories),
        "language": item.language,
    }
    if image := item.enclosure:
        length = parts.length_of(image.address)
        attachment = {"url": image.url, "mime_type": image.media_type, "size_in_bytes": length}
        written |= {"image": image.url, "attachments": [attachment]}
    return _written(written, 4)


def _written(value: dict[str, Any], indent: int) -> str:
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return "\n".join(" " * indent + line for line in text.split("\n"))
