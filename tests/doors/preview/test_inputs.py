"""What counts as a change of a site's files, and what does not."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.doors.preview.inputs import Inputs
from tests.read.test_litter import LITTER

STORY = "content/pages/about.md"


@pytest.fixture
def inputs(tmp_path: Path) -> Inputs:
    """Return the inputs of a folder with a little of everything."""
    for path in (STORY, "content/images/a.png", "own/layouts/_page.html", "mkdocs.yml", "out.log"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("one")
    (tmp_path / "elsewhere.txt").write_text("one")
    folders = (tmp_path / "content", tmp_path / "own")
    return Inputs(tmp_path, folders, (tmp_path / "elsewhere.txt",))


def edit_in_place(root: Path) -> None:
    before = (root / STORY).stat()
    (root / STORY).write_text("other words")
    os.utime(root / STORY, ns=(before.st_atime_ns, before.st_mtime_ns))


def replace_whole(root: Path) -> None:
    (root / ".new").write_text("one")
    (root / ".new").replace(root / STORY)


def move_folder_in(root: Path) -> None:
    (root / "waiting").mkdir()
    (root / "waiting" / "more.md").write_text("one")
    (root / "waiting").rename(root / "content" / "more")


def replace_content(root: Path) -> None:
    (root / "content").rename(root / "content-of-before")
    (root / "content").mkdir()


@pytest.mark.parametrize(
    "act",
    [
        edit_in_place,
        replace_whole,
        move_folder_in,
        replace_content,
        lambda root: (root / STORY).unlink(),
        lambda root: (root / STORY).rename(root / "content/pages/about-us.md"),
        lambda root: (root / "content/pages").rename(root / "content/page"),
        lambda root: (root / "content").rename(root / "away"),
        lambda root: (root / "own/layouts/_page.html").write_text("other words"),
        lambda root: (root / "mkdocs.yml").write_text("other words"),
        lambda root: (root / "base.yaml").write_text("other words"),
        lambda root: (root / "elsewhere.txt").write_text("other"),
        lambda root: (root / STORY).chmod(0o600),
    ],
)
def test_change_is_seen(inputs: Inputs, act: Callable[[Path], object]) -> None:
    """Whatever a build could read in another way is another state."""
    before = inputs.state()
    assert inputs.state() == before
    act(inputs.root)
    assert inputs.state() != before


def test_what_no_build_reads_is_no_change(inputs: Inputs) -> None:
    """Neither litter nor a log beside the settings makes a preview build again."""
    before = inputs.state()
    for name in LITTER:
        (inputs.root / "content/pages" / name).write_text("other words")
    (inputs.root / "out.log").write_text("a line more")
    (inputs.root / ".cache").mkdir()
    (inputs.root / "site").mkdir()
    assert inputs.state() == before


def test_nothing_there_is_a_state_as_well(tmp_path: Path) -> None:
    """A folder that is gone is no error, and its return is a change."""
    inputs = Inputs(tmp_path / "gone", (tmp_path / "gone/content",))
    before = inputs.state()
    (tmp_path / "gone/content").mkdir(parents=True)
    assert before == {}
    assert inputs.state() != {}
