"""Sites that are built once in a run of the tests, whichever of its processes asks first."""

import json
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from tests.browser.sites import BuiltSite

PATIENCE = 120
"""Seconds in which another process has built a site, or never will."""
STEP = 0.05

Build = Callable[[Path], BuiltSite]


def build_shared(builders: Mapping[str, Build], folder: Path) -> dict[str, BuiltSite]:
    """Build in a folder those sites that nobody builds yet, and wait for the others.

    Who makes the folder of a site builds it, so two processes build different ones side by side.
    """
    for name, build in builders.items():
        with suppress(FileExistsError):
            (folder / name).mkdir(parents=True)
            _build(build, folder / name)
    return {name: _wait_for(folder / name) for name in builders}


def _build(build: Build, folder: Path) -> None:
    told: dict[str, object] = {"fault": "was not built"}
    try:
        built = build(folder)
        told = {"folder": str(built.folder), "layouts": dict(built.layouts)}
    finally:
        whole = folder.with_suffix(".part")
        whole.write_text(json.dumps(told), "utf-8")
        whole.rename(_told(folder))


def _wait_for(folder: Path) -> BuiltSite:
    until = time.monotonic() + PATIENCE
    while not _told(folder).is_file():
        assert time.monotonic() < until, f"nobody finished the site in {folder}"
        time.sleep(STEP)
    told = json.loads(_told(folder).read_text("utf-8"))
    assert "fault" not in told, f"the site in {folder} was not built; another test says why"
    return BuiltSite(Path(told["folder"]), told["layouts"])


def _told(folder: Path) -> Path:
    return folder.with_suffix(".json")
