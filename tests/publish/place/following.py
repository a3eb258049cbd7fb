"""What is not there although a reader is led to it."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import PurePosixPath
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
