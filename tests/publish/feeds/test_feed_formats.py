"""The three formats of each feed: right by their grammars, and the same to every reader."""

import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import feedparser
import lxml.html
import pytest

from tests.compose.barriers import write_barrier
from tests.compose.stories import write_pictured_story, write_stories, write_story
from tests.conftest import SITES, SiteFolder
from tests.publish.feeds.feed_faults import faults_in_html, faults_of, feeds_among, items_in
from tests.shown import ShownFolder

GOLDEN = Path(__file__).parents[2] / "golden"
ROOT = "https://record.example.org/"
GONE = "status: withdrawn\nwithdrawn: {on: 2025-08-01, reason: The street was another.}"
CHANGE = "changes: [{date: 2025-08-01, note: The figure was 41., kind: correction}]"


def fill(site: SiteFolder) -> None:
    """Add what feeds tell of in ways of their own."""
    body = "Some *Markdown* & a [link](warm-homes.md#what-came-of-it)."
    write_story(site, "put-right", "“Put” <right> & 🙂", extra=CHANGE, body=body)
    write_story(site, "gone", "Gone", extra=GONE)
    write_pictured_story(site)
    site.write("content/missions/new.md", "---\ntitle: New\nsummary: S.\nstatement: S.\n---\n")
    more = "removed_on: 2025-05-02\nwhat_helped: A second key.\nowner: The caretaker"
    write_barrier(site, "door", "A locked door", state="removed", extra=more)
    site.edit("mkdocs.yml", "docs_dir:", "hub: https://hub.example.org/\ndocs_dir:")


Files = Mapping[str, bytes]


def built(folder: Path, stories: int) -> Files:
    """Return the files of the small site with all that is filled in, and so many more stories."""
    site = ShownFolder(shutil.copytree(SITES / "small", folder / "small"))
    fill(site)
    write_stories(site, stories)
    site.build()
    return site.files()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """Return the files of a site whose feeds have no archives."""
    return built(tmp_path_factory.mktemp("feeds"), 0)


@pytest.fixture(scope="module")
def feeds(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """Return the feeds of a site, archives among them."""
    return feeds_among(built(tmp_path_factory.mktemp("archives"), 45))


def named_alike(feed: bytes) -> bytes:
    """Return a feed with a stylesheet whose name says nothing of what is in it."""
    return re.sub(rb"feed-[0-9a-f]{12}\.css", b"feed.css", feed)


@pytest.mark.parametrize("ending", ["xml", "atom", "json"])
@pytest.mark.parametrize(
    "stem",
    ["", "missions/health/", "missions/new/", "council/", "commitments/", "barriers/", "changes/"],
)
def test_feed_is_the_golden_one(files: Files, stem: str, ending: str) -> None:
    """Feeds are as the golden files have them; `GOLDEN=1 pytest` writes these, for review."""
    address = f"{stem}feed.{ending}"
    golden, feed = GOLDEN / address.replace("/", "-"), named_alike(files[address])
    if os.environ.get("GOLDEN"):
        golden.write_bytes(feed)
    assert feed.decode() == golden.read_text("utf-8")


def test_every_feed_is_right_by_its_grammar_and_holds_nothing_unwanted(feeds: Files) -> None:
    """Newest items and archives, of every feed, in every format."""
    assert len(feeds) > 40
    assert {
        name: found for name, data in feeds.items() if (found := [*faults_of(name, data)])
    } == {}


def test_formats_of_a_feed_tell_the_same(feeds: Files) -> None:
    """Ids, order, titles, dates, texts, authors, categories and images do not depend on format."""
    for name in (name for name in feeds if name.endswith(".xml")):
        stem = name.removesuffix(".xml")
        told = [
            items_in(f"{stem}.{end}", feeds[f"{stem}.{end}"]) for end in ("xml", "atom", "json")
        ]
        assert told[0] == told[1] == told[2]


@pytest.mark.parametrize("ending", ["xml", "atom"])
def test_feedparser_reads_every_feed_without_complaint(files: Files, ending: str) -> None:
    """A reader library sees the titles, the ids and the texts that were written."""
    for name, data in feeds_among(files).items():
        if name.endswith(ending):
            parsed = feedparser.parse(data)
            assert not parsed.bozo, name
            items = items_in(name, data)
            assert [(one.id, one.title, one.link) for one in parsed.entries] == [
                (item.id, item.title, item.url) for item in items
            ]
            for entry, item in zip(parsed.entries, items, strict=True):
                assert _words(entry.content[0].value) == _words(item.content)
                assert entry.published_parsed is not None


def _words(content: str) -> list[str]:
    text: str = lxml.html.fragment_fromstring(content, create_parent="div").text_content()
    return text.split()


ATOM_BREAKS = {
    "no-id": ("<id>https://record.example.org/</id>", ""),
    "two-titles": ("<subtitle>", "<title>Again</title><subtitle>"),
    "no-date": ("<updated>2025-08-01T09:00:00+01:00</updated>", ""),
    "date-without-offset": ("T09:00:00+01:00</updated>", "T09:00:00</updated>"),
    "unknown-element": ("<subtitle>", "<tagline>A</tagline><subtitle>"),
    "unknown-attribute": ('<content type="html">', '<content mode="html">'),
    "relative-address": ('&lt;a href="https://record.example.org/', '&lt;a href="/'),
}
RSS_BREAKS = {
    "two-guids": ("<guid ", '<guid isPermaLink="false">tag:a,2025-01-01:b</guid><guid '),
    "no-page": ("    <link>https://record.example.org/</link>", ""),
    "author": ("<dc:creator>", "<author>Somebody</author><dc:creator>"),
    "group": ("<media:content ", "<media:group/><media:content "),
    "length": ('length="', 'length="-'),
}
JSON_BREAKS = {
    "no-id": ('"id":', '"identity":'),
    "old-author": ('"authors":', '"author":'),
    "date": ("T09:00:00+00:00", ""),
    "script": ("<p>", "<script></script><p>"),
}


@pytest.mark.parametrize(
    ("ending", "old", "new"),
    [
        (ending, *change)
        for ending, breaks in (("atom", ATOM_BREAKS), ("xml", RSS_BREAKS), ("json", JSON_BREAKS))
        for change in breaks.values()
    ],
    ids=[*ATOM_BREAKS, *RSS_BREAKS, *JSON_BREAKS],
)
def test_fault_of_a_feed_is_found(files: Files, ending: str, old: str, new: str) -> None:
    """The grammars see what the tests above would have to see."""
    feed = files[f"feed.{ending}"].decode()
    assert old in feed
    assert [*faults_of(f"feed.{ending}", feed.replace(old, new, 1).encode())] != []


@pytest.mark.parametrize(
    "content",
    ['<a href="here">a</a>', '<img src="//x.org/a.jpg" alt="">', '<p onclick="a()">a</p>',
     '<p style="color: red">a</p>', "<form></form>", '<img src="https://x.org/a.jpg">'],
)  # fmt: skip
def test_fault_of_an_item_is_found(content: str) -> None:
    """What a reader would refuse is seen in the text of an item."""
    assert [*faults_in_html(content)] != []


def test_hub_is_named_in_every_format_and_not_in_archives(feeds: Files) -> None:
    """Readers that know WebSub ask the hub; an archive has no news."""
    assert b'<atom:link rel="hub" href="https://hub.example.org/"/>' in feeds["feed.xml"]
    assert b'<link rel="hub" href="https://hub.example.org/"/>' in feeds["council/feed.atom"]
    assert b'"hubs": [' in feeds["places/leeds/feed.json"]
    for ending in ("xml", "atom", "json"):
        assert b"hub.example" not in feeds[f"feed-1.{ending}"]


def test_site_without_hub_names_none(site: SiteFolder) -> None:
    """Nobody is asked to tell readers of news unless the operator says who."""
    site.build()
    assert not any(b"hub" in data for data in feeds_among(site.files()).values())


@pytest.mark.parametrize("name", ["feed.xml", "feed.atom", "feed.json"])
def test_image_is_an_attachment_with_its_length_in_every_format(files: Files, name: str) -> None:
    """The image is in the text, and beside it with its true length and its type."""
    (item,) = (one for one in items_in(name, files[name]) if one.enclosures)
    ((url, media_type, length),) = item.enclosures
    assert int(length) == len(files[url.removeprefix(ROOT)])
    assert media_type == "image/jpeg"
    assert f'<img src="{url}"' in item.content


def test_image_in_rss_has_its_words_outside_any_group(files: Files) -> None:
    """Readers of media elements have what the image shows, also without the text."""
    feed = files["feed.xml"].decode()
    words = 'A field &amp; a "gate"'
    assert f'<media:description type="plain">{words}</media:description>' in feed
    assert "media:group" not in feed


def test_welsh_story_says_that_it_is_welsh_in_every_format(site: SiteFolder) -> None:
    """A reader that speaks, or hyphenates, does so in the language of the item."""
    write_story(site, "welsh", "Cymraeg", extra="lang: cy")
    site.build()
    assert site.page("feed.xml").count("<dc:language>cy</dc:language>") == 1
    assert site.page("feed.atom").count('<entry xml:lang="cy">') == 1
    assert site.page("feed.json").count('"language": "cy"') == 1
    assert "<language>cy</language>" in site.page("languages/cy/feed.xml")
