"""Reads `mkdocs.yml` as MkDocs does, with the place of every setting.

`INHERIT` names a file whose values are taken where this one has none of its own, mapping by
mapping; `!ENV` reads a variable of the environment. Both follow the rules of MkDocs 1.6, so that
either door finds the same values. A name that stands twice is a fault, since one of the two would
be lost.
"""

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from site_builder.read.disk_names import as_on_disk, as_text
from site_builder.read.front_matter.faults import quoted
from site_builder.read.merge_marks import FIX, WHAT, merge_marks
from site_builder.read.problems import Level, Position, Problem

Steps = tuple[str | int, ...]
"""The names that lead to a setting: ("plugins", 0, "missions", "hub")."""


class SettingsFault(Exception):
    """A settings file that can not be read at all; carries what is wrong with it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.what)
        self.problem = problem


@dataclass(frozen=True)
class Place:
    """Where a setting is written."""

    path: str
    position: Position
    excerpt: str = ""

    def problem(self, what: str, fix: str, level: Level = "error") -> Problem:
        """Return what is wrong here."""
        return Problem(self.path, self.position, "settings", what, fix, self.excerpt, level)


@dataclass(frozen=True)
class Written:
    """The values of a settings file, those that it inherits among them."""

    values: Mapping[str, Any]
    top: Place
    """The first line of the file itself."""
    places: Mapping[Steps, Place] = field(default_factory=dict)
    """Where the name of each setting stands; a list that replaces another takes its places."""
    repeated: tuple[Steps, ...] = ()
    """Settings that stand twice in one mapping."""

    def place(self, path: Steps) -> Place:
        """Return where a setting stands, or the nearest of those around it that does."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, self.top)


def read_written(file: Path) -> Written:
    """Return what a settings file says.

    Raises SettingsFault when it, or a file that it inherits from, can not be read.
    """
    return _read(file, file.parent, ())


def _read(file: Path, root: Path, chain: tuple[Path, ...]) -> Written:
    shown = _shown(file, root)
    text = _text(file, shown)
    _refuse_merge(text, shown)
    try:
        values = yaml.load(text, Loader=_SettingsLoader)  # noqa: S506 - safe
        tree = yaml.compose(text, Loader=_SettingsLoader)
        lines = text.splitlines()
        places, repeated = dict(_places(tree, shown, lines)), tuple(_repeated(tree))
    except yaml.YAMLError as error:
        raise SettingsFault(_unreadable(error, shown, text)) from None
    except RecursionError:
        what, fix = "The settings nest too deeply.", "Check the brackets in them."
        raise SettingsFault(Place(shown, Position()).problem(what, fix)) from None
    if not isinstance(values, dict) or not isinstance(tree, yaml.MappingNode):
        what, fix = "The settings are not a set of names and values.", _SHAPE
        raise SettingsFault(Place(shown, Position()).problem(what, fix))
    top = Place(shown, Position(), lines[0] if lines else "")
    written = Written(values, top, places, repeated)
    if "INHERIT" not in values:
        return written
    return _inherited(written, file, root, chain)


def _inherited(written: Written, file: Path, root: Path, chain: tuple[Path, ...]) -> Written:
    place = written.place(("INHERIT",))
    named = written.values["INHERIT"]
    parent = (file.parent / as_on_disk(str(named))).resolve()
    if not isinstance(named, str) or not parent.is_file():
        what = f"`INHERIT` is {quoted(named)}, and there is no such file."
        raise SettingsFault(place.problem(what, "Name a file, seen from this one's folder."))
    if parent in (*chain, file.resolve()):
        what = f"`INHERIT` is {quoted(named)}, which leads back to this file."
        raise SettingsFault(place.problem(what, "Take one of the two lines out."))
    above = _read(parent, root, (*chain, file.resolve()))
    own = {name: value for name, value in written.values.items() if name != "INHERIT"}
    kept = {path: one for path, one in above.places.items() if not _is_replaced(path, own)}
    return Written(
        _merged(above.values, own),
        written.top,
        kept | dict(written.places),
        (*above.repeated, *written.repeated),
    )


def _merged(above: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Return one mapping over another: mappings join, everything else is replaced."""
    values = dict(above)
    for name, value in own.items():
        under = values.get(name)
        joins = isinstance(under, dict) and isinstance(value, dict)
        values[name] = _merged(values[name], value) if joins else value
    return values


def _is_replaced(path: Steps, own: Any) -> bool:
    """Tell whether a setting of a file above is put aside by what the file itself says."""
    for step in path:
        if not isinstance(own, Mapping):
            return True
        if step not in own:
            return False
        own = own[step]
    return True


def _text(file: Path, shown: str) -> str:
    at = Place(shown, Position())
    try:
        return file.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        what = f"There is no file “{shown}”."
        fix = (
            "Run this in the folder with mkdocs.yml, name the file with --settings, or begin a "
            "record with `missions init`."
        )
        raise SettingsFault(at.problem(what, fix)) from None
    except UnicodeDecodeError:
        what, fix = "The settings can not be read: they are not in UTF-8.", "Save them as UTF-8."
        raise SettingsFault(at.problem(what, fix)) from None
    except OSError as error:
        what = f"The settings can not be read: {error.strerror}."
        fix = "Check that it is a file, and that you may read it."
        raise SettingsFault(at.problem(what, fix)) from None


_SHAPE = "Write `name: value` lines, for example: site_name: Our record"


def _refuse_merge(text: str, shown: str) -> None:
    if (at := next(merge_marks(text), None)) is not None:
        line = text.count("\n", 0, at) + 1
        place = Place(shown, Position(line), text.splitlines()[line - 1])
        raise SettingsFault(place.problem(WHAT, FIX))


def _unreadable(error: yaml.YAMLError, shown: str, text: str) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = getattr(error, "problem", None) or str(error).splitlines()[0]
    position = Position(mark.line + 1, mark.column + 1) if mark else Position()
    lines = text.splitlines()
    excerpt = lines[position.line - 1] if position.line <= len(lines) else ""
    what = f"The settings can not be read: {said}."
    fix = "Check colons, quotes, brackets and spaces here and on the line above."
    return Place(shown, position, excerpt).problem(what, fix)


def _shown(file: Path, root: Path) -> str:
    """Return how a file is named: seen from the folder of the settings."""
    try:
        return as_text(file.resolve().relative_to(root.resolve()).as_posix())
    except ValueError:
        return as_text(file.as_posix())


def _places(tree: yaml.Node | None, shown: str, lines: list[str]) -> Iterator[tuple[Steps, Place]]:
    for path, key in _walk(tree, (), set()):
        mark = key.start_mark
        excerpt = lines[mark.line] if mark.line < len(lines) else ""
        yield path, Place(shown, Position(mark.line + 1, mark.column + 1), excerpt)


def _repeated(tree: yaml.Node | None) -> Iterator[Steps]:
    counted = Counter(path for path, _ in _walk(tree, (), set()))
    # What stands under a name that is there twice is not counted by itself.
    yield from (path for path, times in counted.items() if times > 1 > counted[path[:-1]] - 1)


def _walk(node: yaml.Node | None, path: Steps, seen: set[int]) -> Iterator[tuple[Steps, yaml.Node]]:
    """Yield the way to each entry, with the node of its name.

    A part that stands in several places by an alias is walked where it is written: one that holds
    itself would have no end.
    """
    if id(node) in seen:
        return
    seen.add(id(node))
    for step, key, value in _inside(node):
        yield (*path, step), key
        yield from _walk(value, (*path, step), seen)


def _inside(node: yaml.Node | None) -> Iterator[tuple[str | int, yaml.Node, yaml.Node]]:
    """Yield the name or number, the node of the name, and the node of the value, of each entry."""
    if isinstance(node, yaml.MappingNode):
        yield from ((str(key.value), key, value) for key, value in node.value)
    if isinstance(node, yaml.SequenceNode):
        yield from ((number, value, value) for number, value in enumerate(node.value))


class _SettingsLoader(yaml.CSafeLoader):
    """The safe loader, with the `!ENV` of MkDocs; its other tags stand for nothing."""


def _env(loader: Any, node: yaml.Node) -> Any:
    """Return the first environment variable named that is set, else the default at the end.

    What a variable holds is read as YAML reads a plain value, as MkDocs does (pyyaml-env-tag).
    """
    if isinstance(node, yaml.ScalarNode):
        names, default = [node], None
    else:
        *names, last = node.value if len(node.value) > 1 else (*node.value, None)
        default = loader.construct_object(last, deep=True) if last is not None else None
    for name in names:
        if (value := os.environ.get(str(name.value))) is not None:
            tag = loader.resolve(yaml.ScalarNode, value, (True, False))
            return loader.construct_object(yaml.ScalarNode(tag, value))
    return default


_SettingsLoader.add_constructor("!ENV", _env)
_SettingsLoader.add_constructor("!relative", lambda *_: None)
_SettingsLoader.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: None)
