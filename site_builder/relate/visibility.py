"""What the public may see now: the one place that decides it.

A draft is nowhere. An item with `publish_at` is nowhere before that moment; when no moment is
given to the build, it is nowhere at all, so that a forgotten setting can never publish early.
A withdrawn item keeps its address and shows why it was withdrawn, and nothing else of it.
"""

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from site_builder.read.types import Item


class Sight(Enum):
    """Whether the public sees an item."""

    PUBLIC = "public"
    WITHDRAWN = "withdrawn"
    HIDDEN = "hidden"


@dataclass(frozen=True)
class Viewer:
    """For whom and for when a site is built."""

    now: dt.datetime | None = None
    """The moment of the build, with its zone; without it every embargo holds."""
    sees_drafts: bool = False
    """True for an author's own preview, which is never published."""

    def sight_of(self, item: Item) -> Sight:
        """Return whether this viewer sees an item."""
        if self.sees_drafts and item.status != "withdrawn":
            return Sight.PUBLIC
        if item.status == "draft" or self.is_embargoed(item):
            return Sight.HIDDEN
        return Sight.WITHDRAWN if item.status == "withdrawn" else Sight.PUBLIC

    def is_embargoed(self, item: Item) -> bool:
        """Tell whether an item's moment has not come, as far as this viewer knows."""
        return item.publish_at is not None and (self.now is None or self.now < item.publish_at)


def why_hidden(item: Item) -> str:
    """Return in words why the public does not see an item."""
    if item.status == "draft":
        return "is a draft"
    if item.status == "withdrawn":
        return "was withdrawn"
    return "is not published yet"
