"""The mark of a site: which of the files in a folder a build wrote.

It stands in the site itself, so it is there where the cache is not: on another machine, and in the
volume of a container. It is published with the site, so it has digests of paths and no paths: some
addresses, such as those of letters, are for those who were given them.
"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from site_builder.publish.keys import digest

MARK = ".missions"
_SAYS = (
    "# The files in this folder that `missions` wrote, as digests of their paths. "
    "A build replaces and removes these, and keeps all others."
)


@dataclass(frozen=True)
class Mark:
    """What a mark says."""

    digests: frozenset[str]
    is_whole: bool = True
    """False for one that was cut or altered; then it says only that a build was here."""

    def owns(self, path: str) -> bool:
        """Tell whether a build wrote a file."""
        return path == MARK or _digest(path) in self.digests


def mark_of(paths: Iterable[str]) -> bytes:
    """Return the bytes of the mark of a site with these files."""
    body = "".join(f"{one}\n" for one in sorted({_digest(path) for path in paths}))
    return f"{_SAYS}\n{digest(body.encode())}\n{body}".encode()


def read_mark(folder: Path) -> Mark | None:
    """Return the mark in a folder, or nothing when it has none."""
    file = folder / MARK
    with suppress(OSError, ValueError):
        says, stamp, body = file.read_text("ascii").split("\n", 2)
        is_whole = says == _SAYS and stamp == digest(body.encode())
        return Mark(frozenset(body.split()) if is_whole else frozenset(), is_whole)
    return Mark(frozenset(), is_whole=False) if file.is_file() else None


def _digest(path: str) -> str:
    return blake2b(path.encode("utf-8", "surrogateescape"), digest_size=6).hexdigest()
