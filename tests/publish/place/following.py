"""What is not there although a reader is led to it."""

import os
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path, PurePosixPath
from posixpath import normpath

_LINK = re.compile(rb'(?:href|src)="([^"#?:]+)["#?]')


@lru_cache(maxsize=4096)
def page_files(path: str, data: bytes) -> tuple[str, ...]:
    """Return the files of the site that a page leads to; the same page is read once."""
    return tuple(_page_files(path, data))


def _page_files(path: str, data: bytes) -> Iterator[str]:
    for link in _LINK.findall(data):
        to = normpath((PurePosixPath(path).parent / link.decode()).as_posix())
        yield f"{to}/index.html".removeprefix("./") if link.endswith(b"/") else to


def missing_from(files: Mapping[str, bytes]) -> set[str]:
    """Return what is not there although a page that a reader can reach leads to it."""
    seen, ahead, missing = {"index.html"}, ["index.html"], set()
    while ahead:
        path = ahead.pop()
        for to in page_files(path, files[path]):
            if to not in files:
                missing.add(to)
            elif to not in seen:
                seen.add(to)
                ahead += [to] if to.endswith(".html") else []
    return missing


class Reading:
    """Reads a folder again and again, and of its files only those that are others than before."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[str, tuple[tuple[int, int, int], bytes]] = {}

    def files(self) -> Mapping[str, bytes]:
        """Return every file there is now, by its path."""
        now = {}
        for top, _, names in os.walk(self._folder):
            for name in names:
                file = Path(top, name)
                path, seen = file.relative_to(self._folder).as_posix(), file.stat()
                state = seen.st_ino, seen.st_mtime_ns, seen.st_size
                known, data = self._known.get(path, (None, b""))
                now[path] = (state, data if known == state else file.read_bytes())
        self._known = now
        return {path: data for path, (_, data) in now.items()}
