"""The JSON Schema of each JSON file of the data, made from the same columns as the file."""

from collections.abc import Mapping, Sequence
from typing import Any

from site_builder.compose.data.columns import Column

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = Mapping[str, Any]


def file_schema(
    address: str, title: str, about: Mapping[str, Any], lists: Mapping[str, Schema]
) -> Schema:
    """Return the schema of a file: what it says of itself, and the lists that it holds."""
    properties = {**about, **lists}
    return {"$schema": DIALECT, "$id": address, "title": title, **_object(properties)}


def rows_schema(columns: Sequence[Column]) -> Schema:
    """Return the schema of a list of rows; every row has every column."""
    return {"type": "array", "items": _row(columns, is_whole=True)}


def _row(columns: Sequence[Column], *, is_whole: bool) -> Schema:
    return _object({one.name: _described(one, is_whole=is_whole) for one in columns})


def _object(properties: Mapping[str, Any]) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _described(column: Column, *, is_whole: bool) -> Schema:
    """Return the schema of a column; a row stays when its own reference leads to the hidden."""
    one = column.sort.schema if column.sort else _row(column.parts, is_whole=False)
    if column.is_list:
        one = {"type": "array", "items": one}
    elif column.may_be_empty or (is_whole and column.needs_its_end) or _may_be_hidden(column):
        one = {"anyOf": [one, {"type": "null"}]}
    return {"description": column.meaning, **one}


def _may_be_hidden(column: Column) -> bool:
    return any(part.needs_its_end for part in column.parts)
