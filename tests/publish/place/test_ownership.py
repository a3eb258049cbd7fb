"""What a build wrote is ours; whatever else is in the folder is kept, or the folder is refused."""

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from site_builder.build import build, manifest_path
from site_builder.doors.cli import main
from site_builder.publish.place.mark import MARK, mark_of, read_mark
from site_builder.publish.place.ownership import look_at, note_of
from site_builder.publish.refused import TargetNotOurs
from tests.conftest import SiteFolder, copy_of

FOREIGN = {
    "CNAME": b"record.example.org\n",
    ".well-known/security.txt": b"Contact: a@example.org\n",
    "photos/2019/beach.jpg": b"a photograph",
    "missions/health/notes.txt": b"beside a page of ours",
}


NEW_PAGE = "---\ntitle: New\nsummary: New.\n---\n\nNew.\n"


@pytest.fixture
def ours(published: SiteFolder, tmp_path: Path) -> SiteFolder:
    """Return a site that was built before, to be changed."""
    return copy_of(published, tmp_path / "ours")


def put(site: SiteFolder, files: Mapping[str, bytes]) -> None:
    for path, data in files.items():
        site.write(f"site/{path}", data)


@pytest.mark.parametrize("in_place", [False, True])
def test_files_that_no_build_wrote_are_kept_and_named(ours: SiteFolder, in_place: bool) -> None:
    """They stay through build after build, with their dates, and the build says so."""
    before = ours.files()
    put(ours, FOREIGN)
    os.utime(ours.root / "site/CNAME", (1_000_000_000, 1_000_000_000))
    (ours.root / "site/link").symlink_to(ours.root / "content")
    built = ours.build(in_place=in_place)
    ours.edit("content/pages/about.md", "A small record", "A changed record")
    ours.build(in_place=in_place)
    now = ours.files()
    assert {path: now[path] for path in FOREIGN} == FOREIGN
    pages = {path for path in now if path.endswith(".html")}
    assert pages == {path for path in before if path.endswith(".html")}
    assert (ours.root / "site/CNAME").stat().st_mtime == 1_000_000_000
    assert (ours.root / "site/link").is_symlink()
    assert built.published.kept_foreign == tuple(sorted((*FOREIGN, "link")))
    (note,) = built.notes
    assert note.startswith("5 files that no build wrote were left in the site's folder: .well-kno")


def test_note_names_a_folder_once() -> None:
    """A folder of photographs is one name with a number."""
    assert note_of(["CNAME"]) == (
        "1 file that no build wrote was left in the site's folder: CNAME."
    )
    assert note_of(["CNAME", "photos/a", "photos/b/c"]) == (
        "3 files that no build wrote were left in the site's folder: CNAME, photos/ (2)."
    )


def test_folder_of_others_is_refused_and_can_be_adopted(site: SiteFolder) -> None:
    """The refusal names the way; then what was there stays but for files of the same name."""
    theirs = {"www/index.html": b"<p>Mine.", "www/photos/a.jpg": b"a photograph"}
    for path, data in theirs.items():
        site.write(path, data)
    words = ["build", "-f", str(site.root / "mkdocs.yml"), "--site-dir", str(site.root / "www")]
    refused = CliRunner().invoke(main, words)
    assert refused.exit_code == 3
    assert "holds files that no build wrote, such as index.html." in refused.output
    assert "`missions build --adopt`" in refused.output
    assert "Nothing was published." in refused.output
    assert site.files("www") == {"index.html": b"<p>Mine.", "photos/a.jpg": b"a photograph"}
    done = build(site.settings(site_dir=site.root / "www"), adopt=True).published
    assert done.changed == ("index.html",)
    assert done.kept_foreign == ("photos/a.jpg",)
    assert b"Small record" in site.files("www")["index.html"]
    again = CliRunner().invoke(main, words)
    assert again.exit_code == 0
    assert site.files("www")["photos/a.jpg"] == b"a photograph"


@pytest.mark.parametrize("name", [".nojekyll", ".well-known/security.txt", ".gitkeep"])
def test_folder_of_hidden_files_is_taken_and_they_are_kept(site: SiteFolder, name: str) -> None:
    """A file that only makes git keep a folder is nobody's site."""
    site.write(f"site/{name}", "kept")
    assert site.build().published.kept_foreign == (name,)
    assert site.files()[name] == b"kept"


def lose_mark(site: SiteFolder) -> None:
    (site.root / "site" / MARK).unlink()


def cut_mark(site: SiteFolder) -> None:
    file = site.root / "site" / MARK
    file.write_bytes(file.read_bytes()[:-40])


def lose_cache(site: SiteFolder) -> None:
    shutil.rmtree(site.root / ".cache")


def lose_pages(site: SiteFolder) -> None:
    """Leave the state in which two builds of an earlier version at once left a site."""
    for name in ("index.html", "404.html", "about", "missions", "assets"):
        path = site.root / "site" / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()


DAMAGES = (
    (lose_pages,), (lose_pages, lose_cache), (lose_mark,), (lose_mark, lose_cache), (cut_mark,),
    (cut_mark, lose_cache), (lose_mark, lose_pages), (lose_mark, lose_pages, lose_cache),
)  # fmt: skip


@pytest.mark.parametrize("damages", DAMAGES, ids=lambda ways: "-".join(w.__name__ for w in ways))
def test_damaged_site_of_ours_heals_and_forgets_nothing(
    ours: SiteFolder, damages: tuple[Callable[[SiteFolder], None], ...]
) -> None:
    """Without mark or cache it is known as ours, what it lost comes back, what is gone goes."""
    before = ours.files()
    put(ours, {"CNAME": FOREIGN["CNAME"], "case-studies/withdrawn/index.html": b"<p>Old."})
    if lose_mark not in damages and cut_mark not in damages:
        (ours.root / "site/case-studies/withdrawn/index.html").unlink()
    for damage in damages:
        damage(ours)
    done = ours.build().published
    assert ours.files() == {**before, "CNAME": FOREIGN["CNAME"]}
    assert done.kept_foreign == ("CNAME",)


@pytest.mark.parametrize("path", ["new/index.html", "new", "404.html/mine.txt"])
@pytest.mark.parametrize("in_place", [False, True])
def test_file_in_the_way_is_not_replaced_without_a_word(
    ours: SiteFolder, path: str, in_place: bool
) -> None:
    """Where an author's new page would fall on somebody's file, the build stops."""
    if path.startswith("404"):
        mark = ours.root / "site" / MARK
        names = set(ours.files()) - {"404.html", MARK}
        (ours.root / "site/404.html").unlink()
        mark.write_bytes(mark_of(names))
    put(ours, {path: b"mine"})
    before = ours.files()
    ours.write("content/pages/new.md", NEW_PAGE)
    with pytest.raises(TargetNotOurs, match=f"holds {path}, which no build wrote"):
        ours.build(in_place=in_place)
    assert ours.files() == before
    adopted = ours.settings(in_place=in_place)
    if path.startswith("404"):
        with pytest.raises(TargetNotOurs):
            build(adopted, adopt=True)
        assert ours.files() == before
    else:
        build(adopted, adopt=True)
        assert b"Small record" in ours.files()["new/index.html"]


def test_every_removed_file_is_counted(ours: SiteFolder) -> None:
    """Added, changed and removed files are those that differ, also without a cache."""
    ours.write("content/pages/new.md", NEW_PAGE)
    assert "new/index.html" in ours.build().published.added
    before = ours.files()
    (ours.root / "content/pages/new.md").unlink()
    lose_cache(ours)
    done = ours.build().published
    now = ours.files()
    assert "new/index.html" in done.removed
    assert done.removed == tuple(sorted(before.keys() - now.keys()))
    assert done.added == tuple(sorted(now.keys() - before.keys()))
    changed = {path for path in now.keys() & before.keys() if now[path] != before[path]}
    assert set(done.changed) == changed - {MARK}


def test_file_that_did_not_change_keeps_its_date_without_a_cache(ours: SiteFolder) -> None:
    """What has the same bytes is the same file, so that an upload by date is small."""
    dates = {path: (ours.root / "site" / path).stat().st_mtime_ns for path in sorted(ours.files())}
    lose_cache(ours)
    ours.edit("content/pages/about.md", "A small record", "A changed record")
    done = ours.build().published
    assert done.kept == 0
    assert done.changed
    for path in dates.keys() - {*done.changed, *done.removed, MARK}:
        assert (ours.root / "site" / path).stat().st_mtime_ns == dates[path], path


def test_mark_says_no_path_and_only_of_what_was_written(published: SiteFolder) -> None:
    """Some addresses are for those who were given them, and the mark is published."""
    files = published.files()
    mark = read_mark(published.root / "site")
    assert mark
    assert all(mark.owns(path) for path in files)
    assert not any(mark.owns(path) for path in FOREIGN)
    assert b"index" not in files[MARK]
    assert manifest_path(published.settings()).is_file()


def test_missing_target_holds_nothing(tmp_path: Path) -> None:
    """Where there is no folder there is nothing to keep."""
    assert look_at(tmp_path / "none", {}, {"index.html"}, adopt=False).ours == frozenset()
