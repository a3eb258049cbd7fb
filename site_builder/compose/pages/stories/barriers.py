"""The pages of barriers: all of them, those of each state and kind, and each with its stories.

Every state and every kind keeps its list, empty or not, so that no address goes when a barrier
is removed.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from markupsafe import Markup

from site_builder.compose.frame.frame import Frame
from site_builder.compose.items.barrier_lines import BarrierLine, barrier_line
from site_builder.compose.items.promises import CommitmentView, promise_view
from site_builder.compose.lists.parts import card_lists, part_title, parts
from site_builder.compose.output import Output, page_path
from site_builder.compose.views.lists import CardList, Filter, MissionTag, Option, Pager
from site_builder.compose.views.page import Link, Page, Site
from site_builder.compose.views.pictures import Picture
from site_builder.read.types import Barrier
from site_builder.read.types.barrier import BarrierState
from site_builder.relate.council.commitments import Commitment

PART = 24
"""How many barriers one part of a list has."""
STATES: tuple[str, ...] = get_args(BarrierState)


@dataclass(frozen=True)
class BarriersPage:
    """Inputs of layouts/barriers.html: a part of a list of barriers, newest first."""

    site: Site
    page: Page
    rows: tuple[Filter, ...]
    """The lists by state and by kind."""
    barriers: tuple[BarrierLine, ...]
    total: int
    pager: Pager


@dataclass(frozen=True)
class DayView:
    """A day, for people and for machines."""

    date: str
    datetime: str


@dataclass(frozen=True)
class BarrierView:
    """A barrier as its page tells it, from the day it was named."""

    kind: Link
    kind_meaning: str
    named_by: str
    named_on: DayView
    owner: str | None
    what_helped: str | None
    removed_on: DayView | None
    missions: tuple[MissionTag, ...]
    """The missions whose stories ran into it."""
    promises: tuple[CommitmentView, ...]
    """The commitments that are meant to remove it, the newest first."""
    body: Markup


@dataclass(frozen=True)
class BarrierPage:
    """Inputs of layouts/barrier.html."""

    site: Site
    page: Page
    state: str
    """named, owned, stuck or removed."""
    picture: Picture | None
    barrier: BarrierView | None
    """Only the first part of its stories has it."""
    list: CardList
    """The stories that ran into it."""


@dataclass(frozen=True)
class _Shelf:
    """A list of barriers: where it stands, what links call it, and what its page says of it."""

    address: str
    name: str
    title: str
    about: str
    barriers: tuple[Barrier, ...]


def barrier_pages(frame: Frame) -> Iterator[Output]:
    """Yield the list of barriers, those of each state and kind, and each barrier."""
    everything = _everything(frame)
    states, kinds = tuple(_states(frame)), tuple(_kinds(frame))
    yield from _list(frame, everything, everything, states, kinds)
    if everything.barriers:
        for shelf in (*states, *kinds):
            yield from _list(frame, shelf, everything, states, kinds)
    for barrier in everything.barriers:
        yield from _barrier(frame, barrier)


def _everything(frame: Frame) -> _Shelf:
    return _Shelf(
        address=frame.addresses.section("barrier"),
        name=frame.say("barriers.every"),
        title=frame.section_link("barrier").text,
        about=frame.say("descriptions.barrier"),
        barriers=tuple(frame.record.barriers.values()),
    )


def _states(frame: Frame) -> Iterator[_Shelf]:
    for state in STATES:
        yield _Shelf(
            address=frame.addresses.at("barrier state", state),
            name=frame.say(f"barriers.states.{state}"),
            title=frame.say(f"barriers.titles.{state}"),
            about=frame.say(f"barriers.meanings.{state}"),
            barriers=tuple(one for one in frame.record.barriers.values() if one.state == state),
        )


def _kinds(frame: Frame) -> Iterator[_Shelf]:
    for kind in frame.record.facts.barrier_kinds:
        name = frame.say(f"barriers.kinds.{kind}")
        yield _Shelf(
            address=frame.addresses.at("barrier kind", kind),
            name=name,
            title=frame.say("barriers.of_kind", kind=name),
            about=frame.say(f"barriers.kind_meanings.{kind}"),
            barriers=tuple(one for one in frame.record.barriers.values() if one.kind == kind),
        )


def _list(
    frame: Frame,
    shelf: _Shelf,
    everything: _Shelf,
    states: Sequence[_Shelf],
    kinds: Sequence[_Shelf],
) -> Iterator[Output]:
    """Yield a list of barriers in parts, with the way to all the others."""
    rows = (
        _row(frame.say("barriers.by_state"), (everything, *states), shelf),
        _row(frame.say("barriers.by_kind"), kinds, shelf),
    )
    trail = (frame.home,) if shelf is everything else (frame.home, frame.section_link("barrier"))
    for at, part, pager in parts(shelf.barriers, shelf.address, PART):
        page = frame.page(part_title(frame, shelf.title, pager), at, shelf.about, trail=trail)
        inputs = BarriersPage(
            site=frame.site,
            page=page,
            rows=rows if everything.barriers else (),
            barriers=tuple(barrier_line(frame, one) for one in part),
            total=len(shelf.barriers),
            pager=pager,
        )
        yield Output(page_path(at), "layouts/barriers.html", inputs)


def _row(title: str, shelves: Sequence[_Shelf], current: _Shelf) -> Filter:
    """Return links to the lists that have a barrier, and to the one that is being read."""
    return Filter(
        title,
        tuple(
            Option(Link(shelf.name, shelf.address), len(shelf.barriers), shelf is current)
            for shelf in shelves
            if shelf.barriers or shelf is current
        ),
    )


def _barrier(frame: Frame, barrier: Barrier) -> Iterator[Output]:
    stories = frame.record.stories_of("barrier", barrier.slug)
    for at, cards in card_lists(frame, stories, frame.addresses.of(barrier)):
        page = frame.page(
            part_title(frame, barrier.title, cards.pager),
            at,
            barrier.summary,
            trail=(frame.home, frame.section_link("barrier")),
            item=barrier,
        )
        view = _view(frame, barrier, page.root) if cards.pager.number == 1 else None
        inputs = BarrierPage(
            site=frame.site,
            page=page,
            state=barrier.state,
            picture=frame.picture(barrier),
            barrier=view,
            list=cards,
        )
        yield Output(page_path(at), "layouts/barrier.html", inputs)


def _view(frame: Frame, barrier: Barrier, root: str) -> BarrierView:
    kind = frame.say(f"barriers.kinds.{barrier.kind}")
    return BarrierView(
        kind=Link(kind, frame.addresses.at("barrier kind", barrier.kind)),
        kind_meaning=frame.say(f"barriers.kind_meanings.{barrier.kind}"),
        named_by=barrier.named_by,
        named_on=_day(frame, barrier.named_on),
        owner=barrier.owner,
        what_helped=barrier.what_helped,
        removed_on=_day(frame, barrier.removed_on) if barrier.removed_on else None,
        missions=_missions(frame, barrier),
        promises=tuple(promise_view(frame, one) for one in _promises(frame, barrier)),
        body=frame.prose(barrier, root),
    )


def _promises(frame: Frame, barrier: Barrier) -> tuple[Commitment, ...]:
    return frame.record.meant_to_remove.get(barrier.slug, ())[::-1]


def _day(frame: Frame, day: dt.date) -> DayView:
    return DayView(frame.day(day), day.isoformat())


def _missions(frame: Frame, barrier: Barrier) -> tuple[MissionTag, ...]:
    """Return the missions that the stories mainly serve, in the order of the missions."""
    stories = frame.record.stories_of("barrier", barrier.slug)
    served = {story.mission for story in stories}
    return tuple(frame.mission_tag(slug) for slug in frame.record.missions if slug in served)
