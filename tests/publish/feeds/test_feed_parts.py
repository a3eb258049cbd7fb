"""Each item's text is rendered once in a build, however many feeds and formats carry it."""

from collections import Counter

import pytest

from site_builder.compose.feeds.items import FeedItem
from site_builder.publish.feeds.feed_parts import tidy
from site_builder.publish.renderer import Renderer
from tests.compose.stories import write_stories, write_story
from tests.conftest import SiteFolder
from tests.publish.feeds.feed_faults import feeds_among, items_in


@pytest.fixture
def site(site: SiteFolder) -> SiteFolder:
    """Return a folder whose site is published, for what is kept of it is counted here."""
    return SiteFolder(site.root)


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Return how often the text of each item was rendered, by its id."""
    counted: Counter[str] = Counter()
    render = Renderer._text_of

    def count(renderer: Renderer, item: FeedItem) -> str:
        counted[item.id] += 1
        return render(renderer, item)

    monkeypatch.setattr(Renderer, "_text_of", count)
    return counted


def test_text_of_an_item_is_rendered_once_for_all_feeds_and_formats(
    site: SiteFolder, rendered: Counter[str]
) -> None:
    """A story of two missions stands in seven feeds of three formats, and is rendered once."""
    write_stories(site, 30)
    site.build()
    feeds = feeds_among(site.files())
    carried = Counter(item.id for name, data in feeds.items() for item in items_in(name, data))
    assert set(carried) == set(rendered)
    assert set(rendered.values()) == {1}
    assert max(carried.values()) >= 18


def test_edit_of_one_story_renders_only_feeds_that_have_it(
    site: SiteFolder, rendered: Counter[str]
) -> None:
    """Of all files of all feeds, those with the story are written again, and no other."""
    write_stories(site, 45)
    write_story(site, "elsewhere", "Elsewhere", mission="clean-energy", date="2024-01-03")
    site.build()
    rendered.clear()
    site.edit("content/case-studies/elsewhere.md", "A body.", "Another body.")
    done = feeds_among(dict.fromkeys(site.build().published.rendered, b""))
    feeds = feeds_among(site.files())
    with_it = {name for name, data in feeds.items() if b"case-studies/elsewhere/" in data}
    assert done.keys() == with_it
    assert {"feed-1.xml", "missions/clean-energy/feed.json"} <= with_it
    assert "feed.xml" not in with_it
    assert len(with_it) < len(feeds) / 2


def test_build_without_a_change_renders_no_text(site: SiteFolder, rendered: Counter[str]) -> None:
    """What is kept costs nothing."""
    site.build()
    rendered.clear()
    site.build()
    assert rendered == {}


@pytest.mark.parametrize(
    ("html", "tidied"),
    [
        ('<a href="//example.org/a">a</a>', '<a href="https://example.org/a">a</a>'),
        ('<img alt="//b" src="//example.org/a">', '<img alt="//b" src="https://example.org/a">'),
        ("<p>See href=\"//example.org</p>", "<p>See href=\"//example.org</p>"),
        ("\n\n<p>a</p>\n\n\n<p>b</p>\n", "<p>a</p>\n\n\n<p>b</p>"),
    ],
)  # fmt: skip
def test_text_has_whole_addresses(html: str, tidied: str) -> None:
    """An address without a scheme would be read as that of the reader's own page."""
    assert tidy(html) == tidied


def test_code_keeps_its_empty_lines() -> None:
    """Between lines of code, an empty line says something."""
    assert tidy("<pre><code>a\n\nb\n</code></pre>") == "<pre><code>a\n\nb\n</code></pre>"
