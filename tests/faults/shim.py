"""What a build does to the disk, counted one by one, and a fault at one of these steps.

The functions of Python by which the product changes files are replaced, in a process of its own.
Nothing in the product knows of it.
"""

import builtins
import io
import os
import signal
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from site_builder.publish.place import swap

Fault = Callable[[], None]

_WRITES = "wax+"
_CHANGES = ("mkdir", "link", "rename", "replace", "unlink", "rmdir", "symlink", "truncate")


def killed() -> None:
    """End this process at once, as the system does when it has no memory left."""
    os.kill(os.getpid(), signal.SIGKILL)


def refused(number: int) -> Fault:
    """Return a fault of the disk."""

    def fail() -> None:
        raise OSError(number, os.strerror(number))

    return fail


@dataclass
class Shim:
    """Counts the steps below a folder, and lets a fault come at one of them."""

    root: Path
    at: int = -1
    fault: Fault = killed
    only_writes: bool = False
    """True to count files that are written, and folders that are made, alone."""
    steps: list[str] = field(default_factory=list)
    """The phase of each step."""

    def install(self) -> None:
        """Replace the functions; for good, so this is for a process of its own."""
        for name in ("mkdir", "link", "symlink") if self.only_writes else _CHANGES:
            setattr(os, name, self._counted(getattr(os, name)))
        opened = io.open
        io.open = self._opening(opened)
        builtins.open = io.open
        if not self.only_writes:
            swap._exchange = self._counted(swap._exchange)

    def _counted(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            self._step(real.__name__, *arguments[:2])
            return real(*arguments, **options)

        return call

    def _opening(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(file: Any, mode: str = "r", *arguments: Any, **options: Any) -> Any:
            if not set(mode) & set(_WRITES):
                return real(file, mode, *arguments, **options)
            return _Opened(real(file, mode, *arguments, **options), self, file)

        return call

    def write(self, real: Any, file: Any, data: Any) -> int:
        """Write half of the data before a fault, and all of it without one."""
        if self._is_next(file):
            real.write(data[: len(data) // 2])
            real.flush()
        self._step("write", file)
        return int(real.write(data))

    def _is_next(self, file: Any) -> bool:
        return self._is_mine(file) and len(self.steps) == self.at

    def _step(self, name: str, *paths: Any) -> None:
        if not any(map(self._is_mine, paths)):
            return
        self.steps.append(_phase(name, " ".join(map(str, paths))))
        if len(self.steps) - 1 == self.at:
            self.fault()

    def _is_mine(self, path: Any) -> bool:
        # What is removed by a folder's descriptor has a name alone.
        return isinstance(path, str | Path) and (
            str(path).startswith(str(self.root)) or not Path(path).is_absolute()
        )


class _Opened:
    """A file that is open for writing, whose writes are counted."""

    def __init__(self, real: Any, shim: Shim, file: Any) -> None:
        self._real, self._shim, self._file = real, shim, file

    def write(self, data: Any) -> int:
        return self._shim.write(self._real, self._file, data)

    def __enter__(self) -> "_Opened":
        return self

    def __exit__(self, *_: object) -> None:
        self._real.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)


def _phase(name: str, paths: str) -> str:
    """Return what a build is at when it takes a step."""
    if "/.cache/" in paths:
        return "manifest and caches"
    if name in ("replace", "rename", "_exchange"):
        return "swap or update"
    if name in ("unlink", "rmdir"):
        return "tidying up"
    return "staging"
