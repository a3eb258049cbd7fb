"""A preview with drafts in it: every page says that it is none of the public site."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from site_builder.compose.frame.head import unlisted
from site_builder.compose.views.page import Page
from site_builder.read.theme.words import Words
from site_builder.read.types import Item


@dataclass(frozen=True)
class Preview:
    """What a preview shows of drafts beside what they say."""

    gaps: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What is still open in each draft, in words, by its path."""

    def notices(self, item: Item, words: Words) -> tuple[str, ...]:
        """Return what a page says of an item that is not finished."""
        return tuple(words.say("notices.gap", what=what) for what in self.gaps.get(item.path, ()))

    def marked(self, page: Page, words: Words) -> Page:
        """Return a page that says what it is, and that none should find or share."""
        return replace(page, head=unlisted(page.head, None), mark=words.say("notices.preview"))
