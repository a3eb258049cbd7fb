"""CSV: one file for the rows of a table, and one for each list inside them.

A list of ids stays in its cell. A list of anything else is a sheet of its own, in which each entry
is a row with the id of the row that it belongs to, so nothing is lost and no cell holds code.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from site_builder.compose.data.columns import Column, Row

BETWEEN = " | "
"""What stands between the ids of a list in one cell; no id holds it."""
NUMBER = "number"
"""The column that counts the entries of a list, from 1."""
_COUNTS = frozenset({"number", "whole_number"})
_IN_ONE_CELL = frozenset({"id", "name", "reference"})
_ONLY_JSON = frozenset({"html", "long_text"})
"""The text of a page has no place in a cell."""
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "'", "＝", "＋", "－", "＠")


@dataclass(frozen=True)
class Cell:
    """A column of a sheet: its name, and the way to its value through the parts of an entry."""

    name: str
    way: tuple[str, ...]
    column: Column


@dataclass(frozen=True)
class Sheet:
    """One CSV file."""

    slug: str
    """The name of the file without its ending."""
    lists: tuple[tuple[str, ...], ...]
    """The way from a row through its lists to an entry; empty for the rows themselves."""
    keys: tuple[str, ...]
    """The columns that say where an entry belongs."""
    cells: tuple[Cell, ...]

    @property
    def name(self) -> str:
        """The name of its list, as the columns of the rows have it."""
        return ".".join(step for way in self.lists for step in way)

    @property
    def header(self) -> tuple[str, ...]:
        return (*self.keys, *(cell.name for cell in self.cells))


def sheets_of(slug: str, one: str, columns: Sequence[Column]) -> tuple[Sheet, ...]:
    """Return the sheets of a table; `one` is the name of the column for the id of its rows."""
    rows = Sheet(slug, (), (), tuple(_cells(columns)))
    return (rows, *_inner(slug, one, (), columns))


def _cells(columns: Sequence[Column], before: tuple[str, ...] = ()) -> Iterator[Cell]:
    for column in columns:
        way = (*before, column.name)
        if column.parts and not column.is_list:
            yield from _cells(column.parts, way)
        elif column.sort and not is_only_json(column) and not has_a_sheet(column):
            yield Cell(".".join(way), way, column)


def is_only_json(column: Column) -> bool:
    """Tell whether CSV leaves a column out."""
    return column.sort is not None and column.sort.name in _ONLY_JSON


def has_a_sheet(column: Column) -> bool:
    """Tell whether a column is a list whose entries are the rows of a CSV file of their own."""
    in_one_cell = column.sort and column.sort.name in _IN_ONE_CELL
    return column.is_list and not in_one_cell


def _inner(
    slug: str, one: str, lists: tuple[tuple[str, ...], ...], columns: Sequence[Column]
) -> Iterator[Sheet]:
    for way, column in _lists(columns):
        name = "-".join((slug, *way)).replace("_", "-")
        outer = tuple(f"{steps[-1]}.{NUMBER}" for steps in lists)
        through = (*lists, way)
        cells = _cells(column.parts) if column.parts else [Cell("text", (), column)]
        yield Sheet(name, through, (one, *outer, NUMBER), tuple(cells))
        yield from _inner(name, one, through, column.parts)


def _lists(
    columns: Sequence[Column], before: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Column]]:
    """Yield each list that has a sheet of its own, with the way to it through single parts."""
    for column in columns:
        way = (*before, column.name)
        if has_a_sheet(column):
            yield way, column
        elif not column.is_list:
            yield from _lists(column.parts, way)


def lines_of(sheet: Sheet, rows: Iterable[Row]) -> Iterator[tuple[str, ...]]:
    """Yield the cells of each row of a sheet."""
    for row in rows:
        first = (row["id"],) if sheet.lists else ()
        for keys, entry in _entries(row, sheet.lists, first):
            cells = (as_cell(cell.column, _at(entry, cell.way)) for cell in sheet.cells)
            yield (*map(str, keys), *cells)


def _entries(
    entry: Any, lists: tuple[tuple[str, ...], ...], keys: tuple[Any, ...]
) -> Iterator[tuple[tuple[Any, ...], Any]]:
    if not lists:
        yield keys, entry
        return
    for number, inner in enumerate(_at(entry, lists[0]) or (), 1):
        yield from _entries(inner, lists[1:], (*keys, number))


def _at(entry: Any, way: tuple[str, ...]) -> Any:
    for step in way:
        entry = entry[step] if entry is not None else None
    return entry


def as_cell(column: Column, value: Any) -> str:
    """Return what a cell holds; a text that a spreadsheet could run has an apostrophe in front."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return BETWEEN.join(value)
    text = str(value)
    is_number = column.sort is not None and column.sort.name in _COUNTS
    return text if is_number else defused(text)


def defused(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: an apostrophe stands before it.

    A text that begins with an apostrophe of its own gets one more, so that who takes the first
    apostrophe of a cell away always has the text as it was.
    """
    return f"'{text}" if text.startswith(_STARTS_A_FORMULA) else text


def as_csv(header: Sequence[str], lines: Iterable[Sequence[str]]) -> bytes:
    """Return a CSV file of RFC 4180, in UTF-8 with the mark by which spreadsheets know it."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(lines)
    return written.getvalue().encode("utf-8-sig")
