"""The map has the shape of the country, and each place stands where it is."""

import re
from collections.abc import Mapping
from itertools import combinations, pairwise

import pytest

from site_builder.compose.pages.places.places_map import GAP, Point, side_by_side
from site_builder.read.place.outlines import (
    Outline,
    nearest_outline,
    outline_named,
    outline_names,
)
from tests.compose.markup import elements, texts, tree
from tests.compose.pages.places.registers import add_place, write_story_of
from tests.conftest import SiteFolder

CITIES = {
    "London": (51.5, -0.12),
    "Cardiff": (51.48, -3.18),
    "Edinburgh": (55.95, -3.19),
    "Belfast": (54.6, -5.93),
    "Lerwick": (60.155, -1.15),
    "Kirkwall": (58.98, -2.96),
    "Stornoway": (58.21, -6.39),
    "Portree": (57.41, -6.2),
    "Llangefni, Anglesey": (53.255, -4.31),
    "Newport, Isle of Wight": (50.7, -1.29),
    "Plymouth": (50.37, -4.14),
    "Derry": (55.0, -7.32),
    "Glasgow": (55.86, -4.25),
    "Birmingham": (52.48, -1.9),
}
AT_SEA = {
    "the Irish Sea": (53.8, -4.9),
    "the North Channel": (54.9, -5.45),
    "the Pentland Firth": (58.72, -3.3),
    "the Minch": (58.1, -5.9),
    "the Bristol Channel": (51.3, -4.0),
    "the Wash": (52.95, 0.3),
    "off Shetland": (60.2, -2.2),
    "Dublin": (53.35, -6.26),
    "Calais": (50.95, 1.85),
}


def rings(path: str) -> list[list[Point]]:
    """Return the corners of each ring of a path that has only relative moves."""
    found, x, y = [], 0, 0
    for ring in path.removesuffix("z").split("z"):
        numbers = [int(one) for one in re.findall(r"-?\d+", ring)]
        points = []
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            points.append((x, y))
        found.append(points)
        x, y = points[0]
    return found


def is_inside(point: Point, ring: list[Point]) -> bool:
    """Tell by the even-odd rule whether a point is inside a ring."""
    (x, y), inside = point, False
    for (ax, ay), (bx, by) in pairwise([*ring, ring[0]]):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside


def drawn(name: str = "United Kingdom") -> Outline:
    found = outline_named(name)
    assert found, name
    return found


def is_on_land(lat: float, lon: float, name: str = "United Kingdom") -> bool:
    outline = drawn(name)
    return any(is_inside(outline.project(lat, lon), ring) for ring in rings(outline.path))


@pytest.mark.parametrize("city", CITIES)
def test_city_is_inside_the_outline(city: str) -> None:
    """Towns and cities are on land, those on islands and coasts included."""
    assert is_on_land(*CITIES[city])


@pytest.mark.parametrize("place", AT_SEA)
def test_sea_and_other_countries_are_outside_the_outline(place: str) -> None:
    """Seas are sea, and other countries are not drawn."""
    assert not is_on_land(*AT_SEA[place])


def test_outline_is_small_and_fits_the_map() -> None:
    """The outline is at most a kilobyte and a half, and nothing of it is cut off."""
    outline = drawn()
    assert len(outline.path) <= 1500
    points = [point for ring in rings(outline.path) for point in ring]
    assert all(0 < x < outline.width and 0 < y < outline.height for x, y in points)


INLAND = {
    "Ontario, Canada": (46.5, -81.0),
    "Canada": (52.1, -106.7),
    "England, United Kingdom": (52.48, -1.9),
    "Scotland, United Kingdom": (56.4, -3.5),
    "Wales, United Kingdom": (52.3, -3.6),
    "Northern Ireland, United Kingdom": (54.6, -6.8),
    "Ireland": (53.3, -7.6),
    "France": (47.0, 2.5),
    "Fiji": (-17.8, 178.0),
    "New Zealand": (-38.7, 175.8),
    "Russia": (60.0, 100.0),
    "United States": (39.0, -98.0),
}
ELSEWHERE = {
    "Ontario, Canada": (45.5, -73.6),
    "England, United Kingdom": (51.7, -3.5),
    "Scotland, United Kingdom": (54.8, -2.0),
    "Wales, United Kingdom": (52.5, -2.0),
    "Ireland": (54.6, -6.0),
    "France": (50.8, 4.4),
    "Canada": (39.0, -98.0),
}


@pytest.mark.parametrize("name", INLAND)
def test_town_in_the_middle_of_a_country_is_inside_its_outline(name: str) -> None:
    """Each is projected by what stands beside its outline."""
    assert is_on_land(*INLAND[name], name)


@pytest.mark.parametrize("name", ELSEWHERE)
def test_neighbour_is_outside_the_outline(name: str) -> None:
    """Nothing of another country is drawn."""
    assert not is_on_land(*ELSEWHERE[name], name)


def test_every_outline_is_small_and_fits_its_map() -> None:
    """None is heavier than a page can bear, none is empty, and nothing of one is cut off."""
    names = outline_names()
    assert len(names) > 2000
    for name in names:
        outline = drawn(name)
        assert 15 <= len(outline.path) <= 2000, name
        for x, y in (point for ring in rings(outline.path) for point in ring):
            assert 0 <= x <= outline.width <= 470, name
            assert 0 <= y <= outline.height <= 540, name


def test_part_of_a_country_is_found_by_its_name_alone_as_a_hint() -> None:
    """Whoever leaves the country out is told the whole name."""
    assert nearest_outline("ontario") == "Ontario, Canada"
    assert nearest_outline("Canda") == "Canada"
    assert outline_named("Atlantis") is None


def test_marks_at_one_point_and_near_each_other_stand_apart() -> None:
    """No mark hides another, and none moves further than a few kilometres."""
    points = [(100, 100), (100, 100), (103, 102), (200, 200)]
    apart = side_by_side(points)
    for (ax, ay), (bx, by) in combinations(apart, 2):
        assert (ax - bx) ** 2 + (ay - by) ** 2 >= (GAP - 1.5) ** 2
    for (ax, ay), (bx, by) in zip(points, apart, strict=True):
        assert (ax - bx) ** 2 + (ay - by) ** 2 <= GAP**2
    assert apart[3] == (200, 200)


def marks(site: SiteFolder, address: str) -> Mapping[str, str]:
    """Return the class of each mark of a page's map by its title."""
    page = tree(site.page(address))
    return {e.findtext("title") or "": e.get("class", "") for e in elements(page, "//path[title]")}


def test_mark_has_the_colour_of_a_mission_only_if_all_its_stories_do(site: SiteFolder) -> None:
    """Colour means mission, and the mission is named as well; several missions have ink."""
    add_place(site, "york", "name: York, nation: England, region: North, lat: 53.96, lon: -1.08")
    write_story_of(site, "one", place="york", mission="health")
    site.build()
    assert marks(site, "places/index.html") == {
        "Leeds: Several missions": "mark",
        "York: Good health": "mark accent-health",
    }
    assert marks(site, "places/york/index.html") == {"York: Good health": "mark accent-health"}
    assert "Good health" in site.page("places/index.html").split("map-key")[1]


def test_missions_have_marks_of_different_shapes(demonstration: Mapping[str, bytes]) -> None:
    """Whoever can not tell colours apart tells shapes apart."""
    page = tree(demonstration["places/index.html"])
    shapes = texts(page, "//ul[@class='map-key']//path/@d")
    assert len(shapes) == len(set(shapes)) == 6


@pytest.mark.parametrize("where", ["", ", lat: 36.14, lon: -5.35", ", lat: 53.9", ", lon: -1.1"])
def test_place_that_is_not_on_the_map_is_named_beside_it(site: SiteFolder, where: str) -> None:
    """A place without coordinates, or far away, has no mark and a sentence that says so."""
    add_place(site, "north", f"name: The north, nation: England, region: North{where}")
    write_story_of(site, "one", place="north")
    site.build()
    page = site.page("places/index.html")
    assert list(marks(site, "places/index.html")) == ["Leeds: Several missions"]
    assert re.search(r"1 place has no mark[^<]*<a href=\"../places/north/\">The north</a>", page)
    assert "<svg" not in site.page("places/north/index.html").split("card")[0]


def test_site_without_coordinates_has_no_map(site: SiteFolder) -> None:
    """Where nothing can be marked there is no empty map, and no word of one."""
    site.edit("content/registers/places.yml", ", lat: 53.80, lon: -1.55", "")
    site.build()
    page = site.page("places/index.html")
    assert "<svg" not in page
    assert "map" not in tree(page).text_content()
    assert "Leeds" in page
