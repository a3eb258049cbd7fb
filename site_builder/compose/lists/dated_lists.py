"""Lists of dated things of any sort, under headings and in parts of which none grows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from site_builder.compose.frame.frame import Frame
from site_builder.compose.items.timelines import TimelineEntry
from site_builder.compose.lists.parts import part_title, parts
from site_builder.compose.output import Output, page_path
from site_builder.compose.views.lists import Pager
from site_builder.compose.views.page import Page, Site

PART = 24
"""How many entries one part of a list has."""

HeadedEntry = tuple[str, TimelineEntry]
"""An entry and the heading that it stands under."""


@dataclass(frozen=True)
class DatedList:
    """A whole list, and what its page says of it."""

    title: str
    description: str
    empty: str
    """What is said when there is no entry."""
    entries: Sequence[HeadedEntry]
    calendar: str | None = None
    """Where the calendar of all that is in it is offered."""


@dataclass(frozen=True)
class DatedGroup:
    """Entries under one heading."""

    title: str
    entries: tuple[TimelineEntry, ...]


@dataclass(frozen=True)
class DatedListPage:
    """Inputs of layouts/dated-list.html: one part of a list."""

    site: Site
    page: Page
    calendar: str | None
    groups: tuple[DatedGroup, ...]
    empty: str
    total: int
    pager: Pager


def dated_list(frame: Frame, whole: DatedList, address: str) -> Iterator[Output]:
    """Yield each part of a list."""
    total = len(whole.entries)
    for at, part, pager in parts(whole.entries, address, PART):
        page = frame.page(part_title(frame, whole.title, pager), at, whole.description)
        groups = tuple(_groups(part))
        inputs = DatedListPage(frame.site, page, whole.calendar, groups, whole.empty, total, pager)
        yield Output(page_path(at), "layouts/dated-list.html", inputs)


def _groups(entries: Sequence[HeadedEntry]) -> Iterator[DatedGroup]:
    for title, group in groupby(entries, key=lambda headed: headed[0]):
        yield DatedGroup(title, tuple(entry for _, entry in group))
