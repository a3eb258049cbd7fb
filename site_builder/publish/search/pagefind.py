"""Pagefind: the program that makes an index of records, and what we take of what it gives.

This is the only module that knows Pagefind. Its program gets the records on its standard input and
gives the files on its standard output; no setting of the machine reaches it, and it asks no
network. We speak to it ourselves, for its Python wrapper waits a tenth of a second at each record,
and for ever when the program has stopped.

It keeps filters in an order of chance, so that no two runs are alike; `_in_order` mends that.
"""

import gzip
import json
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from importlib.metadata import version
from io import BufferedReader
from itertools import islice
from pathlib import Path
from threading import Thread
from typing import IO, Any, cast

import pagefind_bin

from site_builder.compose.search.search import SearchIndex
from site_builder.publish.keys import digest
from site_builder.publish.search import cbor

Files = dict[str, bytes]
"""The files of an index by their path in its folder."""

EVERY = "\ua66e"
"""A word that every record has and nobody types; the script knows it too.

A search for no word at all would fetch the whole index; one for this word fetches a part of it."""

_ENTRY = "pagefind-entry.json"
_SCRIPT = "pagefind.js"
_MARK = b"pagefind_dcd"
"""What Pagefind's data begin with, inside gzip or without it."""
_END = b","
"""What ends each message, both ways."""
_CHUNK = 1 << 16


class IndexerFailed(Exception):
    """The index of the search can not be made; carries a message for whoever runs the build."""


def indexer_version() -> str:
    """Return the version of Pagefind, which decides the bytes of an index."""
    return version("pagefind_bin")


def make_index(index: SearchIndex) -> Files:
    """Return the files of an index, the same for the same records.

    Raises IndexerFailed when Pagefind is not there, does not run, or says what is not understood.
    """
    try:
        files = _ask(pagefind_bin.get_executable(), tuple(_messages(index)))
        return _in_order(_needed(files))
    except (OSError, ValueError, KeyError) as error:
        message = f"Pagefind {indexer_version()} could not make the index of the search: {error}"
        raise IndexerFailed(message) from None


def _messages(index: SearchIndex) -> Iterator[Mapping[str, Any]]:
    yield {"type": "NewIndex", "config": {}}
    for record in index.records:
        meta = {
            "title": record.title,
            "facts": record.facts,
            "accent": record.accent,
            "every": EVERY,
        }
        yield {
            "type": "AddRecord",
            "index_id": 0,
            "url": record.address,
            "content": record.text,
            "language": index.language,
            "meta": {name: text for name, text in meta.items() if text},
            "filters": {name: list(values) for name, values in record.filters},
            # A record without a day would be missing from a list by date; so it comes last.
            "sort": {"date": record.day or "0000"},
        }
    yield {"type": "GetFiles", "index_id": 0}


def _ask(program: Path, messages: Sequence[Mapping[str, Any]]) -> Files:
    """Return the files that the program gives in answer to the last of all messages."""
    with subprocess.Popen(  # noqa: S603 - the program that comes with the pinned package
        [program, "--service"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=program.parent,
    ) as running:
        # It answers as it reads; a thread writes, so that neither waits for the other.
        writer = Thread(target=_write, args=(cast("IO[bytes]", running.stdin), messages))
        writer.start()
        try:
            last = _last_answer(cast("BufferedReader", running.stdout), len(messages))
        finally:
            running.kill()
            writer.join()
    return {file["path"]: b64decode(file["content"]) for file in last["files"]}


def _write(to: IO[bytes], messages: Sequence[Mapping[str, Any]]) -> None:
    # A program that has stopped is seen where its answers are read.
    with suppress(OSError):
        for number, message in enumerate(messages):
            said = {"message_id": number, "payload": message}
            to.write(b64encode(json.dumps(said).encode()) + _END)
        to.flush()


def _last_answer(answers: BufferedReader, count: int) -> Mapping[str, Any]:
    """Return the last of so many answers. Raises ValueError when there are fewer, or an error."""
    heard = [json.loads(b64decode(part))["payload"] for part in islice(_parts(answers), count)]
    for answer in heard:
        if answer["type"] == "Error":
            raise ValueError(answer["message"])
    if len(heard) < count:
        raise ValueError(f"it stopped after {len(heard)} of {count} messages.")
    return dict(heard[-1])


def _parts(answers: BufferedReader) -> Iterator[bytes]:
    """Yield each message as it comes, without its end."""
    begun: list[bytes] = []
    while chunk := answers.read1(_CHUNK):
        *ends, rest = chunk.split(_END)
        for end in ends:
            yield b"".join((*begun, end))
            begun = []
        begun.append(rest)


def _needed(files: Files) -> Files:
    """Return what a search needs: no user interface, no worker, no rules of another language."""
    wasm = f"wasm.{_language(files)[1]['wasm'] or 'unknown'}.pagefind"
    kept = {name: files[name] for name in (_ENTRY, _SCRIPT, wasm)}
    data = {name: data for name, data in files.items() if name.rpartition(".")[2][:3] == "pf_"}
    return kept | data


def _in_order(files: Files) -> Files:
    """Return files with each filter in order, and all that is named after its bytes named anew."""
    code, language = _language(files)
    meta = _data(files.pop(f"pagefind.{language['hash']}.pf_meta"))
    _version, _pages, _chunks, filters, sorts, _fields = meta
    for one in filters:
        name, values = _data(files.pop(f"filter/{one[1]}.pf_filter"))
        one[1] = _put(files, "filter/{}.pf_filter", code, [name, sorted(values)])
    filters.sort()
    sorts.sort()
    stamp = _put(files, "pagefind.{}.pf_meta", code, meta)
    entry = files[_ENTRY].replace(language["hash"].encode(), stamp.encode())
    return dict(sorted((files | {_ENTRY: entry}).items()))


def _language(files: Files) -> tuple[str, Mapping[str, Any]]:
    """Return the one language of an index, and what the entry says of it."""
    ((code, language),) = json.loads(files[_ENTRY])["languages"].items()
    return code, language


def _data(packed: bytes) -> Any:
    return cbor.decode(gzip.decompress(packed).removeprefix(_MARK))


def _put(files: Files, path: str, code: str, value: Any) -> str:
    """Put a value among the files and return its stamp.

    It is not packed: zlib's bytes differ from machine to machine, and these files are small.
    """
    data = _MARK + cbor.encode(value)
    stamp = f"{code}_{digest(data)[:10]}"
    files[path.format(stamp)] = data
    return stamp
