"""Which folders can be exchanged: not a mount, nor what has one in it or is shown elsewhere."""

import os
from pathlib import Path, PurePosixPath

import pytest

from site_builder.publish.place import mounts as module
from site_builder.publish.place.mounts import can_be_exchanged, mounts

ABOVE = "{above}"
ON_THIRD = "32 21 8:3 /x/my\\040site /srv/www rw - ext4 c rw\n"
ROOT = "21 1 8:1 / / rw - ext4 /dev/sda1 rw\n"


@pytest.mark.parametrize(
    ("more", "can"),
    [
        ("", True),
        ("30 21 0:31 / {site} rw - tmpfs t rw\n", False),
        ("30 21 0:31 / {site}/photos rw - tmpfs t rw\n", False),
        ("30 21 0:31 / {site}-other rw - tmpfs t rw\n", True),
        ("30 21 0:31 / {above} rw - tmpfs t rw\n", True),
        ("30 21 8:1 {site} /srv/www rw - ext4 /dev/sda1 rw\n", False),
        ("30 21 8:1 {site}/photos /srv/www rw - ext4 /dev/sda1 rw\n", False),
        ("30 21 8:1 {above} /srv/www rw - ext4 /dev/sda1 rw\n", True),
        ("30 21 8:2 {site} /srv/www rw - ext4 /dev/sdb1 rw\n", True),
        # The folder is on the later one of two disks at one place, and shown elsewhere from there.
        (
            f"30 21 8:2 / {ABOVE} rw - ext4 b rw\n31 21 8:3 /x {ABOVE} rw - ext4 c rw\n{ON_THIRD}",
            False,
        ),
    ],
)
def test_folder_that_is_shared_is_not_exchanged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: str, can: bool
) -> None:
    """What the system says of its mounts decides."""
    target = tmp_path / "my site"
    target.mkdir()
    names = {"site": str(target).replace(" ", "\\040"), "above": str(tmp_path)}
    listing = tmp_path / "mountinfo"
    listing.write_text(ROOT + more.format(**names), "utf-8")
    found = tuple(mounts(listing))
    monkeypatch.setattr(module, "mounts", lambda: found)
    assert can_be_exchanged(target) == can


def test_names_with_blanks_are_read(tmp_path: Path) -> None:
    """The system writes a blank and a backslash as numbers."""
    (tmp_path / "list").write_text("1 2 8:1 /a\\134b /c\\040d rw - ext4 x rw\n", "utf-8")
    (mount,) = mounts(tmp_path / "list")
    assert (mount.folder, mount.place) == (PurePosixPath("/a\\b"), PurePosixPath("/c d"))


def test_system_that_does_not_say_is_asked_nothing(tmp_path: Path) -> None:
    """Elsewhere than on Linux there is no such list."""
    assert list(mounts(tmp_path / "none")) == []


def test_folder_in_one_that_may_not_be_written_is_not_exchanged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To exchange a folder, the one around it is written to."""
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert not can_be_exchanged(tmp_path / "site")
