"""A folder of its own for each build, in which the next site is made.

Its name is private and it has a lock, which its owner holds. A workshop whose lock is free belongs
to a build that died; the next build puts right what that one left, and touches no other.
"""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from site_builder.publish.place.lock import try_lock

WORK = ".missions.work-"
"""How the name of a workshop begins that stands in the target itself."""
_TOKEN = re.compile(r"[0-9a-f]{16}")


def scratch_name() -> str:
    """Return a name that no other build uses, and that is seen to be a build's."""
    return WORK + os.urandom(8).hex()


def is_scratch(name: str) -> bool:
    """Tell whether a file or folder was made by a build to work with."""
    return name.startswith(WORK) and bool(_TOKEN.fullmatch(name.removeprefix(WORK)))


class Workshop:
    """The folder in which a build makes a site."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def next(self) -> Path:
        """The site in the making."""
        return self.folder / "next"

    @property
    def old(self) -> Path:
        """The site that was replaced."""
        return self.folder / "old"

    @property
    def lock(self) -> Path:
        return self.folder / "lock"

    def remove(self) -> None:
        """Take the workshop away, its lock last, so that what is left of it is seen to be free."""
        for part in (self.next, self.old):
            shutil.rmtree(part, ignore_errors=True)
        shutil.rmtree(self.folder, ignore_errors=True)


@contextmanager
def workshop(target: Path, *, inside: bool) -> Iterator[Workshop]:
    """Give a workshop on the disk of the target, beside it or inside it; nothing stays of it."""
    prefix = target / WORK if inside else _beside(target)
    shop = Workshop(prefix.with_name(prefix.name + os.urandom(8).hex()))
    shop.folder.mkdir(parents=True)
    descriptor = None
    try:
        with suppress(OSError):
            descriptor = try_lock(shop.lock)
        shop.next.mkdir()
        yield shop
    finally:
        shop.remove()
        if descriptor is not None:
            os.close(descriptor)


def left_behind(target: Path) -> Iterator[Workshop]:
    """Yield the workshops of builds that died, each with its lock held meanwhile."""
    beside = _beside(target)
    folders = [*_named(target.parent, beside.name), *_named(target, WORK)]
    for shop in map(Workshop, folders):
        try:
            descriptor = try_lock(shop.lock)
        except OSError:
            # It can not be locked, and so it can not be removed either.
            continue
        if descriptor is not None:
            yield shop
            os.close(descriptor)


def _beside(target: Path) -> Path:
    return target.with_name(f".{target.name}.work-")


def _named(folder: Path, prefix: str) -> list[Path]:
    """Return the workshops in a folder; a name that only begins like theirs is not one."""
    with suppress(OSError):
        return sorted(
            path
            for path in folder.iterdir()
            if path.name.startswith(prefix)
            and _TOKEN.fullmatch(path.name.removeprefix(prefix))
            and path.is_dir()
            and not path.is_symlink()
        )
    return []
