"""The outlines that come with the product; the file is opened only when one of them is asked for.

`outlines.zip` has a file for each country, with the country and its first divisions: provinces,
states, and the nations of the United Kingdom. It was made once, by `scripts/make_outlines.py`,
from Natural Earth 4.1.0, which is in the public domain; that script says how. The outline of the
United Kingdom is another one of the same data, in which no town by the sea lies in the water.
"""

import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import cos, radians
from typing import IO, Any

from site_builder.read.place.united_kingdom import PATH
from site_builder.read.problems import nearest


@dataclass(frozen=True)
class Outline:
    """An outline as a path, and how places are projected on it.

    The projection is sinusoidal about a meridian in the middle: every distance along a parallel is
    true, so that a country has the shape that people know from maps.
    """

    path: str
    width: int
    height: int
    middle: float
    """The longitude of that meridian."""
    west: float
    """How far the left edge is from it, in degrees of latitude."""
    north: float
    """The latitude of the upper edge."""
    scale: float
    """How many units a degree of latitude has."""

    def project(self, lat: float, lon: float) -> tuple[int, int]:
        """Return where a place stands on the map, in whole units."""
        east = (lon - self.middle + 180) % 360 - 180
        x = self.scale * (east * cos(radians(lat)) + self.west)
        return round(x), round(self.scale * (self.north - lat))


UNITED_KINGDOM = "United Kingdom"
_DRAWN = Outline(PATH, 298, 536, middle=-2, west=3.75, north=60.95, scale=48)


@cache
def outline_named(name: str) -> Outline | None:
    """Return the outline of a country, or of a part that is named with its country."""
    if name == UNITED_KINGDOM:
        return _DRAWN
    part, _, country = name.rpartition(", ")
    one = _country(country).get(part or country)
    return Outline(**one) if one else None


@cache
def outline_names() -> frozenset[str]:
    """Return the names of all outlines."""
    with _file() as file, zipfile.ZipFile(file) as packed:
        found = [(one.removesuffix(".json"), packed.read(one)) for one in packed.namelist()]
    parts = (
        name if name == country else f"{name}, {country}"
        for country, inside in found
        for name in json.loads(inside)
    )
    return frozenset((*parts, UNITED_KINGDOM))


def nearest_outline(name: str) -> str:
    """Return the name that is spelt most like one, or nothing when none is near."""
    wanted, names = name.casefold(), outline_names()
    parts = [one for one in names if one.casefold().partition(", ")[0] == wanted]
    countries = sorted(one for one in names if ", " not in one)
    return min(parts, default="") or nearest(name, countries) or nearest(name, sorted(names))


@cache
def _country(name: str) -> Mapping[str, dict[str, Any]]:
    """Return the outlines of a country and of what it is divided into, by their names."""
    with _file() as file, zipfile.ZipFile(file) as packed:
        if f"{name}.json" not in packed.namelist():
            return {}
        found: Mapping[str, dict[str, Any]] = json.loads(packed.read(f"{name}.json"))
        return found


def _file() -> IO[bytes]:
    return files(__package__ or "").joinpath("outlines.zip").open("rb")
