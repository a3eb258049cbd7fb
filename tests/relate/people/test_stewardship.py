"""Stewards, letters, councils and principles know each other, and only what the public may see."""

import pytest

from tests.compose.mandates import attend, write_letter, write_steward, write_stewardship
from tests.conftest import SiteFolder

DRAFT = "status: draft"


def slugs(things: object) -> list[str]:
    return [thing.slug for thing in things]  # type: ignore[attr-defined]


def test_steward_is_found_from_each_mission(site: SiteFolder) -> None:
    """Those who answer for it now come first, whenever they came; then those who did before."""
    write_steward(site, "ann", missions="health, clean-energy", extra="from: 2020-01-01")
    write_steward(site, "bob", extra="from: 2021-01-01\nuntil: 2022-01-01")
    write_steward(site, "cat", extra="from: 2022-01-01\nuntil: 2023-01-01")
    write_steward(site, "dan", extra="from: 2024-01-01")
    joins = site.record().stewardship
    assert slugs(joins.stewards_of["health"]) == ["dan", "ann", "cat", "bob"]
    assert slugs(joins.stewards_of["clean-energy"]) == ["ann"]


def test_letter_is_found_from_each_of_its_ends(site: SiteFolder) -> None:
    """The steward, the missions and the principle of each ask name the letter in return."""
    write_stewardship(site)
    joins = site.record().stewardship
    assert slugs(joins.letters_to["ann"]) == ["second"]
    assert slugs(joins.letters_about["health"]) == ["second", "first"]
    asked = joins.asked["solving-together"]
    assert [(one.letter.slug, one.number) for one in asked] == [("second", 1), ("first", 1)]


def test_letter_and_the_one_before_it_know_each_other(site: SiteFolder) -> None:
    """The older letter leads to the newer, which names it."""
    write_stewardship(site)
    assert site.record().stewardship.replaced_by["first"].slug == "second"


@pytest.mark.parametrize("hidden", [DRAFT, "publish_at: 2060-01-01T09:00Z"])
def test_letter_that_the_public_may_not_see_replaces_none(site: SiteFolder, hidden: str) -> None:
    """Nobody learns from the old letter that a new one is on its way."""
    write_steward(site)
    write_letter(site, "first")
    write_letter(site, "second", date="2025-01-01", extra=f"supersedes: first\n{hidden}")
    joins = site.record().stewardship
    assert joins.replaced_by == {}
    assert slugs(joins.letters_to["ann"]) == ["first"]
    assert len(joins.asked["solving-together"]) == 1


def test_council_is_found_from_the_steward_who_came(site: SiteFolder) -> None:
    """Each council once for each role, the newest first."""
    write_steward(site)
    twice = "{role: The minister, steward: ann}\n  - {role: The minister, steward: ann}"
    attend(site, twice)
    attend(site, "{role: In the chair, steward: ann}", "content/council/2025-q2.md")
    attended = site.record().stewardship.attended["ann"]
    assert [(one.council.slug, one.role) for one in attended] == [
        ("2025-q2", "In the chair"),
        ("2025-q1", "The minister"),
    ]
