"""What people are asked to come to: times that can be, a way to come, and no contradiction."""

from collections.abc import Iterator

from site_builder.read.content import Content
from site_builder.read.front_matter.faults import name_of
from site_builder.read.problems import Problem
from site_builder.read.source import Loc, Source
from site_builder.read.types import CouncilSummary, Deliberation, Event, Item
from site_builder.relate.dated.clocks import change_of_clocks, moment_of, skipped_to
from site_builder.relate.dated.occasions import Held, last_day
from site_builder.relate.visibility import Viewer

_AFTERWARDS = ("recording", "transcript")


def impossible_occasions(content: Content, _viewer: Viewer) -> Iterator[Problem]:
    """Yield times that can not be, events without a way to them, and those half called off."""
    for item in content.items:
        source = content.sources[item.path]
        for loc, held in _held(item):
            yield from _times(content.facts.time_zone, loc, held, source)
            yield from _called_off(loc, held, source)
        if isinstance(item, Event):
            yield from _way_to_come(item, source)


def _held(item: Item) -> Iterator[tuple[Loc, Held]]:
    """Yield what an item asks people to come to, and where its fields stand."""
    if isinstance(item, Event | CouncilSummary):
        yield (), item
    if isinstance(item, Deliberation):
        for number, session in enumerate(item.sessions):
            yield ("sessions", number), session


def _times(zone: str, loc: Loc, held: Held, source: Source) -> Iterator[Problem]:
    yield from _skipped(zone, loc, held, source)
    ends, ends_on = (*loc, "ends"), (*loc, "ends_on")
    if held.ends_on and held.ends_on < held.held_on:
        what = f"{name_of(ends_on)} is {held.ends_on}, but `held_on` is {held.held_on}."
        fix = "Correct one of the two days; `ends_on` is the later one."
        yield source.problem(source.position_of(ends_on), "end-before-start", what, fix)
    elif held.ends and not held.starts:
        what = f"{name_of(ends)} is {held.ends:%H:%M}, but nothing says when it starts."
        fix = "Add `starts:` with hours and minutes, or take `ends` out."
        at = source.position_of(ends, of_key=True)
        yield source.problem(at, "end-without-start", what, fix)
    elif held.ends and held.starts and _is_over_at_once(zone, held):
        what = f"{name_of(ends)} is {held.ends:%H:%M}, but `starts` is {held.starts:%H:%M}."
        fix = (
            "Correct `starts` or `ends`; hours run from 00 to 23, for example: 17:30. "
            "If it ends on another day, add `ends_on:` with that day."
        )
        yield source.problem(source.position_of(ends), "end-before-start", what, fix)


def _is_over_at_once(zone: str, held: Held) -> bool:
    return bool(
        held.starts
        and held.ends
        and moment_of(zone, last_day(held), held.ends) <= moment_of(zone, held.held_on, held.starts)
    )


def _skipped(zone: str, loc: Loc, held: Held, source: Source) -> Iterator[Problem]:
    """Yield each time that clocks pass over on its day."""
    for name, day in (("starts", held.held_on), ("ends", last_day(held))):
        time, at = getattr(held, name), (*loc, name)
        if time and (shown := skipped_to(zone, day, time)):
            before, after = change_of_clocks(zone, day, time)
            city = zone.rpartition("/")[2].replace("_", " ")
            what = (
                f"{name_of(at)} is {time:%H:%M}, but there is no such time on {day}: "
                f"clocks in {city} go from {before:%H:%M} to {after:%H:%M}."
            )
            fix = f"Write the time that clocks show then: {shown:%H:%M}"
            yield source.problem(source.position_of(at), "time-that-is-not", what, fix)


def _called_off(loc: Loc, held: Held, source: Source) -> Iterator[Problem]:
    if not held.called_off:
        return
    off = (*loc, "called_off")
    at = source.position_of(off, of_key=True)
    told = [name for name in _AFTERWARDS if getattr(held.public, name)]
    if told:
        what = f"{name_of(off)} is filled in, but there is a {told[0]}."
        fix = f"Take `called_off` out if it took place, or `{told[0]}` if it did not."
        yield source.problem(at, "called-off-but-recorded", what, fix)
    if isinstance(held, CouncilSummary) and held.state != "announced":
        what = f"`called_off` is filled in, but `state` is {held.state}."
        fix = "Take `called_off` out if the council met, or write `state: announced`."
        yield source.problem(at, "called-off-but-held", what, fix)


def _way_to_come(event: Event, source: Source) -> Iterator[Problem]:
    public = event.public
    ways = (event.venue, public.attend, public.stream, public.recording, public.transcript)
    if not event.called_off and not any(ways):
        what = "Nothing says where the event is, or how to come to it or follow it."
        fix = "Add `venue:`, or `public:` with `attend:` or `stream:` under it."
        at = source.position_of(("held_on",), of_key=True)
        yield source.problem(at, "event-without-a-way", what, fix, "warning")
