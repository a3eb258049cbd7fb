"""The pages of places: all of them by nation and region, each nation, and each place."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from site_builder.compose.frame.frame import Frame
from site_builder.compose.lists.filters import story_filters
from site_builder.compose.lists.parts import card_lists, part_title
from site_builder.compose.output import Output, page_path
from site_builder.compose.pages.places.nations import beyond_the_capital, nation_views
from site_builder.compose.pages.places.places_map import (
    is_off_the_map,
    outline_of,
    places_map,
    point_of,
    region_name,
)
from site_builder.compose.pages.places.views import NationView, PlacesMap, Unplaced
from site_builder.compose.views.lists import CardList, Filter, Option
from site_builder.compose.views.page import Link, Page, Site
from site_builder.read.types import Place

SHOWN = 8
"""How many places of a region the page of all places names; the nation's page names all."""
NEIGHBOURS = 12
"""How many other places of its region the page of a place names."""
LONE_RADIUS = 14
"""Half the width of the mark on a map of one place, which is drawn small."""


@dataclass(frozen=True)
class PlacesPage:
    """Inputs of layouts/places.html."""

    site: Site
    page: Page
    beyond: tuple[str, ...]
    """How many stories come from outside the capital, in sentences."""
    nations: tuple[NationView, ...]
    map: PlacesMap | None
    unplaced: tuple[Unplaced, ...]
    """The places without a mark on the map, by why they have none."""


@dataclass(frozen=True)
class NationPage:
    """Inputs of layouts/nation.html."""

    site: Site
    page: Page
    nation: NationView | None
    """Its regions; only the first part of its list has them."""
    list: CardList
    filters: tuple[Filter, ...]


@dataclass(frozen=True)
class PlacePage:
    """Inputs of layouts/place.html."""

    site: Site
    page: Page
    where: str
    """What the place is and where, as a sentence."""
    map: PlacesMap | None
    off_the_map: str | None
    """What it says of a place that lies outside the map."""
    region: str
    neighbours: tuple[Option, ...]
    """Other places of the region that have a story."""
    nation: Link
    list: CardList


def place_pages(frame: Frame) -> Iterator[Output]:
    """Yield the page of all places, each nation with its stories, each place with its own."""
    yield _places(frame)
    for nation in nation_views(frame):
        yield from _nation(frame, nation)
    for place in frame.record.places.values():
        yield from _place(frame, place)


def _places(frame: Frame) -> Output:
    address = frame.addresses.section("place")
    words = "place" if frame.record.facts.capital else "place_without_capital"
    about = frame.say(f"descriptions.{words}")
    page = frame.page(frame.section_link("place").text, address, about)
    places = frame.record.places.values()
    inputs = PlacesPage(
        site=frame.site,
        page=page,
        beyond=beyond_the_capital(frame),
        nations=nation_views(frame, SHOWN),
        map=places_map(frame, places),
        unplaced=tuple(_unplaced(frame, places)),
    )
    return Output(page_path(address), "layouts/places.html", inputs)


def _unplaced(frame: Frame, places: Collection[Place]) -> Iterator[Unplaced]:
    """Yield the places that are not one point, and those that lie outside the map."""
    outline = outline_of(frame)
    if not outline:
        return
    off = [place for place in places if is_off_the_map(place, outline)]
    no_point = [one for one in places if not point_of(one, outline) and one not in off]
    for key, found in (
        ("unplaced", no_point),
        ("off_the_map", off),
    ):
        if found:
            why = frame.say(f"places.{key}", count=len(found), region=region_name(frame))
            named = tuple(frame.link_to(place) for place in found[:SHOWN])
            yield Unplaced(why, named, len(found[SHOWN:]))


def _off_the_map(frame: Frame, place: Place) -> str | None:
    """Return the sentence that says of a place that it lies outside the map."""
    outline = outline_of(frame)
    if not outline or not is_off_the_map(place, outline):
        return None
    return frame.say("places.off_this_map", region=region_name(frame))


def _nation(frame: Frame, nation: NationView) -> Iterator[Output]:
    name, address = nation.link.text, nation.link.address
    slug = address.removeprefix(frame.addresses.section("nation")).strip("/")
    filters = story_filters(frame, address)
    for at, cards in card_lists(frame, frame.record.stories_of("nation", slug), address):
        page = frame.page(
            part_title(frame, name, cards.pager),
            at,
            frame.say("places.description_of_nation", nation=name, words=nation.words),
            trail=(frame.home, frame.section_link("place")),
        )
        regions = nation if cards.pager.number == 1 else None
        inputs = NationPage(frame.site, page, regions, cards, filters)
        yield Output(page_path(at), "layouts/nation.html", inputs)


def _place(frame: Frame, place: Place) -> Iterator[Output]:
    where, neighbours = _where(frame, place), _neighbours(frame, place)
    nation = _nation_link(frame, place)
    trail = (frame.home, frame.section_link("place"), nation)
    description = frame.say("places.description", place=place.name, where=where)
    drawing = places_map(frame, (place,), LONE_RADIUS)
    stories = frame.record.stories_of("place", place.slug)
    off_the_map = _off_the_map(frame, place)
    for at, cards in card_lists(frame, stories, frame.addresses.of(place)):
        page = frame.page(part_title(frame, place.name, cards.pager), at, description, trail=trail)
        inputs = PlacePage(
            site=frame.site,
            page=page,
            where=where,
            map=drawing,
            off_the_map=off_the_map,
            region=place.region,
            neighbours=neighbours,
            nation=nation,
            list=cards,
        )
        yield Output(page_path(at), "layouts/place.html", inputs)


def _nation_link(frame: Frame, place: Place) -> Link:
    slug = place.nation_slug
    return Link(frame.say(f"nations.{slug}"), frame.addresses.at("nation", slug))


def _where(frame: Frame, place: Place) -> str:
    """Return what a place is and where: a city in West Yorkshire, England."""
    nation = _nation_link(frame, place).text
    around = [one for one in dict.fromkeys((place.region, nation)) if one != place.name]
    if not around:
        return frame.say("places.the_whole", where=nation)
    words = f"tiers.{place.tier}" if place.tier else "somewhere"
    return frame.say(f"places.{words}", where=frame.say("places.and_so_on").join(around))


def _neighbours(frame: Frame, place: Place) -> tuple[Option, ...]:
    others = [
        one
        for one in frame.record.places.values()
        if (one.nation, one.region) == (place.nation, place.region) and one is not place
    ]
    return tuple(
        Option(frame.link_to(one), len(frame.record.stories_of("place", one.slug)))
        for one in others[:NEIGHBOURS]
    )
