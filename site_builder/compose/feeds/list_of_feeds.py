"""Every feed with all of its items: the one list that feeds and their pages are made from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from site_builder.compose.feeds.items import FeedItem, told_item, withdrawn_item
from site_builder.compose.feeds.notes import (
    barrier_items,
    change_items,
    commitment_items,
    withdrawal_item,
)
from site_builder.compose.feeds.sizes import short_enough
from site_builder.compose.frame.feed_names import FeedName
from site_builder.compose.frame.frame import Frame
from site_builder.read.types import CaseStudy, CouncilSummary, Mission, Principle
from site_builder.read.types.kinds import kind_of
from site_builder.relate.permanence.addresses import address_for, address_of, alias_addresses


@dataclass(frozen=True)
class Channel:
    """A feed and everything that it ever told, the newest first."""

    name: FeedName
    items: tuple[FeedItem, ...]


def channels(frame: Frame) -> tuple[Channel, ...]:
    """Return every feed with its items, in the order in which feeds are listed.

    None when the site does not know its own address. Made once for all that asks for it.
    """
    if "channels" not in frame.memory:
        frame.memory["channels"] = tuple(
            Channel(name, _newest_first(short_enough(frame, item) for item in _items(frame, name)))
            for name in frame.feed_names
        )
    made: tuple[Channel, ...] = frame.memory["channels"]
    return made


def ended(frame: Frame) -> Iterator[Channel]:
    """Yield the feed of each mission and principle withdrawn: it says so, and nothing else."""
    for item in frame.record.withdrawn:
        if frame.feed_names and isinstance(item, Mission | Principle) and item.withdrawn:
            notice, stem = withdrawal_item(frame, item, item.withdrawn), address_of(item)
            first = address_for(kind_of(item).name, item.first_slug)
            name = FeedName(
                kind="withdrawn",
                slug=item.slug,
                title=frame.say("feeds.title", site=frame.settings.site_name, name=notice.title),
                description=notice.summary,
                stem=stem,
                page=stem,
                first_stem=first,
                old_stems=alias_addresses(item),
            )
            yield Channel(name, (notice,))


def _newest_first(items: Iterable[FeedItem]) -> tuple[FeedItem, ...]:
    return tuple(sorted(items, key=lambda item: (-item.published.timestamp(), item.id)))


def _items(frame: Frame, name: FeedName) -> Iterable[FeedItem]:
    record = frame.record
    match name.kind:
        case "everything":
            return chain(_everything(frame), _withdrawn(frame, CaseStudy, CouncilSummary))
        case "mission":
            told_here = _told(frame, record.stories_of("mission", name.slug))
            return chain(told_here, _withdrawn_from(frame, name.slug))
        case "principle" | "place" | "partner":
            return _told(frame, record.stories_of(name.kind, name.slug))
        case "language":
            return (item for item in _everything(frame) if item.language == name.slug)
        case "council summary":
            councils = _told(frame, record.councils.values())
            return chain(councils, _withdrawn(frame, CouncilSummary))
        case _:
            return _NOTES[name.kind](frame)


_NOTES = {"commitment": commitment_items, "barrier": barrier_items, "change": change_items}


def _told(frame: Frame, items: Iterable[CaseStudy | CouncilSummary]) -> Iterator[FeedItem]:
    return (told_item(frame, item) for item in items)


def _everything(frame: Frame) -> Iterator[FeedItem]:
    yield from _told(frame, frame.record.case_studies.values())
    yield from _told(frame, frame.record.councils.values())


def _withdrawn(frame: Frame, *kinds: type[CaseStudy] | type[CouncilSummary]) -> Iterator[FeedItem]:
    for item in frame.record.withdrawn:
        if isinstance(item, kinds) and item.withdrawn:
            yield withdrawn_item(frame, item, item.withdrawn)


def _withdrawn_from(frame: Frame, mission: str) -> Iterator[FeedItem]:
    """Yield the notices of withdrawn stories that served a mission."""
    for item in frame.record.withdrawn:
        if not isinstance(item, CaseStudy) or not item.withdrawn:
            continue
        if mission in (item.mission, *item.also_missions):
            yield withdrawn_item(frame, item, item.withdrawn)
