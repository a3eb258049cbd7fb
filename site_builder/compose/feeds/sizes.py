"""How many items fit into one file of a feed, worked out from their words and never from a clock.

The size of an item is at least what any format makes of it: a letter that a format must escape
counts for all that it becomes. So no file of a feed is larger than readers can be asked to take.
"""

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import replace
from html import escape
from itertools import accumulate, takewhile
from typing import Any

from markupsafe import Markup
from pydantic import BaseModel

from site_builder.compose.feeds.items import FeedItem, Line, Note, root_of
from site_builder.compose.frame.frame import Frame
from site_builder.compose.views.page import Link

MOST_BYTES = 245_000
"""How many bytes the items of one file may have; its head takes no more than 5,000."""
LONGEST = 200_000
"""How many bytes one item may have; of a longer one only the beginning is told."""
_MARKUP = 4_000
"""The most that headings and labels of the theme add to the words of an item."""


def size_of(frame: Frame, item: FeedItem) -> int:
    """Return about how many bytes an item takes, never fewer than it does."""
    known = frame.memory.setdefault("sizes of feed items", {})
    key = item.id, item.template
    if key not in known:
        known[key] = _MARKUP + _size(item)
    size: int = known[key]
    return size


def short_enough(frame: Frame, item: FeedItem) -> FeedItem:
    """Return an item, or what it is about and the way to it when it is longer than feeds carry."""
    if size_of(frame, item) <= LONGEST:
        return item
    known = frame.memory.setdefault("short feed items", {})
    if item.id not in known:
        root = root_of(frame)
        onward = Link(frame.say("feeds.whole"), item.url.removeprefix(root))
        whole = item.content
        note = Note(
            root, (Line(item.summary, onward),), whole.notices, whole.updates, whole.picture
        )
        known[item.id] = replace(item, template="feeds/note.html", content=note)
    short: FeedItem = known[item.id]
    return short


def fitting(sizes: Sequence[int], most: int) -> int:
    """Return how many items from the first on fit into one file, at least one if there is one."""
    whole = accumulate(sizes[:most])
    return max(sum(1 for _ in takewhile(lambda size: size <= MOST_BYTES, whole)), bool(sizes))


def _size(value: Any) -> int:
    if isinstance(value, str):
        # A Markup is HTML already. A text becomes HTML, and HTML becomes XML or JSON.
        html = str(value) if isinstance(value, Markup) else escape(value)
        return len(escape(html, quote=False).encode()) + sum(map(html.count, '"\n\t\\'))
    if isinstance(value, BaseModel):
        return _sum(value.__dict__.values())
    if dataclasses.is_dataclass(value):
        return _sum(getattr(value, field.name) for field in dataclasses.fields(value))
    return _sum(value) if isinstance(value, tuple) else 0


def _sum(values: Iterable[Any]) -> int:
    return sum(map(_size, values))
