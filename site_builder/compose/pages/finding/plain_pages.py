"""Plain pages, which their authors write whole, and the page for what is not found."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from site_builder.compose.frame.frame import Frame
from site_builder.compose.frame.menu import TAKE_PART
from site_builder.compose.output import Output, page_path
from site_builder.compose.views.page import Page, Site
from site_builder.compose.views.pictures import Picture
from site_builder.read.addresses import HOME
from site_builder.read.types import Page as PageItem


@dataclass(frozen=True)
class PlainPage:
    """Inputs of layouts/page.html."""

    site: Site
    page: Page
    picture: Picture | None
    body: Markup


@dataclass(frozen=True)
class NotFoundPage:
    """Inputs of layouts/404.html."""

    site: Site
    page: Page
    has_stories: bool


_ELSEWHERE = {HOME, TAKE_PART}
"""Pages with a layout of their own, made elsewhere."""


def plain_pages(frame: Frame) -> Iterator[Output]:
    """Yield each plain page, and the page for what is not found."""
    pages = frame.record.pages
    yield from (_plain(frame, page) for slug, page in pages.items() if slug not in _ELSEWHERE)
    yield _not_found(frame)


def _plain(frame: Frame, item: PageItem) -> Output:
    page = frame.page(item.title, frame.addresses.of(item), item.summary, item=item)
    body = frame.prose(item, page.root)
    inputs = PlainPage(frame.site, page, frame.picture(item), body)
    return Output(page_path(frame.addresses.of(item)), "layouts/page.html", inputs)


def _not_found(frame: Frame) -> Output:
    title, description = frame.say("not_found.title"), frame.say("not_found.description")
    page = frame.unlisted_page(title, "404.html", description)
    # A host shows this page at any depth, so it alone can not use relative links.
    page = replace(page, root=frame.settings.base_path)
    inputs = NotFoundPage(frame.site, page, has_stories=frame.keeps("case study"))
    return Output("404.html", "layouts/404.html", inputs)
