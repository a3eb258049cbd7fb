"""What was made of each text file, kept by its path, its bytes and all that it was read by.

A file that did not change is not read again: its things come back as they were, its problems
included.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from site_builder.read.kept.code_that_reads import code_that_reads
from site_builder.read.kept.kept import Kept, kept_in
from site_builder.read.place.facts import DEFAULT, Facts
from site_builder.read.scan import Found


class KeptFiles:
    """What earlier builds made of files."""

    def __init__(self, kept: Kept | None = None, facts: Facts = DEFAULT) -> None:
        """`facts` are those by which files are read: with others, other things come of them."""
        self._kept, self._facts = kept or Kept(), repr(facts).encode()

    def get(self, file: Found) -> list[Any] | None:
        """Return what was made of a file with this path and these bytes, or nothing."""
        return self._kept.get(*self._parts(file))

    def put(self, file: Found, made: list[Any]) -> None:
        """Keep what was made of a file."""
        self._kept.put(made, *self._parts(file))

    def _parts(self, file: Found) -> tuple[bytes, ...]:
        return code_that_reads(), self._facts, file.path.encode(), file.data


@contextmanager
def kept_files(file: Path, facts: Facts = DEFAULT) -> Iterator[KeptFiles]:
    """Give what is kept in a file, and write down what is new when all went well."""
    with kept_in(file) as kept:
        yield KeptFiles(kept, facts)
