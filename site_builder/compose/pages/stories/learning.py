"""The pages of learning: what stories tried, what happened, what is next, what is still unknown.

There are two readings, of everything and of what is unknown alone; each is for all stories and
for each mission, newest first and in parts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from site_builder.compose.frame.frame import Frame
from site_builder.compose.lists.parts import part_title, parts
from site_builder.compose.output import Output, page_path
from site_builder.compose.views.lists import Filter, MissionTag, Option, Pager
from site_builder.compose.views.page import Link, Page, Site
from site_builder.read.types import CaseStudy, Mission
from site_builder.read.types.case_study import Learning

PART = 12
"""How many stories one part of a list has."""
UNKNOWN_PART = 36
"""How many stories one part has where only what is unknown is read, a sentence or two of each."""


@dataclass(frozen=True)
class Lesson:
    """What one story learned."""

    link: Link
    mission: MissionTag
    place: str
    date: str
    datetime: str
    learning: Learning
    is_illustrative: bool


@dataclass(frozen=True)
class Asked:
    """A question that a mission as a whole leaves open."""

    question: str
    mission: MissionTag


@dataclass(frozen=True)
class LearningPage:
    """Inputs of layouts/learning.html: a part of what stories learned, newest first."""

    site: Site
    page: Page
    row: Filter
    """The same list for each mission."""
    other: Link
    """The same stories in the other reading."""
    lessons: tuple[Lesson, ...]
    total: int
    pager: Pager


@dataclass(frozen=True)
class UnknownPage:
    """Inputs of layouts/unknown.html: a part of what stories do not know, newest first."""

    site: Site
    page: Page
    row: Filter
    other: Link
    asked: tuple[Asked, ...]
    """What missions ask; only the first part has it."""
    lessons: tuple[Lesson, ...]
    total: int
    pager: Pager


def learning_pages(frame: Frame) -> Iterator[Output]:
    """Yield both readings of what was learned: from all stories, and for each mission."""
    for mission in (None, *frame.record.missions.values()):
        yield from _learning(frame, mission)
        yield from _unknown(frame, mission)


def _learning(frame: Frame, mission: Mission | None) -> Iterator[Output]:
    address, stories = _address(frame, "learning", mission), _stories(frame, mission)
    other = Link(frame.say("learning.only_unknown"), _address(frame, "unknown", mission))
    row = _row(frame, "learning", mission)
    title, about = _words(frame, "learning", mission)
    for at, part, pager in parts(stories, address, PART):
        page = _page(frame, part_title(frame, title, pager), at, about, mission)
        lessons = tuple(_lesson(frame, story) for story in part)
        inputs = LearningPage(frame.site, page, row, other, lessons, len(stories), pager)
        yield Output(page_path(at), "layouts/learning.html", inputs)


def _unknown(frame: Frame, mission: Mission | None) -> Iterator[Output]:
    address, stories = _address(frame, "unknown", mission), _stories(frame, mission)
    other = Link(frame.say("learning.with_the_rest"), _address(frame, "learning", mission))
    row, asked = _row(frame, "unknown", mission), tuple(_asked(frame, mission))
    title, about = _words(frame, "unknown", mission)
    for at, part, pager in parts(stories, address, UNKNOWN_PART):
        page = _page(frame, part_title(frame, title, pager), at, about, mission)
        lessons = tuple(_lesson(frame, story) for story in part)
        inputs = UnknownPage(
            site=frame.site,
            page=page,
            row=row,
            other=other,
            asked=asked if pager.number == 1 else (),
            lessons=lessons,
            total=len(stories),
            pager=pager,
        )
        yield Output(page_path(at), "layouts/unknown.html", inputs)


def _address(frame: Frame, reading: str, mission: Mission | None) -> str:
    if mission is None:
        return frame.addresses.section(reading)
    return frame.addresses.at(f"{reading} of mission", mission.slug)


def _stories(frame: Frame, mission: Mission | None) -> Sequence[CaseStudy]:
    if mission is None:
        return tuple(frame.record.case_studies.values())
    return frame.record.stories_of("mission", mission.slug)


def _words(frame: Frame, reading: str, mission: Mission | None) -> tuple[str, str]:
    """Return the title of a list and the sentence that says what it holds."""
    if mission is None:
        return frame.section_link(reading).text, frame.say(f"descriptions.{reading}")
    title = frame.say(f"learning.{reading}_of_mission", mission=mission.title)
    return title, frame.say(f"learning.about_{reading}_of_mission", mission=mission.title)


def _page(frame: Frame, title: str, at: str, about: str, mission: Mission | None) -> Page:
    above = () if at == frame.addresses.section("learning") else (frame.section_link("learning"),)
    missions = (mission.slug,) if mission else ()
    return frame.page(title, at, about, trail=(frame.home, *above), missions=missions)


def _row(frame: Frame, reading: str, current: Mission | None) -> Filter:
    """Return links to the same reading of all stories and of each mission that has some."""
    missions = frame.record.missions.values()
    named = ((frame.say("learning.every_mission"), None), *((one.title, one) for one in missions))
    options = tuple(
        Option(Link(name, _address(frame, reading, one)), stories, one is current)
        for name, one in named
        if (stories := len(_stories(frame, one))) or one is current
    )
    return Filter(frame.say("learning.by_mission"), options if len(options) > 1 else ())


def _asked(frame: Frame, only: Mission | None) -> Iterator[Asked]:
    """Yield what missions themselves leave open."""
    for mission in frame.record.missions.values():
        if only in (None, mission):
            tag = frame.mission_tag(mission.slug)
            yield from (Asked(question, tag) for question in mission.open_questions)


def _lesson(frame: Frame, story: CaseStudy) -> Lesson:
    return Lesson(
        link=frame.link_to(story),
        mission=frame.mission_tag(story.mission),
        place=frame.record.places[story.place].full_name,
        date=frame.day(story.date),
        datetime=story.date.isoformat(),
        learning=story.learning,
        is_illustrative=story.illustrative,
    )
