"""The map of the site and robots.txt: well formed, and of public pages alone."""

from lxml import etree

from tests.compose.stories import write_stories, write_story
from tests.conftest import SiteFolder

ROOT = "https://record.example.org/"
SPACE = {"map": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def map_of(site: SiteFolder) -> dict[str, str]:
    """Return the addresses of the map with their days."""
    site.build()
    tree = etree.fromstring(site.files()["sitemap.xml"])
    return {
        url.findtext("map:loc", "", SPACE): url.findtext("map:lastmod", "", SPACE) for url in tree
    }


def test_map_has_every_public_page_and_no_other(site: SiteFolder) -> None:
    """Each page is on the map but redirects, withdrawals and the page for what is not found."""
    reason = "status: withdrawn\nwithdrawn: {on: 2025-05-01, reason: Wrong.}"
    write_story(site, "gone", "Gone", extra=f"aliases: [before]\n{reason}")
    write_story(site, "moved", "Moved", extra="aliases: [once]")
    write_stories(site, 20)
    found = set(map_of(site))
    pages = {name for name in site.files() if name.endswith("index.html")}
    pages -= {f"case-studies/{slug}/index.html" for slug in ("gone", "before", "once")}
    assert found == {ROOT + page.removesuffix("index.html") for page in pages}


def test_map_has_day_of_latest_stated_change(site: SiteFolder) -> None:
    """A day on the map is one that an author stated."""
    changes = "changes: [{date: 2025-08-01, note: Better., kind: minor}]"
    write_story(site, "better", "Better", extra=changes)
    days = map_of(site)
    assert days[f"{ROOT}case-studies/better/"] == "2025-08-01"
    assert days[f"{ROOT}case-studies/night-nurses/"] == "2025-03-05"
    assert days[f"{ROOT}council/2025-q1/"] == "2025-03-27"
    assert days[ROOT] == ""


def test_robots_are_let_in_and_told_of_the_map(site: SiteFolder) -> None:
    """Everything may be read, and the map is named by its whole address."""
    site.build()
    assert site.page("robots.txt") == f"User-agent: *\nAllow: /\nSitemap: {ROOT}sitemap.xml\n"
