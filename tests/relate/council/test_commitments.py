"""A promise is followed from council to council, in words."""

from collections.abc import Mapping

import pytest

from site_builder.relate.council.commitments import Commitment
from tests.compose.stories import write_story
from tests.conftest import SiteFolder

COUNCIL = """---
quarter: 2025-Q3
summary: The third meeting.
held_on: 2025-09-25
chair: The chair
state: agreed
agenda: [{{item: Promises}}]
case_studies: []
{}
---
Words.
"""
UPDATE = "commitment_updates: [{{commitment: second-street, state: {}, note: Said.}}]"


def ledger(site: SiteFolder) -> Mapping[str, Commitment]:
    return site.record().commitments


def test_commitment_without_update_is_made(site: SiteFolder) -> None:
    """Until a council says more, a promise is made; the latest council's silence is noted."""
    site.edit("content/council/2025-q2.md", "commitment: second-street", "commitment: other")
    promise = ledger(site)["second-street"]
    assert (promise.state, promise.updates, promise.is_silent) == ("made", (), True)
    assert promise.council.slug == "2025-q1"


def test_commitment_of_latest_council_is_not_silent(site: SiteFolder) -> None:
    """No council has had the occasion to speak of a promise made at the latest."""
    (site.root / "content/council/2025-q2.md").unlink()
    assert not ledger(site)["second-street"].is_silent


def test_updates_are_in_order_and_last_word_counts(site: SiteFolder) -> None:
    """Updates stand oldest first, and the state is what was said last."""
    site.edit("content/council/2025-q2.md", "state: kept", "state: under-way")
    site.write("content/council/2025-q3.md", COUNCIL.format(UPDATE.format("changed")))
    promise = ledger(site)["second-street"]
    assert [one.council.slug for one in promise.updates] == ["2025-q2", "2025-q3"]
    assert (promise.state, promise.is_silent) == ("changed", False)


def test_open_commitment_is_silent_when_latest_council_says_nothing(site: SiteFolder) -> None:
    """A promise that is under way and not spoken of is not forgotten."""
    site.edit("content/council/2025-q2.md", "state: kept", "state: under-way")
    site.write("content/council/2025-q3.md", COUNCIL.format(""))
    assert ledger(site)["second-street"].is_silent


@pytest.mark.parametrize("state", ["kept", "dropped"])
def test_closed_commitment_is_never_silent(site: SiteFolder, state: str) -> None:
    """Of a promise that was kept or dropped nothing more need be said."""
    site.edit("content/council/2025-q2.md", "state: kept", f"state: {state}")
    site.write("content/council/2025-q3.md", COUNCIL.format(""))
    promise = ledger(site)["second-street"]
    assert (promise.state, promise.is_silent) == (state, False)


def test_ledger_is_in_the_order_of_meetings(site: SiteFolder) -> None:
    """Commitments stand in the order in which they were made, whatever their files are called."""
    more = "commitments: [{id: a-first, text: A., owner: B, mission: health}]"
    site.write("content/council/2025-q3.md", COUNCIL.format(more))
    assert list(ledger(site)) == ["second-street", "a-first"]


def test_meeting_to_come_is_not_silent(site: SiteFolder) -> None:
    """What is only announced has not passed over a promise; the last that was held may have."""
    site.edit("content/council/2025-q2.md", "state: kept", "state: under-way")
    site.write("content/council/2025-q3.md", COUNCIL.format("").replace("agreed", "announced"))
    assert ledger(site)["second-street"].silent_at is None
    site.write("content/council/2025-q3.md", COUNCIL.format(""))
    silent_at = ledger(site)["second-street"].silent_at
    assert silent_at is not None
    assert silent_at.slug == "2025-q3"


def test_commitment_has_the_stories_that_name_it_oldest_first(site: SiteFolder) -> None:
    """A story says of itself what it shows, and the promise knows it; a draft says nothing."""
    for slug, date in (("later", "2025-05-02"), ("sooner", "2025-04-02")):
        write_story(site, slug, slug, date=date, extra="commitments: [second-street]")
    hidden = "commitments: [second-street]\nstatus: draft"
    write_story(site, "hidden", "hidden", extra=hidden)
    assert [one.slug for one in ledger(site)["second-street"].stories] == ["sooner", "later"]
