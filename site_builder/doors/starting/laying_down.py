"""Put the files of a new record into its folder, and never one in the place of another."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath


def in_the_way(folder: Path, paths: Iterable[str]) -> list[str]:
    """Return what stands in a folder where files of a record would, or folders above them.

    A name that differs in capitals alone is in the way too, since some disks take it for the same.
    """
    found = {found for path in paths if (found := _obstacle(folder, PurePosixPath(path)))}
    return sorted(found)


def lay_down(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files of a record; what is there by then stays, and nothing of ours beside it.

    Raises OSError when that can not be done; what was written until then is taken away again.
    """
    made: list[Path] = []
    try:
        made += _make(folder)
        for path, data in files.items():
            file = folder / path
            made += _make(file.parent)
            with file.open("xb") as opened:
                made.append(file)
                opened.write(data)
    except BaseException:
        for one in reversed(made):
            with suppress(OSError):
                one.rmdir() if one.is_dir() else one.unlink()
        raise


def _obstacle(folder: Path, path: PurePosixPath) -> str:
    """Return the first thing on the way to a file that is in its way, if something is."""
    for part in [*reversed(path.parents), path][1:]:
        for name in _names(folder / part.parent):
            if name.casefold() == part.name.casefold():
                there = folder / part.parent / name
                is_way = part != path and name == part.name and there.is_dir()
                if not is_way or there.is_symlink():
                    return (part.parent / name).as_posix()
    return ""


def _names(folder: Path) -> list[str]:
    try:
        return [one.name for one in folder.iterdir()]
    except FileNotFoundError:
        return []


def _make(folder: Path) -> Iterator[Path]:
    """Make a folder and those above it that are not there, and yield each that was made."""
    if folder.exists():
        return
    yield from _make(folder.parent)
    folder.mkdir()
    yield folder
