"""Packed files beside files of text, for hosts that send those instead of packing themselves."""

import gzip
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import brotli

from site_builder.compose.hosts.headers import PACKED
from site_builder.compose.output import Output
from site_builder.read.files.own_file import OwnFile

_BROTLI = 10
"""How hard Brotli tries: 11 takes twice as long, and makes files 3 % smaller."""

_LARGEST = 8_000_000


@dataclass(frozen=True)
class Packing:
    """Inputs of a packed file: the file that it is made of, and the key of that one."""

    path: str
    key: str


def _gzip(data: bytes) -> bytes:
    return gzip.compress(data, 9, mtime=0)


def _brotli(data: bytes) -> bytes:
    packed: bytes = brotli.compress(data, mode=brotli.MODE_TEXT, quality=_BROTLI)
    return packed


PACKERS: Mapping[str, Callable[[bytes], bytes]] = {"gz": _gzip, "br": _brotli}
"""How to pack, by the ending and the writer's name of what comes of it."""


def with_packed(outputs: Sequence[Output], key: Callable[[Output], str]) -> Iterator[Output]:
    """Yield outputs, and after them those that are text once more in each way of packing."""
    yield from outputs
    for output in outputs:
        if PurePosixPath(output.path).suffix in PACKED and not _is_large(output):
            inputs = Packing(output.path, key(output))
            yield from (Output(f"{output.path}.{name}", name, inputs) for name in PACKERS)


def _is_large(output: Output) -> bool:
    """Tell whether a file is too large to be packed as a whole; hosts pack it as they send it."""
    return isinstance(output.inputs, OwnFile) and output.inputs.size > _LARGEST


Writer = Callable[[Iterable[Packing]], list[bytes]]
"""Takes what is to be packed, and returns the bytes in the same order."""


def writers(file_of: Callable[[str], Path]) -> Mapping[str, Writer]:
    """Return a writer for each way of packing, which reads what it packs from where that stands."""

    def writer(pack: Callable[[bytes], bytes]) -> Writer:
        return lambda inputs: [pack(file_of(one.path).read_bytes()) for one in inputs]

    return {name: writer(pack) for name, pack in PACKERS.items()}
