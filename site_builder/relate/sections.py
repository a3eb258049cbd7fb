"""Which lists a site has: those of what there is, and those that the public saw once.

A body without mandate letters has no list of them, no feed and no table of data. What was
published once goes on answering, with nothing in it: its address was promised for ever.
"""

from collections.abc import Callable, Collection, Mapping

from site_builder.read.types import ITEM_KINDS
from site_builder.read.types.kinds import kind_of
from site_builder.relate.record import Record


def _shelf(kind: str) -> Callable[[Record], Collection[str]]:
    return lambda record: record.shelves[kind]


_HELD: Mapping[str, Callable[[Record], Collection[object]]] = {
    **{kind.name: _shelf(kind.name) for kind in ITEM_KINDS},
    "place": lambda record: record.places,
    "partner": lambda record: record.partners,
    "commitment": lambda record: record.commitments,
    "learning": lambda record: record.case_studies,
    # The list of events has everything that people can come to.
    "event": lambda record: record.occasions,
}
"""What stands in the list of each kind."""
_TOLD_BY: Mapping[str, Collection[str]] = {
    "place": ("case study",),
    "partner": ("case study", "mission"),
    "commitment": ("council summary",),
    "learning": ("case study",),
    "event": ("event", "council summary", "deliberation"),
}
"""The types of the items that fill a list, where they are not those of the list itself."""


def is_filled(record: Record, kind: str) -> bool:
    """Tell whether there is anything of a kind that has a list, so that menus may lead to it."""
    return bool(_HELD[kind](record))


def is_kept(record: Record, kind: str) -> bool:
    """Tell whether the list of a kind is made: it has something, or the public saw it once."""
    return is_filled(record, kind) or was_published(record, kind)


def was_published(record: Record, kind: str) -> bool:
    """Tell whether the public saw the list of a kind once.

    Where there is no ledger to tell, an item that was withdrawn does.
    """
    recorded = record.ledger.addresses if record.ledger else ()
    told_by = _TOLD_BY.get(kind, (kind,))
    return record.addresses.section(kind) in recorded or any(
        kind_of(item).name in told_by for item in record.withdrawn
    )
