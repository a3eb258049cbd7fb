"""Nations and their regions, with the places of each that have a story, and counts in words."""

from collections import defaultdict
from collections.abc import Iterable

from site_builder.compose.frame.frame import Frame
from site_builder.compose.lists.filters import nations
from site_builder.compose.pages.places.views import NationView, Region
from site_builder.compose.views.page import Link
from site_builder.read.types import Place
from site_builder.read.types.registers import nation_slug


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
    facts = frame.record.facts
    whole = sum(place.nation == facts.country for place in of)
    inside = sum(place.region == facts.capital for place in of)
    outside, capital = len(of) - whole - inside, facts.capital
    if not of or not capital:
        return ()
    if outside in (0, len(of)):
        words = "places.none_outside" if outside == 0 else "places.all_outside"
        said = frame.say(words, capital=capital)
    else:
        said = frame.say("places.outside", count=outside, total=len(of), capital=capital)
    country = frame.say(f"in_text.{nation_slug(facts.country)}")
    return (said, *[frame.say("places.whole", count=whole, country=country)] * bool(whole))


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
