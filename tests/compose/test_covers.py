"""Covers: small, decorative, the same for the same story and another for another."""

import pytest
from lxml import etree

from site_builder.compose.covers import cover

SLUGS = [f"story-{number}" for number in range(200)]
MOTIFS = range(5)
SVG = '<svg xmlns="http://www.w3.org/2000/svg"'


@pytest.mark.parametrize("motif", MOTIFS)
def test_cover_has_at_most_900_bytes(motif: int) -> None:
    """A page of twelve covers stays light."""
    assert max(len(cover(slug, motif).encode()) for slug in SLUGS) <= 900


@pytest.mark.parametrize("motif", MOTIFS)
def test_covers_of_different_slugs_differ(motif: int) -> None:
    """No two stories look alike by accident."""
    assert len({cover(slug, motif) for slug in SLUGS}) == len(SLUGS)


def test_cover_of_one_slug_is_always_the_same() -> None:
    """A cover depends on slug and motif alone; this one was drawn when covers were designed."""
    assert cover("warm-homes", 0) == cover("warm-homes", 0)
    assert len({cover("warm-homes", motif) for motif in MOTIFS}) == len(MOTIFS)
    assert cover("warm-homes", len(MOTIFS)) == cover("warm-homes", 0)


@pytest.mark.parametrize("motif", MOTIFS)
def test_cover_is_well_formed_and_passed_over_by_screen_readers(motif: int) -> None:
    """A cover is decoration, and draws in the colour of its surroundings."""
    drawing = etree.fromstring(str(cover("warm-homes", motif)).replace("<svg", SVG, 1))
    assert drawing.get("aria-hidden") == "true"
    assert drawing.get("fill") == "currentColor"
    assert "#" not in cover("warm-homes", motif)
