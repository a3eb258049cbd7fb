"""Taking the data away: the files of a built site, read as a researcher reads them."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

Files = Mapping[str, bytes]
Row = Mapping[str, Any]


def document(files: Files, name: str) -> Any:
    """Return a JSON file of the data."""
    return json.loads(files[f"data/{name}.json"])


def rows(files: Files, name: str) -> dict[str, Row]:
    """Return the rows of a table by id."""
    return {row["id"]: row for row in document(files, name)["rows"]}


def cells(data: bytes) -> list[dict[str, str]]:
    """Return the lines of a CSV file by the names in its first line, as they stand there."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def sheet(files: Files, name: str) -> list[dict[str, str]]:
    """Return the lines of a CSV file with every text as its author wrote it."""
    return [
        {key: text.removeprefix("'") for key, text in line.items()}
        for line in cells(files[f"data/{name}.csv"])
    ]


def json_files(files: Files) -> Iterator[str]:
    """Yield the name of each JSON file of the data that is no schema."""
    for path in files:
        folder, _, name = path.rpartition("/")
        if folder == "data" and name.endswith(".json"):
            yield name.removesuffix(".json")
