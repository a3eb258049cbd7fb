"""Which files of a site a command was asked about, by the paths that it was given."""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from unicodedata import normalize

import click

from site_builder.read.disk_names import as_text, printable
from site_builder.settings import Settings

_ALL = "`missions check` without a file checks everything."

IsAsked = Callable[[str], bool]
"""Tells whether a file, seen from the folder of the settings, was asked about."""


def asked_files(settings: Settings, settings_file: Path, paths: Sequence[Path]) -> IsAsked:
    """Return what tells whether a file was asked about: each that was given, or in such a folder.

    Without any, all are. A path that is not of the content is a slip of whoever gave it.
    """
    asked = {_inside(settings, settings_file, path) for path in paths}

    def is_asked(path: str) -> bool:
        return not asked or any(path == one or path.startswith(f"{one}/") for one in asked)

    return is_asked


def _inside(settings: Settings, settings_file: Path, path: Path) -> str:
    """Return how a problem names a path that was given on the command line."""
    shown = printable(path)
    if not os.path.lexists(path):
        raise click.UsageError(f"{shown} is not there.")
    content = settings.docs_dir
    for inside in _from_root(settings.root, path):
        if inside in (content, settings_file.name) or inside.startswith(f"{content}/"):
            return inside
    raise click.UsageError(f"{shown} is not in {content}/, so no rule is about it. {_ALL}")


def _from_root(root: Path, path: Path) -> Iterator[str]:
    """Yield a path seen from the folder of the settings, as it is written and as links lead."""
    written = Path(os.path.abspath(path))  # noqa: PTH100 - a link in the content keeps its name
    for way in (written, written.parent.resolve() / written.name):
        if way.is_relative_to(root):
            yield normalize("NFC", as_text(way.relative_to(root).as_posix()))
