"""How to take part: the ways of one mission, and the page of the ways of all of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.compose.frame.frame import Frame
from site_builder.compose.frame.menu import TAKE_PART
from site_builder.compose.items.ways_to_take_part import WayView, _views
from site_builder.compose.output import Output, page_path
from site_builder.compose.views.lists import MissionTag
from site_builder.compose.views.page import Page, Site
from site_builder.compose.views.pictures import Picture


@dataclass(frozen=True)
class MissionWays:
    """All that people can do for one mission."""

    mission: MissionTag
    ways: tuple[WayView, ...]
    is_illustrative: bool
    """True when the mission itself is invented."""


@dataclass(frozen=True)
class TakePartPage:
    """Inputs of layouts/take-part.html: what its author wrote, if anybody did, and all ways."""

    site: Site
    page: Page
    picture: Picture | None
    body: Markup
    missions: tuple[MissionWays, ...]


def take_part_pages(frame: Frame) -> Iterator[Output]:
    """Yield the page of all ways to take part, if there is one; see `Frame.take_part`."""
    if not frame.take_part:
        return
    item, address = frame.record.pages.get(TAKE_PART), frame.take_part.address
    description = item.summary if item else frame.say("take_part.description")
    page = frame.page(frame.take_part.text, address, description, item=item)
    inputs = TakePartPage(
        site=frame.site,
        page=page,
        picture=frame.picture(item) if item else None,
        body=frame.prose(item, page.root) if item else Markup(),
        missions=tuple(_of_mission(frame, slug, address) for slug in frame.record.ways),
    )
    yield Output(page_path(address), "layouts/take-part.html", inputs)


def _of_mission(frame: Frame, slug: str, page: str) -> MissionWays:
    ways = _views(frame, frame.record.ways[slug], on=page)
    return MissionWays(frame.mission_tag(slug), ways, frame.record.missions[slug].illustrative)
