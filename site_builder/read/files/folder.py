"""Read `content/files/` and `content/root/`: each file becomes one to publish, or a problem.

Nothing outside the folder is opened, nothing that a reader's machine would run is taken, and no
large file is ever held as a whole.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from site_builder.read.disk_names import as_on_disk, as_text, printable
from site_builder.read.files.kinds import FILES, PROGRAMS, ROOT, RUN_BY_MACHINES, ending_of
from site_builder.read.files.limits import MEGABYTE, FileLimits
from site_builder.read.files.looking import look_into
from site_builder.read.files.own_file import OwnFile
from site_builder.read.kept.known_files import Known
from site_builder.read.litter import is_litter_at_the_root, original_of
from site_builder.read.problems import Position, Problem
from site_builder.read.scan import (
    bad_link,
    copy_of,
    is_folder_of_files,
    is_passed_over,
    unreadable,
    walk,
)

Refusal = tuple[str, str, str]
_SAFE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_SAFE_AT_THE_ROOT = re.compile(r"[A-Za-z0-9._~!$&'()+,;=@-]+")


def read_files(
    root: Path, content: str, limits: FileLimits, known: Known
) -> Iterator[OwnFile | Problem]:
    """Yield every file of both folders that may be published, and what is wrong with any other."""
    folder = root / as_on_disk(content)
    for name in (FILES, ROOT):
        top = folder / name
        if is_folder_of_files(top):
            for entry in sorted(_entries(top), key=lambda path: path.parts):
                inside = as_text(entry.relative_to(folder).as_posix())
                yield from _read(entry, inside, folder, content, limits, known)


def _entries(top: Path) -> Iterator[Path]:
    """Yield whatever is not a folder that opens, in no order."""
    return walk(top, _is_litter_at_the_root if top.name == ROOT else is_passed_over)


def _is_litter_at_the_root(entry: Path) -> bool:
    return is_litter_at_the_root(entry.name)


def _read(  # noqa: PLR0913, PLR0917 - each is named where it is given
    entry: Path, inside: str, folder: Path, content: str, limits: FileLimits, known: Known
) -> Iterator[OwnFile | Problem]:
    path = printable(f"{content}/{inside}")
    is_at_root = inside.startswith(f"{ROOT}/")
    address = inside.removeprefix(f"{ROOT}/")
    if original := original_of(entry.name):
        yield copy_of(path, original)
        return
    try:
        refusal = _refusal(entry, folder) or _by_name(address, limits, is_at_root=is_at_root)
        if refusal := refusal or _too_large(entry.stat().st_size, limits):
            yield Problem(path, Position(), *refusal)
        else:
            yield from look_into(path, address, entry, known, is_at_root=is_at_root)
    except OSError as error:
        yield unreadable(path, error)


def _refusal(entry: Path, folder: Path) -> Refusal | None:
    """Return rule, what and fix for a thing that can not be opened safely."""
    if entry.is_symlink() and (refusal := bad_link(entry, folder)):
        return refusal
    if entry.is_dir():
        return "unreadable-file", "The folder can not be opened.", "Check who may read it."
    if not entry.is_file():
        return "not-a-file", "This is not a plain file.", "Take it out."
    return None


def _by_name(address: str, limits: FileLimits, *, is_at_root: bool) -> Refusal | None:
    """Return rule, what and fix for a file whose name says that it can not be published."""
    ending = ending_of(address.rpartition("/")[2])
    if ending in (RUN_BY_MACHINES if is_at_root else PROGRAMS):
        what = f"A file that ends in .{ending} can run on a reader's machine; none is published."
        return "program", what, "Take it out, and link to where its makers publish it."
    safe = _SAFE_AT_THE_ROOT if is_at_root else _SAFE_NAME
    for name in address.split("/"):
        if not safe.fullmatch(name):
            what = f"{printable(name)} can not be a part of an address as it is."
            fix = f"Rename it {_renamed(name)}: letters, numbers, dashes and dots, without spaces."
            return "bad-name", what, fix
    if not is_at_root and ending not in limits.types:
        what = f"Files that end in .{ending} are not published." if ending else "It has no ending."
        fix = (
            f"Save it as another kind, or put {ending} into `types` under `files` in the settings."
        )
        return "file-type", what, fix if ending else "Give it the ending of its kind, such as .pdf"
    return None


def _renamed(name: str) -> str:
    """Return a name that would do, as near as can be."""
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", name.encode("ascii", "ignore").decode())
    return re.sub(r"-*\.-*|-{2,}", lambda one: "." if "." in one[0] else "-", plain).strip("-.")


def _too_large(size: int, limits: FileLimits) -> Refusal | None:
    if size <= limits.most:
        return None
    what = f"The file has {size / MEGABYTE:,.1f} MB; the most is {limits.largest_megabytes} MB."
    fix = (
        "Save a smaller copy, or let more in with `largest_megabytes` under `files` in the "
        "settings; many hosts and keepers of git repositories refuse more than 100 MB."
    )
    return "too-large", what, fix
