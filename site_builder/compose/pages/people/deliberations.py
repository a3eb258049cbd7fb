"""The pages of deliberations: the list of all, newest first, and one for each."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.compose.frame.frame import Frame
from site_builder.compose.items.deliberations import DeliberationLine, deliberation_line
from site_builder.compose.items.occasions import deliberation_events
from site_builder.compose.items.timelines import TimelineEntry
from site_builder.compose.lists.parts import part_title, parts
from site_builder.compose.output import Output, page_path
from site_builder.compose.pages.people.deliberation_view import (
    DeliberationView,
    deliberation_view,
)
from site_builder.compose.views.lists import Pager
from site_builder.compose.views.page import Page, Site
from site_builder.compose.views.pictures import Picture
from site_builder.read.types import Deliberation


@dataclass(frozen=True)
class DeliberationPage:
    """Inputs of layouts/deliberation.html."""

    site: Site
    page: Page
    deliberation: DeliberationView
    events: tuple[TimelineEntry, ...]
    """The latest of the events that belong to it."""
    cover: Markup
    picture: Picture | None


@dataclass(frozen=True)
class DeliberationsPage:
    """Inputs of layouts/deliberations.html: a part of the list, newest first."""

    site: Site
    page: Page
    deliberations: tuple[DeliberationLine, ...]
    total: int
    pager: Pager


def deliberation_pages(frame: Frame) -> Iterator[Output]:
    """Yield the parts of the list of deliberations, and the page of each."""
    title, description = frame.section_link("deliberation").text, "descriptions.deliberation"
    everything = tuple(frame.record.deliberations.values())
    for at, part, pager in parts(everything, frame.addresses.section("deliberation")):
        page = frame.page(part_title(frame, title, pager), at, frame.say(description))
        lines = tuple(deliberation_line(frame, one) for one in part)
        inputs = DeliberationsPage(frame.site, page, lines, len(everything), pager)
        yield Output(page_path(at), "layouts/deliberations.html", inputs)
    yield from (_page(frame, one) for one in everything)


def _page(frame: Frame, item: Deliberation) -> Output:
    page = frame.page(
        item.title,
        frame.addresses.of(item),
        item.summary,
        trail=(frame.home, frame.section_link("deliberation")),
        item=item,
        missions=(item.mission,),
    )
    inputs = DeliberationPage(
        site=frame.site,
        page=page,
        deliberation=deliberation_view(frame, item, page.root),
        events=deliberation_events(frame, item.slug),
        cover=frame.cover(frame.record.missions[item.mission]),
        picture=frame.picture(item),
    )
    return Output(page_path(page.address), "layouts/deliberation.html", inputs)
