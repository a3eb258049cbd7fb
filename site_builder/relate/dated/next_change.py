"""What waits for a moment: items that are held, and when the output would next be another.

A build knows no clock, so whoever builds by a timer must know when to build again. Every place
where the output depends on the moment of the build has its source here, and a test composes the
site between these moments to show that there is no other.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from site_builder.read.types import CaseStudy, Item
from site_builder.read.types.fields.dates import Quarter
from site_builder.relate.council.cadence import last_stories
from site_builder.relate.dated.occasions import last_day
from site_builder.relate.people.consent import holds, image_uses
from site_builder.relate.record import Record
from site_builder.relate.visibility import Sight, Viewer

Reason = Literal["published", "consent-ends", "past", "quarter-over", "silent"]


@dataclass(frozen=True)
class Held:
    """An item that is held until its moment."""

    item: Item
    until: dt.datetime
    """Its `publish_at`."""


@dataclass(frozen=True)
class NextChange:
    """The first moment after that of the build at which another build gives another site."""

    at: dt.datetime
    reason: Reason
    path: str
    """The file of the content that says so; empty where it is the cadence."""


def held_items(items: Iterable[Item], viewer: Viewer) -> tuple[Held, ...]:
    """Return what is written, is no draft, and waits for its moment; the soonest first.

    A viewer without a moment holds whatever has one, for it may not have come.
    """
    found = (
        Held(item, item.publish_at)
        for item in items
        if item.publish_at and item.status != "draft" and viewer.is_embargoed(item)
    )
    return tuple(sorted(found, key=lambda one: (one.until, one.item.path)))


def next_change(
    items: Sequence[Item], record: Record, viewer: Viewer, *, with_digests: bool
) -> NextChange | None:
    """Return when the output would next change, and why; nothing if never, or without a moment.

    `items` are those of the content with their consents; `record` is what the viewer sees of it.
    A day is over at midnight in the zone of the viewer's moment.
    """
    now = viewer.now
    if now is None:
        return None
    after = [one for one in _changes(items, record, viewer, now, with_digests) if one.at > now]
    return min(after, key=lambda one: (one.at, one.reason, one.path), default=None)


def _changes(
    items: Sequence[Item],
    record: Record,
    viewer: Viewer,
    now: dt.datetime,
    with_digests: bool,  # noqa: FBT001 - passed on
) -> Iterator[NextChange]:
    for held in held_items(items, viewer):
        # Whoever builds at that moment says it in the zone of this build: days end there.
        yield NextChange(held.until.astimezone(now.tzinfo), "published", held.item.path)
    for item in items:
        for day in _ends_of_consent(item, viewer):
            yield NextChange(_over(day, now), "consent-ends", item.path)
    for occasion in record.occasions:
        yield NextChange(_over(last_day(occasion.held), now), "past", occasion.told_by.path)
    yield from _silences(record, now)
    for quarter in _quarters(record, now, with_digests):
        yield NextChange(_midnight(quarter.next.first_day, now), "quarter-over", "")


def _ends_of_consent(item: Item, viewer: Viewer) -> Iterator[dt.date]:
    """Yield the last day of each consent that something of an item is shown by."""
    if viewer.sight_of(item) is not Sight.PUBLIC:
        return
    asked = {one for use in image_uses(item) for one in use.people or ()}
    if isinstance(item, CaseStudy):
        asked |= {voice.consent for voice in item.voices if voice.consent}
    for consent in item.consent:
        if consent.id in asked and consent.expires and holds(consent, viewer):
            yield consent.expires


def _silences(record: Record, now: dt.datetime) -> Iterator[NextChange]:
    """Yield when a mission falls silent, or has been silent for another week."""
    for slug, newest in last_stories(record.case_studies.values()).items():
        if slug in record.missions:
            weeks = max(record.facts.quiet_weeks, (now.date() - newest).days // 7 + 1)
            day = newest + dt.timedelta(weeks=weeks)
            yield NextChange(_midnight(day, now), "silent", record.missions[slug].path)


def _quarters(record: Record, now: dt.datetime, with_digests: bool) -> Iterator[Quarter]:  # noqa: FBT001 - passed on
    """Yield the quarters whose end is told: one without a council, and one that has a digest."""
    current = Quarter.of(now.date(), record.facts.year_starts)
    if record.councils:
        told = {council.quarter for council in record.councils.values()}
        missing = current
        while missing in told:
            missing = missing.next
        yield missing
    if with_digests:
        yield from (quarter for quarter in record.quarters if quarter >= current)


def _over(day: dt.date, now: dt.datetime) -> dt.datetime:
    return _midnight(day + dt.timedelta(days=1), now)


def _midnight(day: dt.date, now: dt.datetime) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), now.tzinfo)
