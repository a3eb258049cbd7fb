"""Every feed with all of its items: the one list that feeds and their pages are made from."""

from collections import defaultdict
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
from site_builder.relate.references import references_of


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
    """Yield the feed of what is gone: it says so, and nothing else.

    Missions and principles are withdrawn; of a place or a partner every story may be.
    """
    yield from _resting(frame)
    for item in frame.record.withdrawn:
        if frame.feed_names and isinstance(item, Mission | Principle) and item.withdrawn:
            notice, stem = withdrawal_item(frame, item, item.withdrawn), frame.addresses.of(item)
            first = frame.addresses.at(kind_of(item).name, item.first_slug)
            name = FeedName(
                kind="withdrawn",
                slug=item.slug,
                title=frame.say("feeds.title", site=frame.settings.site_name, name=notice.title),
                description=notice.summary,
                stem=stem,
                page=stem,
                first_stem=first,
                old_stems=frame.addresses.earlier(item),
            )
            yield Channel(name, (notice,))


def _resting(frame: Frame) -> Iterator[Channel]:
    """Yield the feed of each place and partner that nothing names any more, with its notices."""
    title, about = frame.say("emptied.title"), frame.say("emptied.description")
    for entry in frame.record.resting if frame.feed_names else ():
        kind, stem = kind_of(entry).name, frame.addresses.of(entry)
        name = FeedName(
            kind="withdrawn",
            slug=entry.slug,
            title=frame.say("feeds.title", site=frame.settings.site_name, name=title),
            description=about,
            stem=stem,
            page=stem,
            first_stem=frame.addresses.at(kind, entry.first_slug),
            old_stems=frame.addresses.earlier(entry),
        )
        yield Channel(name, _newest_first(_withdrawn_from(frame, kind, entry.slug)))


def _newest_first(items: Iterable[FeedItem]) -> tuple[FeedItem, ...]:
    return tuple(sorted(items, key=lambda item: (-item.published.timestamp(), item.id)))


def _items(frame: Frame, name: FeedName) -> Iterable[FeedItem]:
    record = frame.record
    match name.kind:
        case "everything":
            return chain(_everything(frame), _withdrawn(frame, CaseStudy, CouncilSummary))
        case "mission" | "principle" | "place" | "partner":
            told_here = _told(frame, record.stories_of(name.kind, name.slug))
            return chain(told_here, _withdrawn_from(frame, name.kind, name.slug))
        case "language":
            told_so = (item for item in _everything(frame) if item.language == name.slug)
            return chain(told_so, _withdrawn_from(frame, "language", name.slug))
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


def _withdrawn_from(frame: Frame, kind: str, slug: str) -> Iterator[FeedItem]:
    """Yield the notices of what was withdrawn and belonged to a thing, or was in a language."""
    if "withdrawn from" not in frame.memory:
        found: defaultdict[tuple[str, str], dict[str, FeedItem]] = defaultdict(dict)
        for item in frame.record.withdrawn:
            if isinstance(item, CaseStudy | CouncilSummary) and item.withdrawn:
                notice = withdrawn_item(frame, item, item.withdrawn)
                for end in _ends(frame, item):
                    found[end][item.path] = notice
        frame.memory["withdrawn from"] = found
    yield from frame.memory["withdrawn from"].get((kind, slug), {}).values()


def _ends(frame: Frame, item: CaseStudy | CouncilSummary) -> Iterator[tuple[str, str]]:
    """Yield each thing whose feed told of an item."""
    yield "language", item.lang or frame.settings.language
    if isinstance(item, CaseStudy):
        yield from ((reference.kind, reference.slug) for reference in references_of(item))
