"""Files of one's own: none stands in the way of another, and none says more than it is meant to."""

import posixpath
from collections.abc import Collection, Iterable, Iterator

from site_builder.read.content import Content
from site_builder.read.files.kinds import FILES
from site_builder.read.files.own_file import OwnFile
from site_builder.read.problems import Level, Position, Problem, did_you_mean
from site_builder.relate.own_files import files_named
from site_builder.relate.permanence.addresses import Destination
from site_builder.relate.visibility import Viewer

_OF_THE_BUILD = ".missions"
"""How the names begin that a build needs for itself."""
_NOTED = {
    "people": (
        "file-names-people",
        "If they do not wish to be named to everybody, take it out of the file's properties.",
    ),
    "place": ("file-names-place", "Save it without the place where it was made."),
}


def own_file_slips(content: Content, _viewer: Viewer) -> Iterator[Problem]:
    """Yield names that only differ in case, what files say of people, and fields that name none."""
    yield from _alike(content.files.values())
    for file in content.files.values():
        for sort, said in file.notes:
            if sort in _NOTED:
                rule, fix = _NOTED[sort]
                yield _problem(file.path, rule, f"The file {said}.", fix, "warning")
    yield from _fields_without_file(content)


def file_clashes(content: Content, paths: Collection[str]) -> Iterator[Problem]:
    """Yield each file that would stand where the site has something of its own at these paths."""
    if not content.files:
        return
    taken = {path.casefold(): path for path in paths}
    folders = {above.casefold(): f"{above}/" for path in paths for above in _above(path)}
    for file in content.files.values():
        name = file.address.casefold()
        inside = next((taken[one] for one in _above(name) if one in taken), "")
        if name.startswith(_OF_THE_BUILD):
            what = f"/{file.address} is a name that a build needs for itself."
        elif there := taken.get(name) or folders.get(name) or inside:
            what = f"The site has /{there} of its own, so this file can not stand there."
        else:
            continue
        yield _problem(file.path, "file-clash", what, "Rename the file, or take it out.")


def _alike(files: Iterable[OwnFile]) -> Iterator[Problem]:
    """Yield each file whose name, or that of a folder over it, differs from another in case."""
    spelt: dict[str, tuple[str, OwnFile]] = {}
    for file in files:
        for part in (file.address, *_above(file.address)):
            there, other = spelt.setdefault(part.casefold(), (part, file))
            is_same_file = part == file.address == there and other is not file
            if there != part or is_same_file:
                what = f"Its address would be that of {other.path}, capitals aside."
                fix = "Rename one of the two: many disks and hosts can not tell them apart."
                yield _problem(file.path, "files-alike", what, fix)
                break


def _above(path: str) -> Iterator[str]:
    """Yield the folders that a path is in, the nearest first."""
    while path := path.rpartition("/")[0]:
        yield path


def _fields_without_file(content: Content) -> Iterator[Problem]:
    """Yield each field that names a file which is not there."""
    for item in content.items:
        for loc, written, to in files_named(item):
            if to.path not in content.files and to.path not in content.unread:
                source = content.sources[item.path]
                what = f'The file "{written}" is not there.'
                fix = f"Put it there, or correct the path. {nearest_file(to, content)}"
                yield source.problem(source.position_of(loc), "dead-link", what, fix)


def nearest_file(to: Destination, content: Content) -> str:
    """Return which files of one's own there are, the nearest first."""
    names = {
        one.address.removeprefix(f"{FILES}/") for one in content.files.values() if one.is_linked
    }
    return did_you_mean(
        posixpath.basename(to.path), names, f"The files in {content.folder}/{FILES}/ are"
    )


def _problem(path: str, rule: str, what: str, fix: str, level: Level = "error") -> Problem:
    return Problem(path, Position(), rule, what, fix, level=level)
