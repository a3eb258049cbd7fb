"""The next site in the making: whole, to be exchanged, or only what is new of it."""

import os
import shutil
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from site_builder.publish.keys import digest_of_file
from site_builder.publish.place.mark import MARK, mark_of
from site_builder.publish.place.ownership import Standing, leaves_of
from site_builder.publish.refused import Disturbed
from site_builder.read.files.own_file import OwnFile


class Staging:
    """A folder that takes files one by one, and knows how they differ from those in the target."""

    def __init__(self, folder: Path, target: Path, standing: Standing, *, is_whole: bool) -> None:
        """Of a site that is `is_whole`, files that did not change are put there as well."""
        self._folder, self._target, self._standing = folder, target, standing
        self.is_whole = is_whole
        self._count = 0
        self.added: list[str] = []
        self.changed: list[str] = []
        self.foreign: list[str] = []

    def put(self, path: str, data: bytes | OwnFile | None) -> None:
        """Take a file, or copy it; None for one that stands in the target as it is to be.

        A file of the same bytes stays the same file, so it keeps its date.
        """
        if data is None or self._is_there(path, data):
            self._keep(path)
            return
        (self.changed if path in self._standing.ours else self.added).append(path)
        self._write(path, data)

    def length_of(self, path: str) -> int:
        """Return the length of a file that was taken."""
        return self.file_of(path).stat().st_size

    def file_of(self, path: str) -> Path:
        """Return where a file that was taken stands now."""
        staged = self._folder / path
        return staged if staged.is_file() else self._target / path

    def finish(self, paths: Collection[str]) -> None:
        """Take what nobody but its owner may remove, and the mark of a site with these paths.

        Raises Disturbed when files that were taken are not there.
        """
        for path in self._standing.foreign:
            with suppress(FileNotFoundError):
                self._keep(path)
                self.foreign.append(path)
        mark = mark_of(paths)
        if self.is_whole and self._is_there(MARK, mark):
            self._keep(MARK)
        else:
            self._write(MARK, mark)
        if sum(1 for _ in leaves_of(self._folder)) != self._count:
            raise Disturbed(
                f"Files of the new site were removed while it was made, beside {self._target}. "
                "Find out what removes them, then build again."
            )

    def _is_there(self, path: str, data: bytes | OwnFile) -> bool:
        there = self._target / path
        try:
            if isinstance(data, OwnFile):
                return not there.is_symlink() and digest_of_file(there) == data.digest
            is_alike = not there.is_symlink() and there.stat().st_size == len(data)
            return is_alike and there.read_bytes() == data
        except OSError:
            return False

    def _write(self, path: str, data: bytes | OwnFile) -> None:
        with self._place_for(path).open("wb") as file:
            for part in data.parts() if isinstance(data, OwnFile) else (data,):
                file.write(part)
        self._count += 1

    def _keep(self, path: str) -> None:
        """Put a file of the target here as well: the same file, or a copy where that can not be."""
        if not self.is_whole:
            return
        there, file = self._target / path, self._place_for(path)
        try:
            os.link(there, file, follow_symlinks=False)
        except OSError:
            shutil.copy2(there, file, follow_symlinks=False)
        self._count += 1

    def _place_for(self, path: str) -> Path:
        """Return where a file is to be, in a folder that is there."""
        file = self._folder / path
        if not file.parent.is_dir():
            file.parent.mkdir(parents=True, exist_ok=True)
        return file
