"""Covers: small, decorative, the same for the same story and another for another."""

from functools import partial
from itertools import combinations
from pathlib import Path

import pytest
from lxml import etree

from site_builder.compose.pictures.covers import (
    Covers,
    coordinates_of,
    council_cover,
    mission_cover,
    site_cover,
    story_cover,
)
from site_builder.compose.pictures.drawing import Drawing, svg
from site_builder.compose.pictures.threads import Knot
from site_builder.read.content import read_content
from site_builder.read.types.fields.dates import Quarter
from site_builder.relate.record import Record, relate
from site_builder.relate.visibility import Viewer
from tests.compose.pictures.drawn import distance, picture

MOTIFS = range(5)
LEEDS = (53.8, -1.55)
SVG = '<svg xmlns="http://www.w3.org/2000/svg"'


@pytest.fixture(scope="module")
def record() -> Record:
    """Return the record of the demonstration site."""
    return relate(read_content(Path(__file__).parents[3], "content"), Viewer())


@pytest.mark.parametrize("motif", MOTIFS)
def test_cover_of_any_story_has_at_most_900_bytes(motif: int) -> None:
    """A page of twelve covers stays light, whatever the slugs."""
    sizes = [len(svg(story_cover(f"story-{number}", motif, 1))) for number in range(10_000)]
    assert max(sizes) <= 900
    assert sorted(sizes)[5_000] <= 650


@pytest.mark.parametrize("motif", MOTIFS)
def test_covers_of_different_slugs_differ(motif: int) -> None:
    """Stories of one mission, one place and one quarter are still told apart."""
    slugs = [f"story-{number}" for number in range(2_000)]
    assert len({svg(story_cover(slug, motif, 1, LEEDS)) for slug in slugs}) == len(slugs)


@pytest.mark.parametrize("motif", MOTIFS)
def test_covers_of_demonstration_stories_are_far_apart(record: Record, motif: int) -> None:
    """No two of them are alike to the eye, even if one mission had them all."""
    pictures = [
        picture(story_cover(slug, motif, 1, coordinates_of(record.places[story.place])))
        for slug, story in record.case_studies.items()
    ]
    assert len(pictures) == 26
    assert min(distance(one, other) for one, other in combinations(pictures, 2)) >= 15


@pytest.mark.parametrize("motif", MOTIFS)
def test_cover_moves_with_the_place(motif: int) -> None:
    """The place is in the drawing: a story told further north stands higher, east is right."""
    draw = partial(story_cover, "warm-homes", motif, 1)
    south_west, north_east = draw((50.4, -4.1)), draw((55.9, -1.0))
    assert south_west.centre < north_east.centre
    assert distance(picture(south_west), picture(north_east)) >= 15


@pytest.mark.parametrize("place", [(-90.0, -180.0), (90.0, 180.0), (0.0, 0.0)])
def test_place_off_the_map_stays_in_the_drawing(place: tuple[float, float]) -> None:
    """A site in another country has covers too."""
    for motif in MOTIFS:
        assert 14 <= story_cover("warm-homes", motif, 1, place).centre <= 82


def test_cover_shows_the_quarter() -> None:
    """The tab of a quarter moves along the upper edge."""
    tabs = [svg(story_cover("warm-homes", 0, quarter)) for quarter in (1, 2, 3, 4)]
    for left, tab in zip((0, 24, 48, 72), tabs, strict=True):
        assert tab.endswith(f'<path d="M{left} 0h24v2h-24z"/></svg>')
    assert len(set(tabs)) == 4


def test_cover_of_one_story_is_always_the_same() -> None:
    """A cover is decided by what is known of its story; this one was drawn with the first."""
    assert svg(story_cover("warm-homes", 3, 1, LEEDS)) == (
        '<svg class="cover" viewBox="0 0 96 60" aria-hidden="true" fill="currentColor">'
        '<path opacity=".2" d="M81 45H0v12H81zM24-3H0v11H24z"/>'
        '<path opacity=".3" d="M46 27a22 22 0 0 1 44 0a22 22 0 0 1-44 0z"/>'
        '<path opacity=".4" d="M34 8H0v9H34z"/>'
        '<path opacity=".6" d="M67 36H0v9H67zM91 57H0v11H91zM42 17H0v9H42z"/>'
        '<path d="M58 26H0v10H58zM48 22a4 4 0 0 1 8 0a4 4 0 0 1-8 0z"/>'
        '<path d="M0 0h24v2h-24z"/>'
        "</svg>"
    )


def test_motifs_are_used_again_when_missions_are_many() -> None:
    """A site can have more missions than there are motifs."""
    assert story_cover("warm-homes", 7, 1, LEEDS) == story_cover("warm-homes", 2, 1, LEEDS)
    assert len({story_cover("warm-homes", motif, 1, LEEDS) for motif in MOTIFS}) == len(MOTIFS)
    assert len({mission_cover(motif) for motif in range(12)}) == len(MOTIFS)


KNOTS = [Knot(0), Knot(4, is_full=False), Knot(4), Knot(1, is_full=False)] * 2
DRAWINGS = [
    *(story_cover("warm-homes", motif, 4, LEEDS) for motif in MOTIFS),
    *(mission_cover(motif) for motif in MOTIFS),
    council_cover(2, 5, KNOTS * 4),
    site_cover(5),
]


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_cover_is_well_formed_light_and_passed_over_by_screen_readers(drawing: Drawing) -> None:
    """A cover is decoration, and draws in the colour of its surroundings and in no other."""
    text = svg(drawing)
    tree = etree.fromstring(str(text).replace("<svg", SVG, 1))
    assert tree.get("aria-hidden") == "true"
    assert tree.get("class") == "cover"
    assert {element.get("fill") for element in tree.iter()} <= {"currentColor", "none", None}
    assert {element.get("stroke") for element in tree.iter()} <= {"currentColor", None}
    assert "style" not in text
    assert len(text) <= 900


def test_covers_of_a_record_are_made_from_what_it_holds(record: Record) -> None:
    """Place, quarter, mission and the state of promises come from the record."""
    covers = Covers(record)
    story = record.case_studies["wigan-deal"]
    rank = list(record.missions).index(story.mission)
    quarter = Quarter.of(story.date).number
    assert covers.of(story) == story_cover("wigan-deal", rank, quarter, (53.54, -2.64))
    assert covers.of(record.missions["health"]) == mission_cover(rank)
    council = record.councils["2025-q1"]
    states = [record.commitments[made.id].state for made in council.commitments]
    assert "kept" in states
    filled = sum(layer.path.count("M") for layer in covers.of(council).layers if not layer.line)
    assert filled == states.count("kept")


def test_place_without_coordinates_is_put_by_the_slug(record: Record) -> None:
    """A county or a region has no one point, so its stories stand apart from each other."""
    centres = {story_cover(f"story-{number}", 0, 1).centre for number in range(50)}
    assert len(centres) > 20
    story = record.case_studies["hertfordshire-family-safeguarding"]
    assert Covers(record).of(story).centre == story_cover(story.slug, 0, 1).centre
