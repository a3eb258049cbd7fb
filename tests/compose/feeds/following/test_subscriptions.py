"""Subscribing: every feed is offered to people, can be read by them, and stands in one list."""

import gzip
import json
from urllib.parse import urlsplit

import pytest
from lxml import etree

from site_builder.compose.feeds.following import subscriptions
from tests.compose.markup import elements, texts, tree, words
from tests.compose.stories import write_stories, write_story
from tests.conftest import SiteFolder

ROOT = "https://record.example.org/"
BUDGET = 14_600


def feeds_of(site: SiteFolder) -> set[str]:
    """Return the whole address of each feed that can be subscribed to, in RSS."""
    return {ROOT + path for path in site.files() if path.rpartition("/")[2] == "feed.xml"}


def copied(page: str) -> list[str]:
    return texts(tree(page), "//main//code/text()")


def test_page_offers_every_feed_and_every_calendar(site: SiteFolder) -> None:
    """Whoever comes to subscribe finds all there is, each with an address to copy."""
    site.build()
    page = site.page("subscribe/index.html")
    calendars = {ROOT + path for path in site.files() if path.endswith("/calendar.ics")}
    assert calendars
    assert set(copied(page)) == feeds_of(site) | calendars | {f"{ROOT}feeds.opml"}
    assert len(copied(page)) == len(set(copied(page)))


def test_page_explains_feeds_in_two_sentences(site: SiteFolder) -> None:
    """Nobody needs to know what RSS is to begin."""
    site.build()
    page = tree(site.page("subscribe/index.html"))
    said = " ".join(texts(page, "//h1/following-sibling::p//text()")[:2])
    assert said.startswith("A feed brings every new story to you")
    assert said.count(". ") + said.endswith(".") == 3


def test_feeds_are_grouped_by_mission_and_place(site: SiteFolder) -> None:
    """A reader looks for a mission under missions, and for a town under places."""
    site.build()
    page = tree(site.page("subscribe/index.html"))
    heads = [words(one, ".") for one in elements(page, "//main//h2")]
    assert heads == [
        "Everything, or one kind of news",
        "Missions",
        "Places",
        "Principles",
        "Partners",
        "Calendars",
    ]
    missions = texts(page, "//h2[.='Missions']/following-sibling::ul[1]//a/text()")
    assert missions == ["Good health", "Clean energy"]
    places = texts(page, "//h2[.='Places']/following-sibling::ul[1]//a/@href")
    assert "../places/leeds/subscribe/" in places


def test_many_feeds_of_one_sort_have_pages_of_their_own(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page of all feeds does not grow with the register; the rest is one link away."""
    monkeypatch.setattr(subscriptions, "SHOWN", 1)
    monkeypatch.setattr(subscriptions, "PART", 1)
    site.build()
    page = tree(site.page("subscribe/index.html"))
    group = "//h2[.='Missions']/following-sibling::"
    assert texts(page, f"{group}ul[1]//a/text()") == ["Good health"]
    assert texts(page, f"{group}p[1]//a/@href") == ["../subscribe/mission/"]
    first, second = "subscribe/mission/index.html", "subscribe/mission/page/2/index.html"
    assert copied(site.page(first)) == [f"{ROOT}missions/health/feed.xml"]
    assert copied(site.page(second)) == [f"{ROOT}missions/clean-energy/feed.xml"]


@pytest.mark.parametrize(
    "stem", ["missions/health/", "places/leeds/", "council/", "commitments/", "changes/"]
)
def test_each_feed_has_a_page_with_its_items_and_its_addresses(site: SiteFolder, stem: str) -> None:
    """A person reads there what a reader fetches: the same items in the same order."""
    write_story(site, "other", "Another <story> & more", date="2025-05-01")
    site.build()
    page = tree(site.page(f"{stem}subscribe/index.html"))
    feed = json.loads(site.page(f"{stem}feed.json"))
    links = elements(page, "//ol[@class='thread']//a")
    at = f"{ROOT}{stem}subscribe/"
    assert [words(one, ".") for one in links] == [
        " ".join(item["title"].split()) for item in feed["items"]
    ]
    depth = "../" * (stem.count("/") + 1)
    assert [f"{ROOT}{str(one.get('href')).removeprefix(depth)}" for one in links] == [
        item["url"] for item in feed["items"]
    ]
    for ending in ("xml", "atom", "json"):
        assert f"{ROOT}{stem}feed.{ending}" in copied(site.page(f"{stem}subscribe/index.html"))
    assert urlsplit(at).path


def test_page_of_the_feed_of_everything_stands_under_subscribe(site: SiteFolder) -> None:
    """Its stem is empty, and the page of all feeds has that address already."""
    site.build()
    assert f"{ROOT}feed.atom" in copied(site.page("subscribe/everything/index.html"))


def test_page_of_a_mission_and_of_the_council_offer_their_calendar(site: SiteFolder) -> None:
    """Feed and calendar are copied at one place."""
    site.build()
    mission = copied(site.page("missions/health/subscribe/index.html"))
    assert f"{ROOT}missions/health/calendar.ics" in mission
    assert f"{ROOT}council/calendar.ics" in copied(site.page("council/subscribe/index.html"))
    assert len(copied(site.page("places/leeds/subscribe/index.html"))) == 3


def test_feed_of_nothing_has_a_page_that_says_so(site: SiteFolder) -> None:
    """A mission that is new can be followed from its first day."""
    site.write("content/missions/new.md", "---\ntitle: New\nsummary: S.\nstatement: S.\n---\n")
    site.build()
    page = tree(site.page("missions/new/subscribe/index.html"))
    assert "It tells of nothing yet." in words(page)


def test_two_withdrawals_are_told_apart(site: SiteFolder) -> None:
    """Their notices have one title, and no two links of a page have the same words."""
    gone = "status: withdrawn\nwithdrawn: {on: 2025-04-01, reason: Gone.}"
    write_story(site, "one", "One", extra=gone)
    write_story(site, "two", "Two", extra=gone)
    site.build()
    links = elements(tree(site.page("changes/subscribe/index.html")), "//ol[@class='thread']//a")
    assert len({words(one, ".") for one in links}) == len({one.get("href") for one in links}) == 2


def test_illustrative_item_says_so_on_the_page_of_its_feed(site: SiteFolder) -> None:
    """An invented meeting is never listed as if it had been held."""
    site.build()
    items = elements(tree(site.page("council/subscribe/index.html")), "//ol[@class='thread']/li")
    assert items
    assert all("Illustrative." in words(one, ".") for one in items)


def test_pages_lead_to_the_feed_that_a_person_can_read(site: SiteFolder) -> None:
    """Who follows a mission from its page meets addresses to copy, not the code of a feed."""
    site.build()
    for folder in ("missions/health", "council"):
        page = tree(site.page(f"{folder}/index.html"))
        hrefs = texts(page, "//main//a[contains(., 'by feed')]/@href")
        assert hrefs == ["../" * (folder.count("/") + 1) + f"{folder}/subscribe/"]


def test_subscribe_pages_stay_light_with_many_stories(site: SiteFolder) -> None:
    """A page of a feed has no more than the newest items, however many there are."""
    write_stories(site, 60)
    site.build()
    style = next(site.files()[path] for path in site.files() if path.startswith("assets/civic"))
    for path in ("subscribe/index.html", "missions/health/subscribe/index.html"):
        assert len(gzip.compress(site.files()[path] + style)) < BUDGET
    page = tree(site.page("missions/health/subscribe/index.html"))
    assert len(elements(page, "//ol[@class='thread']/li")) == 20


def opml_of(site: SiteFolder) -> etree._Element:
    site.build()
    return etree.fromstring(site.files()["feeds.opml"])


def test_list_for_readers_is_opml_with_every_feed_in_a_group(site: SiteFolder) -> None:
    """OPML 2.0: a head with a title, and in the body groups whose outlines are feeds."""
    opml = opml_of(site)
    assert (opml.tag, opml.get("version")) == ("opml", "2.0")
    assert [child.tag for child in opml] == ["head", "body"]
    assert opml.findtext("head/title") == "Small record"
    feeds = opml.findall("body/outline/outline")
    assert {one.get("xmlUrl") for one in feeds} == feeds_of(site)
    assert len(feeds) == len(feeds_of(site))
    for outline in opml.iter("outline"):
        assert outline.get("text")
    for feed in feeds:
        assert feed.get("type") == "rss"
        assert str(feed.get("htmlUrl")).startswith(ROOT)
        assert str(feed.get("htmlUrl")).removeprefix(ROOT) + "index.html" in site.files()


def test_titles_in_the_list_are_those_of_the_feeds(site: SiteFolder) -> None:
    """A reader that takes the list over shows each feed under its own name, whatever it has."""
    site.edit("content/missions/health.md", "title: Good health", "title: 'Care & <more> “health”'")
    for feed in opml_of(site).findall("body/outline/outline"):
        path = str(feed.get("xmlUrl")).removeprefix(ROOT)
        channel = etree.fromstring(site.files()[path])
        assert feed.get("text") == feed.get("title") == channel.findtext("channel/title")
        assert feed.get("description") == channel.findtext("channel/description")


def test_page_of_the_feed_of_a_renamed_mission_leads_on(site: SiteFolder) -> None:
    """A page that was linked to or printed once goes on answering."""
    old, new = site.root / "content/missions/health.md", "content/missions/care.md"
    for path in (site.root / "content").rglob("*.md"):
        path.write_text(path.read_text().replace("mission: health", "mission: care"))
        path.write_text(path.read_text().replace("[health]", "[care]"))
    site.write(new, old.read_text().replace("summary:", "aliases: [health]\nsummary:", 1))
    old.unlink()
    site.build()
    assert 'url=../../../missions/care/subscribe/"' in site.page(
        "missions/health/subscribe/index.html"
    )


def test_page_of_the_feed_of_a_withdrawn_mission_leads_to_the_reason(site: SiteFolder) -> None:
    """Nobody who kept its address finds nothing there."""
    gone = "status: withdrawn\nwithdrawn: {on: 2025-04-01, reason: Gone.}"
    site.write(
        "content/missions/new.md", f"---\ntitle: A\nsummary: S.\nstatement: S.\n{gone}\n---\n"
    )
    site.build()
    assert 'url=../../../missions/new/"' in site.page("missions/new/subscribe/index.html")


def test_site_without_address_has_no_page_of_feeds(site: SiteFolder) -> None:
    """There is no feed whose address could be copied."""
    site.edit("mkdocs.yml", "site_url: https://record.example.org/\n", "")
    site.build()
    assert not [path for path in site.files() if "subscribe" in path or path.endswith(".opml")]


def test_barrier_or_promise_can_not_take_the_address_of_a_feed_page(site: SiteFolder) -> None:
    """The page would be lost without a word."""
    site.edit("content/council/2025-q1.md", "id: second-street", "id: subscribe")
    site.edit("content/council/2025-q2.md", "commitment: second-street", "commitment: subscribe")
    assert [one.rule for one in site.problems()] == ["shared-address"]
