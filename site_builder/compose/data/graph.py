"""record.json: the whole record as nodes and edges, and what each relation between them means."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from site_builder.compose.data.columns import Column, columns_of
from site_builder.compose.data.tables import data_root, title_of
from site_builder.compose.frame.frame import Frame
from site_builder.read.types import ITEM_KINDS, REGISTER_KINDS, Kind
from site_builder.relate.data import graph
from site_builder.relate.permanence.identity import type_name

NODES = columns_of(graph.NodeRow)
EDGES = columns_of(graph.EdgeRow)


@dataclass(frozen=True)
class Relation:
    """A sort of edge: from what, to what, and what it says."""

    start: str
    name: str
    to: str
    meaning: str


@dataclass(frozen=True)
class Graph:
    """The nodes and the edges as JSON has them."""

    nodes: tuple[Mapping[str, Any], ...]
    edges: tuple[Mapping[str, Any], ...]


def relations() -> Iterator[Relation]:
    """Yield every relation that the content types allow, whatever the record holds."""
    for kind in ITEM_KINDS:
        yield from _relations_of(kind)


def relations_shown(frame: Frame) -> Iterator[Relation]:
    """Yield the relations between types that the site has something of, or had once."""
    kinds = (*(kind.name for kind in ITEM_KINDS + REGISTER_KINDS), "commitment")
    kept = {type_name(kind) for kind in kinds if frame.keeps(kind)}
    inside = {"update": "council-summary", "recommendation": "deliberation"}
    for one in relations():
        if {inside.get(end, end) for end in (one.start, one.to)} <= kept:
            yield one


def _relations_of(kind: Kind) -> Iterator[Relation]:
    for column in columns_of(kind.model):
        inside = graph.inside(kind.model, column.attribute)
        if inside:
            yield Relation(inside.type, inside.relation, type_name(kind.name), inside.meaning)
            yield from _references(inside.type, column.parts)
        else:
            yield from _references(type_name(kind.name), (column,))


def _references(start: str, columns: Sequence[Column], before: str = "") -> Iterator[Relation]:
    for column in columns:
        name = f"{before}{column.name}"
        if column.sort and column.sort.kind:
            yield Relation(start, name, type_name(column.sort.kind), column.meaning)
        yield from _references(start, column.parts, f"{name}.")


def graph_of(frame: Frame) -> Graph:
    """Return the record as a graph, its addresses as the files write them."""
    root = data_root(frame)
    found = graph.nodes(frame.record, lambda thing: title_of(frame, thing))
    return Graph(
        tuple(
            {
                "id": node.id,
                "type": node.type,
                "title": node.title,
                "address": root + node.address,
                "illustrative": node.illustrative,
            }
            for node in found
        ),
        tuple(
            {"from": edge.start, "relation": edge.relation, "to": edge.to}
            for edge in graph.edges(frame.record)
        ),
    )


def edges_schema(rows: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the schema of a list of edges, in which a relation is one that there can be."""
    names = sorted({relation.name for relation in relations()})
    properties = rows["items"]["properties"]
    relation = properties["relation"] | {"enum": names}
    items = rows["items"] | {"properties": properties | {"relation": relation}}
    return {**rows, "items": items}
