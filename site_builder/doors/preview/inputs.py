"""What a site is made of, and whether any of it is another than it was."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from site_builder.read.litter import is_litter

SETTINGS = (".yml", ".yaml")
"""What the files beside the settings end in that may be part of them."""

State = Mapping[str, tuple[int, ...]]
"""What the disk says of each file, by its path; it is another after any edit."""


@dataclass(frozen=True)
class Inputs:
    """The folders and files that a build reads."""

    root: Path
    """The folder of the settings; of what lies in it directly, only YAML counts."""
    folders: tuple[Path, ...] = ()
    """Folders of which everything counts but what programs leave behind."""
    files: tuple[Path, ...] = ()

    def state(self) -> State:
        """Return the state of every file. What can not be read is left out."""
        return dict(_states(self._paths()))

    def _paths(self) -> Iterator[str]:
        yield from (entry.path for entry in _entries(self.root) if entry.name.endswith(SETTINGS))
        yield from map(str, self.files)
        for folder in self.folders:
            yield from _below(folder)


def _below(folder: Path) -> Iterator[str]:
    """Yield a folder and all in it; an empty folder counts, for a build may ask for it."""
    waiting: list[str | Path] = [folder]
    while waiting:
        opened = waiting.pop()
        yield f"{opened}{os.sep}"
        for entry in _entries(opened):
            if is_litter(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append(entry.path)
            else:
                yield entry.path


def _entries(folder: str | Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []


def _states(paths: Iterable[str]) -> Iterator[tuple[str, tuple[int, ...]]]:
    for path in paths:
        try:
            found = os.stat(path)  # noqa: PTH116 - of tens of thousands of files, at each change
        except OSError:
            continue
        if path.endswith(os.sep):
            # Litter that comes and goes gives its folder another time, but not another place.
            yield path, (found.st_dev, found.st_ino, found.st_mode)
        else:
            times = (found.st_mtime_ns, found.st_ctime_ns)
            yield path, (*times, found.st_size, found.st_ino, found.st_mode)
