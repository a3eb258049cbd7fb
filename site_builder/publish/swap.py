"""Put a finished site in the place of the old one, whole or not at all."""

import ctypes
import os
import shutil
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def recover(target: Path) -> None:
    """Undo what a failed or killed build left: put an old site back, remove half-made ones."""
    retired = _retired(target)
    if retired.is_dir() and not target.exists():
        retired.rename(target)
    for left in (staging_for(target), retired):
        shutil.rmtree(left, ignore_errors=True)


def staging_for(target: Path) -> Path:
    """Return the folder beside a site in which the next one is made."""
    return target.with_name(f".{target.name}.next")


def _retired(target: Path) -> Path:
    return target.with_name(f".{target.name}.old")


def swap_in(staging: Path, target: Path) -> None:
    """Put a staging folder in the place of the site, and remove what was there.

    Where the system can exchange two folders, there is no moment without a site. Elsewhere the
    old one is moved aside first, and `recover` puts it back if nothing followed. What can not be
    removed of the old site is left to the `recover` of the next build.
    """
    if not target.exists():
        staging.rename(target)
    elif _exchange(staging, target):
        shutil.rmtree(staging, ignore_errors=True)
    else:
        retired = _retired(target)
        target.rename(retired)
        staging.rename(target)
        shutil.rmtree(retired, ignore_errors=True)


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
