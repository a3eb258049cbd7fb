"""Lists of dated things of any sort, under headings and in parts of which none grows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from site_builder.compose.frame import Frame
from site_builder.compose.lists import part_title, parts
from site_builder.compose.output import Output, page_path
from site_builder.compose.timelines import TimelineEntry
from site_builder.compose.views import Page, Pager, Site

PART = 24
"""How many entries one part of a list has."""

HeadedEntry = tuple[str, TimelineEntry]
"""An entry and the heading that it stands under."""


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
    groups: tuple[DatedGroup, ...]
    none: str
    """What is said when the whole list is empty."""
    total: int
    pager: Pager


def dated_list(
    frame: Frame, address: str, title: str, words: str, entries: Sequence[HeadedEntry]
) -> Iterator[Output]:
    """Yield each part of a list; `words` says where its description and `none` are kept."""
    for at, part, pager in parts(entries, address, PART):
        page = frame.page(part_title(frame, title, pager), at, frame.say(f"{words}.description"))
        groups = tuple(_groups(part))
        none = frame.say(f"{words}.none")
        inputs = DatedListPage(frame.site, page, groups, none, len(entries), pager)
        yield Output(page_path(at), "layouts/dated-list.html", inputs)


def _groups(entries: Sequence[HeadedEntry]) -> Iterator[DatedGroup]:
    for title, group in groupby(entries, key=lambda headed: headed[0]):
        yield DatedGroup(title, tuple(entry for _, entry in group))
