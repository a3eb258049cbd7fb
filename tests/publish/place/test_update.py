"""A site that can not be exchanged is changed file by file, and misleads nobody meanwhile."""

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from site_builder.publish.place import update as module
from site_builder.publish.place.mark import MARK, mark_of
from site_builder.publish.place.update import update
from site_builder.publish.place.workshop import workshop
from tests.conftest import SITES, SiteFolder, copy_of
from tests.publish.place.following import Reading, missing_from

_STEPS = ("_move", "_remove")


OLD_PAGE = "content/pages/old.md"


class Stop(Exception):
    """Raised by a test between two steps."""


def edit_much(site: SiteFolder) -> None:
    """Change what every page shows, take pages away and put others there."""
    site.edit("mkdocs.yml", "Small record", "Other record")
    nurses = site.root / "content/case-studies/night-nurses.md"
    shutil.copy(nurses, nurses.with_name("another-night.md"))
    site.write("content/pages/new.md", "---\ntitle: New\nsummary: New.\n---\n\nNew.\n")
    (site.root / OLD_PAGE).unlink()


def test_no_page_leads_to_what_is_not_there_at_any_moment(
    site: SiteFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between any two steps, whatever can be reached from the home page is there."""
    site.write(OLD_PAGE, "---\ntitle: Old\nsummary: Old.\n---\n\nOld.\n")
    site.build(in_place=True)
    assert missing_from(site.files()) == set()
    edit_much(site)
    seen: list[set[str]] = []
    read = Reading(site.root / "site")

    def looked_at(name: str) -> None:
        real = getattr(module, name)

        def step(*arguments: object) -> None:
            real(*arguments)
            seen.append(missing_from(read.files()))

        monkeypatch.setattr(module, name, step)

    for name in _STEPS:
        looked_at(name)
    done = site.build(in_place=True).published
    assert done.way == "updated in place"
    assert len(seen) == len((*done.added, *done.changed, *done.removed)) + 2
    assert [one for one in seen if one] == []


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> SiteFolder:
    """Return a site that was published in place, and is edited; it is only copied."""
    site = SiteFolder(shutil.copytree(SITES / "small", tmp_path_factory.mktemp("b") / "small"))
    site.write(OLD_PAGE, "---\ntitle: Old\nsummary: Old.\n---\n\nOld.\n")
    site.build(in_place=True)
    site.write("site/CNAME", "kept")
    edit_much(site)
    return site


@pytest.fixture(scope="module")
def after(
    before: SiteFolder, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Mapping[str, bytes], int]:
    """Return the files of a build of it from nothing, and how many steps lead there."""
    site = copy_of(before, tmp_path_factory.mktemp("a") / "small")
    done = site.build(in_place=True).published
    clean = SiteFolder(tmp_path_factory.mktemp("c") / "small")
    shutil.copytree(before.root, clean.root, ignore=shutil.ignore_patterns("site", ".cache"))
    clean.build()
    return clean.files(), len((*done.added, *done.changed, *done.removed)) + 2


@pytest.mark.parametrize("stop_at", [0, 1, 5, 40, -2, -1])
def test_update_that_stops_anywhere_is_finished_by_the_next_build(
    before: SiteFolder,
    after: tuple[Mapping[str, bytes], int],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    stop_at: int,
) -> None:
    """Whatever was done of it, the next build makes the site what a build from nothing makes."""
    site, (clean, steps) = copy_of(before, tmp_path / "small"), after
    left = [stop_at if stop_at >= 0 else steps + stop_at]
    with monkeypatch.context() as patch:
        for name in _STEPS:

            def step(*arguments: object, real: object = getattr(module, name)) -> None:
                left[0] -= 1
                if left[0] < 0:
                    raise Stop
                real(*arguments)  # type: ignore[operator]

            patch.setattr(module, name, step)
        with pytest.raises(Stop):
            site.build(in_place=True)
    site.build(in_place=True)
    assert site.build(in_place=True).published.removed == ()
    assert site.files() == {**clean, "CNAME": b"kept"}


def test_folder_stays_the_same_folder(site: SiteFolder) -> None:
    """Who has the folder open, such as a server in a container, goes on seeing the site."""
    site.build()
    folder = (site.root / "site").stat().st_ino
    page = (site.root / "site/index.html").stat().st_ino
    site.edit("content/pages/about.md", "A small record", "A changed record")
    assert site.build(in_place=True).published.way == "updated in place"
    assert (site.root / "site").stat().st_ino == folder
    assert (site.root / "site/index.html").stat().st_ino == page
    assert site.build().published.way == "exchanged"
    assert (site.root / "site").stat().st_ino != folder


def run_update(target: Path, new: Mapping[str, str], ours: Mapping[str, str]) -> None:
    with workshop(target, inside=True) as shop:
        for path, text in new.items():
            (shop.next / path).parent.mkdir(parents=True, exist_ok=True)
            (shop.next / path).write_text(text, "utf-8")
        (shop.next / MARK).write_bytes(mark_of(new))
        added, changed = new.keys() - ours.keys(), new.keys() & ours.keys()
        update(shop, target, added, changed, ours.keys() - new.keys(), ours=set(ours))


CHANGES = (
    ({"a": "file"}, {"a/b/c.html": "page"}),
    ({"a/b/c.html": "page"}, {"a": "file"}),
    ({"a/b": "one", "a/c": "two"}, {"a/b": "one"}),
    ({"a/b": "one"}, {"c": "two"}),
)


@pytest.mark.parametrize(("old", "new"), CHANGES)
def test_folder_and_file_can_take_each_others_place(
    tmp_path: Path, old: Mapping[str, str], new: Mapping[str, str]
) -> None:
    """Only what is new is there at the end, and no folder that is empty."""
    site = SiteFolder(tmp_path)
    for path, text in old.items():
        site.write(f"site/{path}", text)
    run_update(tmp_path / "site", new, old)
    files = site.files()
    assert {path: files[path].decode() for path in files if path != MARK} == new
    folders = {path for path in (tmp_path / "site").rglob("*") if path.is_dir()}
    assert all(any(folder.iterdir()) for folder in folders)


def test_file_comes_from_another_disk_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder of the site may be a mount of its own: a copy beside the file is then renamed."""
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if self.parent != target.parent:
            raise OSError(errno.EXDEV, "another disk")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    SiteFolder(tmp_path).write("site/a.html", "old")
    run_update(tmp_path / "site", {"a.html": "new", "b/c.html": "new"}, {"a.html": "old"})
    assert SiteFolder(tmp_path).files().keys() == {MARK, "a.html", "b/c.html"}
    assert (tmp_path / "site/a.html").read_text("utf-8") == "new"


MOUNTED = """
set -e
mount -t tmpfs t site
"$1" -m site_builder.doors.cli build
echo precious > site/CNAME
"$1" -m site_builder.doors.cli build
test -f site/index.html && test -f site/CNAME
umount site
"$1" -m site_builder.doors.cli build
mkdir served && mount --bind site served
sed -i 's/Small record/Other record/' mkdocs.yml
"$1" -m site_builder.doors.cli build
grep -q 'Other record' served/index.html
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="Linux has mounts that anybody may make")
def test_mounts_are_published_to(empty_site: SiteFolder) -> None:
    """A volume is filled, keeps what else is in it, and a folder shown elsewhere is not lost."""
    unshare = ["unshare", "-rm"]
    if not shutil.which("unshare") or subprocess.run([*unshare, "true"], check=False).returncode:
        pytest.skip("this machine lets nobody make mounts")
    site = empty_site
    site.write("content/pages/about.md", "---\ntitle: About\nsummary: A.\n---\nText.\n")
    (site.root / "site").mkdir()
    done = subprocess.run(
        [*unshare, "sh", "-c", MOUNTED, "sh", sys.executable],
        cwd=site.root, capture_output=True, text=True, check=False, env=os.environ,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    said = done.stdout.splitlines()
    assert sum("site/, each in its place:" in line for line in said) == 3
    assert "1 file that no build wrote was left in the site's folder: CNAME." in said
