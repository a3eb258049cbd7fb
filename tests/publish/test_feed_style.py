"""A feed that somebody opens in a browser is readable, without a script and without XSLT."""

import re

import pytest
from lxml import etree

from tests.conftest import SiteFolder

ROOT = "https://record.example.org/"


@pytest.mark.parametrize("path", ["feed.xml", "council/feed.atom", "missions/health/feed.xml"])
def test_feed_names_a_style_that_is_there(site: SiteFolder, path: str) -> None:
    """The way to it is relative, so that a copy of the site asks nobody else for it."""
    site.build()
    first, second, third = site.files()[path].split(b"\n")[:3]
    assert first.startswith(b"<?xml version=")
    assert third.startswith((b"<rss", b"<feed"))
    root = etree.fromstring(site.files()[path]).getroottree()
    (style,) = root.xpath("/processing-instruction('xml-stylesheet')")
    assert style.get("type") == "text/css"
    depth = path.count("/")
    assert style.get("href").startswith("../" * depth + "assets/feed-")
    assert style.get("href").removeprefix("../" * depth) in site.files()
    assert second.count(b"?>") == 1


def test_style_says_what_to_do_with_a_feed(site: SiteFolder) -> None:
    """Whoever came upon it by chance learns what it is for, and where people read."""
    site.build()
    (style,) = (data.decode() for path, data in site.files().items() if "assets/feed-" in path)
    (said,) = re.findall(r'content:"([^"]*)"', style)
    assert said.startswith("This is a feed, for feed readers.")
    assert said.endswith(f"{ROOT}subscribe/")
    assert "url(" not in style
    assert "@import" not in style


def test_feed_for_programs_alone_names_no_style(site: SiteFolder) -> None:
    """JSON has no place for one."""
    site.build()
    assert "assets/feed-" not in site.page("feed.json")
