"""Put a site into a folder that can not be moved, file by file, in an order that misleads nobody.

Each file comes whole, by one rename. First comes what is new, which nothing that is there points
to yet; then what changed, pages before feeds; and last goes what is gone. So no page that a reader
can reach ever leads to what is not there. Wherever this stops, the next build goes on.
"""

import errno
import shutil
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from site_builder.publish.place.mark import MARK, mark_of
from site_builder.publish.place.workshop import Workshop, scratch_name

_HOME = "index.html"
_NEWS = (".xml", ".atom", ".ics", ".opml", "feed.json", "_redirects", "_headers")


def update(  # noqa: PLR0913 - each is named by the caller
    shop: Workshop,
    target: Path,
    added: Iterable[str],
    changed: Iterable[str],
    removed: Collection[str],
    *,
    ours: Collection[str],
) -> None:
    """Move what is new and what changed from a workshop into a target, and remove what is gone.

    `ours` is what a build wrote there before. Until the end the mark of the target owns that and
    the new files, so that a build after one that was killed knows them.
    """
    added, changed = _in_order(added), _in_order(changed)
    both = shop.folder / MARK
    both.write_bytes(mark_of({*ours, *added, *changed}))
    _move(both, target / MARK)
    for path in _folders_of(added):
        _make_folder(target, path)
    for path in (*added, *changed):
        _clear(target / path)
        _move(shop.next / path, target / path)
    for path in reversed(_in_order(removed)):
        _remove(target, path)
    _move(shop.next / MARK, target / MARK)


def _in_order(paths: Iterable[str]) -> tuple[str, ...]:
    """Return paths with what pages need first, the home page after other pages, and news last."""

    def rank(path: str) -> tuple[int, str]:
        if path.endswith(_NEWS):
            return 3, path
        if path.endswith(".html"):
            return (2 if path == _HOME else 1), path
        return 0, path

    return tuple(sorted(paths, key=rank))


def _folders_of(paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({path.rpartition("/")[0] for path in paths} - {""}))


def _make_folder(target: Path, path: str) -> None:
    """Make a folder, in the place of a file or a link that is ours and where it is to be."""
    folder = target
    for name in path.split("/"):
        folder = folder / name
        if folder.is_symlink() or folder.is_file():
            folder.unlink()
        folder.mkdir(exist_ok=True)


def _clear(path: Path) -> None:
    """Take away a folder that is where a file is to be; whatever is in it is ours."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)


def _move(staged: Path, path: Path) -> None:
    """Move a file to its place in one step, from another disk by way of a copy beside it."""
    try:
        staged.replace(path)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        beside = path.with_name(scratch_name())
        try:
            shutil.copy2(staged, beside)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)


def _remove(target: Path, path: str) -> None:
    """Remove a file, and the folders that are empty without it."""
    # It is no file any more where what is new needed the place.
    with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError, PermissionError):
        (target / path).unlink()
    for folder in _above(target, path):
        with suppress(OSError):
            folder.rmdir()


def _above(target: Path, path: str) -> Iterator[Path]:
    for folder in (target / path).parents:
        if folder == target:
            return
        if not folder.is_symlink():
            yield folder
