"""The ids of all that feeds tell: tag URIs (RFC 4151), each made here and nowhere else.

An id is minted once. It is made of a day and of the name of first publication; once it is in the
ledger, the ledger says what it is, though the day is corrected later. What had an id elsewhere
keeps that one. What is a part of an item has the item's id and more.
"""

import datetime as dt
from dataclasses import dataclass
from functools import singledispatch

from site_builder.read.ledger import Ledger
from site_builder.read.types import Barrier, CaseStudy, CouncilSummary, Event, Item, RegisterEntry
from site_builder.read.types.fields.dates import Quarter
from site_builder.read.types.kinds import kind_of
from site_builder.relate.permanence.identity import id_of

Told = CaseStudy | CouncilSummary | Barrier
"""What has an id of its own; whatever else feeds tell belongs to one of these, or is a change."""


@dataclass(frozen=True)
class Ids:
    """The ids of a site: those that its ledger has, and the way to mint new ones."""

    authority: str
    """The host that ids are minted under; nothing for a site that never knew its address."""
    ledger: Ledger | None = None

    def of(self, item: Told) -> str:
        """Return the id of an item in every feed."""
        return self.kept(item) or _tag(self.authority, own_day(item), item)

    def of_part(self, item: Told, *steps: str) -> str:
        """Return the id of a part of an item: a promise of a council, the end of a barrier."""
        return "/".join((self.of(item), *steps))

    def of_change(self, item: Item, day: dt.date, number: int) -> str:
        """Return the id of a change of an item; `number` counts those of one day from 1."""
        more = f"/{number}" if number > 1 else ""
        return f"{_tag(self.authority, day, item)}/change{more}"

    def of_withdrawal(self, item: Item, day: dt.date) -> str:
        """Return the id of the news that an item was withdrawn."""
        return f"{_tag(self.authority, day, item)}/withdrawn"

    def kept(self, item: Item) -> str | None:
        """Return the id that an item has for ever already: the recorded one, or one given to it."""
        recorded = self.ledger.told_as(_thing_of(item)) if self.ledger else None
        return recorded or given_id(item)

    def in_ledger(self, thing: Item | RegisterEntry) -> str:
        """Return the id of a thing as a line of the ledger has it, its kind and first name in it.

        Without a host to mint under, that of the data.
        """
        lines = self.ledger.lines_of.get(_thing_of(thing), ()) if self.ledger else ()
        if known := next((line.id for line in lines if line.told_as), None):
            return known
        if isinstance(thing, Item) and (given := given_id(thing)):
            return f"{id_of(thing)}={given}"
        is_told = isinstance(thing, Told) and self.authority
        return self.of(thing) if is_told and isinstance(thing, Told) else id_of(thing)


def given_id(item: Item) -> str | None:
    """Return the id that an item had before it came here, if its author gave one."""
    return item.id if isinstance(item, CaseStudy | CouncilSummary | Barrier | Event) else None


def _thing_of(thing: Item | RegisterEntry) -> tuple[str, str]:
    return kind_of(thing).name, thing.first_slug


def _tag(authority: str, day: dt.date, item: Item) -> str:
    kind = kind_of(item).name.replace(" ", "-")
    return f"tag:{authority},{day.isoformat()}:{kind}/{item.first_slug}"


@singledispatch
def own_day(item: Item) -> dt.date:
    """Return the day of an item that a new id is made of; a meeting moves within its quarter."""
    raise TypeError(f"{kind_of(item).name} has no day")


@own_day.register
def _(item: CaseStudy) -> dt.date:
    return item.date


@own_day.register
def _(item: CouncilSummary) -> dt.date:
    return _start_of(item.quarter)


@own_day.register
def _(item: Barrier) -> dt.date:
    return item.named_on


def _start_of(quarter: Quarter) -> dt.date:
    return dt.date(quarter.year, quarter.number * 3 - 2, 1)
