"""The notices of the system: they come from what is there now, however it came to be there."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from watchdog.events import (
    DirCreatedEvent,
    DirModifiedEvent,
    FileClosedNoWriteEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileOpenedEvent,
    FileSystemEvent,
)

from site_builder.doors.preview.inputs import Inputs
from site_builder.doors.preview.notices import Notices, _Handler

STORY = "content/pages/about.md"
SOON = 10.0


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "site/content/pages").mkdir(parents=True)
    (tmp_path / "site" / STORY).write_text("one")
    return tmp_path / "site"


class Watched:
    """Notices of a folder, and whether one came."""

    def __init__(self, root: Path) -> None:
        self.inputs = Inputs(root, (root / "content",))
        self.came = threading.Event()
        self.notices = Notices(self.came.set)
        self.notices.follow(self.inputs)

    def sees(self, act: Callable[[], object]) -> bool:
        self.came.clear()
        act()
        came = self.came.wait(SOON)
        self.notices.follow(self.inputs)
        return came


@pytest.fixture
def watched(root: Path) -> Iterator[Watched]:
    watched = Watched(root)
    yield watched
    watched.notices.stop()


def test_notices_come_after_a_folder_is_away_and_back(watched: Watched, root: Path) -> None:
    """A branch without content/ is checked out and left again, and edits are seen as before."""
    away, content = root / "away", root / "content"
    assert watched.sees(lambda: content.rename(away))
    assert watched.sees(lambda: away.rename(content))
    assert watched.sees(lambda: (root / STORY).write_text("two"))


def test_notices_come_from_the_folder_that_took_the_place_of_another(
    watched: Watched, root: Path
) -> None:
    """What was moved away is not watched any more; what stands there now is."""

    def replace() -> None:
        (root / "content").rename(root / "before")
        (root / "content/pages").mkdir(parents=True)

    assert watched.sees(replace)
    assert watched.sees(lambda: (root / STORY).write_text("two"))


def test_notices_come_when_the_whole_site_was_away(watched: Watched, root: Path) -> None:
    """Even the folder of the settings may be another after a while."""
    away = root.parent / "away"
    assert watched.sees(lambda: root.rename(away))
    assert watched.sees(lambda: away.rename(root))
    assert watched.sees(lambda: (root / STORY).write_text("two"))


def test_notices_come_from_a_folder_that_was_moved_in(watched: Watched, root: Path) -> None:
    """What is in it counts from then on."""
    waiting = root.parent / "waiting"
    waiting.mkdir()
    assert watched.sees(lambda: waiting.rename(root / "content/more"))
    assert watched.sees(lambda: (root / "content/more/x.md").write_text("one"))


@pytest.mark.parametrize(
    ("event", "calls"),
    [
        (FileModifiedEvent("content/x.md"), True),
        (DirCreatedEvent("content/more"), True),
        (FileMovedEvent("content/.x.md.swp", "content/x.md"), True),
        (FileMovedEvent("content/x.md", "content/x.md~"), True),
        (FileModifiedEvent("content/#x.md#"), False),
        (FileMovedEvent("content/4913", "content/x.md~"), False),
        (FileOpenedEvent("content/x.md"), False),
        (FileClosedNoWriteEvent("content/x.md"), False),
        (DirModifiedEvent("content"), False),
    ],
)
def test_notice_counts_or_not(event: FileSystemEvent, calls: bool) -> None:
    """Reading is no change, and what programs leave behind is none either."""
    called: list[bool] = []
    _Handler(lambda: called.append(True), None).on_any_event(event)
    assert bool(called) is calls


@pytest.mark.parametrize(
    ("name", "calls"),
    [("mkdocs.yml", True), ("base.yaml", True), ("content", True), ("out.log", False)],
)
def test_beside_the_settings_only_what_may_be_read_counts(
    watched: Watched, name: str, calls: bool
) -> None:
    """A log that is written there would otherwise make a preview build without end."""
    assert watched.notices._is_ours(name) is calls
