"""`_headers` and `_redirects`, read as the hosts read them that have such files."""

import re
from collections.abc import Mapping

import pytest

from site_builder.compose.hosts.headers import RULES
from tests.compose.stories import write_pictured_story, write_story
from tests.conftest import SiteFolder

FEED_TYPES = {
    "xml": "application/rss+xml",
    "atom": "application/atom+xml",
    "json": "application/feed+json",
}


def sent_for(path: str, headers: str) -> dict[str, list[str]]:
    """Return the values of each header that a host sends for a path.

    As Cloudflare Pages describes it: every rule that fits adds its headers, `*` stands for any
    characters and is greedy, and `:name` stands for any but a slash.
    """
    sent: dict[str, list[str]] = {}
    fits = False
    for line in headers.split("\n"):
        if line and not line.startswith(" "):
            assert line.count("*") <= 1, "a rule has one splat at most"
            pattern = re.sub(r":\w+", "[^/]+", re.escape(line).replace(r"\*", ".*"))
            fits = re.fullmatch(pattern, path) is not None
        elif fits and line:
            name, value = line.strip().split(": ", 1)
            sent.setdefault(name, []).append(value)
    return sent


def all_sent(site: SiteFolder, base: str = "/") -> Mapping[str, dict[str, list[str]]]:
    headers = site.page("_headers")
    return {path: sent_for(base + path, headers) for path in site.files()}


def test_no_file_is_given_one_header_twice(site: SiteFolder) -> None:
    """Hosts send both values, and `max-age=900, max-age=31536000` or `*, *` mean nothing."""
    write_pictured_story(site)
    site.build()
    paths = [*site.files(), "feed-1.json", "missions/health/feed-12.xml", "council/calendar.ics"]
    for path in paths:
        for name, values in sent_for(f"/{path}", site.page("_headers")).items():
            assert len(values) == 1, (path, name)


def test_every_page_and_file_has_the_headers_of_safety(site: SiteFolder) -> None:
    """What a page can not say of itself, the host is asked to say of all."""
    site.build()
    for path, sent in all_sent(site).items():
        assert sent["Content-Security-Policy"] == ["frame-ancestors 'none'"], path
        assert sent["X-Content-Type-Options"] == ["nosniff"], path
        assert {"Referrer-Policy", "Permissions-Policy"} <= sent.keys(), path


@pytest.mark.parametrize("stem", ["", "missions/health/", "council/"])
@pytest.mark.parametrize("name", ["feed", "feed-3"])
@pytest.mark.parametrize("ending", FEED_TYPES)
def test_feed_has_its_type_is_cached_for_minutes_and_may_be_read_from_anywhere(
    stem: str, name: str, ending: str, site: SiteFolder
) -> None:
    """A reader meets the right type, sees news soon, and may be a script on another site."""
    site.build()
    sent = sent_for(f"/{stem}{name}.{ending}", site.page("_headers"))
    assert sent["Content-Type"] == [f"{FEED_TYPES[ending]}; charset=utf-8"]
    assert sent["Cache-Control"] == ["public, max-age=900"]
    assert sent["Access-Control-Allow-Origin"] == ["*"]


def test_calendar_data_and_map_have_their_own_types(site: SiteFolder) -> None:
    """A calendar is one, data may be read from anywhere, and the map of the site is no feed."""
    site.build()
    headers = site.page("_headers")
    calendar = sent_for("/missions/health/calendar.ics", headers)
    assert calendar["Content-Type"] == ["text/calendar; charset=utf-8"]
    table = sent_for("/data/places.csv", headers)
    assert table["Content-Type"] == ["text/csv; charset=utf-8"]
    assert table["Access-Control-Allow-Origin"] == ["*"]
    assert "Content-Type" not in sent_for("/sitemap.xml", headers)
    assert "Access-Control-Allow-Origin" not in sent_for("/about/", headers)


def test_only_what_has_a_digest_in_its_name_is_kept_for_a_year(site: SiteFolder) -> None:
    """A page that is corrected is seen corrected; a file that can not change is asked for once."""
    write_pictured_story(site)
    site.build()
    year = [path for path, sent in all_sent(site).items() if "31536000" in str(sent)]
    assert {path.split("/")[0] for path in year} == {"assets", "images", "social"}
    assert all(re.search(r"-[0-9a-f]{12}[-.]|/[0-9a-f]{12}", path) for path in year), year


def test_hosts_accept_as_many_rules_and_as_long_lines(site: SiteFolder) -> None:
    """Cloudflare Pages reads 100 rules, and 2,000 characters of a line."""
    site.build()
    assert len(RULES) <= 100
    assert max(map(len, site.page("_headers").split("\n"))) < 2000


def test_redirects_lead_from_each_old_name_to_the_new_one(site: SiteFolder) -> None:
    """Each earlier name leads straight to the name of today; nothing else is redirected."""
    write_story(site, "now", "Now", extra="aliases: [first, second]")
    instead = "{on: 2025-05-01, reason: Wrong., replaced_by: now}"
    write_story(site, "gone", "Gone", extra=f"status: withdrawn\nwithdrawn: {instead}")
    site.build()
    assert site.page("_redirects").split("\n") == [
        "/case-studies/first/ /case-studies/now/ 301",
        "/case-studies/second/ /case-studies/now/ 301",
        "",
    ]


def test_site_on_which_nothing_moved_has_no_redirects(site: SiteFolder) -> None:
    """There is no empty file."""
    site.build()
    assert "_redirects" not in site.files()


def test_site_under_a_path_has_it_in_every_rule(site: SiteFolder) -> None:
    """Hosts see the whole path of a request."""
    site.edit("mkdocs.yml", "https://record.example.org/", "https://example.org/our/missions")
    write_story(site, "now", "Now", extra="aliases: [first]")
    site.build()
    line = "/our/missions/case-studies/first/ /our/missions/case-studies/now/ 301\n"
    assert site.page("_redirects") == line
    rules = [line for line in site.page("_headers").split("\n") if line[:1].strip()]
    assert all(rule.startswith("/our/missions/") for rule in rules)
    assert all(
        "X-Content-Type-Options" in sent for sent in all_sent(site, "/our/missions/").values()
    )


def test_letters_are_kept_out_of_search_engines_and_pages_are_not(site: SiteFolder) -> None:
    """A digest is for those who asked for it, be it HTML or plain text."""
    site.edit("mkdocs.yml", "plugins: [missions]", "plugins:\n  - missions:\n      digests: true")
    site.build()
    sent = all_sent(site)
    letters = {path for path in sent if path.startswith("digests/")}
    assert {path.rpartition(".")[2] for path in letters} == {"txt", "html"}
    assert {path for path in sent if "X-Robots-Tag" in sent[path]} == letters
