"""The ledger: the lists of promises, of all, by the last word on them, and by mission."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from site_builder.compose.frame.frame import Frame
from site_builder.compose.items.mission_lists import promises_address
from site_builder.compose.items.promises import (
    CommitmentView,
    _state_address,
    promise_counts,
    promise_view,
)
from site_builder.compose.lists.parts import part_title, parts
from site_builder.compose.output import Output, page_path
from site_builder.compose.views.lists import Filter, Option, Pager
from site_builder.compose.views.page import Link, Page, Site
from site_builder.read.types import Mission
from site_builder.relate.council.commitments import STATES, Commitment, newest_first

PART = 15
"""How many promises one part of a list has."""


@dataclass(frozen=True)
class LedgerPage:
    """Inputs of layouts/ledger.html: a part of a list of promises, newest first."""

    site: Site
    page: Page
    promises: tuple[CommitmentView, ...]
    total: int
    pager: Pager
    counts: tuple[Link, ...]
    """How many promises are in each state, in words; on the first page of all."""
    filters: tuple[Filter, ...]
    show_mission: bool
    when_empty: str


@dataclass(frozen=True)
class _Listing:
    """One list of promises: what it is called, where it stands, and what is in it."""

    title: str
    description: str
    address: str
    trail: tuple[Link, ...]
    promises: Sequence[Commitment]
    when_empty: str
    mission: str = ""
    """The slug of the mission that all of them are for, if it is a list of one."""


def ledger_pages(frame: Frame) -> Iterator[Output]:
    """Yield every part of each list of promises; a list without any keeps its address."""
    everything = newest_first(frame.record.commitments.values())
    yield from _pages(frame, _everything(frame, everything))
    for state in STATES:
        yield from _pages(frame, _in_state(frame, state, everything))
    for mission in frame.record.missions.values():
        yield from _pages(frame, _for_mission(frame, mission, everything))


def _pages(frame: Frame, listing: _Listing) -> Iterator[Output]:
    filters = _filters(frame, listing.address)
    for at, part, pager in parts(listing.promises, listing.address, PART):
        page = frame.page(
            part_title(frame, listing.title, pager),
            at,
            listing.description,
            trail=listing.trail,
            missions=(listing.mission,) if listing.mission else (),
        )
        inputs = LedgerPage(
            site=frame.site,
            page=page,
            promises=tuple(promise_view(frame, one) for one in part),
            total=len(listing.promises),
            pager=pager,
            counts=promise_counts(frame) if at == frame.addresses.section("commitment") else (),
            filters=filters,
            show_mission=not listing.mission,
            when_empty=listing.when_empty,
        )
        yield Output(page_path(at), "layouts/ledger.html", inputs)


def _everything(frame: Frame, promises: Sequence[Commitment]) -> _Listing:
    title, address = frame.section_link("commitment").text, frame.addresses.section("commitment")
    description, when_empty = frame.say("ledger.description"), frame.say("ledger.none")
    return _Listing(title, description, address, (frame.home,), promises, when_empty)


def _in_state(frame: Frame, state: str, everything: Sequence[Commitment]) -> _Listing:
    title = frame.say(f"ledger.titles.{state}")
    return _Listing(
        title=title,
        description=frame.say("ledger.description_of_state", title=title),
        address=_state_address(frame, state),
        trail=(frame.home, frame.section_link("commitment")),
        promises=[one for one in everything if one.state == state],
        when_empty=frame.say("ledger.none_in_state"),
    )


def _for_mission(frame: Frame, mission: Mission, everything: Sequence[Commitment]) -> _Listing:
    return _Listing(
        title=frame.say("promises.title", mission=mission.title),
        description=frame.say("promises.description"),
        address=promises_address(frame, mission),
        trail=(frame.home, frame.section_link("mission"), frame.link_to(mission)),
        promises=[one for one in everything if one.made.mission == mission.slug],
        when_empty=frame.say("promises.none"),
        mission=mission.slug,
    )


def _filters(frame: Frame, current: str) -> tuple[Filter, ...]:
    """Return the ways from any list of promises to any other; none without promises."""
    promises = frame.record.commitments.values()
    if not promises:
        return ()
    states = Counter(one.state for one in promises)
    missions = Counter(one.made.mission for one in promises)
    everything = Link(frame.say("ledger.every"), frame.addresses.section("commitment"))
    by_state = (
        (
            Link(frame.say(f"commitment.state_names.{state}"), _state_address(frame, state)),
            states[state],
        )
        for state in STATES
    )
    by_mission = (
        (Link(mission.title, promises_address(frame, mission)), missions[mission.slug])
        for mission in frame.record.missions.values()
    )
    ways = (("all", [(everything, len(promises))]), ("state", by_state), ("mission", by_mission))
    return tuple(
        Filter(
            frame.say(f"filters.{way}"),
            tuple(Option(link, count, is_current=link.address == current) for link, count in found),
        )
        for way, found in ways
    )
