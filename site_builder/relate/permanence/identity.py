"""What everything is known by in the data: one id for each thing, the same for as long as it lives.

An id is the type and the name under which a thing was first published: case-study/warm-homes. A
file that is renamed with its alias keeps it. What a viewer may not see has no id.
"""

from collections.abc import Callable, Mapping

from site_builder.read.types import CouncilSummary, Deliberation, Item, RegisterEntry
from site_builder.read.types.kinds import kind_of
from site_builder.relate.record import End, Record

IdOf = Callable[[str, str], str | None]
"""Takes the kind of a thing and its slug; returns its id, or nothing for what nobody may see."""


def type_name(kind: str) -> str:
    """Return how ids and data write a kind: case-study."""
    return kind.replace(" ", "-")


def id_of(thing: Item | RegisterEntry) -> str:
    """Return the id of an item or of an entry of a register."""
    return f"{type_name(kind_of(thing).name)}/{thing.first_slug}"


def commitment_id(made: str) -> str:
    """Return the id of a commitment by the name that its council gave it."""
    return f"commitment/{made}"


def recommendation_id(deliberation: Deliberation, made: str) -> str:
    """Return the id of a recommendation by the name that it has in its file."""
    return f"recommendation/{deliberation.first_slug}/{made}"


def session_id(deliberation: Deliberation, made: str) -> str:
    """Return the id of a session by the name that it has in its file."""
    return f"session/{deliberation.first_slug}/{made}"


def update_id(council: CouncilSummary, number: int) -> str:
    """Return the id of an update of a commitment by where it stands in the list of its council."""
    told = [update.commitment for update in council.commitment_updates[: number + 1]]
    again = f"-{told.count(told[-1])}" if told[-1] in told[:-1] else ""
    return f"update/{council.first_slug}/{told[-1]}{again}"


def ids_of(record: Record) -> IdOf:
    """Return the way to the id of each thing that the record holds."""
    ids = dict(_ids(record))
    return lambda kind, slug: ids.get((kind, slug))


def _ids(record: Record) -> Mapping[End, str]:
    shelves: Mapping[str, Mapping[str, Item | RegisterEntry]] = {
        **record.shelves,
        "place": record.places,
        "partner": record.partners,
    }
    found = {
        (kind, slug): id_of(thing)
        for kind, shelf in shelves.items()
        for slug, thing in shelf.items()
    }
    return found | {("commitment", one): commitment_id(one) for one in record.commitments}
