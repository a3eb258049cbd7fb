"""Pagefind: the same records give the same files, only those needed, or a message for people."""

import ast
import gzip
import json
import stat
import sys
from pathlib import Path

import pagefind_bin
import pytest

from site_builder.compose.search.search import SearchIndex, SearchRecord
from site_builder.publish.search import cbor
from site_builder.publish.search.pagefind import (
    EVERY,
    Files,
    IndexerFailed,
    indexer_version,
    make_index,
)

PACKAGE = Path(__file__).parents[3] / "site_builder"
PLACES = ("Barnsley", "Cardiff", "Derry", "Dundee", "Leeds", "Preston", "Truro", "Wigan")


def record(number: int) -> SearchRecord:
    place = PLACES[number % len(PLACES)]
    return SearchRecord(
        address=f"case-studies/story-{number}/",
        title=f"Story {number}",
        facts=f"Case study, Health, {place}",
        accent="health" if number % 2 else "",
        text=f"Nurses & neighbours of {place} spoke, <b>number {number}</b>.",
        day=f"2025-01-{number + 1:02}" if number else "",
        filters=(("place", (place,)), ("mission", ("Health", "Growth")[: 1 + number % 2])),
    )


def index_of(count: int, language: str = "en") -> SearchIndex:
    return SearchIndex(language, tuple(map(record, range(count))))


def unpacked(data: bytes) -> bytes:
    return (gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data).removeprefix(
        b"pagefind_dcd"
    )


def fragments(files: Files) -> dict[str, dict[str, object]]:
    """Return what the index says of each record, by the record's address."""
    data = [json.loads(unpacked(files[name])) for name in files if name.startswith("fragment/")]
    return {one["url"]: one for one in data}


def meta_of(files: Files) -> list[object]:
    (name,) = (name for name in files if name.endswith(".pf_meta"))
    meta: list[object] = cbor.decode(unpacked(files[name]))
    return meta


def test_same_records_give_the_same_bytes() -> None:
    """Pagefind keeps filters in an order of chance; what leaves here has none."""
    first = make_index(index_of(24))
    assert all(make_index(index_of(24)) == first for _ in range(3))
    assert list(first) == sorted(first)


def test_filters_stand_in_order_and_name_files_that_are_there() -> None:
    """Filters are sorted by name, their values too, and every page of a value is right."""
    files = make_index(index_of(24))
    named = meta_of(files)[3]
    assert isinstance(named, list)
    assert [name for name, _ in named] == ["mission", "place"]
    for name, stamp in named:
        inside, values = cbor.decode(unpacked(files[f"filter/{stamp}.pf_filter"]))
        assert inside == name
        assert [value for value, _ in values] == sorted(value for value, _ in values)
    assert [len(pages) for _, pages in values] == [3] * len(PLACES)
    assert len([name for name in files if name.startswith("filter/")]) == 2


def test_entry_names_the_data_and_no_clock() -> None:
    """The entry leads to the one file of data of its language."""
    files = make_index(index_of(3))
    entry = json.loads(files["pagefind-entry.json"])
    (language,) = entry["languages"].items()
    assert language == ("en", {"hash": language[1]["hash"], "wasm": "en", "page_count": 3})
    assert f"pagefind.{language[1]['hash']}.pf_meta" in files
    assert set(entry) == {"version", "languages", "include_characters"}


def test_record_comes_out_as_it_went_in() -> None:
    """Address, title, facts and text are in the index, signs of HTML as the signs they are."""
    found = fragments(make_index(index_of(2)))
    assert set(found) == {"case-studies/story-0/", "case-studies/story-1/"}
    second = found["case-studies/story-1/"]
    assert second["content"] == "Nurses & neighbours of Cardiff spoke, <b>number 1</b>."
    facts = "Case study, Health, Cardiff"
    meta = {"title": "Story 1", "facts": facts, "accent": "health", "every": EVERY}
    assert second["meta"] == meta
    assert "accent" not in str(found["case-studies/story-0/"]["meta"])


def test_record_without_a_day_comes_last_by_date() -> None:
    """No record is missing from a list by date."""
    assert meta_of(make_index(index_of(4)))[4] == [["date", [0, 1, 2, 3]]]


@pytest.mark.parametrize(("language", "wasm"), [("en", "en"), ("cy", "unknown")])
def test_index_has_what_a_search_needs_and_nothing_else(language: str, wasm: str) -> None:
    """No user interface, no worker, and the program for one language only."""
    files = make_index(index_of(3, language))
    plain = {name for name in files if "/" not in name and not name.endswith(".pf_meta")}
    assert plain == {"pagefind.js", "pagefind-entry.json", f"wasm.{wasm}.pagefind"}
    assert {name.split("/")[0] for name in files if "/" in name} == {"filter", "fragment", "index"}


def program(folder: Path, body: str) -> Path:
    """Write a program that is not Pagefind and return its path."""
    path = folder / "pagefind"
    path.write_text(f"#!{sys.executable}\nimport sys\n{body}\n", "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IEXEC)
    return path


ERROR = """\
import base64, json
answer = {"payload": {"type": "Error", "message": "too hot"}}
sys.stdout.write(base64.b64encode(json.dumps(answer).encode()).decode() + ",")"""


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("sys.exit(1)", "stopped after 0 of 4 messages"),
        ("print('bm9uc2Vuc2U=', end=',')", "could not make the index"),
        (ERROR, "too hot"),
    ],
)
def test_program_that_fails_is_told_in_plain_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str, said: str
) -> None:
    """A program that stops, talks nonsense or names an error ends the build with a message."""
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: program(tmp_path, body))
    with pytest.raises(IndexerFailed, match=said) as failed:
        make_index(index_of(2))
    assert f"Pagefind {indexer_version()}" in str(failed.value)


def test_program_that_is_not_there_is_told_in_plain_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a machine that Pagefind is not made for, the build says so."""
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: Path("/nowhere/pagefind"))
    with pytest.raises(IndexerFailed, match="No such file"):
        make_index(index_of(1))


def test_only_one_module_knows_pagefind() -> None:
    """Another search would be one other module."""
    knows = [
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Import)
        and any(name.name.startswith("pagefind") for name in node.names)
    ]
    assert knows == ["publish/search/pagefind.py"]
