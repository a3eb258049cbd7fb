"""The files of the data: JSON, CSV and a schema for each table, and for the record as a graph."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from site_builder.compose.data.graph import EDGES, NODES, Graph, edges_schema, graph_of
from site_builder.compose.data.schemas import Schema, file_schema, rows_schema
from site_builder.compose.data.sheets import Sheet, as_csv, lines_of, sheets_of
from site_builder.compose.data.tables import Layout, Table, data_root, tables
from site_builder.compose.frame.frame import Frame
from site_builder.read.theme.retold import retold
from site_builder.read.theme.words import Words
from site_builder.relate.menus import DATA

RECORD = "record"
"""The name of the graph's files and of its page."""


@dataclass(frozen=True)
class File:
    """One file of the data."""

    address: str
    data: bytes
    rows: int


@dataclass(frozen=True)
class SheetFile:
    """A CSV file and what it is made of."""

    sheet: Sheet
    file: File


@dataclass(frozen=True)
class TableFiles:
    """The files of one table."""

    table: Table
    json: File
    sheets: tuple[SheetFile, ...]
    """The rows first, then each list inside them."""
    schema: File

    @property
    def csv(self) -> File:
        """The rows as CSV, without the lists inside them."""
        return self.sheets[0].file


@dataclass(frozen=True)
class GraphFiles:
    """The files of the graph."""

    json: File
    csv: File
    """Its edges."""
    schema: File


@dataclass(frozen=True)
class DataFiles:
    """Every file of the data."""

    tables: tuple[TableFiles, ...]
    graph: GraphFiles

    @property
    def pages(self) -> frozenset[str]:
        """The addresses of the pages on its tables."""
        return frozenset(table_address(one.table.layout.slug) for one in self.tables)

    @property
    def all(self) -> Iterator[File]:
        """Each of them."""
        for one in self.tables:
            yield from (one.json, *(sheet.file for sheet in one.sheets), one.schema)
        yield from (self.graph.json, self.graph.csv, self.graph.schema)


def data_files(frame: Frame) -> DataFiles:
    """Return every file of the data, for what the record holds and nothing else."""
    return DataFiles(tuple(_table(frame, one) for one in tables(frame)), _graph(frame))


def table_address(slug: str) -> str:
    """Return the address of the page on a table."""
    return f"{DATA}{slug}/"


def _table(frame: Frame, table: Table) -> TableFiles:
    layout = table.layout
    sheets = sheets_of(layout.slug, layout.one, layout.columns)
    return TableFiles(
        table,
        _json(frame, layout.slug, {"rows": table.rows}),
        tuple(_sheet(sheet, table.rows) for sheet in sheets),
        _table_schema(frame.settings.site_root or "", layout, frame.words),
    )


def _sheet(sheet: Sheet, rows: Iterable[Mapping[str, Any]]) -> SheetFile:
    lines = list(lines_of(sheet, rows))
    data = as_csv(sheet.header, lines)
    return SheetFile(sheet, File(f"{DATA}{sheet.slug}.csv", data, len(lines)))


def _graph(frame: Frame) -> GraphFiles:
    graph = graph_of(frame)
    return GraphFiles(
        _json(frame, RECORD, {"nodes": graph.nodes, "edges": graph.edges}),
        _edges(graph),
        _graph_schema(frame.settings.site_root or "", frame.words),
    )


def _edges(graph: Graph) -> File:
    header = [column.name for column in EDGES]
    lines = [[str(edge[name]) for name in header] for edge in graph.edges]
    return File(f"{DATA}{RECORD}.csv", as_csv(header, lines), len(lines))


def _json(frame: Frame, slug: str, lists: Mapping[str, Sequence[Mapping[str, Any]]]) -> File:
    """Return a JSON file with one row on each line, so that a comparison of two shows rows."""
    about = [f"{_dumped(name)}:{_dumped(value)}" for name, value in _about(frame, slug).items()]
    parts = [f"{_dumped(name)}:[\n{_lines(rows)}]" for name, rows in lists.items()]
    text = "{" + ",\n".join([*about, *parts]) + "}\n"
    return File(f"{DATA}{slug}.json", text.encode(), sum(map(len, lists.values())))


def _lines(rows: Sequence[Mapping[str, Any]]) -> str:
    return ",\n".join(map(_dumped, rows)) + "\n" * bool(rows)


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _about(frame: Frame, slug: str) -> Mapping[str, Any]:
    """Return what a file says of itself."""
    settings, root = frame.settings, data_root(frame)
    licence = settings.licence
    return {
        "name": settings.site_name,
        "publisher": settings.publisher,
        "licence": {"name": licence.name, "url": licence.url} if licence else None,
        "documentation": root + table_address(slug),
        "schema": f"{root}{_schema_address(slug)}",
    }


def _schema_address(slug: str) -> str:
    return f"{DATA}schemas/{slug}.json"


@lru_cache(maxsize=64)
def _table_schema(root: str, layout: Layout, words: Words) -> File:
    """Return the schema of a table's JSON; no content is in it, so a process makes it once."""
    return _schema(root, layout.slug, {"rows": rows_schema(layout.columns)}, words)


@lru_cache(maxsize=4)
def _graph_schema(root: str, words: Words) -> File:
    lists = {"nodes": rows_schema(NODES), "edges": edges_schema(rows_schema(EDGES))}
    return _schema(root, RECORD, lists, words)


def _schema(root: str, slug: str, lists: Mapping[str, Schema], words: Words) -> File:
    address = _schema_address(slug)
    title, lists = f"{DATA}{slug}.json", _described(lists, words)
    whole = file_schema(f"{root}{address}", title, ABOUT_SCHEMA, lists)
    return File(address, (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode(), 0)


def _described(schema: Any, words: Words) -> Any:
    """Return a schema, or a part of one, whose descriptions have the terms of the site."""
    if isinstance(schema, Mapping):
        return {
            name: retold(one, words)
            if name == "description" and isinstance(one, str)
            else _described(one, words)
            for name, one in schema.items()
        }
    return [_described(one, words) for one in schema] if isinstance(schema, list) else schema


_TEXT = {"type": "string"}
ABOUT_SCHEMA: Mapping[str, Schema] = {
    "name": _TEXT,
    "publisher": _TEXT,
    "licence": {
        "anyOf": [
            {
                "type": "object",
                "properties": {"name": _TEXT, "url": {"type": "string", "format": "uri"}},
                "required": ["name", "url"],
                "additionalProperties": False,
            },
            {"type": "null"},
        ]
    },
    "documentation": {"type": "string", "format": "uri-reference"},
    "schema": {"type": "string", "format": "uri-reference"},
}
