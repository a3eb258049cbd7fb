"""What the pages of places show: nations with their regions, and the map."""

from dataclasses import dataclass

from site_builder.compose.views.page import Link


@dataclass(frozen=True)
class Region:
    """A region of a nation, with its places that have a story."""

    name: str
    places: tuple[Link, ...]
    others: int
    """How many more places it has than are named here."""
    stories: int


@dataclass(frozen=True)
class NationView:
    """A nation with its regions, and how many stories it has, in words."""

    link: Link
    words: str
    regions: tuple[Region, ...]


@dataclass(frozen=True)
class Mark:
    """A mark on the map: the path of its shape, and what it stands for."""

    shape: str
    accent: str
    """The slug of the mission that all its stories have, or nothing."""
    title: str


@dataclass(frozen=True)
class MarkMeaning:
    """What one sort of mark means; the shape stands in a square of 16 units."""

    shape: str
    accent: str
    text: str


@dataclass(frozen=True)
class PlacesMap:
    """A map as an inline SVG: its size in units, the land, and the marks from north to south."""

    width: int
    height: int
    outline: str
    marks: tuple[Mark, ...]
    key: tuple[MarkMeaning, ...]
    region: str
    """What it is a map of, as a sentence says it."""


@dataclass(frozen=True)
class Unplaced:
    """Places without a mark on the map, and why they have none."""

    why: str
    places: tuple[Link, ...]
    others: int
    """How many more there are than are named."""
