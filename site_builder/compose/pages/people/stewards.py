"""The pages of stewards: all of them by mission, and one for each."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.compose.frame.frame import Frame
from site_builder.compose.items.stewardship import (
    LetterLine,
    StewardLine,
    letter_line,
    steward_line,
    time_of,
)
from site_builder.compose.output import Output, page_path
from site_builder.compose.views.lists import MissionTag
from site_builder.compose.views.page import Link, Page, Site
from site_builder.compose.views.pictures import Picture
from site_builder.read.types import Mission, Steward
from site_builder.relate.people.stewardship import Attended


@dataclass(frozen=True)
class MissionStewards:
    """A mission with those who answer for it, and those who did before."""

    mission: MissionTag
    present: tuple[StewardLine, ...]
    former: tuple[StewardLine, ...]


@dataclass(frozen=True)
class StewardsPage:
    """Inputs of layouts/stewards.html."""

    site: Site
    page: Page
    missions: tuple[MissionStewards, ...]


@dataclass(frozen=True)
class CouncilAttended:
    """A council that a steward came to, and as what."""

    council: Link
    role: str
    is_illustrative: bool


@dataclass(frozen=True)
class StewardPage:
    """Inputs of layouts/steward.html."""

    site: Site
    page: Page
    role: str
    department: str | None
    kind: str
    time: str
    missions: tuple[MissionTag, ...]
    letters: tuple[LetterLine, ...]
    councils: tuple[CouncilAttended, ...]
    picture: Picture | None
    body: Markup


def steward_pages(frame: Frame) -> Iterator[Output]:
    """Yield the list of stewards by mission, and the page of each."""
    yield _stewards(frame)
    for steward in frame.record.stewards.values():
        yield _steward(frame, steward)


def _stewards(frame: Frame) -> Output:
    address = frame.addresses.section("steward")
    page = frame.page(
        frame.section_link("steward").text, address, frame.say("stewards.description")
    )
    groups = tuple(_of_mission(frame, mission) for mission in frame.record.missions.values())
    named = tuple(group for group in groups if group.present or group.former)
    inputs = StewardsPage(frame.site, page, named)
    return Output(page_path(address), "layouts/stewards.html", inputs)


def _of_mission(frame: Frame, mission: Mission) -> MissionStewards:
    stewards = frame.record.stewardship.stewards_of.get(mission.slug, ())
    return MissionStewards(
        frame.mission_tag(mission.slug),
        tuple(steward_line(frame, one) for one in stewards if one.until is None),
        tuple(steward_line(frame, one) for one in stewards if one.until is not None),
    )


def _steward(frame: Frame, steward: Steward) -> Output:
    joins, address = frame.record.stewardship, frame.addresses.of(steward)
    page = frame.page(
        steward.name,
        address,
        steward.summary,
        trail=(frame.home, frame.section_link("steward")),
        item=steward,
        missions=steward.missions,
    )
    inputs = StewardPage(
        site=frame.site,
        page=page,
        role=steward.role,
        department=steward.department,
        kind=frame.say(f"stewards.kinds.{steward.kind}"),
        time=time_of(frame, steward),
        missions=tuple(map(frame.mission_tag, steward.missions)),
        letters=tuple(letter_line(frame, one) for one in joins.letters_to.get(steward.slug, ())),
        councils=tuple(_attended(frame, one) for one in joins.attended.get(steward.slug, ())),
        picture=frame.picture(steward),
        body=frame.prose(steward, page.root),
    )
    return Output(page_path(address), "layouts/steward.html", inputs)


def _attended(frame: Frame, attended: Attended) -> CouncilAttended:
    council = attended.council
    return CouncilAttended(frame.link_to(council), attended.role, council.illustrative)
