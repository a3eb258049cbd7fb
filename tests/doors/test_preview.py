"""The preview: on loopback, reloading, and showing problems in the page instead of dying."""

import threading
from collections.abc import Iterator
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from site_builder.doors.preview import HOST, Preview
from tests.conftest import SiteFolder

BROKEN = ("content/pages/about.md", "title:", "titel:")


@pytest.fixture
def preview(site: SiteFolder) -> Iterator[Preview]:
    """Return a preview that serves and watches in a thread of its own."""
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


def test_preview_serves_pages_with_a_script_that_reloads(preview: Preview) -> None:
    """A page is served with the reloading script, which is in no file."""
    assert "About this site" in get(preview, "about/")
    assert '<script src="/_reload.js" data-since="' in get(preview, "about/")
    assert "location.reload" in get(preview, "_reload.js")


def test_preview_binds_to_loopback_only(preview: Preview) -> None:
    """Nobody else on the network can see a preview."""
    assert preview.address.startswith(f"http://{HOST}:")
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


def test_preview_sends_the_way_to_the_slash(preview: Preview) -> None:
    """An address without its slash leads to the one with it, so relative links work."""
    with urlopen(preview.address + "missions/health", timeout=30) as answer:
        assert answer.url.endswith("/missions/health/")


def test_preview_never_leaves_its_folder(preview: Preview) -> None:
    """A path that climbs out of the folder is not found."""
    with pytest.raises(HTTPError) as caught:
        get(preview, "%2e%2e/../../mkdocs.yml")
    assert caught.value.code == 404
    caught.value.close()


def test_preview_leaves_the_published_site_alone(preview: Preview, site: SiteFolder) -> None:
    """A preview writes nothing where the published site is."""
    assert not (site.root / "site").exists()


def test_preview_with_drafts_marks_them(site: SiteFolder) -> None:
    """An author can look at a draft; the page says that it is one."""
    site.edit("content/pages/about.md", "order: 1", "order: 1\nstatus: draft")
    preview = Preview(site.settings, port=0, drafts=True)
    preview.rebuild()
    assert "This is a draft." in preview.page_for("/about/")[1].decode()
    preview.shutdown()
