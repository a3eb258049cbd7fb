"""The preview: on loopback, reloading, and showing problems in the page instead of dying."""

import errno
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from watchdog.observers import Observer

from site_builder.doors.preview import HOST, Preview
from site_builder.doors.preview.preview import NO_NOTICES
from tests.conftest import SITES, SiteFolder

BROKEN = ("content/pages/about.md", "title:", "titel:")


@pytest.fixture
def preview(site: SiteFolder) -> Iterator[Preview]:
    """Return a preview that serves and watches in a thread of its own."""
    with served(site) as preview:
        yield preview


@pytest.fixture(scope="module")
def unchanged_site(tmp_path_factory: pytest.TempPathFactory) -> SiteFolder:
    """Return a site that nobody changes."""
    folder = tmp_path_factory.mktemp("unchanged") / "small"
    return SiteFolder(shutil.copytree(SITES / "small", folder))


@pytest.fixture(scope="module")
def unchanged(unchanged_site: SiteFolder) -> Iterator[Preview]:
    """Return a preview of it, for all who only read."""
    with served(unchanged_site) as preview:
        yield preview


@contextmanager
def served(site: SiteFolder) -> Iterator[Preview]:
    preview = Preview(site.settings, port=0)
    thread = threading.Thread(target=preview.serve, daemon=True)
    thread.start()
    preview.wait_for_news(0)
    yield preview
    preview.shutdown()
    thread.join(10)


def get(preview: Preview, path: str) -> str:
    with urlopen(preview.address + path, timeout=30) as answer:
        text: str = answer.read().decode()
        return text


def test_preview_serves_pages_with_a_script_that_reloads(unchanged: Preview) -> None:
    """A page is served with the reloading script, which is in no file."""
    assert "About this site" in get(unchanged, "about/")
    assert '<script src="/_reload.js" data-since="' in get(unchanged, "about/")
    assert "location.reload" in get(unchanged, "_reload.js")


def test_preview_binds_to_loopback_only(unchanged: Preview) -> None:
    """Nobody else on the network can see a preview."""
    assert unchanged.address.startswith(f"http://{HOST}:")
    assert HOST == "127.0.0.1"


def test_preview_shows_problems_in_the_page_and_recovers(
    preview: Preview, site: SiteFolder
) -> None:
    """Broken content is shown in every page until it is right again."""
    version = int(get(preview, "_changed?since=0"))
    site.edit(*BROKEN)
    version = int(get(preview, f"_changed?since={version}"))
    assert "about.md:2:1: `titel` is not a field of a page." in get(preview, "missions/")
    site.edit(BROKEN[0], BROKEN[2], BROKEN[1])
    get(preview, f"_changed?since={version}")
    assert "About this site" in get(preview, "about/")


def test_preview_survives_broken_settings(preview: Preview, site: SiteFolder) -> None:
    """Settings that can not be read are shown in the page."""
    version = int(get(preview, "_changed?since=0"))
    site.edit("mkdocs.yml", "site_name: Small record", "site_name: [")
    get(preview, f"_changed?since={version}")
    assert "The settings can not be used" in get(preview, "about/")


def test_preview_sends_the_way_to_the_slash(unchanged: Preview) -> None:
    """An address without its slash leads to the one with it, so relative links work."""
    with urlopen(unchanged.address + "missions/health", timeout=30) as answer:
        assert answer.url.endswith("/missions/health/")


def test_preview_never_leaves_its_folder(unchanged: Preview) -> None:
    """A path that climbs out of the folder is not found."""
    with pytest.raises(HTTPError) as caught:
        get(unchanged, "%2e%2e/../../mkdocs.yml")
    assert caught.value.code == 404
    caught.value.close()


def test_preview_leaves_the_published_site_alone(
    unchanged: Preview, unchanged_site: SiteFolder
) -> None:
    """A preview writes nothing where the published site is."""
    assert "About this site" in get(unchanged, "about/")
    assert not (unchanged_site.root / "site").exists()


def test_preview_with_drafts_marks_them(site: SiteFolder) -> None:
    """An author can look at a draft; the page says that it is one."""
    site.edit("content/pages/about.md", "order: 1", "order: 1\nstatus: draft")
    preview = Preview(site.settings, port=0, drafts=True)
    preview.rebuild()
    assert "This is a draft." in preview.page_for("/about/")[1].decode()
    preview.shutdown()


def test_preview_sees_a_folder_that_was_away(preview: Preview, site: SiteFolder) -> None:
    """Content that is away is named; once it is back, the site is shown and edits are seen."""
    content, away = site.root / "content", site.root / "away"
    version = int(get(preview, "_changed?since=0"))
    content.rename(away)
    version = int(get(preview, f"_changed?since={version}"))
    assert "There is no such folder." in get(preview, "about/")
    away.rename(content)
    version = int(get(preview, f"_changed?since={version}"))
    assert "About this site" in get(preview, "about/")
    site.edit(BROKEN[0], "About this site", "Edited after the switch")
    get(preview, f"_changed?since={version}")
    assert "Edited after the switch" in get(preview, "about/")


@pytest.fixture
def still(site: SiteFolder) -> Iterator[Preview]:
    """Return a preview that looks when it is told to, and says nothing."""
    preview = Preview(site.settings, port=0, poll=True, say=lambda _line: None)
    yield preview
    preview.shutdown()


def test_preview_builds_when_a_file_is_another_and_only_then(
    still: Preview, site: SiteFolder
) -> None:
    """Broken content is built once and not in a loop, whatever is noticed meanwhile."""
    assert still.look()
    assert not still.look()
    site.edit(*BROKEN)
    assert still.look()
    site.write("out.log", "What the preview says, written beside the settings.")
    site.write("content/pages/#about.md#", "What Emacs leaves.")
    assert not still.look()
    site.edit(BROKEN[0], BROKEN[2], BROKEN[1])
    assert still.look()
    assert "About this site" in still.page_for("/about/")[1].decode()


def test_preview_sees_a_change_that_is_made_while_it_builds(
    still: Preview, site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was read before the change is not taken for what is there after it."""

    def edit_meanwhile() -> None:
        monkeypatch.undo()
        site.edit(BROKEN[0], "About this site", "About this record")

    monkeypatch.setattr(still, "rebuild", edit_meanwhile)
    assert still.look()
    assert still.look()
    assert "About this record" in still.page_for("/about/")[1].decode()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EMFILE])
def test_preview_without_notices_says_so_and_looks_by_itself(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """Where the system has no notices left, the files are looked at each second instead."""

    def none_left(*_: Any, **__: Any) -> None:
        raise OSError(number, "none left")

    monkeypatch.setattr(Observer, "schedule", none_left)
    said: list[str] = []
    preview = Preview(site.settings, port=0, say=said.append)
    thread = threading.Thread(target=preview.serve, daemon=True)
    thread.start()
    version = preview.wait_for_news(0)
    assert (preview.is_polling, said) == (True, [NO_NOTICES])
    site.edit(BROKEN[0], "About this site", "Edited without a notice")
    preview.wait_for_news(version)
    assert "Edited without a notice" in preview.page_for("/about/")[1].decode()
    preview.shutdown()
    thread.join(10)
    assert not thread.is_alive()


def test_preview_tells_what_the_disk_refuses_in_a_sentence(
    still: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk is no fault of the program's, and shows no trace of it."""

    def full(*_: Any, **__: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("site_builder.doors.preview.preview.build", full)
    still.rebuild()
    page = still.page_for("/about/")[1].decode()
    assert "No space left on device" in page
    assert "Traceback" not in page
