"""Whose the files in a target are: what a build wrote is ours, and nothing else is."""

import os
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from site_builder.compose.views.policy import POLICY
from site_builder.publish.keys import digest_of_file
from site_builder.publish.manifest import Written
from site_builder.publish.place.lock import LOCK
from site_builder.publish.place.mark import MARK, read_mark
from site_builder.publish.place.workshop import is_scratch
from site_builder.publish.refused import TargetNotOurs

DOMAIN = "CNAME"
"""The file in which GitHub keeps the domain of a site."""
_WORK_OF_PEOPLE = frozenset({".git", "content", "mkdocs.yml"})
_HEAD = 4096
"""How many bytes of a page are read to see whether it is ours."""


Owns = Callable[[str], bool]
"""Tells whether a build wrote a file."""


@dataclass(frozen=True)
class Standing:
    """What stands in a target before a site is put there."""

    ours: frozenset[str] = frozenset()
    """Files that a build wrote, and those that it may replace."""
    foreign: tuple[str, ...] = ()
    """Files that no build wrote; they are kept."""
    is_whole: bool = True
    """False when there is a folder in it that can not be read."""


def look_at(
    target: Path, before: Mapping[str, Written], paths: Collection[str], *, adopt: bool
) -> Standing:
    """Return what stands in a target in which a site with these paths is to be.

    `before` is what the cache knows of the last build, `adopt` tells that files in the way may be
    replaced. Raises TargetNotOurs when the folder is not ours, or a file that no build wrote stands
    where one is to be.
    """
    _refuse_strange(target)
    if not target.exists():
        return Standing()
    unreadable: list[OSError] = []
    leaves = tuple(leaves_of(target, unreadable))
    owns = _owner(target, leaves, before, paths, adopt=adopt)
    ours = frozenset(leaf for leaf in leaves if owns(leaf) or is_scratch(PurePosixPath(leaf).name))
    foreign = frozenset(leaves) - ours
    # A deploy put the domain here for GitHub; a site that brings one of its own replaces it.
    if DOMAIN in foreign and DOMAIN in paths:
        ours, foreign = ours | {DOMAIN}, foreign - {DOMAIN}
    in_way = _in_way(foreign, paths)
    if in_way and not (adopt and all(_may_go(leaf, paths) for leaf in in_way)):
        raise TargetNotOurs(_in_way_message(target, in_way))
    if adopt:
        ours = ours | in_way
    return Standing(ours, tuple(sorted(foreign - in_way)), not unreadable)


def leaves_of(folder: Path, unreadable: list[OSError] | None = None) -> Iterator[str]:
    """Yield the path of each file and link in a folder, without what a build needs to work."""
    errors = [] if unreadable is None else unreadable
    for top, folders, files in os.walk(folder, onerror=errors.append):
        # Thousands of paths: text is joined in a tenth of the time that Path takes.
        inside = os.path.relpath(top, folder).replace(os.sep, "/")
        if inside == os.curdir:
            folders[:] = [name for name in folders if not is_scratch(name)]
            files[:] = [name for name in files if name != LOCK]
        links = [name for name in folders if os.path.islink(f"{top}/{name}")]  # noqa: PTH114
        above = "" if inside == os.curdir else f"{inside}/"
        yield from (f"{above}{name}" for name in (*files, *links))


def _refuse_strange(target: Path) -> None:
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise TargetNotOurs(f"{target} is not a folder that a site can be written to.")
    for name in sorted(_WORK_OF_PEOPLE):
        if (target / name).exists():
            message = f"{target} holds {name}; choose another folder for the site."
            raise TargetNotOurs(message)


def _owner(
    target: Path,
    leaves: Collection[str],
    before: Mapping[str, Written],
    paths: Collection[str],
    *,
    adopt: bool,
) -> Owns:
    """Return what tells whether a file is ours. Raises TargetNotOurs when nothing here is."""
    mark = read_mark(target)
    if mark and mark.is_whole:
        return mark.owns
    # A site of an earlier version has no mark, and one of ours may have lost it.
    if mark or _is_known(target, before) or _has_our_page(target, leaves):
        return _by_likeness(target, {*before, *paths, MARK})
    if adopt or all(leaf.startswith(".") for leaf in leaves):
        return lambda _path: False
    raise TargetNotOurs(_not_ours_message(target, leaves))


def _by_likeness(target: Path, known: Collection[str]) -> Owns:
    """Return what tells whether a file without a list of files is ours.

    It is when it is known, when it is in a folder that the site has too, or is one of our pages.
    """
    folders = {path.partition("/")[0] for path in known if "/" in path}

    def owns(path: str) -> bool:
        first, slash, _ = path.partition("/")
        is_at_home = path in known or (bool(slash) and first in folders)
        return is_at_home or is_page_of_ours(target / path)

    return owns


def _is_known(target: Path, before: Mapping[str, Written]) -> bool:
    """Tell whether any file is there as the last build wrote it."""
    return any(is_as_written(target / path, written) for path, written in before.items())


def is_as_written(path: Path, written: Written) -> bool:
    """Tell whether a file is whole and as it was written; its bytes are read, not its date."""
    try:
        return not path.is_symlink() and digest_of_file(path) == written.digest
    except OSError:
        return False


def _has_our_page(target: Path, leaves: Iterable[str]) -> bool:
    return any(is_page_of_ours(target / leaf) for leaf in leaves)


def is_page_of_ours(file: Path) -> bool:
    """Tell whether a file is a page that says the policy of all our pages."""
    if file.suffix != ".html" or file.is_symlink() or not file.is_file():
        return False
    try:
        with file.open("rb") as page:
            return str(POLICY).encode() in page.read(_HEAD)
    except OSError:
        return False


def _in_way(foreign: Collection[str], paths: Collection[str]) -> frozenset[str]:
    """Return the files that stand where a file or a folder of the site is to be."""
    taken = {folder for path in paths for folder in _above(path)} | set(paths)
    below = {leaf for leaf in foreign if any(folder in paths for folder in _above(leaf))}
    return frozenset(leaf for leaf in foreign if leaf in taken) | below


def _may_go(leaf: str, paths: Collection[str]) -> bool:
    """Tell whether a file in the way can be replaced: a folder of files can not."""
    return not any(folder in paths for folder in _above(leaf))


def _above(path: str) -> Iterator[str]:
    """Yield the folders that a file is in, the nearest first."""
    while folder := path.rpartition("/")[0]:
        yield folder
        path = folder


def _not_ours_message(target: Path, leaves: Collection[str]) -> str:
    return (
        f"{target} holds files that no build wrote, such as {min(leaves)}. Choose another folder "
        "for the site, or publish once with `missions build --adopt`: that keeps them and puts the "
        "site beside them, in the place of files of the same name."
    )


def _in_way_message(target: Path, in_way: Collection[str]) -> str:
    more = f" and {len(in_way) - 1} more" if len(in_way) > 1 else ""
    return (
        f"{target} holds {min(in_way)}{more}, which no build wrote and which is in the way of a "
        "file of the site. Move it away, or publish once with `missions build --adopt`, which "
        "replaces it."
    )


def note_of(foreign: Sequence[str]) -> str:
    """Return a sentence that names files which no build wrote, a folder of them by its name."""
    names = Counter(path.partition("/")[0] + "/" * ("/" in path) for path in foreign)
    shown = (f"{name} ({count})" if name.endswith("/") else name for name, count in names.items())
    files, were = ("file", "was") if len(foreign) == 1 else ("files", "were")
    what = f"{len(foreign)} {files} that no build wrote {were} left in the site's folder"
    return f"{what}: {', '.join(shown)}."
