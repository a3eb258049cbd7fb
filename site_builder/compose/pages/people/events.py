"""The pages of events: each event, and the list of everything that a citizen can come to."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.compose.frame.frame import Frame
from site_builder.compose.frame.own.file_links import AccessView
from site_builder.compose.items.occasions import CALENDARS, occasion_entry, title_now, to_add
from site_builder.compose.lists.dated_lists import DatedList, HeadedEntry, dated_list
from site_builder.compose.output import Output, page_path
from site_builder.compose.views.dates import held_times
from site_builder.compose.views.lists import MissionTag
from site_builder.compose.views.page import Link, Page, Site
from site_builder.compose.views.pictures import Picture
from site_builder.read.types import Event
from site_builder.relate.dated.occasions import Occasion, last_day
from site_builder.relate.menus import SUBSCRIBE


@dataclass(frozen=True)
class EventPage:
    """Inputs of layouts/event.html."""

    site: Site
    page: Page
    date: str
    datetime: str
    times: str | None
    venue: str | None
    public: AccessView
    calendar: str | None
    """The file that puts it into a calendar, while there is a reason to."""
    mission: MissionTag | None
    deliberation: Link | None
    picture: Picture | None
    body: Markup


def event_pages(frame: Frame) -> Iterator[Output]:
    """Yield the list of everything to come to, and the page of each event."""
    whole = DatedList(
        frame.section_link("event").text,
        frame.say("events.description"),
        frame.say("events.none"),
        tuple(_headed(frame)),
        f"{SUBSCRIBE}#{CALENDARS}" if frame.settings.site_url else None,
    )
    yield from dated_list(frame, whole, frame.addresses.section("event"))
    yield from (_event(frame, event) for event in frame.record.events.values())


def _headed(frame: Frame) -> Iterator[HeadedEntry]:
    """Yield what is still to come, the soonest first; then what is past, the latest first.

    A build that is not told the time can not tell them apart, and goes by years alone.
    """
    now = frame.settings.now
    coming: list[Occasion] = []
    past: list[Occasion] = []
    for one in frame.record.occasions:
        (coming if now and last_day(one.held) >= now.date() else past).append(one)
    for one in reversed(coming):
        yield frame.say("events.coming"), occasion_entry(frame, one)
    for one in past:
        yield _year(frame, one, is_past=now is not None), occasion_entry(frame, one)


def _year(frame: Frame, occasion: Occasion, *, is_past: bool) -> str:
    year = str(occasion.held.held_on.year)
    return frame.say("events.past", year=year) if is_past else year


def _event(frame: Frame, event: Event) -> Output:
    page = _page(frame, event)
    deliberation = frame.record.deliberations.get(event.deliberation or "")
    inputs = EventPage(
        site=frame.site,
        page=page,
        date=frame.day(event.held_on),
        datetime=event.held_on.isoformat(),
        times=held_times(frame.theme.words, event),
        venue=event.venue,
        public=frame.file_links.access(event, event.public, page.root),
        calendar=to_add(frame, event, event),
        mission=frame.mission_tag(event.mission) if event.mission else None,
        deliberation=frame.link_to(deliberation) if deliberation else None,
        picture=frame.picture(event),
        body=frame.prose(event, page.root),
    )
    return Output(page_path(page.address), "layouts/event.html", inputs)


def _page(frame: Frame, event: Event) -> Page:
    """Return the page of an event; its title says when it is called off, wherever that goes."""
    return frame.page(
        title_now(frame, event.title, event.called_off),
        frame.addresses.of(event),
        event.summary,
        trail=(frame.home, frame.section_link("event")),
        item=event,
        missions=(event.mission,) if event.mission else (),
    )
