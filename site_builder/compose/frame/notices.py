"""What a page must say before anything else: of its item, and that it is of a preview."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from site_builder.compose.frame.head import unlisted
from site_builder.compose.views.page import Page
from site_builder.read.theme.words import Words
from site_builder.read.types import CouncilSummary, Event, Item


def notices_of(item: Item, words: Words) -> tuple[str, ...]:
    """Return the notices of an item: illustrative, draft, called off and why."""
    said = {"illustrative": item.illustrative, "draft": item.status == "draft"}
    notices = tuple(words.say(f"notices.{name}") for name, is_so in said.items() if is_so)
    off = item.called_off if isinstance(item, CouncilSummary | Event) else None
    return (*notices, words.say("events.called_off", reason=off)) if off else notices


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
