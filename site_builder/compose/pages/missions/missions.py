"""The pages of missions and of principles: what they mean, and the stories that show them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.compose.frame.frame import Frame
from site_builder.compose.items.deliberations import (
    DeliberationLine,
    all_deliberations,
    mission_deliberations,
)
from site_builder.compose.items.mission_lists import (
    learning_link,
    mission_entries,
    promises_address,
)
from site_builder.compose.items.occasions import mission_occasions
from site_builder.compose.items.promises import CommitmentView, promise_view
from site_builder.compose.items.stewardship import StewardshipOf, asks_of, stewardship_of
from site_builder.compose.items.theories import theory_link
from site_builder.compose.items.timelines import TimelineEntry
from site_builder.compose.items.ways_to_take_part import WayView, all_ways, mission_ways
from site_builder.compose.lists.filters import story_filters
from site_builder.compose.lists.parts import CollectionPage, card_lists, index_page, part_title
from site_builder.compose.lists.timelines import mission_timeline, whole_timeline
from site_builder.compose.output import Output, page_path
from site_builder.compose.pages.missions.asks import asks_pages
from site_builder.compose.pages.missions.visions import (
    RewordingView,
    VisionView,
    rewordings_of,
    vision_of,
)
from site_builder.compose.views.lists import CardList, Entry, Filter, Group
from site_builder.compose.views.page import Link, Page, Site
from site_builder.compose.views.pictures import Picture
from site_builder.read.types import Mission, Principle
from site_builder.relate.council.commitments import Commitment, newest_first
from site_builder.relate.permanence.promised import feed_page

SHOWN = 4
"""How many of its promises a mission's own page shows."""


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
    vision: VisionView | None
    theory: Link | None
    rewordings: tuple[RewordingView, ...]
    body: Markup
    timeline: tuple[TimelineEntry, ...]
    whole_timeline: Link | None
    promises: tuple[CommitmentView, ...]
    """The newest of the commitments made for it."""
    has_promises: bool
    """Whether the site has any commitments, so that a mission without one says so."""
    all_promises: Link | None
    """Where the others are, when there are more."""
    open_questions: tuple[str, ...]
    ways_to_take_part: tuple[WayView, ...]
    all_ways: Link | None
    """Where the others are, when there are more."""
    deliberations: tuple[DeliberationLine, ...]
    """The newest of those that were held for it."""
    all_deliberations: Link | None
    silence: str | None
    """What the page says when its newest story is old."""
    learning: Link | None
    stewardship: StewardshipOf
    occasions: tuple[TimelineEntry, ...]
    """The latest events and sessions that people can come to."""
    list: CardList
    feed: str | None
    has_calendar: bool
    filters: tuple[Filter, ...]


def mission_pages(frame: Frame) -> Iterator[Output]:
    """Yield the list of missions, and each mission with its stories."""
    groups = (Group("", mission_entries(frame)),)
    yield index_page(frame, "mission", groups)
    for mission in frame.record.missions.values():
        yield from _mission(frame, mission)


def _mission(frame: Frame, mission: Mission) -> Iterator[Output]:
    record, slug = frame.record, mission.slug
    promises = newest_first(record.commitments_of(slug))
    stories = record.stories_of("mission", slug)
    filters = story_filters(frame, frame.addresses.of(mission))
    for at, cards in card_lists(frame, stories, frame.addresses.of(mission)):
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
            cover=frame.cover(mission),
            picture=frame.picture(mission),
            horizon=mission.horizon,
            why_it_matters=mission.why_it_matters if is_first else None,
            vision=vision_of(frame, mission) if is_first else None,
            theory=theory_link(frame, mission) if is_first else None,
            rewordings=rewordings_of(frame, mission) if is_first else (),
            body=frame.prose(mission, page.root) if is_first else Markup(),
            timeline=mission_timeline(frame, slug) if is_first else (),
            whole_timeline=whole_timeline(frame, mission) if is_first else None,
            promises=_newest_promises(frame, promises) if is_first else (),
            has_promises=frame.has("commitment"),
            all_promises=_all_promises(frame, mission, len(promises)),
            open_questions=mission.open_questions if is_first else (),
            ways_to_take_part=mission_ways(frame, slug) if is_first else (),
            all_ways=all_ways(frame, slug) if is_first else None,
            deliberations=mission_deliberations(frame, slug) if is_first else (),
            all_deliberations=all_deliberations(frame, slug) if is_first else None,
            silence=_silence(frame, slug),
            learning=learning_link(frame, mission),
            stewardship=stewardship_of(frame, mission),
            occasions=mission_occasions(frame, slug) if is_first else (),
            list=cards,
            feed=feed_page(frame.addresses.of(mission)) if frame.feed_names else None,
            has_calendar=frame.keeps("event"),
            filters=filters,
        )
        yield Output(page_path(at), "layouts/mission.html", inputs)


def _silence(frame: Frame, slug: str) -> str | None:
    silence = frame.record.cadence.silent_missions.get(slug)
    if silence and silence.since:
        return frame.say("cadence.silent", count=silence.weeks, day=frame.day(silence.since))
    return None


def _newest_promises(frame: Frame, promises: Sequence[Commitment]) -> tuple[CommitmentView, ...]:
    return tuple(promise_view(frame, one) for one in promises[:SHOWN])


def _all_promises(frame: Frame, mission: Mission, total: int) -> Link | None:
    if total <= SHOWN:
        return None
    words = frame.say("promises.all", count=total, mission=mission.title)
    return Link(words, promises_address(frame, mission))


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
        yield from asks_pages(frame, principle)


def _principle(frame: Frame, principle: Principle) -> Iterator[Output]:
    stories = frame.record.stories_of("principle", principle.slug)
    filters = story_filters(frame, frame.addresses.of(principle))
    for at, cards in card_lists(frame, stories, frame.addresses.of(principle)):
        page = frame.page(
            part_title(frame, principle.title, cards.pager),
            at,
            principle.summary,
            trail=(frame.home, frame.section_link("principle")),
            item=principle,
        )
        is_first = cards.pager.number == 1
        inputs = CollectionPage(
            site=frame.site,
            page=page,
            kind="principle",
            facts=(),
            link=None,
            body=frame.prose(principle, page.root) if is_first else Markup(),
            list=cards,
            filters=filters,
            asks=asks_of(frame, principle) if is_first else None,
        )
        yield Output(page_path(at), "layouts/collection.html", inputs)
