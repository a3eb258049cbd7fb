"""A site of which only what is looked at is rendered gives what a build of it publishes."""

from typing import Any

import pytest

from tests.compose.stories import write_pictured_story, write_stories
from tests.conftest import SiteFolder
from tests.panels import write_panel
from tests.shown import ShownFolder


@pytest.fixture
def site(site: SiteFolder) -> ShownFolder:
    """Return a copy of the small site, of which what is looked at is rendered."""
    return ShownFolder(site.root)


@pytest.mark.parametrize("overrides", [{}, {"now": "2025-06-01T09:00Z", "site_url": ""}])
def test_what_is_shown_is_what_is_published(site: ShownFolder, overrides: dict[str, Any]) -> None:
    """The same files, in each the same bytes: pages, feeds, pictures and the search's index."""
    write_pictured_story(site)
    write_stories(site, 21)
    write_panel(site)
    said = site.build(strict=False, **overrides)
    published = SiteFolder(site.root)
    built = published.build(**overrides)
    assert dict(site.files()) == published.files()
    assert (said.problems, said.notes) == (built.problems, built.notes)


def test_feed_asks_for_the_length_of_an_image_that_nobody_looked_at(site: ShownFolder) -> None:
    """Whatever is looked at first, its bytes are those that a build publishes."""
    write_pictured_story(site)
    site.build()
    feed = site.page("feed.xml")
    published = SiteFolder(site.root)
    published.build()
    assert feed == published.page("feed.xml")


def test_file_of_the_index_is_there_and_no_other(site: ShownFolder) -> None:
    """What no output and no index has is not in the site."""
    site.build()
    assert "pagefind/pagefind-entry.json" in site.files()
    assert "nowhere/index.html" not in site.files()
    with pytest.raises(KeyError):
        site.page("nowhere/index.html")
