"""What the public may see now is decided in one place, and nothing leaks from it."""

import datetime as dt

import pytest

from site_builder.relate.visibility import Sight, Viewer, why_hidden
from tests.conftest import SiteFolder

STORY = "content/case-studies/night-nurses.md"
MOMENT = dt.datetime(2025, 6, 1, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
EMBARGO = "publish_at: 2025-06-01T09:30+01:00"
WITHDRAWN = "status: withdrawn\nwithdrawn: {on: 2025-07-01, reason: A mistake.}"


def sight(site: SiteFolder, fields: str, viewer: Viewer) -> Sight:
    """Return what a viewer sees of a story with some more fields."""
    site.edit(STORY, "mission: health", f"mission: health\n{fields}")
    (story,) = (item for item in site.content().items if item.slug == "night-nurses")
    return viewer.sight_of(story)


@pytest.mark.parametrize(
    ("fields", "now", "seen"),
    [
        ("status: published", None, Sight.PUBLIC),
        ("status: draft", MOMENT, Sight.HIDDEN),
        (WITHDRAWN, None, Sight.WITHDRAWN),
        (EMBARGO, None, Sight.HIDDEN),
        (EMBARGO, MOMENT - dt.timedelta(seconds=1), Sight.HIDDEN),
        (EMBARGO, MOMENT, Sight.PUBLIC),
        (EMBARGO, MOMENT.astimezone(dt.UTC), Sight.PUBLIC),
        (f"status: draft\n{EMBARGO}", MOMENT, Sight.HIDDEN),
        (f"{WITHDRAWN}\n{EMBARGO}", None, Sight.HIDDEN),
    ],
)
def test_public_sees_what_is_published_and_due(
    site: SiteFolder, fields: str, now: dt.datetime | None, seen: Sight
) -> None:
    """A draft is nowhere; an embargo ends at its moment; without a moment it never ends."""
    assert sight(site, fields, Viewer(now)) is seen


@pytest.mark.parametrize(
    ("fields", "seen"),
    [
        ("status: draft", Sight.PUBLIC),
        (EMBARGO, Sight.PUBLIC),
        (WITHDRAWN, Sight.WITHDRAWN),
    ],
)
def test_preview_shows_drafts_and_embargoes(site: SiteFolder, fields: str, seen: Sight) -> None:
    """An author's own preview shows what is to come, and what was withdrawn as withdrawn."""
    assert sight(site, fields, Viewer(sees_drafts=True)) is seen


@pytest.mark.parametrize("fields", ["status: draft", EMBARGO, WITHDRAWN])
def test_hidden_story_is_nowhere_in_the_record(site: SiteFolder, fields: str) -> None:
    """No list, join, quarter or related story has what the public may not see."""
    site.edit(STORY, "mission: health", f"mission: health\n{fields}")
    record = site.record()
    assert "night-nurses" not in record.case_studies
    assert "night-nurses" not in record.related
    assert all(one.slug != "night-nurses" for ones in record.stories.values() for one in ones)
    assert record.related["warm-homes"] == ()
    assert ("mission", "health") in record.stories  # which the other story serves as well
    assert [one.slug for one in record.withdrawn] == (
        ["night-nurses"] if fields == WITHDRAWN else []
    )


def test_draft_council_takes_its_commitments_with_it(site: SiteFolder) -> None:
    """A promise is not in the ledger before the council that made it is public."""
    site.edit("content/council/2025-q1.md", "state: agreed", "state: agreed\nstatus: draft")
    record = site.record()
    assert record.commitments == {}
    assert record.shown_by == {}
    assert list(record.councils) == ["2025-q2"]


def test_reason_for_hiding_is_in_words(site: SiteFolder) -> None:
    """Messages to authors say why the public does not see an item."""
    story = site.record().case_studies["night-nurses"]
    said = [
        why_hidden(story.model_copy(update={"status": status}))
        for status in ("draft", "withdrawn", "published")
    ]
    assert said == ["is a draft", "was withdrawn", "is not published yet"]
