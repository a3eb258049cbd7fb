"""An output: one file of the site, described by nothing but values."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Blob:
    """The bytes of a file that needs no rendering."""

    data: bytes


@dataclass(frozen=True)
class Output:
    """One file of the site to come."""

    path: str
    """The file, seen from the root of the site: missions/health/index.html."""
    template: str
    """A template of the theme (layouts/mission.html), or the name of a writer (rss, blob)."""
    inputs: Any
    """All that the template sees, and all that decides the file's bytes: a frozen dataclass."""


def page_path(address: str) -> str:
    """Return the file that answers at an address: missions/health/ has an index.html."""
    return f"{address}index.html"


def blob(path: str, data: bytes) -> Output:
    """Return an output of bytes as they are."""
    return Output(path, "blob", Blob(data))


class Shared:
    """A part of the inputs of many outputs, such as an item of many feeds.

    What is worked out of it is worked out once in a build, however many outputs have it.
    """
