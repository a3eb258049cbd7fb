"""All that letters ask for in the name of a principle, in parts; its own page has the newest."""

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.compose.frame.frame import Frame
from site_builder.compose.items.stewardship import AskLine, ask_line, asks_address
from site_builder.compose.lists.parts import part_title, parts
from site_builder.compose.output import Output, page_path
from site_builder.compose.views.lists import Pager
from site_builder.compose.views.page import Page, Site
from site_builder.read.types import Principle


@dataclass(frozen=True)
class AsksPage:
    """Inputs of layouts/asks.html: a part of what was asked, newest letter first."""

    site: Site
    page: Page
    asks: tuple[AskLine, ...]
    total: int
    pager: Pager


def asks_pages(frame: Frame, principle: Principle) -> Iterator[Output]:
    """Yield the parts of the list of all asks of a principle; none when nothing was asked."""
    asked = frame.record.stewardship.asked.get(principle.slug)
    if not asked:
        return
    title = frame.say("asks.title", principle=principle.title)
    for at, part, pager in parts(asked, asks_address(frame, principle)):
        page = frame.page(
            part_title(frame, title, pager),
            at,
            frame.say("asks.description", principle=principle.title),
            trail=(frame.home, frame.section_link("principle"), frame.link_to(principle)),
        )
        lines = tuple(ask_line(frame, one) for one in part)
        inputs = AsksPage(frame.site, page, lines, len(asked), pager)
        yield Output(page_path(at), "layouts/asks.html", inputs)
