"""What programs leave beside the files of an author is passed over; what holds words is named."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.read.litter import is_litter, original_of
from site_builder.read.problems import Problem
from site_builder.read.scan import IMAGE_ENDINGS, scan
from site_builder.read.types.fields.text import SLUG_PATTERN

LITTER = (
    # Editors: Emacs, Vim, nano, gedit, Kate, PyCharm.
    *("#x.md#", ".#x.md", "x.md~", ".x.md.swp", ".x.md.swo", "x.swp", "4913", "x.md.save"),
    *("~", ".goutputstream-AB12CD", ".x.md.kate-swp", "x.md___jb_tmp___", "x.md___jb_old___"),
    # Merging: patch, git, Mercurial, Subversion, merge tools.
    *("x.md.orig", "x.md.rej", "x.md.mine", "x.md.r12", "x.BASE.4711.md", "x.LOCAL.4711.md"),
    *("x_LOCAL_4711.md", "x_REMOTE_4711.md", "x_BASE_4711.yml", "x_BACKUP_4711.md"),
    # Office programs, copies, downloads that have not ended.
    *("~$story.docx", ".~lock.story.odt#", "x.bak", "x.md.bak", "x.tmp", "~x.tmp", "x.md.old"),
    *("x.jpg.part", "x.jpg.crdownload", "x.jpg.download"),
    # Systems, network disks, synchronisers.
    *(".DS_Store", "._x.jpg", "Thumbs.db", "thumbs.db", "ehthumbs.db", "desktop.ini", "Icon\r"),
    *("$RECYCLE.BIN", "@eaDir", ".nfs0000000000b3", ".syncthing.x.md.tmp", ".stfolder", "__MACOSX"),
)
COPIES = {
    "x.sync-conflict-20250604-101112-ABCDEF7.md": "x.md",
    "x.sync-conflict-20250604-101112.jpg": "x.jpg",
    "x (Ada Byron's conflicted copy 2025-06-04).md": "x.md",
    "x (conflicted copy 2025-06-04 101112).md": "x.md",
    "x (Ada's conflicted copy).yml": "x.yml",
    "places (case conflict 1).yml": "places.yml",
    "x_conflict-20250604-101112.md": "x.md",
}


def test_litter_is_passed_over_wherever_it_lies(tmp_path: Path) -> None:
    """No program's leavings stop a build, in any folder of the content."""
    for folder in ("", "case-studies", "registers", "images"):
        (tmp_path / "content" / folder).mkdir(exist_ok=True, parents=True)
        for name in LITTER:
            (tmp_path / "content" / folder / name).write_bytes(b"<<<<<<< HEAD\0")
    assert list(scan(tmp_path, "content")) == []
    assert [name for name in LITTER if not is_litter(name)] == []


@pytest.mark.parametrize(
    "name", ["2025", "_page.html", "a.b.md", "orig.md", "x.r.md", "tmp", "x.swf"]
)
def test_what_only_looks_like_litter_is_not(name: str) -> None:
    """A file or folder that an author may have named so is looked at."""
    assert not is_litter(name)


@given(st.from_regex(SLUG_PATTERN, fullmatch=True), st.sampled_from([".md", *IMAGE_ENDINGS]))
def test_no_name_of_a_file_that_is_read_is_litter(slug: str, ending: str) -> None:
    """Nothing that could be published is ever passed over in silence."""
    assert not is_litter(slug + ending)
    assert original_of(slug + ending) is None


@pytest.mark.parametrize(("name", "original"), COPIES.items())
def test_copy_of_two_clashing_edits_is_a_warning(name: str, original: str, tmp_path: Path) -> None:
    """It holds somebody's words: they are not published, and not forgotten either."""
    (tmp_path / "content/pages").mkdir(parents=True)
    (tmp_path / "content/pages" / name).write_bytes(b"whatever it holds")
    (problem,) = scan(tmp_path, "content")
    assert isinstance(problem, Problem)
    assert (problem.rule, problem.level) == ("conflicted-copy", "warning")
    assert problem.path == f"content/pages/{name}"
    assert f" {original} " in problem.what
    assert f" into {original}, " in problem.fix
    assert not is_litter(name)
