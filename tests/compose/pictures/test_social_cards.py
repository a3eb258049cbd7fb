"""Social cards as values: who has one, what is on it, and an address that changes with it."""

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from site_builder.compose.frame.frame import Frame
from site_builder.compose.pictures.social_cards import SocialCard
from site_builder.read.theme.colours import INK
from site_builder.read.theme.theme import read_theme
from tests.compose.stories import write_story
from tests.conftest import SiteFolder


def frame_of(site: SiteFolder) -> Frame:
    settings = site.settings()
    return Frame(site.record(), settings, read_theme(settings.theme))


def cards(frame: Frame) -> dict[str, SocialCard]:
    return {output.path: output.inputs for output in frame.social_cards.outputs()}


def test_every_story_mission_and_council_has_a_card_and_all_else_shares_one(
    site: SiteFolder,
) -> None:
    """What a page names is there, and nothing is there that no page names."""
    frame = frame_of(site)
    record = frame.record
    own = [*record.case_studies.values(), *record.missions.values(), *record.councils.values()]
    named = [frame.social_card(item).address for item in own]
    site_card = frame.social_card().address
    assert len(set(named)) == len(own) > 3
    assert set(cards(frame)) == {*named, site_card}
    others = [*record.pages.values(), *record.principles.values()]
    assert {frame.social_card(item).address for item in others} == {site_card}


def test_card_of_story_says_what_the_story_is(site: SiteFolder) -> None:
    """Title, mission, place and site, the mission's colour, and the drawing of the cover."""
    write_story(site, "field", "A field in the sun")
    frame = frame_of(site)
    story, image = (
        frame.record.case_studies["field"],
        frame.social_card(frame.record.case_studies["field"]),
    )
    card = cards(frame)[image.address]
    mission = frame.record.missions[story.mission]
    assert (card.title, card.kicker, card.note) == (
        "A field in the sun",
        mission.title,
        "Leeds, England",
    )
    assert (card.site, card.warning, card.colour) == (frame.settings.site_name, "", mission.colour)
    assert card.drawing == frame.covers.of(story)
    assert (image.width, image.height) == (1200, 630)
    assert image.alt == f"A field in the sun – {mission.title} – Leeds, England – {card.site}"


def test_card_of_illustrative_item_says_so(site: SiteFolder) -> None:
    """A card goes where its page does not, so it carries the warning itself."""
    write_story(site, "dream", "A dream", extra="illustrative: true")
    frame = frame_of(site)
    image = frame.social_card(frame.record.case_studies["dream"])
    card = cards(frame)[image.address]
    assert "llustrative" in card.warning
    assert card.warning in image.alt


def test_card_of_the_site_names_the_site_in_ink(site: SiteFolder) -> None:
    """Colour means mission, so a page without a mission has none."""
    frame = frame_of(site)
    image = frame.social_card()
    card = cards(frame)[image.address]
    assert (card.title, card.site, card.colour) == (frame.settings.site_name, "", INK)
    assert image.alt == f"{frame.settings.site_name} – {frame.settings.site_description}"


def test_withdrawn_story_has_the_card_of_the_site(site: SiteFolder) -> None:
    """What was withdrawn is not told again by its card."""
    reason = "status: withdrawn\nwithdrawn: {on: 2025-05-01, reason: Wrong.}"
    write_story(site, "gone", "Gone", extra=reason)
    frame = frame_of(site)
    (gone,) = frame.record.withdrawn
    assert frame.social_card(gone) == frame.social_card()


def changed(card: SocialCard) -> Iterator[SocialCard]:
    """Yield copies of a card that each differ in one thing."""
    others: dict[str, Any] = {"drawing": dataclasses.replace(card.drawing, quarter=4)}
    for field in dataclasses.fields(card):
        other = others.get(field.name, "another")
        yield dataclasses.replace(card, **{field.name: other})


def test_address_of_card_changes_with_all_that_is_on_it(site: SiteFolder) -> None:
    """Sites that show a card keep it for long, so another card has another address."""
    write_story(site, "field", "A field in the sun")
    frame = frame_of(site)
    story = frame.record.case_studies["field"]
    shelf = frame.social_cards
    card = shelf.card(story)
    known = {shelf.address(one, story) for one in (card, *changed(card))}
    assert len(known) == 1 + len(dataclasses.fields(card))
    with_font = dataclasses.replace(shelf, theme=dataclasses.replace(shelf.theme, font=b"other"))
    assert with_font.address(card, story) not in known


@pytest.mark.parametrize("title", ["A title", "Another title"])
def test_same_content_gives_the_same_address(site: SiteFolder, title: str) -> None:
    """Nothing but the content is in an address."""
    write_story(site, "field", title)
    first, second = (set(cards(frame_of(site))) for _ in range(2))
    assert first == second


def test_cards_of_a_built_site_are_there(demonstration: Mapping[str, bytes]) -> None:
    """Every story, mission and council of the demonstration has a card of at most 60 kB."""
    sizes = [len(demonstration[path]) for path in demonstration if path.startswith("social/")]
    assert len(sizes) == 26 + 5 + 3 + 1
    assert max(sizes) <= 60_000
