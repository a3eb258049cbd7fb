"""What feeds hold: which items, in which order, with which ids, dates and addresses."""

import dataclasses
import datetime as dt
from collections.abc import Mapping

import pytest

from site_builder.compose import compose
from site_builder.compose.feeds.feeds import MOST, Feed
from site_builder.compose.feeds.items import FeedItem
from site_builder.compose.output import Output
from site_builder.publish.keys import canonical
from site_builder.read.theme.theme import read_theme
from site_builder.relate.visibility import Viewer
from tests.compose.stories import photograph, write_pictured_story, write_stories, write_story
from tests.conftest import SiteFolder


def outputs_of(site: SiteFolder) -> Mapping[str, Output]:
    settings = site.settings()
    composed = compose(site.record(Viewer(settings.now)), settings, read_theme(settings.theme))
    return {output.path: output for output in composed}


def feed_of(site: SiteFolder, address: str = "feed.xml") -> Feed:
    feed = outputs_of(site)[address].inputs
    assert isinstance(feed, Feed)
    return feed


def item_of(site: SiteFolder, slug: str, address: str = "feed.xml") -> FeedItem:
    found = [item for item in feed_of(site, address).items if item.url.endswith(f"/{slug}/")]
    assert len(found) == 1
    return found[0]


def test_feed_of_mission_has_stories_of_which_it_is_main_or_other_mission(
    site: SiteFolder,
) -> None:
    """A story that also serves a mission is in that mission's feed."""
    health = feed_of(site, "missions/health/feed.xml")
    assert [item.title for item in health.items] == [
        "Night nurses answer the phone",
        "Warm homes in Leeds",
    ]


def test_feed_items_are_newest_first_and_at_most_twenty(site: SiteFolder) -> None:
    """The newest items are there, the newest at the head."""
    write_stories(site, 30)
    for feed in (feed_of(site), feed_of(site, "missions/health/feed.xml")):
        moments = [item.published for item in feed.items]
        assert len(moments) == MOST
        assert moments == sorted(moments, reverse=True)


def test_feed_items_of_one_day_are_in_order_of_slug(site: SiteFolder) -> None:
    """Nothing is left to chance where dates are equal."""
    for slug in ("c", "a", "b"):
        write_story(site, slug, slug.upper(), date="2026-01-01")
    assert [item.title for item in feed_of(site).items[:3]] == ["A", "B", "C"]


def test_feed_item_of_embargoed_story_has_moment_of_its_publication(site: SiteFolder) -> None:
    """An item with a moment of publication has that moment, with its zone."""
    write_story(site, "late", "Late", extra="publish_at: 2025-07-01T14:30+01:00")
    settings = site.settings(now="2025-08-01T00:00Z")
    outputs = compose(site.record(Viewer(settings.now)), settings, read_theme(settings.theme))
    feed = next(output.inputs for output in outputs if output.path == "feed.xml")
    assert feed.items[0].title == "Late"
    assert feed.items[0].published.isoformat() == "2025-07-01T14:30:00+01:00"


def test_id_of_renamed_story_stays(site: SiteFolder) -> None:
    """A new file name, with the old slug as first alias, changes the address and never the id."""
    before = item_of(site, "night-nurses")
    old = site.root / "content/case-studies/night-nurses.md"
    text = old.read_text("utf-8").replace("date:", "aliases: [night-nurses]\ndate:", 1)
    old.unlink()
    site.write("content/case-studies/nurses.md", text)
    site.edit("content/case-studies/warm-homes.md", "(night-nurses.md", "(nurses.md")
    site.edit("content/council/2025-q2.md", "[night-nurses]", "[nurses]")
    after = item_of(site, "nurses")
    assert after.id == before.id == "tag:record.example.org,2025-03-05:case-study/night-nurses"
    assert after.url == "https://record.example.org/case-studies/nurses/"


def test_id_of_rescheduled_council_stays(site: SiteFolder) -> None:
    """A meeting that is moved to another day of its quarter is the same item."""
    before = item_of(site, "2025-q2", "council/feed.xml").id
    site.edit("content/council/2025-q2.md", "held_on: 2025-06-26", "held_on: 2025-06-12")
    assert item_of(site, "2025-q2", "council/feed.xml").id == before


def test_item_is_the_same_in_every_feed_and_no_two_have_one_id(site: SiteFolder) -> None:
    """One item has one id, one title and one text, wherever it is told."""
    write_stories(site, 10)
    told: dict[str, set[bytes]] = {}
    for output in outputs_of(site).values():
        if isinstance(output.inputs, Feed):
            for item in output.inputs.items:
                told.setdefault(item.id, set()).add(canonical(item))
    assert all(len(found) == 1 for found in told.values())
    assert len(set.union(*told.values())) == len(told) > 14


CHANGE = "changes:\n  - {date: 2025-08-01, note: The figure was 41., kind: %s}"


@pytest.mark.parametrize("kind", ["new", "substantial", "correction"])
def test_change_is_told_and_moves_date_of_feed(site: SiteFolder, kind: str) -> None:
    """A correction is said openly in the item, and the feed is as new as the correction."""
    write_story(site, "put-right", "Put right", extra=CHANGE % kind)
    item = item_of(site, "put-right")
    assert item.content.updates == ("Updated 1 August 2025: The figure was 41.",)
    assert item.published.date() == dt.date(2025, 3, 5)
    assert feed_of(site).updated == item.updated
    assert item.updated.isoformat() == "2025-08-01T09:00:00+01:00"


def test_minor_change_alters_no_feed(site: SiteFolder) -> None:
    """A minor change is for the page alone."""
    write_story(site, "put-right", "Put right")
    site.build()
    before = {name: site.files()[name] for name in site.files() if name.endswith("feed.xml")}
    page = site.page("case-studies/put-right/index.html")
    write_story(site, "put-right", "Put right", extra=CHANGE % "minor")
    site.build()
    assert {name: site.files()[name] for name in before} == before
    assert site.page("case-studies/put-right/index.html") != page


def test_feed_without_items_has_no_date(site: SiteFolder) -> None:
    """What has nothing in it was never updated."""
    site.write("content/missions/new.md", "---\ntitle: New\nsummary: S.\nstatement: S.\n---\n")
    feed = feed_of(site, "missions/new/feed.xml")
    assert feed.items == ()
    assert feed.updated is None


def test_enclosure_is_one_file_of_middle_size(site: SiteFolder) -> None:
    """What goes with an item is a file that every reader can show, at its whole address."""
    write_pictured_story(site)
    site.write("content/images/field.jpg", photograph(width=2000))
    enclosure = item_of(site, "field").enclosure
    site.build()
    assert enclosure is not None
    assert enclosure.address in site.files()
    assert enclosure.address.endswith("-960.jpg")
    assert enclosure.url == f"https://record.example.org/{enclosure.address}"
    assert enclosure.media_type == "image/jpeg"
    assert item_of(site, "night-nurses").enclosure is None


def test_categories_are_missions_principles_and_place(site: SiteFolder) -> None:
    """Readers can sort items by what they serve, how and where."""
    assert item_of(site, "warm-homes").categories == (
        "Clean energy",
        "Good health",
        "Solving problems together",
        "Leeds",
    )


def test_feeds_of_site_under_a_path_have_the_path_in_each_address(site: SiteFolder) -> None:
    """The site's own address, with its path, is at the head of each address of a feed."""
    site.edit("mkdocs.yml", "record.example.org/", "record.example.org/repo")
    feed = feed_of(site, "missions/health/feed.xml")
    root = "https://record.example.org/repo/"
    assert feed.url("xml") == f"{root}missions/health/feed.xml"
    assert feed.page_url == f"{root}missions/health/"
    assert all(item.url.startswith(root) for item in feed.items)
    assert all(item.id.startswith("tag:record.example.org,") for item in feed.items)


def test_site_without_address_has_no_feed_and_says_why(site: SiteFolder) -> None:
    """A feed with relative addresses would be broken, so there is none, and the notes say so."""
    site.edit("mkdocs.yml", "site_url: https://record.example.org/\n", "")
    built = site.build()
    assert not [name for name in site.files() if name.endswith((".xml", ".atom"))]
    assert not [name for name in site.files() if name.endswith("feed.json")]
    assert "subscribe/index.html" not in site.files()
    assert "feed" not in site.page("missions/health/index.html")
    assert "site_url" in " ".join(built.notes)
    assert "Sitemap" not in site.page("robots.txt")


def test_author_is_publisher_of_the_site(site: SiteFolder) -> None:
    """Without a stated author, the site speaks for itself."""
    assert feed_of(site).author == "Small record"
    site.edit("mkdocs.yml", "docs_dir:", "site_author: A department\ndocs_dir:")
    assert feed_of(site).author == "A department"


def test_feed_inputs_have_a_key(site: SiteFolder) -> None:
    """All that decides a feed's bytes is in its inputs, and can be written down exactly."""
    feed = feed_of(site)
    other = dataclasses.replace(feed, author="Another")
    assert canonical(feed) == canonical(feed_of(site))
    assert canonical(feed) != canonical(other)
