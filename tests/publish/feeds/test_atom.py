"""Atom: what feedgen's own loses, kept, and what an empty feed says."""

import pytest
from lxml import etree

from tests.compose.stories import write_pictured_story
from tests.conftest import SiteFolder

ATOM = "{http://www.w3.org/2005/Atom}"
ROOT = "https://record.example.org/"


def feed_of(site: SiteFolder, address: str = "feed.atom") -> etree._Element:
    site.build()
    return etree.fromstring(site.files()[address])


def links_of(element: etree._Element) -> list[dict[str, str]]:
    links = element.findall(f"{ATOM}link")
    return [{str(name): str(value) for name, value in one.attrib.items()} for one in links]


def test_links_of_entry_keep_relation_type_length_and_words(site: SiteFolder) -> None:
    """feedgen's Atom loses all but the address of every link of an entry."""
    write_pictured_story(site)
    (entry,) = (
        one for one in feed_of(site).iter(f"{ATOM}entry")
        if one.findtext(f"{ATOM}title") == "A field in the sun"
    )  # fmt: skip
    page, image = links_of(entry)
    assert page == {
        "rel": "alternate", "type": "text/html", "href": f"{ROOT}case-studies/field/",
    }  # fmt: skip
    length = str(len(site.files()[image["href"].removeprefix(ROOT)]))
    assert image.pop("href").startswith(f"{ROOT}images/")
    assert image == {
        "rel": "enclosure", "type": "image/jpeg", "length": length, "title": 'A field & a "gate"',
    }  # fmt: skip


def test_feed_names_itself_and_its_page(site: SiteFolder) -> None:
    """A reader that has the file alone knows where it came from."""
    assert links_of(feed_of(site, "council/feed.atom")) == [
        {"rel": "self", "type": "application/atom+xml", "href": f"{ROOT}council/feed.atom"},
        {"rel": "alternate", "type": "text/html", "href": f"{ROOT}council/"},
    ]


def test_empty_feed_has_the_date_that_atom_asks_for_and_it_is_never(site: SiteFolder) -> None:
    """The date is no clock's, so that the bytes are the same on any day."""
    site.write("content/missions/new.md", "---\ntitle: New\nsummary: S.\nstatement: S.\n---\n")
    feed = feed_of(site, "missions/new/feed.atom")
    assert feed.findtext(f"{ATOM}updated") == "1970-01-01T00:00:00Z"
    assert feed.find(f"{ATOM}entry") is None


@pytest.mark.parametrize("path", ["", "repo/"])
def test_ids_of_a_site_under_a_path_are_of_its_host(site: SiteFolder, path: str) -> None:
    """The path is in the addresses and in the id of the feed, and in no id of an item."""
    site.edit("mkdocs.yml", ROOT, ROOT + path)
    feed = feed_of(site, "missions/health/feed.atom")
    assert feed.findtext(f"{ATOM}id") == f"{ROOT}{path}missions/health/"
    for entry in feed.iter(f"{ATOM}entry"):
        assert entry.findtext(f"{ATOM}id", "").startswith("tag:record.example.org,2025-")
