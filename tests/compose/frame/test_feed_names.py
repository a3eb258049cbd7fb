"""Which feeds there are: for each thing one, at addresses that nothing else has."""

from collections.abc import Mapping

import pytest

from site_builder.compose.frame.feed_names import FORMATS, FeedName, feed_names
from site_builder.read.theme.theme import read_theme
from tests.compose.stories import write_story
from tests.conftest import SiteFolder
from tests.publish.feeds.feed_faults import faults_of
from tests.shown import ShownFolder


def names_of(site: SiteFolder) -> Mapping[str, FeedName]:
    """Return the feeds of a site by their stem."""
    settings = site.settings()
    words = read_theme(settings.theme).words
    return {name.stem: name for name in feed_names(site.record(), settings, words)}


STEMS = (
    "", "missions/health/", "missions/clean-energy/", "principles/solving-together/",
    "places/leeds/", "partners/leeds-city-council/", "council/", "commitments/", "changes/",
)  # fmt: skip


def test_feeds_are_for_everything_that_a_reader_can_follow(site: SiteFolder) -> None:
    """A site in one language has a feed for each thing, and none for its language."""
    assert tuple(names_of(site)) == STEMS


def test_each_feed_is_published_in_three_formats(site: SiteFolder) -> None:
    """The formats of a feed stand beside each other."""
    site.build()
    feeds = {name for name in site.files() if name.rpartition("/")[2].startswith("feed.")}
    assert feeds == {f"{stem}feed.{ending}" for stem in STEMS for ending in FORMATS}


def test_each_feed_has_a_title_of_its_own_a_description_and_a_page(site: SiteFolder) -> None:
    """A list of feeds in a reader tells them apart, and each leads to a page that is there."""
    write_story(site, "welsh", "Welsh", extra="lang: cy")
    site.build()
    names = names_of(site)
    assert len({name.title for name in names.values()}) == len(names)
    assert all(name.description for name in names.values())
    assert {f"{name.page}index.html" for name in names.values()} <= site.files().keys()


def test_languages_have_feeds_where_there_is_more_than_one(site: SiteFolder) -> None:
    """Who reads one language follows what is told in it."""
    write_story(site, "welsh", "Welsh", extra="lang: cy")
    names = names_of(site)
    assert names.keys() - STEMS == {"languages/cy/", "languages/en-gb/"}
    site.build()
    assert "case-studies/welsh/" in site.page("languages/cy/feed.xml")
    assert "case-studies/welsh/" not in site.page("languages/en-gb/feed.xml")
    assert "case-studies/warm-homes/" in site.page("languages/en-gb/feed.xml")


def test_feed_of_renamed_mission_goes_on_at_its_old_address(site: SiteFolder) -> None:
    """Whoever follows a mission by its old name gets the same feed, which names its new address."""
    site.build()
    before = site.page("missions/health/feed.atom")
    old = site.root / "content/missions/health.md"
    text = old.read_text("utf-8").replace("title:", "aliases: [health]\ntitle:", 1)
    old.unlink()
    site.write("content/missions/wellbeing.md", text)
    for path in (site.root / "content").rglob("*.md"):
        words = path.read_text("utf-8")
        for was, now in (
            ("mission: health", "mission: wellbeing"),
            ("also_missions: [health]", "also_missions: [wellbeing]"),
            ("missions/health.md", "missions/wellbeing.md"),
        ):
            words = words.replace(was, now)
        path.write_text(words, "utf-8")
    site.build()
    for ending in FORMATS:
        at_both = [site.page(f"missions/{slug}/feed.{ending}") for slug in ("health", "wellbeing")]
        assert at_both[0] == at_both[1]
    after = site.page("missions/health/feed.atom")
    assert after == before.replace("missions/health/", "missions/wellbeing/").replace(
        "<id>https://record.example.org/missions/wellbeing/</id>",
        "<id>https://record.example.org/missions/health/</id>",
    )


@pytest.mark.parametrize("ending", FORMATS)
def test_feed_of_withdrawn_mission_says_why_and_goes_on(site: SiteFolder, ending: str) -> None:
    """Whoever follows a mission that is given up hears of it, at the address that they follow."""
    gone = "status: withdrawn\nwithdrawn: {on: 2025-05-01, reason: It was merged.}"
    head = f"title: A secret\nsummary: A secret.\nstatement: A secret.\naliases: [older]\n{gone}"
    site.write("content/missions/old.md", f"---\n{head}\n---\nA secret.\n")
    site.build()
    feed = site.page(f"missions/old/feed.{ending}")
    assert feed == site.page(f"missions/older/feed.{ending}")
    assert "Small record: This mission was withdrawn" in feed
    assert "It was merged." in feed
    assert "secret" not in feed
    assert [*faults_of(f"feed.{ending}", feed.encode())] == []
    assert "missions/old/" not in names_of(site)


@pytest.mark.parametrize("slug", ["languages", "changes"])
def test_page_can_not_take_the_place_of_feeds(site: SiteFolder, slug: str) -> None:
    """A page with the name of a folder of feeds is refused."""
    site.write(f"content/pages/{slug}.md", "---\ntitle: A\nsummary: B.\n---\n\nText.\n")
    assert [one.rule for one in site.problems()] == ["shared-address"]


def test_no_two_files_of_a_site_with_archives_share_an_address(site: ShownFolder) -> None:
    """Feeds and their archives stand beside pages, and never in their way."""
    for number in range(25):
        write_story(site, f"story-{number}", f"Story {number}", date=f"2024-01-{number + 1:02}")
    site.build()
    outputs = site.paths()
    assert len(outputs) == len(set(outputs))
    assert "places/leeds/feed-1.xml" in outputs
