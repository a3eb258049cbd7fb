"""A cache of files that take long to make: one file for each, named by its key.

It is only ever a help. Each file starts with a digest of what follows, so one that is cut, altered
or strange is taken for none; deleting any of them, or all, costs time and nothing else.
"""

from collections.abc import Set as AbstractSet
from contextlib import suppress
from pathlib import Path

from site_builder.publish.keys import digest
from site_builder.read.whole_file import write_whole

_STAMP = 32


class RenderCache:
    """A folder of files that earlier builds made."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str) -> bytes | None:
        """Return what was put under a key, or nothing when it is not there or not whole."""
        try:
            whole = (self._folder / key).read_bytes()
        except OSError:
            return None
        stamp, data = whole[:_STAMP], whole[_STAMP:]
        return data if stamp == digest(data).encode() else None

    def put(self, key: str, data: bytes) -> None:
        """Keep data under a key; where that can not be done, the next build does without."""
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            write_whole(self._folder / key, digest(data).encode() + data)

    def keep_only(self, keys: AbstractSet[str]) -> None:
        """Drop whatever is not under one of these keys."""
        with suppress(OSError):
            for path in list(self._folder.iterdir()):
                if path.name not in keys:
                    _drop(path)


def _drop(path: Path) -> None:
    with suppress(OSError):
        path.unlink()
