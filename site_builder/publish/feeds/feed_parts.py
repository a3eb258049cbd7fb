"""What the writers of feeds share: each item's full text and its form in a format, made once.

The same item stands in many feeds. Its text is rendered once in a build, and what a format makes
of it once for each format; a feed is its head and these parts, put together.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from site_builder.compose.feeds.items import FeedItem
from site_builder.publish.keys import digest_of

LengthOf = Callable[[str], int]
"""Tells how many bytes the file at an address of the site has."""
_WITHOUT_SCHEME = re.compile(r'(<[^>]*\s(?:href|src)=")(?=//)')


@dataclass
class Parts:
    """The parts of feeds made so far in a build."""

    html_of: Callable[[FeedItem], str]
    length_of: LengthOf
    _texts: dict[str, str] = field(default_factory=dict)
    _made: dict[tuple[str, str], str] = field(default_factory=dict)

    def text(self, item: FeedItem) -> str:
        """Return the full text of an item as HTML."""
        key = digest_of(item)
        if key not in self._texts:
            self._texts[key] = tidy(self.html_of(item))
        return self._texts[key]

    def once(self, form: str, item: FeedItem, make: Callable[[FeedItem], str]) -> str:
        """Return what a format makes of an item."""
        key = form, digest_of(item)
        if key not in self._made:
            self._made[key] = make(item)
        return self._made[key]


def tidy(html: str) -> str:
    """Return HTML that leads everywhere by whole addresses, and begins with what it says."""
    return _WITHOUT_SCHEME.sub(r"\1https:", html).strip()
