"""The calendars: of the council, of each mission, of everything, and a file for each occasion.

Nothing in one comes from the clock: what a calendar program asks for, when an entry was made and
how often it changed, is read off what authors stated.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from site_builder.compose.feeds.following.revisions import Revision, revision_of
from site_builder.compose.feeds.items import ids_of
from site_builder.compose.frame.frame import Frame
from site_builder.compose.frame.head import as_invented
from site_builder.compose.frame.own.file_links import AccessView
from site_builder.compose.items.occasions import occasion_file, title_now
from site_builder.compose.output import Output
from site_builder.read.types import CouncilSummary, Deliberation, Event, Mission
from site_builder.read.types.deliberation import Session
from site_builder.read.types.kinds import kind_of
from site_builder.relate.dated.occasions import Held, Occasion, last_day, withdrawn_occasions
from site_builder.relate.permanence.identity import id_of, session_id

CALENDAR = "calendar.ics"
"""What every calendar that people can follow is called, in the folder of what it is of."""


@dataclass(frozen=True)
class Entry:
    """One occasion in a calendar."""

    uid: str
    title: str
    text: str
    url: str
    starts: dt.datetime | dt.date
    """A day alone when nothing says at what time."""
    ends: dt.datetime | dt.date | None
    """The moment at which it has ended: after its last day, when that has no time."""
    venue: str | None
    categories: tuple[str, ...]
    published: dt.datetime | None
    revision: Revision
    is_off: bool


@dataclass(frozen=True)
class Following:
    """What a program that follows a calendar is told of it."""

    name: str
    description: str
    url: str
    """The whole address of its page."""
    source: str
    """The whole address of the calendar itself."""
    zone: str
    """Whose clocks it goes by."""


@dataclass(frozen=True)
class Calendar:
    """Inputs of the writer of calendars."""

    entries: tuple[Entry, ...]
    following: Following | None
    """Nothing for the file of a single occasion, which nobody follows."""


def council_calendar(frame: Frame) -> str:
    """Return the address of the calendar of the council's meetings."""
    return frame.addresses.section("council summary") + CALENDAR


def events_calendar(frame: Frame) -> str:
    """Return the address of the calendar of everything that anybody can come to."""
    return frame.addresses.section("event") + CALENDAR


def mission_calendar(frame: Frame, slug: str) -> str:
    """Return the address of a mission's own calendar."""
    return frame.addresses.at("mission", slug) + CALENDAR


def calendars(frame: Frame) -> Iterator[Output]:
    """Yield every calendar; none when the site does not know its own address."""
    root = frame.settings.site_root
    if not root:
        return
    record = frame.record
    gone = withdrawn_occasions(record.withdrawn, record.deliberations)
    entries = [
        *((one, _entry(frame, one, root)) for one in record.occasions),
        *((one, _withdrawn(frame, one, root)) for one in gone),
    ]
    for address, following, belongs in _followed(frame, root):
        found = sorted((entry for one, entry in entries if belongs(one)), key=_place)
        calendar = Calendar(tuple(found), following)
        yield Output(address, "calendar", calendar)
        # Programs ask for an earlier address for ever, and few follow a redirect page.
        for earlier in _earlier(frame, address):
            yield Output(earlier, "calendar", calendar)
    yield from _ended(frame, root)
    for one, entry in entries:
        for slug in (one.told_by.slug, *one.told_by.aliases):
            address = occasion_file(frame, one.told_by, one.held, slug)
            yield Output(address, "calendar", Calendar((entry,), None))


def calendar_names(frame: Frame) -> Iterator[tuple[str, str]]:
    """Yield the name and the address of each calendar that people can follow."""
    if root := frame.settings.site_root:
        yield from ((following.name, address) for address, following, _ in _followed(frame, root))


def _followed(
    frame: Frame, root: str
) -> Iterator[tuple[str, Following, Callable[[Occasion], bool]]]:
    """Yield the address of each calendar to follow, what is said of it, and what belongs in it.

    There are none until there is something to come to.
    """
    if not frame.keeps("event"):
        return
    site, zone = frame.settings.site_name, frame.record.facts.time_zone

    def following(sort: str, page: str, address: str, **words: str) -> Following:
        name = frame.say(f"calendars.{sort}", site=site, **words)
        description = frame.say(f"calendars.{sort}_description", **words)
        return Following(name, description, root + page, root + address, zone)

    page, address = frame.addresses.section("event"), events_calendar(frame)
    yield address, following("everything", page, address), lambda _: True
    if frame.keeps("council summary"):
        page, address = frame.addresses.section("council summary"), council_calendar(frame)
        yield address, following("council", page, address), _is_meeting
    for slug, mission in frame.record.missions.items():
        page, address = frame.addresses.of(mission), mission_calendar(frame, slug)
        described = following("mission", page, address, mission=mission.title)
        yield address, described, partial(_is_of, slug)


def _ended(frame: Frame, root: str) -> Iterator[Output]:
    """Yield the calendar of each withdrawn mission: it says so, and has nothing in it any more."""
    name = frame.say("withdrawn.title", what=frame.say("nouns.mission"))
    for item in frame.record.withdrawn:
        if isinstance(item, Mission):
            page, address = frame.addresses.of(item), mission_calendar(frame, item.slug)
            description = frame.say("withdrawn.description")
            zone = frame.record.facts.time_zone
            following = Following(name, description, root + page, root + address, zone)
            for slug in (item.slug, *item.aliases):
                yield Output(mission_calendar(frame, slug), "calendar", Calendar((), following))


def _earlier(frame: Frame, address: str) -> Iterator[str]:
    """Yield where the calendar of a renamed mission was before."""
    for slug, mission in frame.record.missions.items():
        if address == mission_calendar(frame, slug):
            yield from (mission_calendar(frame, alias) for alias in mission.aliases)


def _is_meeting(occasion: Occasion) -> bool:
    return isinstance(occasion.held, CouncilSummary)


def _is_of(mission: str, occasion: Occasion) -> bool:
    return mission in occasion.missions


def _entry(frame: Frame, occasion: Occasion, root: str) -> Entry:
    held, told_by = occasion.held, occasion.told_by
    url = root + _page(frame, occasion)
    return Entry(
        uid=_uid(frame, occasion),
        title=_title(frame, occasion),
        text="\n".join(_lines(frame, occasion, url)),
        url=url,
        starts=frame.moment_of(held.held_on, held.starts) if held.starts else held.held_on,
        ends=_end(frame, held),
        venue=held.venue,
        categories=tuple(
            frame.record.missions[slug].title
            for slug in occasion.missions
            if slug in frame.record.missions
        ),
        published=told_by.publish_at,
        revision=revision_of(told_by, occasion.called_off, frame.record.facts.time_zone),
        is_off=occasion.called_off is not None,
    )


def _end(frame: Frame, held: Held) -> dt.datetime | dt.date | None:
    """Return when something has ended; a day without a time ends when the next one begins."""
    last = last_day(held)
    if held.starts and held.ends:
        return frame.moment_of(last, held.ends)
    if last == held.held_on:
        return None
    following = last + dt.timedelta(days=1)
    return frame.moment_of(following, dt.time()) if held.starts else following


def _withdrawn(frame: Frame, occasion: Occasion, root: str) -> Entry:
    """Return the entry of what was withdrawn: that it was and why, and of the rest the day alone.

    It stays, as cancelled: an entry that vanished would stay with whoever has a copy.
    """
    told_by, url = occasion.told_by, root + frame.addresses.of(occasion.told_by)
    noun = frame.say(f"nouns.{kind_of(told_by).name}")
    gone = told_by.withdrawn
    why = frame.say("withdrawn.why", day=frame.day(gone.on), reason=gone.reason) if gone else ""
    return Entry(
        uid=_uid(frame, occasion),
        title=frame.say("withdrawn.title", what=noun),
        text="\n".join((why, url)),
        url=url,
        starts=occasion.held.held_on,
        ends=None,
        venue=None,
        categories=(),
        published=None,
        revision=revision_of(told_by, occasion.called_off, frame.record.facts.time_zone),
        is_off=True,
    )


def _place(entry: Entry) -> tuple[str, str]:
    return entry.starts.isoformat(), entry.uid


def _uid(frame: Frame, occasion: Occasion) -> str:
    """Return what programs know an occasion by; what had an id elsewhere keeps that one."""
    ids, told_by = ids_of(frame), occasion.told_by
    given = ids.kept(told_by) if isinstance(told_by, Event) else None
    return given or f"{_id(occasion)}@{ids.authority}"


def _id(occasion: Occasion) -> str:
    if isinstance(occasion.held, Session) and isinstance(occasion.told_by, Deliberation):
        return session_id(occasion.told_by, occasion.held.id)
    return id_of(occasion.told_by)


def _page(frame: Frame, occasion: Occasion) -> str:
    if isinstance(occasion.held, Session):
        return frame.addresses.session(occasion.told_by.slug, occasion.held.id)
    return frame.addresses.of(occasion.told_by)


def _title(frame: Frame, occasion: Occasion) -> str:
    """Return what stands in a calendar: many programs show nothing else, so it says it all."""
    held, told_by = occasion.held, occasion.told_by
    if isinstance(held, CouncilSummary):
        title = frame.say("head.meeting", quarter=frame.quarter(held.quarter))
    elif isinstance(held, Session):
        title = frame.say("head.session", deliberation=frame.title_of(told_by), session=held.title)
    else:
        title = held.title
    title = title_now(frame, title, occasion.called_off)
    return as_invented(title, frame.theme.words) if told_by.illustrative else title


def _lines(frame: Frame, occasion: Occasion, url: str) -> Iterator[str]:
    """Yield what the text of an entry says: whether it is held, what it is, how to follow it."""
    told_by = occasion.told_by
    if occasion.called_off:
        yield frame.say("events.called_off", reason=occasion.called_off)
    yield from (frame.notices(told_by)[:1] if told_by.illustrative else ())
    yield told_by.question if isinstance(told_by, Deliberation) else told_by.summary
    root = frame.settings.site_root or ""
    yield from _ways(frame, frame.file_links.access(told_by, occasion.held.public, root))
    yield url


def _ways(frame: Frame, public: AccessView) -> Iterator[str]:
    ways = {
        "attend": public.attend,
        "stream": public.stream,
        "recording": public.recording,
        "captions": public.captions,
        "transcript": public.transcript,
    }
    for way, said in ways.items():
        if said:
            yield frame.say("calendars.way", way=frame.say(f"council.{way}"), how=said)
