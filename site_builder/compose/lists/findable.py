"""Everything that a reader can look for by name, and the few facts that tell one from another."""

import datetime as dt
from collections.abc import Iterator

from site_builder.compose.frame.frame import Frame
from site_builder.compose.frame.naming import Titled
from site_builder.read.addresses import HOME, kind_name
from site_builder.read.types import (
    Barrier,
    CaseStudy,
    CouncilSummary,
    Deliberation,
    Event,
    Item,
    MandateLetter,
    Mission,
    Place,
    Steward,
)
from site_builder.relate.council.commitments import Commitment
from site_builder.relate.dated.happenings import missions_of


def findable(frame: Frame) -> Iterator[Titled]:
    """Yield every thing of the record that has a title and a page of its own."""
    record = frame.record
    yield from record.case_studies.values()
    yield from record.councils.values()
    yield from record.commitments.values()
    yield from record.deliberations.values()
    yield from record.barriers.values()
    yield from record.stewards.values()
    yield from record.mandate_letters.values()
    yield from record.missions.values()
    yield from record.principles.values()
    yield from record.places.values()
    yield from record.partners.values()
    yield from record.events.values()
    yield from (page for slug, page in record.pages.items() if slug != HOME)


def facts_of(frame: Frame, thing: Titled) -> str:
    """Return what stands beside a title in a list of all sorts of things."""
    return ", ".join(_facts(frame, thing))


def day_of(thing: Titled) -> dt.date | None:
    """Return the day that a thing is known by, if it has one."""
    match thing:
        case Commitment():
            return thing.council.held_on
        case CouncilSummary() | Event():
            return thing.held_on
        case Deliberation():
            return thing.phases[0].starts
        case Barrier():
            return thing.named_on
        case CaseStudy() | MandateLetter():
            return thing.date
    return None


def missions_found(thing: Titled) -> tuple[str, ...]:
    """Return the slugs of the missions that a thing is found by, its main one first."""
    if isinstance(thing, Commitment):
        return (thing.made.mission,)
    if isinstance(thing, CouncilSummary):
        return ()  # nearly every meeting speaks of every mission
    return missions_of(thing) if isinstance(thing, Item) else ()


def place_name(place: Place) -> str:
    """Return a place's name with its nation, unless it is one."""
    return f"{place.name}, {place.nation}" if place.nation != place.name else place.name


def _facts(frame: Frame, thing: Titled) -> Iterator[str]:
    yield frame.say(f"kinds.{kind_name(thing)}")
    if not isinstance(thing, Mission):
        yield from (frame.record.missions[slug].title for slug in missions_found(thing)[:1])
    if isinstance(thing, CaseStudy):
        yield place_name(frame.record.places[thing.place])
    if isinstance(thing, Steward):
        yield thing.role
    if isinstance(thing, Barrier):
        yield frame.say(f"barriers.states.{thing.state}")
        yield frame.say(f"barriers.kinds.{thing.kind}")
    if day := day_of(thing):
        yield frame.part_of_time(f"{day:%Y-%m}")
    if isinstance(thing, Event | CouncilSummary) and thing.called_off:
        yield frame.say("events.off")
    told = thing.council if isinstance(thing, Commitment) else thing
    if isinstance(told, Item) and told.illustrative:
        yield frame.say("search.illustrative")
