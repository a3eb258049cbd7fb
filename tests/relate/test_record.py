"""The record shows both ends of each join, in an order that never depends on the disk."""

import random

from site_builder.read.content import Content
from site_builder.relate.record import relate
from site_builder.relate.visibility import Viewer
from tests.conftest import SiteFolder


def slugs(things: object) -> list[str]:
    return [thing.slug for thing in things]  # type: ignore[attr-defined]


def test_story_is_found_from_each_of_its_ends(site: SiteFolder) -> None:
    """A story that names a mission, principle, place or partner is named there in return."""
    record = site.record()
    both = ["night-nurses", "warm-homes"]
    assert slugs(record.stories_of("mission", "health")) == both
    assert slugs(record.stories_of("mission", "clean-energy")) == ["warm-homes"]
    assert slugs(record.stories_of("principle", "solving-together")) == both
    assert slugs(record.stories_of("place", "leeds")) == both
    assert slugs(record.stories_of("partner", "leeds-city-council")) == both
    assert slugs(record.stories_of("quarter", "2025-q1")) == both
    assert record.stories_of("place", "york") == ()


def test_story_is_found_from_the_nation_of_its_place_and_the_kind_of_its_partner(
    site: SiteFolder,
) -> None:
    """A story that names a place or a partner belongs to what they belong to, once."""
    record = site.record()
    both = ["night-nurses", "warm-homes"]
    assert slugs(record.stories_of("nation", "england")) == both
    assert slugs(record.stories_of("partner kind", "local-government")) == both
    assert record.stories_of("nation", "wales") == ()


def test_story_named_twice_is_shown_once(site: SiteFolder) -> None:
    """A mission that is both the main one and another of a story has the story once."""
    site.edit("content/case-studies/warm-homes.md", "[health]", "[health, clean-energy]")
    assert slugs(site.record().stories_of("mission", "clean-energy")) == ["warm-homes"]


def test_council_and_story_know_each_other(site: SiteFolder) -> None:
    """A story says at which councils it was told, oldest first and once each."""
    site.edit(
        "content/council/2025-q2.md", "[night-nurses]", "[night-nurses, warm-homes, warm-homes]"
    )
    told_at = site.record().told_at
    assert slugs(told_at["warm-homes"]) == ["2025-q1", "2025-q2"]
    assert slugs(told_at["night-nurses"]) == ["2025-q2"]


def test_commitment_and_story_know_each_other(site: SiteFolder) -> None:
    """A story that shows what became of a promise names the promise and who said so."""
    record = site.record()
    (shown,) = record.shown_by["warm-homes"]
    assert shown.commitment is record.commitments["second-street"]
    assert shown.said.council.slug == "2025-q2"
    assert record.commitments["second-street"].updates[0].update.case_study == "warm-homes"


def test_recognition_and_story_know_each_other(site: SiteFolder) -> None:
    """A story says which councils recognised its work, oldest first."""
    more = "recognition: [{who: The nurses, for: calling back, case_study: warm-homes}]\nchair"
    site.edit("content/council/2025-q2.md", "chair", more)
    recognised = site.record().recognised["warm-homes"]
    assert slugs(one.council for one in recognised) == ["2025-q1", "2025-q2"]
    assert [one.said.for_what for one in recognised] == ["knocking on every door", "calling back"]


def test_commitment_and_mission_know_each_other(site: SiteFolder) -> None:
    """A mission shows the promises made for it."""
    record = site.record()
    assert [one.made.id for one in record.commitments_of("clean-energy")] == ["second-street"]
    assert record.commitments_of("health") == ()


def test_registers_show_only_what_a_story_uses(site: SiteFolder) -> None:
    """A place or partner without a public story has no page."""
    places = (site.root / "content/registers/places.yml").read_text()
    site.write(
        "content/registers/places.yml", places + "york: {name: York, nation: England, region: Y}\n"
    )
    assert list(site.record().places) == ["leeds"]
    for name in ("warm-homes", "night-nurses"):
        (site.root / f"content/case-studies/{name}.md").unlink()
    assert dict(site.record().places) == {}


def test_orders_are_those_in_which_things_are_shown(site: SiteFolder) -> None:
    """Missions by their order, stories and councils and quarters newest first."""
    record = site.record()
    assert list(record.missions) == ["health", "clean-energy"]
    assert list(record.case_studies) == ["night-nurses", "warm-homes"]
    assert list(record.councils) == ["2025-q2", "2025-q1"]
    assert [str(quarter) for quarter in record.quarters] == ["2025-Q2", "2025-Q1"]


def test_record_is_the_same_in_whatever_order_files_are_read(site: SiteFolder) -> None:
    """Nothing depends on the order in which a disk lists its files."""
    content = site.content()
    items, entries = list(content.items), list(content.entries)
    random.Random(1).shuffle(items)
    shuffled = Content(tuple(items), tuple(entries[::-1]), content.images, content.sources)
    one, other = relate(content, Viewer()), relate(shuffled, Viewer())
    assert one == other
    assert [list(shelf) for shelf in one.shelves.values()] == [
        list(shelf) for shelf in other.shelves.values()
    ]
    assert list(one.commitments) == list(other.commitments)
