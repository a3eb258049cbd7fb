"""Which revision of an occasion a calendar has: programs take only what says that it is newer.

Nothing but what authors state is known of the past: the notes under `changes`, that something is
called off, that it was withdrawn. Each of them makes a revision that comes after the one before,
whatever else is edited, and so does a note that says that it takes place after all.
"""

import datetime as dt
from dataclasses import dataclass

from site_builder.read.types import Item
from site_builder.relate.dated.clocks import moment_of

_BEFORE_ALL = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""The stamp of what nobody stated a change of; unlike the day of an occasion, it never moves."""
_STEPS = 3
"""How far a note goes on: past being called off and being withdrawn, so that it can undo both."""


@dataclass(frozen=True)
class Revision:
    """How new an entry of a calendar is."""

    number: int
    stamp: dt.datetime


def revision_of(told_by: Item, called_off: str | None, zone: str) -> Revision:
    """Return the revision of an occasion that an item tells of.

    Minor notes count too: how a note is called may change, and a stamp must never go back.
    """
    undone = (called_off is not None) + (told_by.status == "withdrawn")
    number = _STEPS * len(told_by.changes) + undone
    told = (moment_of(zone, one.date) for one in told_by.changes)
    # A second for each revision: two on one day are in order as well.
    stamp = max((_BEFORE_ALL, *told)) + dt.timedelta(seconds=number)
    return Revision(number, stamp)
