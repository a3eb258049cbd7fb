"""The pages of missions and of principles: what they mean, and the stories that show them."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.compose.filters import story_filters
from site_builder.compose.frame import Frame, mission_feed
from site_builder.compose.lists import CollectionPage, card_lists, index_page, part_title, parts
from site_builder.compose.occasions import mission_occasions
from site_builder.compose.output import Output, page_path
from site_builder.compose.timelines import TimelineEntry, mission_timeline, whole_timeline
from site_builder.compose.views import (
    CardList,
    CommitmentView,
    Entry,
    Filter,
    Group,
    Link,
    Page,
    Pager,
    Picture,
    Site,
)
from site_builder.read.types import Mission, Principle
from site_builder.relate.addresses import address_of
from site_builder.relate.commitments import Commitment

SHOWN = 4
"""How many of its promises a mission's own page shows."""


@dataclass(frozen=True)
class WayView:
    """Something that people can do for a mission; at most one of the three ends is there."""

    title: str
    how: str
    url: str | None
    email: str | None
    page: Link | None
    until: str | None
    """The last day, in words; no clock says whether it has passed."""
    until_datetime: str | None


@dataclass(frozen=True)
class MissionPage:
    """Inputs of layouts/mission.html."""

    site: Site
    page: Page
    statement: str
    cover: Markup
    picture: Picture | None
    horizon: str | None
    why_it_matters: str | None
    body: Markup
    timeline: tuple[TimelineEntry, ...]
    whole_timeline: Link | None
    promises: tuple[CommitmentView, ...]
    """The newest of the commitments made for it."""
    all_promises: Link | None
    """Where the others are, when there are more."""
    open_questions: tuple[str, ...]
    ways_to_take_part: tuple[WayView, ...]
    silence: str | None
    """What the page says when its newest story is old."""
    occasions: tuple[TimelineEntry, ...]
    """The latest events and sessions that people can come to."""
    list: CardList
    feed: str | None
    filters: tuple[Filter, ...]


@dataclass(frozen=True)
class PromisesPage:
    """Inputs of layouts/promises.html: a part of a mission's commitments, newest first."""

    site: Site
    page: Page
    promises: tuple[CommitmentView, ...]
    total: int
    pager: Pager


def mission_pages(frame: Frame) -> Iterator[Output]:
    """Yield the list of missions, and each mission with its stories."""
    groups = (Group("", mission_entries(frame)),)
    yield index_page(frame, "mission", groups)
    for mission in frame.record.missions.values():
        yield from _mission(frame, mission)
        yield from _promises(frame, mission)


def mission_entries(frame: Frame) -> tuple[Entry, ...]:
    """Return a line for each mission: its name, its goal, how many stories."""
    return tuple(_entry(frame, mission) for mission in frame.record.missions.values())


def _entry(frame: Frame, mission: Mission) -> Entry:
    stories = len(frame.record.stories_of("mission", mission.slug))
    return Entry(frame.link_to(mission), stories, mission.statement, mission.slug)


def _mission(frame: Frame, mission: Mission) -> Iterator[Output]:
    record, slug = frame.record, mission.slug
    promises = newest_promises(frame, slug)
    stories = record.stories_of("mission", slug)
    filters = story_filters(frame, address_of(mission))
    for at, cards in card_lists(frame, stories, address_of(mission)):
        page = frame.page(
            part_title(frame, mission.title, cards.pager),
            at,
            mission.summary,
            trail=(frame.home, frame.section_link("mission")),
            item=mission,
            missions=(slug,),
        )
        is_first = cards.pager.number == 1
        inputs = MissionPage(
            site=frame.site,
            page=page,
            statement=mission.statement,
            cover=frame.mission_cover(mission),
            picture=frame.picture(mission),
            horizon=mission.horizon,
            why_it_matters=mission.why_it_matters if is_first else None,
            body=frame.prose(mission, page.root) if is_first else Markup(),
            timeline=mission_timeline(frame, slug) if is_first else (),
            whole_timeline=whole_timeline(frame, mission),
            promises=tuple(map(frame.commitment, promises[:SHOWN])) if is_first else (),
            all_promises=_all_promises(frame, mission, len(promises)),
            open_questions=mission.open_questions if is_first else (),
            ways_to_take_part=_ways(frame, mission) if is_first else (),
            silence=_silence(frame, slug),
            occasions=mission_occasions(frame, slug) if is_first else (),
            list=cards,
            feed=mission_feed(slug) if frame.settings.site_url else None,
            filters=filters,
        )
        yield Output(page_path(at), "layouts/mission.html", inputs)


def _silence(frame: Frame, slug: str) -> str | None:
    silence = frame.record.cadence.silent_missions.get(slug)
    if silence and silence.since:
        return frame.say("cadence.silent", count=silence.weeks, day=frame.day(silence.since))
    return None


def newest_promises(frame: Frame, slug: str) -> tuple[Commitment, ...]:
    """Return a mission's commitments, newest first."""
    return frame.record.commitments_of(slug)[::-1]


def _all_promises(frame: Frame, mission: Mission, total: int) -> Link | None:
    if total <= SHOWN:
        return None
    words = frame.say("promises.all", count=total, mission=mission.title)
    return Link(words, _promises_address(mission))


def _promises_address(mission: Mission) -> str:
    return f"{address_of(mission)}promises/"


def _promises(frame: Frame, mission: Mission) -> Iterator[Output]:
    """Yield all commitments of a mission in parts; its own page shows the newest."""
    promises = newest_promises(frame, mission.slug)
    title = frame.say("promises.title", mission=mission.title)
    for at, part, pager in parts(promises, _promises_address(mission)):
        page = frame.page(
            part_title(frame, title, pager),
            at,
            frame.say("promises.description", mission=mission.title),
            trail=(frame.home, frame.section_link("mission"), frame.link_to(mission)),
            missions=(mission.slug,),
        )
        views = tuple(map(frame.commitment, part))
        inputs = PromisesPage(frame.site, page, views, len(promises), pager)
        yield Output(page_path(at), "layouts/promises.html", inputs)


def _ways(frame: Frame, mission: Mission) -> tuple[WayView, ...]:
    pages = {slug: frame.link_to(page) for slug, page in frame.record.pages.items()}
    return tuple(
        WayView(
            title=way.title,
            how=way.how,
            url=way.url,
            email=way.email,
            page=pages.get(way.page or ""),
            until=frame.day(way.until) if way.until else None,
            until_datetime=way.until.isoformat() if way.until else None,
        )
        for way in mission.ways_to_take_part
    )


def principle_pages(frame: Frame) -> Iterator[Output]:
    """Yield the list of principles, and each principle with the stories that show it."""
    record = frame.record
    entries = tuple(
        Entry(frame.link_to(one), len(record.stories_of("principle", one.slug)), one.summary)
        for one in record.principles.values()
    )
    yield index_page(frame, "principle", (Group("", entries),))
    for principle in record.principles.values():
        yield from _principle(frame, principle)


def _principle(frame: Frame, principle: Principle) -> Iterator[Output]:
    stories = frame.record.stories_of("principle", principle.slug)
    filters = story_filters(frame, address_of(principle))
    for at, cards in card_lists(frame, stories, address_of(principle)):
        page = frame.page(
            part_title(frame, principle.title, cards.pager),
            at,
            principle.summary,
            trail=(frame.home, frame.section_link("principle")),
            item=principle,
        )
        body = frame.prose(principle, page.root) if cards.pager.number == 1 else Markup()
        inputs = CollectionPage(frame.site, page, "principle", (), None, body, cards, (), filters)
        yield Output(page_path(at), "layouts/collection.html", inputs)
