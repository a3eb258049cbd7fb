"""A feed that somebody opens in a browser is readable, without a script and without XSLT."""

import re

import pytest
from lxml import etree

from tests.conftest import SiteFolder


@pytest.mark.parametrize("path", ["feed.xml", "council/feed.atom", "missions/health/feed.xml"])
def test_feed_names_a_style_that_is_there(site: SiteFolder, path: str) -> None:
    """The way to it is relative, so that a copy of the site asks nobody else for it."""
    site.build()
    first, style, third = site.page(path).splitlines()[:3]
    assert first.startswith("<?xml version=")
    assert third.startswith(("<rss", "<feed"))
    found = re.fullmatch(r'<\?xml-stylesheet type="text/css" href="([^"]+)"\?>', style)
    assert found
    depth = "../" * path.count("/")
    assert found[1].startswith(f"{depth}assets/feed-")
    assert found[1].removeprefix(depth) in site.files()
    assert etree.fromstring(site.files()[path]).tag.endswith(("rss", "feed"))


def test_style_says_what_to_do_with_a_feed(site: SiteFolder) -> None:
    """Whoever came upon it by chance learns what it is for, and where people read."""
    site.build()
    (style,) = (data.decode() for path, data in site.files().items() if "assets/feed-" in path)
    (said,) = re.findall(r'content:"([^"]*)"', style)
    assert said.startswith("This is a feed, for feed readers.")
    assert "The page “Subscribe” of this site" in said
    assert "url(" not in style
    assert "@import" not in style


def test_feed_for_programs_alone_names_no_style(site: SiteFolder) -> None:
    """JSON has no place for one."""
    site.build()
    assert "assets/feed-" not in site.page("feed.json")
