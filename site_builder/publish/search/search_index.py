"""The index of the search: made by Pagefind when what can be found has changed, else kept.

An index is kept in one file, named after all that decides its bytes and with a digest of itself.
A file that is broken, missing or of another index is as good as none; deleting it is always safe.
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from site_builder.compose.output import Output, blob
from site_builder.compose.search.search import SearchIndex
from site_builder.publish.keys import canonical, digest
from site_builder.publish.search.pagefind import Files, indexer_version, make_index
from site_builder.read.whole_file import write_whole


def with_search_index(outputs: Iterable[Output], folder: Path) -> tuple[Output, ...]:
    """Return outputs with the files of the index in the place of the one output that is it.

    Raises IndexerFailed when the index must be made and can not be.
    """
    return tuple(one for output in outputs for one in _expanded(output, folder))


def _expanded(output: Output, folder: Path) -> Iterator[Output]:
    if isinstance(output.inputs, SearchIndex):
        files = _files(output.inputs, folder)
        yield from (blob(f"{output.path}{name}", data) for name, data in files.items())
    else:
        yield output


def _files(index: SearchIndex, folder: Path) -> Files:
    key = digest(canonical(index) + _indexer().encode())
    path = folder / f"{key}.index"
    files = _read(path, key)
    if files is None:
        files = make_index(index)
        _keep(path, key, files)
    return files


@cache
def _indexer() -> str:
    """Return what decides the bytes of an index beside its records."""
    code = (Path(__file__).with_name(name).read_bytes() for name in ("cbor.py", "pagefind.py"))
    return digest(b"\0".join((indexer_version().encode(), *code)))


def _read(path: Path, key: str) -> Files | None:
    """Return the files of a kept index, or None when it is not whole."""
    try:
        stamp, names, data = path.read_bytes().split(b"\n", 2)
        if stamp.decode() != _stamp(key, names, data):
            return None
        return dict(_cut(json.loads(names), data))
    except (OSError, ValueError):
        return None


def _cut(lengths: Iterable[tuple[str, int]], data: bytes) -> Iterator[tuple[str, bytes]]:
    at = 0
    for name, length in lengths:
        yield name, data[at : at + length]
        at += length


def _keep(path: Path, key: str, files: Files) -> None:
    """Keep an index and no other; where that can not be done, the next build makes it again."""
    names = json.dumps([(name, len(data)) for name, data in files.items()]).encode()
    data = b"".join(files.values())
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, b"\n".join((_stamp(key, names, data).encode(), names, data)))
        for other in path.parent.glob("*.index"):
            if other != path:
                other.unlink()


def _stamp(key: str, names: bytes, data: bytes) -> str:
    return digest(b"\n".join((key.encode(), names, data)))
