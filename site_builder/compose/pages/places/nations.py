"""Nations and their regions, with the places of each that have a story, and counts in words."""

from collections import defaultdict
from collections.abc import Iterable

from site_builder.compose.frame.frame import Frame
from site_builder.compose.lists.filters import nations
from site_builder.compose.pages.places.views import NationView, Region
from site_builder.compose.views.page import Link
from site_builder.read.types import Place
from site_builder.read.types.registers import WHOLE_COUNTRY, nation_slug

CAPITAL = "London"
"""The region of the capital, as the register calls it."""
WHOLE = nation_slug(WHOLE_COUNTRY)
"""The nation of what happened in all of them."""


def nation_views(frame: Frame, shown: int | None = None) -> tuple[NationView, ...]:
    """Return each nation that has a story; a region names so many places, or all of them."""
    by_nation: defaultdict[str, list[Place]] = defaultdict(list)
    for place in frame.record.places.values():
        by_nation[place.nation_slug].append(place)
    return tuple(
        NationView(
            link=Link(name, frame.addresses.at("nation", slug)),
            words=_words(frame, slug, by_nation[slug]),
            regions=_regions(frame, by_nation[slug], shown),
        )
        for slug, name in nations(frame)
        if slug in by_nation
    )


def beyond_the_capital(frame: Frame) -> tuple[str, ...]:
    """Return, in sentences, how many stories come from outside the capital."""
    places = frame.record.places
    of = [places[story.place] for story in frame.record.case_studies.values()]
    whole = sum(place.nation_slug == WHOLE for place in of)
    inside = sum(place.region == CAPITAL for place in of)
    outside = len(of) - whole - inside
    if not of:
        return ()
    if outside in (0, len(of)):
        said = frame.say("places.none_outside" if outside == 0 else "places.all_outside")
    else:
        said = frame.say("places.outside", count=outside, total=len(of))
    return (said, *[frame.say("places.whole", count=whole)] * bool(whole))


def _words(frame: Frame, slug: str, places: list[Place]) -> str:
    """Return how many stories a nation has, from how many places, in how many regions."""
    stories = len(frame.record.stories_of("nation", slug))
    regions = len({place.region for place in places})
    return frame.say(
        "places.nation",
        count=regions,
        stories=frame.say("counts.stories", count=stories),
        places=frame.say("counts.places", count=len(places)),
    )


def _regions(frame: Frame, places: Iterable[Place], shown: int | None) -> tuple[Region, ...]:
    by_region: defaultdict[str, list[Place]] = defaultdict(list)
    for place in places:
        by_region[place.region].append(place)
    return tuple(
        Region(
            name=name,
            places=tuple(frame.link_to(place) for place in by_region[name][:shown]),
            others=len(by_region[name]) - len(by_region[name][:shown]),
            stories=sum(
                len(frame.record.stories_of("place", place.slug)) for place in by_region[name]
            ),
        )
        for name in sorted(by_region, key=str.casefold)
    )
