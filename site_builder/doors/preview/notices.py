"""The system's own notices of changes: they cost nothing while nothing changes.

A notice follows the folder that it was asked for, wherever that is moved, and ends with it. So what
is asked for is compared with what is there at each change, and the folder above is watched too.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

from site_builder.doors.preview.inputs import SETTINGS, Inputs
from site_builder.read.litter import is_litter

_Watched = tuple[Path, bool]
"""A folder, and whether all below it is watched as well."""


class Notices:
    """Calls when something that a site is made of may have changed."""

    def __init__(self, call: Callable[[], None]) -> None:
        self._call = call
        self._observer = Observer()
        self._watches: dict[_Watched, tuple[ObservedWatch, tuple[int, int]]] = {}
        self._names: frozenset[str] = frozenset()

    def follow(self, inputs: Inputs) -> None:
        """Watch what is there of the inputs now. Raises OSError when the system has none left."""
        if not self._observer.is_alive():
            self._observer.start()
        wanted = {one: _identity(one[0]) for one in _wanted(inputs)}
        self._names = frozenset(
            name for path in (inputs.root, *inputs.folders, *inputs.files) for name in path.parts
        )
        for one, (watch, identity) in list(self._watches.items()):
            if wanted.get(one) != identity:
                self._observer.unschedule(watch)
                del self._watches[one]
        for one, now in wanted.items():
            if one not in self._watches and now:
                path, is_deep = one
                handler = _Handler(self._call, None if is_deep else self._is_ours)
                watch = self._observer.schedule(handler, str(path), recursive=is_deep)
                self._watches[one] = (watch, now)

    def stop(self) -> None:
        """Ask for no more notices; safe to call twice."""
        if self._observer.is_alive():
            self._observer.stop()
            self._observer.join()

    def _is_ours(self, name: str) -> bool:
        return name in self._names or name.endswith(SETTINGS)


def _wanted(inputs: Inputs) -> Iterable[_Watched]:
    """Yield each folder to watch whole, and above each the nearest that is there."""
    yield inputs.root, False
    for folder in inputs.folders:
        yield folder, True
    for path in (inputs.root, *inputs.folders, *inputs.files):
        yield next((above for above in path.parents if above.is_dir()), path.parent), False


def _identity(folder: Path) -> tuple[int, int] | None:
    """Return what tells a folder from another that took its place; nothing where none is."""
    try:
        found = folder.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if folder.is_dir() else None


class _Handler(FileSystemEventHandler):
    """Calls when something was written, moved or deleted, and not when it was only read."""

    def __init__(self, call: Callable[[], None], concerns: Callable[[str], bool] | None) -> None:
        self._call, self._concerns = call, concerns or (lambda _name: True)

    def on_any_event(self, event: FileSystemEvent) -> None:
        names = [Path(str(path)).name for path in (event.src_path, event.dest_path) if path]
        is_read = event.event_type in ("opened", "closed_no_write")
        # What changed in a folder is told by a notice of its own.
        is_echo = event.is_directory and event.event_type == "modified"
        counts = any(not is_litter(name) and self._concerns(name) for name in names)
        if counts and not is_read and not is_echo:
            self._call()
