"""A commitment is known by the recommendation it came from and by the barrier it should remove."""

from ..conftest import SiteFolder

PANEL = """---
title: {title}
summary: People from one street thought about warmth.
mission: clean-energy
kind: citizens-panel
convened_by: The council of the town
question: Who should be asked first?
phases: [{{name: Meetings, starts: {starts}, ends: 2025-01-20}}]
recommendations:
  - {{id: neighbours-first, text: Ask the neighbours., response: accepted, commitment: {promise}}}
{more}
---
"""
BARRIER = """---
title: Nobody may share a key
summary: Keys are kept apart.
kind: rules
named_by: The night nurses
named_on: 2025-01-10
state: named
{more}
---
"""
QUARTER = "content/council/2025-q1.md"


def write_panel(
    site: SiteFolder, slug: str, starts: str, promise: str = "second-street", more: str = ""
) -> None:
    text = PANEL.format(title=slug, starts=starts, promise=promise, more=more)
    site.write(f"content/deliberations/{slug}.md", text)


def write_barrier(site: SiteFolder, more: str = "") -> None:
    site.write("content/barriers/one-key.md", BARRIER.format(more=more))
    site.edit(QUARTER, "    due: 2025-06", "    due: 2025-06\n    barrier: one-key")


def test_commitment_and_recommendation_know_each_other(site: SiteFolder) -> None:
    """A promise names those that asked for it, the oldest first."""
    write_panel(site, "a-later-panel", "2025-01-05")
    write_panel(site, "first-panel", "2024-11-05")
    record = site.record()
    asked = record.asked_for["second-street"]
    assert [one.deliberation.slug for one in asked] == ["first-panel", "a-later-panel"]
    deliberation, recommendation = asked[0]
    assert recommendation is deliberation.recommendations[0]
    assert recommendation.commitment in record.commitments


def test_commitment_does_not_know_a_deliberation_that_is_not_public(site: SiteFolder) -> None:
    """A draft asks for nothing in public; nor does anybody ask for a promise still hidden."""
    write_panel(site, "first-panel", "2024-11-05", more="status: draft")
    assert dict(site.record().asked_for) == {}
    write_panel(site, "first-panel", "2024-11-05")
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
