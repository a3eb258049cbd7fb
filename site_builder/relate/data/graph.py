"""The record as a graph: each thing that a reference starts from or leads to, and each reference.

An edge is named after the field that makes it, so a join that is added to a model is an edge at
once. Commitments, what councils said of them, and recommendations are nodes of their own.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from site_builder.read.source import Loc
from site_builder.read.types import CouncilSummary, Deliberation, Item, RegisterEntry
from site_builder.read.types.fields.text import Part
from site_builder.read.types.kinds import kind_of
from site_builder.relate.data.rows import Address, RecordId, Shape, TypeName
from site_builder.relate.permanence.identity import (
    IdOf,
    commitment_id,
    id_of,
    ids_of,
    recommendation_id,
    type_name,
    update_id,
)
from site_builder.relate.record import Record
from site_builder.relate.references import Reference, references_of

TitleOf = Callable[[Item | RegisterEntry], str]
"""Returns what pages call a thing."""


class NodeRow(Part):
    """A thing of the record."""

    id: RecordId = Field(description="What the data know it by.")
    type: TypeName = Field(description="What sort of thing it is.")
    title: Annotated[str, Shape("text")] = Field(
        description="What pages call it; of a commitment, an update or a recommendation, its words."
    )
    address: Address = Field(description="The permanent address of the page that shows it.")
    illustrative: bool = Field(description="True for an invented example.")


class EdgeRow(Part):
    """A reference that one thing of the record makes to another."""

    start: RecordId = Field(alias="from", description="The id of what refers.")
    relation: Annotated[str, Shape("relation")] = Field(
        description="The field that makes the reference, with a dot before each inner field."
    )
    to: RecordId = Field(description="The id of what it refers to.")


@dataclass(frozen=True)
class Inside:
    """A list of an item whose entries are nodes of their own."""

    type: str
    """The type of its entries."""
    relation: str
    """The name of the edge from each entry to the item."""
    meaning: str


INSIDE: Mapping[tuple[type[Item], str], Inside] = {
    (CouncilSummary, "commitments"): Inside(
        "commitment", "made_at", "The council at which it was made."
    ),
    (CouncilSummary, "commitment_updates"): Inside(
        "update", "said_at", "The council that said it."
    ),
    (Deliberation, "recommendations"): Inside(
        "recommendation", "made_by", "The deliberation that made it."
    ),
}
"""The lists whose entries are nodes, by the model of the item and the name of the field."""


def inside(model: type[Item] | type[RegisterEntry], field: str) -> Inside | None:
    """Return what the entries of a list are as nodes, if they are nodes."""
    return next((one for key, one in INSIDE.items() if key == (model, field)), None)


@dataclass(frozen=True)
class Node:
    """A thing of the record, its address without the way to the root."""

    id: str
    type: str
    title: str
    address: str
    illustrative: bool


@dataclass(frozen=True)
class Edge:
    """A reference between two nodes."""

    start: str
    relation: str
    to: str


@dataclass(frozen=True)
class _Entry:
    """An entry of a list whose entries are nodes."""

    loc: Loc
    node: Node
    relation: str


def nodes(record: Record, title_of: TitleOf) -> Iterator[Node]:
    """Yield every thing of the record."""
    for item in _items(record):
        yield _node(record, item, title_of, illustrative=item.illustrative)
        yield from (entry.node for entry in _entries(record, item))
    for thing in (*record.places.values(), *record.partners.values()):
        yield _node(record, thing, title_of, illustrative=False)


def edges(record: Record) -> Iterator[Edge]:
    """Yield every reference between things that the record holds, once each."""
    id_at = ids_of(record)
    found = (edge for item in _items(record) for edge in _edges_of(record, item, id_at))
    yield from dict.fromkeys(found)


def _edges_of(record: Record, item: Item, id_at: IdOf) -> Iterator[Edge]:
    starts: dict[Loc, str] = {}
    for entry in _entries(record, item):
        starts[entry.loc] = entry.node.id
        yield Edge(entry.node.id, entry.relation, id_of(item))
    for reference in references_of(item):
        start, to = _start(reference, starts), id_at(reference.kind, reference.slug)
        if start and to:
            yield Edge(start, _relation(reference), to)


def _start(reference: Reference, starts: Mapping[Loc, str]) -> str | None:
    """Return the node that refers: the item, or the entry of its list; none if that is hidden."""
    if _is_inside(reference):
        return starts.get(reference.loc[:2])
    return id_of(reference.item)


def _relation(reference: Reference) -> str:
    names = [step for step in reference.loc if isinstance(step, str)]
    return ".".join(names[1:] if _is_inside(reference) else names)


def _is_inside(reference: Reference) -> bool:
    return (type(reference.item), reference.loc[0]) in INSIDE


def _items(record: Record) -> Iterator[Item]:
    return (item for shelf in record.shelves.values() for item in shelf.values())


def _node(
    record: Record, thing: Item | RegisterEntry, title_of: TitleOf, *, illustrative: bool
) -> Node:
    kind = type_name(kind_of(thing).name)
    return Node(id_of(thing), kind, title_of(thing), record.addresses.of(thing), illustrative)


def _entries(record: Record, item: Item) -> Iterator[_Entry]:
    """Yield the entries of an item that are nodes, but those of what nobody may see."""
    if isinstance(item, CouncilSummary):
        yield from _commitments(record, item)
        yield from _updates(record, item)
    if isinstance(item, Deliberation):
        yield from _recommendations(record, item)


def _commitments(record: Record, council: CouncilSummary) -> Iterator[_Entry]:
    for number, made in enumerate(council.commitments):
        address = record.addresses.at("commitment", made.id)
        yield _entry(council, "commitments", number, commitment_id(made.id), made.text, address)


def _updates(record: Record, council: CouncilSummary) -> Iterator[_Entry]:
    for number, update in enumerate(council.commitment_updates):
        if update.commitment in record.commitments:
            name, address = (
                update_id(council, number),
                record.addresses.at("commitment", update.commitment),
            )
            yield _entry(council, "commitment_updates", number, name, update.note, address)


def _recommendations(record: Record, deliberation: Deliberation) -> Iterator[_Entry]:
    for number, one in enumerate(deliberation.recommendations):
        name = recommendation_id(deliberation, one.id)
        address = record.addresses.recommendation(deliberation.slug, one.id)
        yield _entry(deliberation, "recommendations", number, name, one.text, address)


def _entry(item: Item, field: str, number: int, name: str, text: str, address: str) -> _Entry:  # noqa: PLR0913, PLR0917 - private
    list_of = INSIDE[type(item), field]
    node = Node(name, list_of.type, text, address, item.illustrative)
    return _Entry((field, number), node, list_of.relation)
