"""Filters: plain links to the lists of fewer stories, from any list to any other."""

from collections.abc import Iterable, Iterator
from itertools import islice

from site_builder.compose.frame.frame import Frame
from site_builder.compose.views.lists import Filter, Option
from site_builder.compose.views.page import Link
from site_builder.read.types.registers import nation_slug

QUARTERS = 8
"""How many quarters a filter offers; the page of the council leads to all."""

Named = Iterable[tuple[str, str]]
"""Slugs with the words for them."""


def story_filters(frame: Frame, current: str) -> tuple[Filter, ...]:
    """Return every way to see fewer stories, for the list at an address; none without stories.

    Each filter leads only to lists that have a story, and its length is bounded: missions,
    principles, nations and kinds of partner are few, and of quarters the newest are offered.
    """
    if not frame.record.case_studies:
        return ()
    found = (
        Filter(frame.say(f"filters.{kind.replace(' ', '_')}"), tuple(options), more)
        for kind, named, more in _ways(frame)
        if (options := list(_options(frame, kind, named, current)))
    )
    return (_everything(frame, current), *found)


def _everything(frame: Frame, current: str) -> Filter:
    link = Link(frame.say("filters.every_story"), frame.addresses.section("case study"))
    option = Option(link, len(frame.record.case_studies), is_current=link.address == current)
    return Filter(frame.say("filters.all"), (option,))


def _ways(frame: Frame) -> Iterator[tuple[str, Named, Link | None]]:
    """Yield each kind of list, which of them there are, and where more of them are named."""
    record = frame.record
    yield "mission", ((one.slug, one.title) for one in record.missions.values()), None
    yield "principle", ((one.slug, one.title) for one in record.principles.values()), None
    places = Link(frame.say("filters.every_place"), frame.addresses.section("place"))
    yield "nation", nations(frame), places
    yield "partner kind", partner_kinds(frame), None
    quarters = Link(frame.say("filters.every_quarter"), frame.addresses.section("council summary"))
    named = ((one.slug, frame.quarter(one)) for one in record.quarters)
    yield "quarter", named, quarters if frame.keeps("council summary") else None


def nations(frame: Frame) -> Named:
    """Return every nation by its slug, in the order of the register's list of them."""
    slugs = map(nation_slug, frame.record.facts.nations)
    return [(slug, frame.say(f"nations.{slug}")) for slug in slugs]


def partner_kinds(frame: Frame) -> Named:
    """Return every kind of partner by its slug, in the order of the register's list of them."""
    return [(kind, frame.say(f"partner_kinds.{kind}")) for kind in frame.record.facts.partner_kinds]


def _options(frame: Frame, kind: str, named: Named, current: str) -> Iterator[Option]:
    every = (
        Option(Link(words, at := frame.addresses.at(kind, slug)), stories, is_current=at == current)
        for slug, words in named
        if (stories := len(frame.record.stories_of(kind, slug)))
    )
    if kind != "quarter":
        yield from every
        return
    yield from islice(every, QUARTERS)
    # The quarter that is being read is offered however long ago it was.
    yield from (option for option in every if option.is_current)
