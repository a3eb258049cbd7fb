"""The pages of the quarters: all that is dated in one, made without anybody writing it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_builder.compose.frame.frame import Frame
from site_builder.compose.items.promises import CommitmentView, promise_view
from site_builder.compose.items.timelines import TimelineEntry, entry_of
from site_builder.compose.lists.filters import story_filters
from site_builder.compose.lists.parts import card_lists, part_title
from site_builder.compose.lists.timelines import Timeline, timeline_pages
from site_builder.compose.output import Output, page_path
from site_builder.compose.pages.council.councils import missing_council
from site_builder.compose.views.lists import CardList, Filter
from site_builder.compose.views.page import Link, Page, Site
from site_builder.read.types.fields.dates import Quarter
from site_builder.relate.dated.happenings import Happening

SHOWN = 12
"""How many happenings, besides its stories, the page of a quarter tells of itself."""


@dataclass(frozen=True)
class QuarterPage:
    """Inputs of layouts/quarter.html."""

    site: Site
    page: Page
    councils: tuple[Link, ...]
    no_council: str | None
    """What the page says when the quarter has no council summary."""
    happened: tuple[TimelineEntry, ...]
    """What happened besides the stories, newest first."""
    everything: Link | None
    """Where all that is dated in the quarter stands, stories included."""
    due: tuple[CommitmentView, ...]
    """The promises that were to be kept by some day or month of the quarter."""
    list: CardList
    filters: tuple[Filter, ...]
    earlier: Link | None
    later: Link | None


def quarter_pages(frame: Frame) -> Iterator[Output]:
    """Yield the page of each quarter, and the whole timeline of each."""
    by_quarter = _by_quarter(frame)
    in_order = frame.record.quarters
    for number, quarter in enumerate(in_order):
        later = frame.quarter_link(in_order[number - 1]) if number else None
        earlier = in_order[number + 1 : number + 2]
        happened = by_quarter.get(quarter, ())
        yield from _quarter(
            frame, quarter, happened, frame.quarter_link(earlier[0]) if earlier else None, later
        )
        yield from _everything(frame, quarter, happened)


def _by_quarter(frame: Frame) -> Mapping[Quarter, tuple[Happening, ...]]:
    found: defaultdict[Quarter, list[Happening]] = defaultdict(list)
    for one in frame.record.happenings:
        found[frame.quarter_of(one.day)].append(one)
    return {quarter: tuple(happened) for quarter, happened in found.items()}


def _quarter(
    frame: Frame,
    quarter: Quarter,
    happened: tuple[Happening, ...],
    earlier: Link | None,
    later: Link | None,
) -> Iterator[Output]:
    address = frame.addresses.at("quarter", quarter.slug)
    others = [one for one in happened if one.kind != "story"]
    councils = tuple(
        frame.link_to(one) for one in frame.record.councils.values() if one.quarter == quarter
    )
    filters = story_filters(frame, address)
    for at, cards in card_lists(frame, frame.record.stories_of("quarter", quarter.slug), address):
        is_first = cards.pager.number == 1
        page = frame.page(
            part_title(frame, frame.quarter(quarter), cards.pager),
            at,
            frame.say("quarters.description", quarter=frame.quarter(quarter)),
            trail=_trail(frame),
        )
        inputs = QuarterPage(
            site=frame.site,
            page=page,
            councils=councils,
            no_council=_no_council(frame, quarter) if not councils else None,
            happened=tuple(entry_of(frame, one) for one in others[:SHOWN]) if is_first else (),
            everything=_everything_link(frame, quarter, len(happened)),
            due=tuple(_due(frame, quarter)) if is_first else (),
            list=cards,
            filters=filters,
            earlier=earlier,
            later=later,
        )
        yield Output(page_path(at), "layouts/quarter.html", inputs)


def _no_council(frame: Frame, quarter: Quarter) -> str | None:
    """Return what a quarter without a council says; nothing where there is no council at all."""
    return missing_council(frame, quarter) if frame.keeps("council summary") else None


def _due(frame: Frame, quarter: Quarter) -> Iterator[CommitmentView]:
    """Yield the promises due in a quarter; one that is due in a year is due in no quarter of it."""
    for commitment in frame.record.commitments.values():
        year, _, rest = (commitment.made.due or "").partition("-")
        if rest and frame.quarter_of(dt.date(int(year), int(rest[:2]), 1)) == quarter:
            yield promise_view(frame, commitment)


def _trail(frame: Frame) -> tuple[Link, ...]:
    """Return the steps to a quarter: the council names all of them, where there is one."""
    above = (frame.section_link("council summary"),) if frame.keeps("council summary") else ()
    return (frame.home, *above)


def _everything_address(frame: Frame, quarter: Quarter) -> str:
    return f"{frame.addresses.at('quarter', quarter.slug)}timeline/"


def _everything_link(frame: Frame, quarter: Quarter, count: int) -> Link | None:
    words = frame.say("timeline.whole", count=count)
    return Link(words, _everything_address(frame, quarter)) if count else None


def _everything(
    frame: Frame, quarter: Quarter, happened: tuple[Happening, ...]
) -> Iterator[Output]:
    """Yield all that is dated in a quarter, stories included, in parts."""
    if happened:
        name = frame.quarter(quarter)
        timeline = Timeline(
            title=frame.say("quarters.timeline", quarter=name),
            address=_everything_address(frame, quarter),
            description=frame.say("quarters.timeline_description", quarter=name),
            trail=(*_trail(frame), frame.quarter_link(quarter)),
            entries=[entry_of(frame, one) for one in happened],
        )
        yield from timeline_pages(frame, timeline)
