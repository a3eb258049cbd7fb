"""What a page must say of its item before anything else."""

from site_builder.read.theme.words import Words
from site_builder.read.types import CouncilSummary, Event, Item


def notices_of(item: Item, words: Words) -> tuple[str, ...]:
    """Return the notices of an item: illustrative, draft, called off and why."""
    said = {"illustrative": item.illustrative, "draft": item.status == "draft"}
    notices = tuple(words.say(f"notices.{name}") for name, is_so in said.items() if is_so)
    off = item.called_off if isinstance(item, CouncilSummary | Event) else None
    return (*notices, words.say("events.called_off", reason=off)) if off else notices
