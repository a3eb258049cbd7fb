"""RSS as readers meet it: read back with feedparser, and with lxml for what it forgives."""

import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import Any

import feedparser
import pytest
from lxml import etree

from tests.compose.stories import write_pictured_story, write_story
from tests.conftest import SiteFolder

ROOT = "https://record.example.org/"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
MODIFIED = "{http://purl.org/dc/terms/}modified"
SELF = "{http://www.w3.org/2005/Atom}link"


def bytes_of(site: SiteFolder, address: str = "feed.xml") -> bytes:
    site.build()
    return site.files()[address]


def channel_of(site: SiteFolder, address: str = "feed.xml") -> etree._Element:
    channel = etree.fromstring(bytes_of(site, address)).find("channel")
    assert channel is not None
    return channel


def entries_of(site: SiteFolder, address: str = "feed.xml") -> dict[str, Any]:
    """Return the entries of a feed as a reader has them, by the end of their address."""
    parsed = feedparser.parse(bytes_of(site, address))
    assert not parsed.bozo, parsed.get("bozo_exception")
    return {entry.link.removesuffix("/").rsplit("/", 1)[-1]: entry for entry in parsed.entries}


def test_channel_link_is_the_page_and_self_link_the_feed(site: SiteFolder) -> None:
    """A reader that follows a channel's link lands on a page that a person can read."""
    channel = channel_of(site, "missions/health/feed.xml")
    assert [link.text for link in channel.findall("link")] == [f"{ROOT}missions/health/"]
    (own,) = channel.findall(SELF)
    assert {str(name): str(value) for name, value in own.attrib.items()} == {
        "href": f"{ROOT}missions/health/feed.xml",
        "rel": "self",
        "type": "application/rss+xml",
    }


def test_generator_that_writes_feeds_is_not_advertised(site: SiteFolder) -> None:
    """feedgen names itself unless told not to; a version number in a feed changes its bytes."""
    assert channel_of(site).find("generator") is None


def test_page_link_of_channel_and_item_is_the_page_and_no_other(site: SiteFolder) -> None:
    """feedgen takes the last link that it is given for the page, whichever that is."""
    channel = channel_of(site)
    assert [link.text for link in channel.findall("link")] == [ROOT]
    for item in channel.findall("item"):
        (link,) = item.findall("link")
        assert (link.text or "").startswith(f"{ROOT}c")


def test_items_are_in_the_order_of_the_list(site: SiteFolder) -> None:
    """feedgen puts each new entry at the head unless told not to."""
    dates = [parsedate_to_datetime(one.text or "") for one in channel_of(site).iter("pubDate")]
    assert dates == sorted(dates, reverse=True)
    assert len(dates) > 2


def test_full_text_is_escaped_html_and_no_tree(site: SiteFolder) -> None:
    """feedgen writes content as a tree, or as character data, unless it is told that it is HTML."""
    text = bytes_of(site).decode()
    assert "<![CDATA[" not in text
    assert "<content:encoded>&lt;p&gt;" in text
    assert "<p>" not in text


def test_day_of_a_change_is_in_the_item_and_not_beside_unchanged_ones(site: SiteFolder) -> None:
    """feedgen has no place for it in RSS, so it is put in; it has its offset."""
    change = "changes: [{date: 2025-08-01, note: The figure was 41., kind: correction}]"
    write_story(site, "put-right", "Put right", extra=change)
    told = {
        item.findtext("title"): [one.text for one in item.findall(MODIFIED)]
        for item in channel_of(site).findall("item")
    }
    assert told.pop("Put right") == ["2025-08-01T09:00:00+01:00"]
    assert {*map(tuple, told.values())} == {()}


def test_channel_date_is_that_of_newest_item(site: SiteFolder) -> None:
    """A feed is as new as its newest item, and no newer."""
    assert channel_of(site).findtext("lastBuildDate") == "Thu, 26 Jun 2025 09:00:00 +0100"
    health = channel_of(site, "missions/health/feed.xml")
    assert health.findtext("lastBuildDate") == "Wed, 05 Mar 2025 09:00:00 +0000"
    assert health.findtext("item/pubDate") == "Wed, 05 Mar 2025 09:00:00 +0000"


def test_channel_without_items_has_no_date(site: SiteFolder) -> None:
    """An empty feed does not take its date from the clock."""
    site.write("content/missions/new.md", "---\ntitle: New\nsummary: S.\nstatement: S.\n---\n")
    text = bytes_of(site, "missions/new/feed.xml")
    assert b"Date" not in text
    assert b"1970" not in text
    assert feedparser.parse(text).feed.title == "Small record: New"


def test_channel_has_no_element_without_words(site: SiteFolder) -> None:
    """An element is there because it says something."""
    assert [one.tag for one in channel_of(site) if not (one.text or one.attrib)] == []


def test_item_has_full_text(site: SiteFolder) -> None:
    """A subscriber reads the whole story: need, change, learning, body and sources."""
    entry = entries_of(site)["warm-homes"]
    (content,) = entry.content
    assert content.type == "text/html"
    for words in (
        "Homes were cold.", "Neighbours led the work.", "40 homes were made warmer.",
        "Whether bills fell.", "How it worked", "A made-up report",
    ):  # fmt: skip
        assert words in content.value
    assert entry.summary.startswith("Neighbours checked homes")


def test_item_has_creator_and_no_author_address(site: SiteFolder) -> None:
    """The publisher is named by Dublin Core; RSS's own author would need an email address."""
    for item in channel_of(site).findall("item"):
        assert item.findtext(CREATOR) == "Small record"
        assert item.find("author") is None


def test_item_id_is_a_tag_and_no_address(site: SiteFolder) -> None:
    """An id that is no address says so, lest readers follow it."""
    for item in channel_of(site).findall("item"):
        guid = item.find("guid")
        assert guid is not None
        assert guid.get("isPermaLink") == "false"
        assert (guid.text or "").startswith("tag:record.example.org,2025-")


def addresses_in(entry: Any) -> Iterator[str]:
    yield from re.findall(r'(?:href|src)="([^"]*)"', entry.content[0].value)
    yield from (link.href for link in entry.links)


@pytest.mark.parametrize("path", ["", "repo/"])
def test_item_has_whole_addresses_only(site: SiteFolder, path: str) -> None:
    """Wherever a feed is read, each link and image of it works."""
    site.edit("mkdocs.yml", ROOT, ROOT + path)
    write_pictured_story(site)
    links = "[a](#here) [b](warm-homes.md) [c](../case-studies/) ![d](../images/field.jpg)"
    write_story(
        site, "links", "Links", body=f"## Here\n\n{links} [e](https://example.org/?a=1&b=2)"
    )
    entries = entries_of(site)
    addresses = [address for entry in entries.values() for address in addresses_in(entry)]
    own = {address for address in addresses if "//example.org" not in address}
    assert {address for address in own if not address.startswith(ROOT + path)} == set()
    assert f"{ROOT}{path}case-studies/links/#here" in own
    assert f"{ROOT}{path}case-studies/warm-homes/" in own
    assert f"{ROOT}{path}case-studies/" in own
    built = site.files()
    for address in own:
        name = address.removeprefix(ROOT + path).partition("#")[0]
        assert name in built or f"{name}index.html" in built, address


def test_item_with_image_has_it_in_text_and_as_enclosure(site: SiteFolder) -> None:
    """The image of a story is in its text, with its words, and beside it for readers' lists."""
    write_pictured_story(site)
    entry = entries_of(site)["field"]
    (enclosure,) = entry.enclosures
    assert enclosure.type == "image/jpeg"
    assert enclosure.length == str(len(site.files()[enclosure.href.removeprefix(ROOT)]))
    assert f'src="{enclosure.href}"' in entry.content[0].value
    assert 'alt="A field &amp;amp; a &amp;#34;gate&amp;#34;"' in bytes_of(site).decode()


@pytest.mark.parametrize(
    "title", ["Fish & chips", "1 < 2 > 0", "“Quotes” and 'others'", "A 🙂 and é", "&amp; &lt;b&gt;"]
)
def test_title_is_escaped_once(site: SiteFolder, title: str) -> None:
    """A reader shows a title as its author wrote it."""
    write_story(site, "odd", title)
    assert title in [item.findtext("title") for item in channel_of(site).findall("item")]
    if "&amp;" not in title:
        # feedparser itself unescapes a second time, as readers did when RSS was young.
        assert entries_of(site)["odd"].title == title


def test_body_may_hold_what_ends_character_data(site: SiteFolder) -> None:
    """Neither `]]>` nor code breaks a feed."""
    write_story(site, "odd", "Odd", body="It is `<b>]]></b>` & so on: ]]> <br> done.")
    value = entries_of(site)["odd"].content[0].value
    assert "<code>&lt;b&gt;]]&gt;&lt;/b&gt;</code> &amp; so on: ]]&gt; <br" in value


def test_item_of_illustrative_council_says_so(site: SiteFolder) -> None:
    """What did not happen is not told without saying so, in a feed as on its page."""
    value = entries_of(site, "council/feed.xml")["2025-q1"].content[0].value
    assert value.index("illustrative example") < value.index("The first meeting")


def test_correction_stands_at_head_of_item(site: SiteFolder) -> None:
    """A subscriber sees first what was put right."""
    change = "changes: [{date: 2025-08-01, note: The figure was 41., kind: correction}]"
    write_story(site, "put-right", "Put right", extra=change)
    channel = channel_of(site)
    assert channel.findtext("lastBuildDate") == "Fri, 01 Aug 2025 09:00:00 +0100"
    (told,) = (
        item.findtext(CONTENT, "").lstrip()
        for item in channel.findall("item")
        if item.findtext("link", "").endswith("/put-right/")
    )
    assert told.startswith("<p><strong>Updated 1 August 2025: The figure was 41.</strong></p>")
