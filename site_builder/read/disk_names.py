"""Names of files as text, whatever the locale: those on disk are UTF-8 here, as in git.

Where the locale knows ASCII alone, Python gives every other byte of a name a stand-in. A site must
be the same there as anywhere else, so names become text at the edge, and stand-ins again to open.
"""

import os
import sys


def as_text(name: str | os.PathLike[str]) -> str:
    """Return a name that the system gave, as people wrote it."""
    if sys.platform == "win32":
        return os.fspath(name)
    return os.fsencode(name).decode("utf-8", "surrogateescape")


def as_on_disk(name: str) -> str:
    """Return a name that people wrote, as the system takes it."""
    if sys.platform == "win32":
        return name
    return os.fsdecode(name.encode("utf-8", "surrogateescape"))


def printable(name: str | os.PathLike[str]) -> str:
    """Return a name that any program can print; what is no text in it is a question mark."""
    return as_text(name).encode("utf-8", "replace").decode()
