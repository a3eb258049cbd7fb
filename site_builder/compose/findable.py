"""Everything that a reader can look for by name, and the few facts that tell one from another."""

import datetime as dt
from collections.abc import Iterator

from site_builder.compose.frame import Frame, Titled
from site_builder.read.types import CaseStudy, CouncilSummary, Event, Item, Place
from site_builder.read.types.kinds import kind_of


def findable(frame: Frame) -> Iterator[Titled]:
    """Yield every thing of the record that has a title and a page of its own."""
    record = frame.record
    yield from record.case_studies.values()
    yield from record.councils.values()
    yield from record.missions.values()
    yield from record.principles.values()
    yield from record.places.values()
    yield from record.partners.values()
    yield from record.events.values()
    yield from record.pages.values()


def facts_of(frame: Frame, thing: Titled) -> str:
    """Return what stands beside a title in a list of all sorts of things."""
    return ", ".join(_facts(frame, thing))


def day_of(thing: Titled) -> dt.date | None:
    """Return the day that a thing is known by, if it has one."""
    if isinstance(thing, CouncilSummary | Event):
        return thing.held_on
    return thing.date if isinstance(thing, CaseStudy) else None


def place_name(place: Place) -> str:
    """Return a place's name with its nation, unless it is one."""
    return f"{place.name}, {place.nation}" if place.nation != place.name else place.name


def _facts(frame: Frame, thing: Titled) -> Iterator[str]:
    yield frame.say(f"kinds.{kind_of(thing).name}")
    if isinstance(thing, CaseStudy):
        yield frame.record.missions[thing.mission].title
        yield place_name(frame.record.places[thing.place])
    if day := day_of(thing):
        yield frame.part_of_time(f"{day:%Y-%m}")
    if isinstance(thing, Event) and thing.called_off:
        yield frame.say("events.off")
    if isinstance(thing, Item) and thing.illustrative:
        yield frame.say("search.illustrative")
