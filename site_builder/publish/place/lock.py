"""One at a time: a lock on the folder that a site is written to.

The system lets go of a lock when its owner ends, however it ends, so none is ever left behind. The
file of a lock is there only while it is held; when it was written tells people since when.
"""

import datetime as dt
import os
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from filelock import lock_descriptor

from site_builder.publish.place.mounts import can_be_exchanged
from site_builder.publish.refused import AnotherBuild

LOCK = ".missions.lock"
"""The file of the lock that stands in the target itself; see `_lock_files`."""
PATIENCE = 5.0
"""Seconds to wait for another build."""
_PAUSE = 0.05


@contextmanager
def one_at_a_time(target: Path, patience: float | None = None) -> Iterator[None]:
    """Have a target to oneself. Raises AnotherBuild when another keeps it for longer than that."""
    patience = PATIENCE if patience is None else patience
    with ExitStack() as stack:
        for path in _lock_files(target):
            stack.enter_context(_held(path, target, patience))
        yield


def try_lock(path: Path) -> int | None:
    """Lock a file, made if need be, and return its descriptor; None when another has it.

    Raises OSError where no lock can be kept.
    """
    descriptor = _opened(path)
    try:
        if lock_descriptor(descriptor, blocking=False) and _is_at(descriptor, path):
            return descriptor
    except BaseException:
        os.close(descriptor)
        raise
    os.close(descriptor)
    return None


def _lock_files(target: Path) -> Iterator[Path]:
    """Yield where the locks of a target stand.

    Beside it, for the target itself is exchanged. A folder that two containers share may be all
    that they share, so where it is updated in place there is one within it too.
    """
    yield target.with_name(f".{target.name}.lock")
    if target.is_dir() and not can_be_exchanged(target):
        yield target / LOCK


@contextmanager
def _held(path: Path, target: Path, patience: float) -> Iterator[None]:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = _wait_for(path, target, patience)
    except OSError:
        # What can not be written to can not be locked; whoever writes to it will find that out.
        yield
        return
    with suppress(OSError):
        os.truncate(descriptor, 0)
        os.write(descriptor, f"{os.getpid()}\n".encode())
    try:
        yield
    finally:
        # Removed while it is held: who waited for this very file sees that it is gone.
        with suppress(OSError):
            path.unlink()
        os.close(descriptor)


def _wait_for(path: Path, target: Path, patience: float) -> int:
    end = time.monotonic() + patience
    while (descriptor := try_lock(path)) is None:
        if time.monotonic() > end:
            raise AnotherBuild(_message(path, target))
        time.sleep(_PAUSE)
    return descriptor


def _message(path: Path, target: Path) -> str:
    since = ""
    with suppress(OSError):
        began = dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC).astimezone()
        since = f" (since {began:%H:%M:%S})"
    return f"Another build is running{since} for {target}. Wait until it has ended, then try again."


def _opened(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except PermissionError:
        # Another user's; it can be waited for all the same.
        return os.open(path, os.O_RDONLY)


def _is_at(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False
