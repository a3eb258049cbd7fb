"""Promises, barriers, changes and withdrawals in feeds: each told once, under a lasting id."""

import dataclasses
from collections.abc import Mapping

from site_builder.compose.feeds.items import FeedItem, Note
from site_builder.compose.feeds.list_of_feeds import channels
from site_builder.compose.frame.frame import Frame
from site_builder.publish.renderer import Renderer
from site_builder.read.theme.theme import read_theme
from site_builder.relate.visibility import Viewer
from tests.compose.barriers import write_barrier
from tests.compose.stories import write_story
from tests.conftest import SiteFolder

AT = "tag:record.example.org,"
GONE = "status: withdrawn\nwithdrawn: {on: 2025-08-01, reason: The street was another.}"


def items_of(site: SiteFolder, stem: str) -> Mapping[str, FeedItem]:
    """Return the items of a feed by what comes after the authority of their ids."""
    settings = site.settings()
    frame = Frame(site.record(Viewer(settings.now)), settings, read_theme(settings.theme))
    channel = next(one for one in channels(frame) if one.name.stem == stem)
    ids = [item.id for item in channel.items]
    assert len(ids) == len(set(ids))
    return {item.id.removeprefix(AT): item for item in channel.items}


def text_of(site: SiteFolder, item: FeedItem) -> str:
    return Renderer(read_theme(site.settings().theme)).fragment(item.template, item.content)


def test_promise_and_each_later_word_on_it_are_items(site: SiteFolder) -> None:
    """Who follows promises hears when one is made, and whatever is said of it afterwards."""
    write_story(site, "street", "A second street", extra="commitments: [second-street]")
    items = items_of(site, "commitments/")
    assert {id_: item.title for id_, item in items.items()} == {
        "2025-04-01:council-summary/2025-q2/word/second-street": "Kept: Warm a second street.",
        "2025-01-01:council-summary/2025-q1/promise/second-street": "Warm a second street.",
        "2025-03-05:case-study/street/word/second-street": (
            "Shown in a case study: Warm a second street."
        ),
    }
    assert [item.published.date().isoformat() for item in items.values()] == [
        "2025-06-26", "2025-03-27", "2025-03-05",
    ]  # fmt: skip


def test_word_on_a_promise_says_what_became_of_it_and_leads_to_story_promise_and_council(
    site: SiteFolder,
) -> None:
    """An item stands by itself: what was said, of which promise, where, and what shows it."""
    items = items_of(site, "commitments/")
    text = text_of(site, items["2025-04-01:council-summary/2025-q2/word/second-street"])
    assert "This is an illustrative example." in text
    for said in (
        "The street is warm.", '/case-studies/warm-homes/">', '/council/2025-q2/">',
        '/commitments/second-street/">Warm a second street.</a>',
    ):  # fmt: skip
        assert said in text


def test_promise_has_owner_day_mission_and_the_notice_of_its_council(site: SiteFolder) -> None:
    """What was promised at an invented meeting says that it was invented."""
    item = items_of(site, "commitments/")[
        "2025-01-01:council-summary/2025-q1/promise/second-street"
    ]
    text = text_of(site, item)
    for said in ("illustrative example", "lead official", "June 2025", '/missions/clean-energy/">'):
        assert said in text
    assert item.categories == ("Clean energy",)


def test_withdrawn_council_leaves_a_notice_for_each_of_its_promises_and_words(
    site: SiteFolder,
) -> None:
    """A subscriber of promises is told that one is gone, under the id it came by."""
    before = items_of(site, "commitments/").keys()
    for quarter in ("2025-q1", "2025-q2"):
        site.edit(f"content/council/{quarter}.md", "illustrative: true", GONE)
    after = items_of(site, "commitments/")
    # A word on a promise that is gone is gone with it.
    assert after.keys() == {id_ for id_ in before if "/promise/" in id_}
    (notice,) = after.values()
    assert notice.title == "This promise was withdrawn"
    assert "The street was another." in notice.summary
    assert "Warm" not in repr(notice)


def test_withdrawn_council_leaves_a_notice_for_its_word_on_a_promise_that_stands(
    site: SiteFolder,
) -> None:
    """The promise is as it was; what was said of it is taken back."""
    site.edit("content/council/2025-q2.md", "illustrative: true", GONE)
    word = items_of(site, "commitments/")["2025-04-01:council-summary/2025-q2/word/second-street"]
    assert word.title == "This word on a promise was withdrawn"
    assert "warm" not in repr(word).lower()


def test_barrier_is_told_when_it_is_named_and_when_it_is_removed(site: SiteFolder) -> None:
    """Two days, two items; both lead to the barrier."""
    extra = "removed_on: 2025-05-02\nwhat_helped: A second key.\nowner: The caretaker"
    write_barrier(site, "door", "A locked door", state="removed", extra=extra)
    write_barrier(site, "form", "A long form", named_on="2025-04-01")
    items = items_of(site, "barriers/")
    assert {id_: item.title for id_, item in items.items()} == {
        "2025-01-10:barrier/door/removed": "Removed: A locked door",
        "2025-04-01:barrier/form": "A long form",
        "2025-01-10:barrier/door": "A locked door",
    }
    assert items["2025-01-10:barrier/door/removed"].summary == "A second key."
    assert "A body about A locked door." in text_of(site, items["2025-01-10:barrier/door"])


def test_withdrawn_barrier_is_a_notice_under_its_ids(site: SiteFolder) -> None:
    """Neither its title nor what helped is left."""
    extra = f"removed_on: 2025-05-02\nwhat_helped: A second key.\nowner: The caretaker\n{GONE}"
    write_barrier(site, "door", "A locked door", state="removed", extra=extra)
    items = items_of(site, "barriers/")
    assert items.keys() == {"2025-01-10:barrier/door", "2025-01-10:barrier/door/removed"}
    assert "locked" not in repr(items)


CHANGES = """\
changes:
  - {date: 2025-08-01, note: The figure was 41., kind: correction}
  - {date: 2025-08-01, note: A second street., kind: substantial}
  - {date: 2025-08-02, note: A comma., kind: minor}
"""


def test_every_change_but_the_minor_ones_is_an_item(site: SiteFolder) -> None:
    """Two changes of one day are two items, and a comma is none."""
    write_story(site, "right", "Put right", extra=CHANGES.rstrip())
    items = items_of(site, "changes/")
    assert {id_: (item.title, item.summary) for id_, item in items.items()} == {
        "2025-08-01:case-study/right/change": (
            "Put right (case study, correction)", "The figure was 41.",
        ),
        "2025-08-01:case-study/right/change/2": (
            "Put right (case study, substantial change)", "A second street.",
        ),
    }  # fmt: skip
    assert all(item.url.endswith("/case-studies/right/") for item in items.values())


def test_later_change_leaves_ids_of_earlier_ones(site: SiteFolder) -> None:
    """What is written at the end of a list or at its head is new, and the rest is not."""
    write_story(site, "right", "Put right", extra=CHANGES.rstrip())
    before = items_of(site, "changes/")
    later = "  - {date: 2025-09-01, note: Once more., kind: correction}\n"
    for more in (CHANGES + later, CHANGES.replace("changes:\n", f"changes:\n{later}")):
        write_story(site, "right", "Put right", extra=more.rstrip())
        after = items_of(site, "changes/")
        assert after.keys() - before.keys() == {"2025-09-01:case-study/right/change"}
        assert {id_: after[id_] for id_ in before} == before


def test_withdrawal_is_in_the_feed_of_changes_with_its_reason(site: SiteFolder) -> None:
    """Nothing is taken away in silence, and nothing of it is told but why."""
    write_story(site, "other-street", "A secret title", extra=GONE)
    (item,) = items_of(site, "changes/").values()
    assert item.id == f"{AT}2025-08-01:case-study/other-street/withdrawn"
    assert item.title == "This case study was withdrawn"
    assert item.published.date().isoformat() == "2025-08-01"
    assert "The street was another." in item.summary
    assert "secret" not in repr(item)


def test_withdrawn_story_is_a_notice_under_its_id_where_it_stood(site: SiteFolder) -> None:
    """A reader's copy is replaced by the reason, in the feeds of everything and of its missions."""
    also = "also_missions: [clean-energy]"
    write_story(site, "other-street", "A secret title", extra=also)
    stems = ("", "missions/health/", "missions/clean-energy/")
    id_ = "2025-03-05:case-study/other-street"
    before = [items_of(site, stem)[id_] for stem in stems]
    write_story(site, "other-street", "A secret title", extra=f"{also}\n{GONE}")
    for item in (items_of(site, stem)[id_] for stem in stems):
        assert item.title == "This case study was withdrawn"
        assert item.published == before[0].published
        assert item.updated.date().isoformat() == "2025-08-01"
        assert item.url == before[0].url
        assert isinstance(item.content, Note)
        assert "secret" not in repr(item)
        assert item.categories == ()
    assert items_of(site, "places/leeds/")[id_].title == "This case study was withdrawn"


def test_notice_of_withdrawal_leads_to_what_replaces_the_story(site: SiteFolder) -> None:
    """A subscriber is sent on as a visitor of the page is."""
    instead = GONE.replace("}", ", replaced_by: warm-homes}")
    write_story(site, "other-street", "A secret title", extra=instead)
    text = text_of(site, items_of(site, "")["2025-03-05:case-study/other-street"])
    assert 'href="https://record.example.org/case-studies/warm-homes/"' in text


def test_withdrawn_council_is_a_notice_in_the_feed_of_the_council(site: SiteFolder) -> None:
    """Its id is made of its quarter, which is in its address as well."""
    site.edit("content/council/2025-q2.md", "illustrative: true", GONE)
    item = items_of(site, "council/")["2025-04-01:council-summary/2025-q2"]
    assert item.title == "This council summary was withdrawn"
    assert dataclasses.replace(item) == items_of(site, "")["2025-04-01:council-summary/2025-q2"]
