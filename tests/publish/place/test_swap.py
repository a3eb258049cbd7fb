"""A site is put in place whole or not at all, and what a killed build left is cleared away."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from site_builder.build import build
from site_builder.publish.place import swap
from site_builder.publish.place.mark import mark_of
from site_builder.publish.place.swap import Immovable, recover, swap_in
from site_builder.publish.place.workshop import Workshop, workshop
from site_builder.publish.refused import TargetNotOurs
from site_builder.settings import SettingsError
from tests.conftest import SiteFolder

LEFT = ".site.work-0123456789abcdef"


def folder(path: Path, text: str) -> Path:
    path.mkdir()
    (path / "index.html").write_text(text, "utf-8")
    return path


def text_in(path: Path) -> str:
    return (path / "index.html").read_text("utf-8")


@pytest.fixture(params=[True, False], ids=["exchange", "rename"])
def can_exchange(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Let the system exchange folders, or not, as not every system can."""
    if not request.param:
        monkeypatch.setattr(swap, "_exchange", lambda _one, _other: False)
    return bool(request.param)


def test_site_is_replaced_and_nothing_is_left(tmp_path: Path, can_exchange: bool) -> None:
    """The new site stands where the old one stood, and the old one is gone."""
    target = folder(tmp_path / "site", "old")
    with workshop(target, inside=False) as shop:
        (shop.next / "index.html").write_text("new", "utf-8")
        swap_in(shop, target, lambda _path: True)
    assert text_in(target) == "new"
    assert list(tmp_path.iterdir()) == [target]


def test_first_site_is_put_in_place(tmp_path: Path, can_exchange: bool) -> None:
    """Where there was none, a site comes to stand."""
    with workshop(tmp_path / "site", inside=False) as shop:
        (shop.next / "index.html").write_text("new", "utf-8")
        swap_in(shop, tmp_path / "site", lambda _path: True)
    assert text_in(tmp_path / "site") == "new"
    assert len(list(tmp_path.iterdir())) == 1


def test_file_that_came_while_a_site_was_made_is_brought_over(
    tmp_path: Path, can_exchange: bool
) -> None:
    """What somebody puts there meanwhile, or changes, is in the new site; what is ours is not."""
    target = folder(tmp_path / "site", "old")
    (target / "note.txt").write_text("first", "utf-8")
    (target / "gone.html").write_text("ours", "utf-8")
    with workshop(target, inside=False) as shop:
        (shop.next / "index.html").write_text("new", "utf-8")
        shutil.copy2(target / "note.txt", shop.next)
        (target / ".well-known").mkdir()
        (target / ".well-known/challenge").write_text("answer", "utf-8")
        (target / "note.txt").unlink()
        (target / "note.txt").write_text("second", "utf-8")
        later = (shop.next / "note.txt").stat().st_mtime_ns + 1_000_000
        os.utime(target / "note.txt", ns=(later, later))
        swap_in(shop, target, lambda path: path in ("index.html", "gone.html"))
    assert text_in(target) == "new"
    assert (target / ".well-known/challenge").read_text("utf-8") == "answer"
    assert (target / "note.txt").read_text("utf-8") == "second"
    assert not (target / "gone.html").exists()


def test_folder_that_can_not_be_moved_is_told_and_not_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder on another disk, or one that is a mount, stays as it is."""
    target = folder(tmp_path / "site", "old")

    def refuse(*_: object) -> None:
        raise OSError(errno.EXDEV, "on another disk")

    with workshop(target, inside=False) as shop:
        monkeypatch.setattr(swap, "_exchange", lambda _one, _other: False)
        monkeypatch.setattr(Path, "rename", refuse)
        with pytest.raises(Immovable):
            swap_in(shop, target, lambda _path: True)
    assert text_in(target) == "old"


def left_by_the_dead(target: Path, part: str, text: str, mark: bytes = b"") -> Workshop:
    """Return the workshop of a build that was killed: its lock is there, and nobody has it."""
    shop = Workshop(target.with_name(LEFT))
    shop.folder.mkdir(exist_ok=True)
    shop.lock.write_bytes(b"")
    folder(shop.folder / part, text)
    if mark:
        (shop.folder / part / ".missions").write_bytes(mark)
    return shop


def test_recover_removes_half_made_site(tmp_path: Path) -> None:
    """A build that was killed while it staged has not touched the site."""
    target = folder(tmp_path / "site", "old")
    left_by_the_dead(target, "next", "half")
    recover(target)
    assert text_in(target) == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_recover_puts_retired_site_back(tmp_path: Path) -> None:
    """A build that was killed between its two renames is undone."""
    left_by_the_dead(tmp_path / "site", "old", "old")
    left_by_the_dead(tmp_path / "site", "next", "new")
    recover(tmp_path / "site")
    assert text_in(tmp_path / "site") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("part", ["old", "next"])
def test_recover_removes_retired_site_when_new_one_is_in_place(tmp_path: Path, part: str) -> None:
    """A build that was killed after its renames is finished, and files of others are kept."""
    target = folder(tmp_path / "site", "new")
    shop = left_by_the_dead(target, part, "old", mark_of(["index.html", "gone.html"]))
    for name in ("gone.html", "CNAME"):
        (shop.folder / part / name).write_text(name, "utf-8")
    recover(target)
    assert text_in(target) == "new"
    assert sorted(path.name for path in target.iterdir()) == ["CNAME", "index.html"]
    assert list(tmp_path.iterdir()) == [target]


def test_recover_leaves_the_living_alone(tmp_path: Path) -> None:
    """A workshop whose lock is held has an owner, whoever else thinks to be alone."""
    target = folder(tmp_path / "site", "old")
    with workshop(target, inside=False) as shop, workshop(target, inside=True) as other:
        recover(target)
        assert shop.next.is_dir()
        assert other.next.is_dir()
    recover(target)
    assert list(tmp_path.iterdir()) == [target]
    assert [path.name for path in target.iterdir()] == ["index.html"]


@pytest.mark.parametrize(
    "name", [".site.work-", ".site.work-mine", ".site.works", ".site.lock.txt"]
)
def test_recover_touches_only_what_is_named_as_a_workshop(tmp_path: Path, name: str) -> None:
    """A folder that somebody keeps beside the site under a like name is theirs."""
    target = folder(tmp_path / "site", "old")
    folder(tmp_path / name, "precious")
    recover(target)
    assert text_in(tmp_path / name) == "precious"


@pytest.mark.parametrize("name", [".site.next", ".site.old"])
def test_file_with_a_name_of_an_earlier_version_is_no_trouble(site: SiteFolder, name: str) -> None:
    """Those names are not used any more, so what stands there is left alone."""
    site.write(name, "a file")
    assert site.build().published.added
    assert (site.root / name).read_text("utf-8") == "a file"


@pytest.mark.parametrize("left", [f"{LEFT}/next", f"{LEFT}/old", ".site.next", ".site.old"])
def test_build_after_killed_build_is_right(site: SiteFolder, left: str) -> None:
    """Whatever a killed build left, the next one gives the same site and leaves nothing."""
    site.build()
    before = site.files()
    if left.endswith("old"):
        site.write(f"{left}/.keep", "")
        shutil.rmtree(site.root / left)
        (site.root / "site").rename(site.root / left)
    site.write(left.replace("old", "next") + "/index.html", "half")
    assert site.build().published.rendered == ()
    assert site.files() == before
    assert not list(site.root.glob(".site.*"))


def test_swap_that_fails_half_way_leaves_old_site(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the second rename fails, the first is undone before the failure is told."""
    site.build()
    before = site.files()

    def lose(staging: Path, _target: Path) -> bool:
        shutil.rmtree(staging)
        return False

    monkeypatch.setattr(swap, "_exchange", lose)
    site.edit("mkdocs.yml", "Small record", "Another record")
    with pytest.raises(FileNotFoundError):
        site.build()
    assert site.files() == before
    assert not list(site.root.glob(".site.*"))


def test_target_that_is_a_file_is_refused(site: SiteFolder) -> None:
    """A file is nobody's site."""
    site.write("site", "precious")
    with pytest.raises(TargetNotOurs):
        site.build()
    assert (site.root / "site").read_text("utf-8") == "precious"


def test_target_that_is_a_link_is_refused(site: SiteFolder, tmp_path: Path) -> None:
    """What a link leads to may be anything."""
    folder(tmp_path / "elsewhere", "precious")
    (site.root / "site").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(TargetNotOurs):
        site.build()
    assert text_in(tmp_path / "elsewhere") == "precious"


@pytest.mark.parametrize("name", [".git/HEAD", "content/missions/health.md", "mkdocs.yml"])
def test_target_that_holds_other_work_is_refused(site: SiteFolder, name: str) -> None:
    """A folder in which people work is never a site, and can not be made one."""
    site.write("site/index.html", "a home page")
    site.write(f"site/{name}", "precious")
    before = site.files()
    for adopt in (False, True):
        with pytest.raises(TargetNotOurs, match="another folder"):
            build(site.settings(), adopt=adopt)
    assert site.files() == before


def test_content_folder_can_not_be_the_target(site: SiteFolder) -> None:
    """A slip in the settings does not cost an author's work."""
    before = site.files("content")
    with pytest.raises(SettingsError, match="overlaps"):
        site.build(site_dir="content")
    assert site.files("content") == before


def test_unchanged_file_is_linked_not_copied(site: SiteFolder) -> None:
    """A file that stays is the same file, so that a rebuild writes little."""
    site.build()
    page = site.root / "site/about/index.html"
    before = page.stat().st_ino
    site.build()
    assert page.stat().st_ino == before


def test_file_is_copied_where_links_are_refused(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk without hard links gives the same site."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError

    site.build()
    before = site.files()
    monkeypatch.setattr(os, "link", refuse)
    assert site.build().published.rendered == ()
    assert site.files() == before


def test_manifest_that_can_not_be_written_does_not_undo_the_site(site: SiteFolder) -> None:
    """The site is published by then; the next build renders all of it again."""
    site.write(".cache", "a file where the folder should be")
    first = site.build().published
    assert site.build().published.rendered == first.rendered
