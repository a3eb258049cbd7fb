"""Each kind of end has one status and the same words at every door, and never a traceback."""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from mkdocs.__main__ import cli as mkdocs
from mkdocs.commands import build as mkdocs_build

from site_builder import build as our_build
from site_builder.doors.cli import main as missions
from site_builder.doors.outcome.exit_status import (
    ANOTHER_BUILD,
    PROBLEMS,
    REFUSED,
    USAGE,
    reason,
    status_of,
)
from site_builder.publish.place import lock
from site_builder.settings import named, theme_folder
from tests.conftest import SiteFolder

Patch = pytest.MonkeyPatch
CONTENT = "content/pages/about.md"


def misspell_a_setting(site: SiteFolder, patch: Patch) -> None:
    site.edit("mkdocs.yml", "site_url", "site_ulr")


HOME = (theme_folder() / "layouts" / "home.html").read_text("utf-8")
BROKEN = f"mine/layouts/home.html:{HOME[: HOME.index('{% block main')].count(chr(10)) + 1}:1: The"
"""What is told of the layout, at the line on which a tag is misspelt."""


def misspell_a_field(site: SiteFolder, patch: Patch) -> None:
    site.edit(CONTENT, "title:", "titel:")


def break_a_template(site: SiteFolder, patch: Patch) -> None:
    shutil.copytree(theme_folder(), site.root / "mine")
    site.edit("mkdocs.yml", "theme: civic", "theme: {name: null, custom_dir: mine}")
    site.edit("mine/layouts/home.html", "{% block main %}", "{% blok main %}")


def put_a_file_there(site: SiteFolder, patch: Patch) -> None:
    site.write("site", b"A file")


def put_a_stranger_there(site: SiteFolder, patch: Patch) -> None:
    site.write("site/photographs/a.jpg", b"A photograph")


def fill_the_disk(site: SiteFolder, patch: Patch) -> None:
    patch.setattr(our_build, "publish", fail_with(errno.ENOSPC, "a.html"))


def let_the_disk_say_nothing_more(site: SiteFolder, patch: Patch) -> None:
    patch.setattr(named, "read_content", fail_with(errno.EIO, "content"))


def let_another_build_run(site: SiteFolder, patch: Patch) -> None:
    patch.setattr(lock, "PATIENCE", 0.0)

    def taken(*_: object) -> None:
        return None

    patch.setattr(lock, "try_lock", taken)


def fail_with(number: int, path: str) -> Callable[..., Any]:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number), path)

    return fail


ENDS: dict[str, tuple[Callable[[SiteFolder, Patch], None], int, str]] = {
    "a setting": (misspell_a_setting, USAGE, "`site_ulr` is not a setting."),
    "a field": (misspell_a_field, PROBLEMS, "`titel` is not a field"),
    "a template": (
        break_a_template,
        PROBLEMS,
        BROKEN,
    ),
    "a file in the way": (put_a_file_there, REFUSED, "is not a folder that a site can be"),
    "files of others": (put_a_stranger_there, REFUSED, "photographs"),
    "a full disk": (fill_the_disk, REFUSED, "a.html can not be written: the disk is full."),
    "a disk that fails": (let_the_disk_say_nothing_more, PROBLEMS, "content: Input/output error."),
    "another build": (let_another_build_run, ANOTHER_BUILD, "Another build"),
}
"""What people can see to: how it is brought about, its status, and words of it."""


def run(door: str, site: SiteFolder, patch: Patch) -> Result:
    patch.chdir(site.root)
    command = {"missions": missions, "mkdocs": mkdocs}[door]
    return CliRunner().invoke(command, ["build", "-f", "mkdocs.yml"])


@pytest.mark.parametrize("door", ["missions", "mkdocs"])
@pytest.mark.parametrize("name", ENDS)
def test_both_doors_end_alike(
    site: SiteFolder, name: str, door: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The status is that of the table, the words say what it is, and nothing is published."""
    bring_about, status, words = ENDS[name]
    bring_about(site, monkeypatch)
    done = run(door, site, monkeypatch)
    assert (done.exit_code, type(done.exception)) == (status, SystemExit), done.output
    assert words in done.output
    assert "Nothing was published." in done.output
    assert "Traceback" not in done.output
    assert "Errno" not in done.output
    assert not (site.root / "site" / "index.html").exists()


@pytest.mark.usefixtures("built")
def test_disk_that_is_full_for_mkdocs_itself_leaves_the_site(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """MkDocs writes to a scratch folder of its own, on a disk that may be another."""
    before = site.files()
    full = fail_with(errno.ENOSPC, "sitemap.xml")
    monkeypatch.setattr(mkdocs_build, "_build_theme_template", full)
    done = run("mkdocs", site, monkeypatch)
    assert (done.exit_code, type(done.exception)) == (REFUSED, SystemExit)
    assert "sitemap.xml can not be written: the disk is full." in done.output
    assert site.files() == before


def test_fault_of_mkdocs_keeps_its_traceback(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What nobody can see to is not passed off as something that somebody can."""

    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(mkdocs_build, "_build_theme_template", fail)
    assert isinstance(run("mkdocs", site, monkeypatch).exception, ZeroDivisionError)


@pytest.mark.parametrize(
    "words", [("new", "page", "--title", "A"), ("announce",), ("record",), ("host", "nginx")]
)
def test_every_command_names_a_slip_in_the_settings(
    site: SiteFolder, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever command reads the settings, it says the same of them."""
    misspell_a_setting(site, monkeypatch)
    done = CliRunner().invoke(missions, [*words, "-f", str(site.root / "mkdocs.yml")])
    assert done.exit_code == USAGE
    assert "mkdocs.yml:3:1: `site_ulr` is not a setting." in done.output
    assert 'Did you mean "site_url"?' in done.output


def test_file_that_can_not_be_made_is_named(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that lets nothing be written is told by every command that writes."""
    fail, open_ = fail_with(errno.EROFS, "content/pages/a.md"), Path.open

    def read_only(self: Path, mode: str = "r", *rest: Any, **named: Any) -> Any:
        return (open_ if mode.startswith("r") else fail)(self, mode, *rest, **named)

    monkeypatch.setattr(Path, "open", read_only)
    words = ["new", "page", "--title", "A", "--no-ask", "-f", str(site.root / "mkdocs.yml")]
    done = CliRunner().invoke(missions, words)
    assert done.exit_code == REFUSED
    assert "content/pages/a.md can not be written: the disk is read-only." in done.output


def test_failure_without_a_file_is_told_as_well() -> None:
    """Not every failure of the system says where it was."""
    full = OSError(errno.ENOSPC, "No space left on device")
    assert reason(full).startswith("A file can not be written: the disk is full.")
    assert status_of(OSError("in words of its own")) == PROBLEMS
    assert reason(OSError("in words of its own")) == "in words of its own"
