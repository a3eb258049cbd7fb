"""Which folders can be exchanged as a whole, and which must be updated in place.

A folder that is a mount, or has one in it, can not be moved. One that is shown elsewhere as well
(a bind mount, a volume of a container) can, but whoever looks there would go on seeing the old one,
emptied. Linux says which there are.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

MOUNTS = Path("/proc/self/mountinfo")
_OCTAL = re.compile(r"\\([0-7]{3})")


@dataclass(frozen=True)
class Mount:
    """A folder of a disk, shown at a place."""

    disk: str
    folder: PurePosixPath
    """Which folder of the disk it is."""
    place: PurePosixPath
    """Where it is shown."""


def can_be_exchanged(target: Path) -> bool:
    """Tell whether a folder can be put in the place of another that is there already."""
    if os.path.ismount(target) or not os.access(target.parent, os.W_OK):
        return False
    return not _is_shared(PurePosixPath(target.resolve()), tuple(mounts()))


def mounts(listing: Path = MOUNTS) -> Iterator[Mount]:
    """Yield what is mounted; nothing where the system does not say."""
    try:
        lines = listing.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return
    for line in lines:
        _id, _parent, disk, folder, place, *_ = line.split(" ")
        yield Mount(disk, PurePosixPath(_plain(folder)), PurePosixPath(_plain(place)))


def _plain(name: str) -> str:
    """Return a name as it is; blanks in it are written as numbers."""
    return _OCTAL.sub(lambda found: chr(int(found[1], 8)), name)


def _is_shared(target: PurePosixPath, known: tuple[Mount, ...]) -> bool:
    """Tell whether there is a mount in a folder, or the folder, or a part of it, is elsewhere."""
    if any(one.place.is_relative_to(target) for one in known):
        return True
    around = [one for one in known if target.is_relative_to(one.place)]
    if not around:
        return False
    # Of two mounts at one place the later one is seen.
    mine = max(enumerate(around), key=lambda pair: (len(pair[1].place.parts), pair[0]))[1]
    inside = mine.folder / target.relative_to(mine.place)
    return any(one.disk == mine.disk and one.folder.is_relative_to(inside) for one in known)
