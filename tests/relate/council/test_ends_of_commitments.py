"""A commitment is known by the recommendation it came from and by the barrier it should remove."""

from tests.compose.promises import QUARTER, write_barrier, write_panel
from tests.conftest import SiteFolder


def test_commitment_and_recommendation_know_each_other(site: SiteFolder) -> None:
    """A promise names those that asked for it, the oldest first."""
    write_panel(site, slug="a-later-panel", starts="2025-01-05")
    write_panel(site)
    record = site.record()
    asked = record.asked_for["second-street"]
    assert [one.deliberation.slug for one in asked] == ["warm-street-panel", "a-later-panel"]
    deliberation, recommendation = asked[0]
    assert recommendation is deliberation.recommendations[0]
    assert recommendation.commitment in record.commitments


def test_commitment_does_not_know_a_deliberation_that_is_not_public(site: SiteFolder) -> None:
    """A draft asks for nothing in public; nor does anybody ask for a promise still hidden."""
    write_panel(site, "status: draft")
    assert dict(site.record().asked_for) == {}
    write_panel(site)
    assert list(site.record().asked_for) == ["second-street"]
    site.edit(QUARTER, "illustrative", "status: draft\nillustrative")
    assert dict(site.record().asked_for) == {}


def test_commitment_and_barrier_know_each_other(site: SiteFolder) -> None:
    """A barrier has the promises that are meant to remove it, as long as it is public."""
    write_barrier(site)
    record = site.record()
    assert record.meant_to_remove["one-key"] == (record.commitments["second-street"],)
    site.edit("content/barriers/one-key.md", "state: named", "state: named\nstatus: draft")
    assert dict(site.record().meant_to_remove) == {}
