"""An output: one file of the site, described by nothing but values."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from site_builder.read.files.own_file import OwnFile


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


def own_file(file: OwnFile) -> Output:
    """Return an output of a file that stands in the content as a file."""
    return Output(file.address, "file", file)


def own_files_among(outputs: Iterable[Output]) -> tuple[OwnFile, ...]:
    """Return the files of one's own among outputs."""
    return tuple(one.inputs for one in outputs if isinstance(one.inputs, OwnFile))


def made_by_the_site(outputs: Iterable[Output]) -> frozenset[str]:
    """Return the paths of all outputs but those of such files."""
    return frozenset(one.path for one in outputs if not isinstance(one.inputs, OwnFile))
