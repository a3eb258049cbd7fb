"""Put a finished site in the place of the old one, whole or not at all."""

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from site_builder.publish.place.mark import read_mark
from site_builder.publish.place.ownership import leaves_of
from site_builder.publish.place.workshop import Workshop, left_behind

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_IMMOVABLE = (errno.EBUSY, errno.EXDEV)


class Immovable(Exception):
    """The folder of the site can not be moved; nothing was touched."""


def recover(target: Path) -> None:
    """Put right what builds that died left: the old site back, and nothing beside it."""
    for shop in left_behind(target):
        _put_back(shop.old, target)
        for gone in (shop.old, shop.next):
            if mark := read_mark(gone):
                bring_over(gone, target, mark.owns)
        shop.remove()
    _recover_earlier(target)


def _recover_earlier(target: Path) -> None:
    """Do the same for a build of an earlier version, which had one name for these folders."""
    retired = target.with_name(f".{target.name}.old")
    _put_back(retired, target)
    for left in (target.with_name(f".{target.name}.next"), retired):
        if not left.is_symlink() and left.is_dir():
            shutil.rmtree(left, ignore_errors=True)


def _put_back(retired: Path, target: Path) -> None:
    if retired.is_dir() and not target.exists():
        retired.rename(target)


def swap_in(shop: Workshop, target: Path, owns: Callable[[str], bool]) -> None:
    """Put the site of a workshop in the place of the one that is there.

    Where the system can exchange two folders, there is no moment without a site. Elsewhere the
    old one is moved aside first, and `recover` puts it back if nothing followed. Raises Immovable
    when the folder must stay where it is. `owns` tells which files of the old site are ours.
    """
    if not target.exists():
        shop.next.rename(target)
        return
    shutil.copymode(target, shop.next)
    if _exchange(shop.next, target):
        shop.next.rename(shop.old)
    else:
        _move_aside(target, shop.old)
        try:
            shop.next.rename(target)
        except BaseException:
            _put_back(shop.old, target)
            raise
    bring_over(shop.old, target, owns)


def _move_aside(target: Path, old: Path) -> None:
    try:
        target.rename(old)
    except OSError as error:
        if error.errno in _IMMOVABLE:
            raise Immovable from None
        raise


def bring_over(gone: Path, target: Path, owns: Callable[[str], bool]) -> None:
    """Bring files that somebody put into a site while the next one was made into that one."""
    for leaf in leaves_of(gone):
        if not owns(leaf) and _is_news(gone / leaf, target / leaf):
            with suppress(OSError):
                (target / leaf).parent.mkdir(parents=True, exist_ok=True)
                (gone / leaf).replace(target / leaf)


def _is_news(old: Path, new: Path) -> bool:
    return not os.path.lexists(new) or old.lstat().st_mtime_ns > new.lstat().st_mtime_ns


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; tell whether the system could (Linux, renameat2)."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename is None:
        return False
    names = (os.fsencode(one), os.fsencode(other))
    done: int = rename(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE)
    return done == 0
