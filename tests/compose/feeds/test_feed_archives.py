"""Archives of feeds: every item is in one, none changes once it is full, none is too large."""

from collections.abc import Mapping

import pytest

from site_builder.compose.feeds import sizes as feed_sizes
from site_builder.compose.feeds.feeds import MOST, Feed, documents
from site_builder.compose.feeds.list_of_feeds import Channel, channels
from site_builder.compose.frame.frame import Frame
from site_builder.read.theme.theme import read_theme
from tests.compose.stories import write_stories, write_story
from tests.conftest import SiteFolder

LIMIT = 250_000
COUNCILS_AND_STORIES = 4
"""What the small site has by itself, all newer than the stories that are written here."""


def channel_of(site: SiteFolder, stem: str = "") -> tuple[Frame, Channel]:
    settings = site.settings()
    frame = Frame(site.record(), settings, read_theme(settings.theme))
    return frame, next(one for one in channels(frame) if one.name.stem == stem)


def files_of(site: SiteFolder, stem: str = "") -> Mapping[int, Feed]:
    """Return the files of a feed by their number; 0 is the one that readers subscribe to."""
    return {feed.number or 0: feed for feed in documents(*channel_of(site, stem))}


def ids(feed: Feed) -> list[str]:
    return [item.id for item in feed.items]


@pytest.mark.parametrize(("more", "archives"), [(0, 0), (16, 0), (17, 1), (36, 1), (37, 2)])
def test_every_item_is_in_a_file_and_archives_are_full(
    site: SiteFolder, more: int, archives: int
) -> None:
    """Up to twenty items are one file; of more, the older are in archives of twenty."""
    write_stories(site, more)
    newest, *older = files_of(site).values()
    assert len(newest.items) == min(MOST, more + COUNCILS_AND_STORIES)
    assert [len(feed.items) for feed in older] == [MOST] * archives
    told = {one for feed in (newest, *older) for one in ids(feed)}
    assert len(told) == more + COUNCILS_AND_STORIES


def test_archive_stays_as_it_is_when_news_comes(site: SiteFolder) -> None:
    """What is full is not touched again, but for the link to what comes after it."""
    write_stories(site, 60)
    before = files_of(site)
    for number in range(45):
        write_story(
            site, f"new-{number}", "New", date=f"2026-0{number // 28 + 1}-{number % 28 + 1:02}"
        )
    after = files_of(site)
    assert max(after) == max(before) + 2
    for number in range(1, max(before) + 1):
        assert ids(after[number]) == ids(before[number])
    assert after[1] == before[1]


def test_files_lead_from_the_newest_to_the_oldest_and_back(site: SiteFolder) -> None:
    """A reader gets everything by following the links."""
    write_stories(site, 70)
    files = files_of(site)
    assert [(one.older, one.newer) for one in files.values()] == [
        (3, None), (None, 2), (1, 3), (2, None),
    ]  # fmt: skip
    read, at = ids(files[0]), files[0].older
    while at:
        read += [one for one in ids(files[at]) if one not in read]
        at = files[at].older
    _, channel = channel_of(site)
    assert read == [item.id for item in channel.items]


def test_links_of_archives_are_those_of_rfc_5005_in_xml_and_next_url_in_json(
    site: SiteFolder,
) -> None:
    """Every format says which file is an archive, and what comes before and after it."""
    write_stories(site, 50)
    site.build()
    for ending in ("xml", "atom"):
        page = site.page(f"feed-1.{ending}")
        assert "<fh:archive/>" in page
        assert f'href="https://record.example.org/feed-2.{ending}"' in page
        assert 'rel="next-archive"' in page
        assert 'rel="prev-archive"' not in page
        assert 'rel="current"' in page
        newest = site.page(f"feed.{ending}")
        assert "<fh:archive/>" not in newest
        assert 'rel="prev-archive"' in newest
    assert '"next_url": "https://record.example.org/feed-2.json"' in site.page("feed.json")
    assert '"next_url": "https://record.example.org/feed-1.json"' in site.page("feed-2.json")
    assert "next_url" not in site.page("feed-1.json")


@pytest.mark.parametrize(
    "text",
    ["Plain words of a story. " * 1_000, '`<b>` & "quoted" \\ ' * 350, "🙂 é ع " * 900],
    ids=["words", "signs", "letters"],
)
def test_long_stories_are_fewer_to_a_file(site: SiteFolder, text: str) -> None:
    """No file is larger than readers can be asked to take, whatever the letters."""
    body = "\n\n".join(text[start : start + 4_000] for start in range(0, len(text), 4_000))
    for number in range(22):
        write_story(
            site, f"long-{number}", f"Long {number}", date=f"2026-01-{number + 1:02}", body=body
        )
    newest, *older = files_of(site).values()
    assert 0 < len(newest.items) < MOST
    assert older
    site.build()
    files = site.files()
    sizes = {name: len(files[name]) for name in files if "feed" in name}
    assert {name: size for name, size in sizes.items() if size > LIMIT} == {}
    assert max(sizes.values()) > LIMIT / 3


def test_story_longer_than_a_feed_is_told_in_short(site: SiteFolder) -> None:
    """One endless story is a summary with the way to it, and no feed is too large for it."""
    write_story(site, "endless", "Endless", body="Words and more words.\n\n" * 9_000)
    site.build()
    feed = site.page("feed.xml")
    assert "Read the whole of it on the site" in feed
    assert "Words and more words" not in feed
    assert "Night nurses" in feed


def test_room_for_items_is_measured_from_the_values_alone(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The limit decides how many fit; with less room there are more files and no item is lost."""
    write_stories(site, 30)
    monkeypatch.setattr(feed_sizes, "MOST_BYTES", 30_000)
    newest, *older = files_of(site).values()
    assert len(newest.items) < 10
    told = {one for feed in (newest, *older) for one in ids(feed)}
    assert len(told) == 30 + COUNCILS_AND_STORIES
