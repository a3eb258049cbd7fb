"""Sites that are built once in a run of the tests, whichever of its processes asks first."""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from tests.browser.sites import BuiltSite

PATIENCE = 300
"""Seconds in which another process has built a site, or never will."""

Build = Callable[[Path], BuiltSite]


def build_shared(builders: Mapping[str, Build], folder: Path) -> dict[str, BuiltSite]:
    """Build in a folder those sites that nobody is building, and then wait for the others.

    So two processes that come at the same time build different sites side by side.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, build in builders.items():
        with suppress(Timeout):
            _shared(build, folder / name, patience=0)
    return {name: _shared(build, folder / name, PATIENCE) for name, build in builders.items()}


def _shared(build: Build, folder: Path, patience: float) -> BuiltSite:
    """Return the site that was built in a folder; if none was yet, build it there."""
    told = folder.with_suffix(".json")
    with FileLock(folder.with_suffix(".lock"), timeout=patience):
        if not told.exists():
            folder.mkdir()
            built = build(folder)
            whole = {"folder": str(built.folder), "layouts": dict(built.layouts)}
            told.write_text(json.dumps(whole), "utf-8")
        read = json.loads(told.read_text("utf-8"))
        return BuiltSite(Path(read["folder"]), read["layouts"])
