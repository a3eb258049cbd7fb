"""A site is put in place whole or not at all, and what a killed build left is cleared away."""

import os
from pathlib import Path

import pytest

from site_builder.publish import TargetNotOurs, swap
from site_builder.publish.swap import recover, staging_for, swap_in
from site_builder.settings import SettingsError
from tests.conftest import SiteFolder


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


@pytest.mark.usefixtures("can_exchange")
def test_site_is_replaced_and_nothing_is_left(tmp_path: Path) -> None:
    """The new site stands where the old one stood, and the old one is gone."""
    target, staging = folder(tmp_path / "site", "old"), folder(tmp_path / ".site.next", "new")
    swap_in(staging, target)
    assert text_in(target) == "new"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.usefixtures("can_exchange")
def test_first_site_is_put_in_place(tmp_path: Path) -> None:
    """Where there was none, a site comes to stand."""
    swap_in(folder(tmp_path / ".site.next", "new"), tmp_path / "site")
    assert text_in(tmp_path / "site") == "new"
    assert len(list(tmp_path.iterdir())) == 1


def test_recover_removes_half_made_site(tmp_path: Path) -> None:
    """A build that was killed while it staged has not touched the site."""
    target = folder(tmp_path / "site", "old")
    folder(staging_for(target), "half")
    recover(target)
    assert text_in(target) == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_recover_puts_retired_site_back(tmp_path: Path) -> None:
    """A build that was killed between its two renames is undone."""
    folder(tmp_path / ".site.old", "old")
    folder(tmp_path / ".site.next", "new")
    recover(tmp_path / "site")
    assert text_in(tmp_path / "site") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_recover_removes_retired_site_when_new_one_is_in_place(tmp_path: Path) -> None:
    """A build that was killed after its renames is finished."""
    target = folder(tmp_path / "site", "new")
    folder(tmp_path / ".site.old", "old")
    recover(target)
    assert text_in(target) == "new"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("left", [".site.next", ".site.old"])
def test_build_after_killed_build_is_right(site: SiteFolder, left: str) -> None:
    """Whatever a killed build left, the next one gives the same site and leaves nothing."""
    before = site.files()
    if left == ".site.old":
        (site.root / "site").rename(site.root / left)
    site.write(".site.next/index.html", "half")
    assert site.build().published.rendered == ()
    assert site.files() == before
    assert not list(site.root.glob(".site.*"))


@pytest.mark.usefixtures("built")
def test_swap_that_fails_half_way_leaves_old_site(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the second rename fails, the first is undone before the failure is told."""
    before = site.files()

    def lose(staging: Path, _target: Path) -> bool:
        staging.rename(staging.with_name("lost"))
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


@pytest.mark.parametrize(
    "name", [".git/HEAD", "content/missions/health.md", "mkdocs.yml", "holiday.jpg"]
)
def test_target_that_holds_other_work_is_refused(site: SiteFolder, name: str) -> None:
    """A folder is replaced only when it holds a site, or nothing."""
    if name != "holiday.jpg":
        site.write("site/index.html", "a home page")
    site.write(f"site/{name}", "precious")
    before = site.files()
    with pytest.raises(TargetNotOurs, match="another folder"):
        site.build()
    assert site.files() == before


def test_content_folder_can_not_be_the_target(site: SiteFolder) -> None:
    """A slip in the settings does not cost an author's work."""
    before = site.files("content")
    with pytest.raises(SettingsError, match="overlaps"):
        site.build(site_dir="content")
    assert site.files("content") == before


@pytest.mark.parametrize("name", ["index.html", ".nojekyll"])
def test_target_that_is_empty_or_another_site_is_replaced(site: SiteFolder, name: str) -> None:
    """A site that another program made gives way, and so does a folder of hidden files."""
    site.write(f"site/{name}", "other")
    site.build()
    assert "Small record" in site.page("index.html")
    assert ".nojekyll" not in site.files()


@pytest.mark.usefixtures("built")
def test_unchanged_file_is_linked_not_copied(site: SiteFolder) -> None:
    """A file that stays is the same file, so that a rebuild writes little."""
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
