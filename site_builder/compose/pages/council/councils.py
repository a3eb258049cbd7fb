"""The pages of the council: each quarterly summary, and the list of all."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.compose.frame.frame import Frame
from site_builder.compose.items.councils import Summary, summary_view
from site_builder.compose.items.meetings import (
    CouncilLine,
    NextMeeting,
    _told,
    council_line,
    next_meeting,
)
from site_builder.compose.items.occasions import title_now, to_add
from site_builder.compose.lists.cards import card_of
from site_builder.compose.output import Output, page_path
from site_builder.compose.views.lists import Card
from site_builder.compose.views.page import Link, Page, Site
from site_builder.compose.views.pictures import Picture
from site_builder.read.types import CouncilSummary
from site_builder.read.types.fields.dates import Quarter
from site_builder.relate.permanence.promised import feed_page


@dataclass(frozen=True)
class CouncilSummaryPage:
    """Inputs of layouts/council-summary.html."""

    site: Site
    page: Page
    council: Summary
    calendar: str | None
    """The file that puts it into a calendar, while it is still to come."""
    cover: Markup
    picture: Picture | None
    cards: tuple[Card, ...]
    previous: Link | None
    following: Link | None
    quarter: Link


@dataclass(frozen=True)
class CouncilPage:
    """Inputs of layouts/council.html."""

    site: Site
    page: Page
    meetings: tuple[CouncilLine, ...]
    next_meeting: NextMeeting | None
    quarters: tuple[Link, ...]
    missing: tuple[str, ...]
    """A sentence for each quarter that is over and has no summary."""
    feed: str | None


def council_pages(frame: Frame) -> Iterator[Output]:
    """Yield the list of meetings, and each meeting's summary."""
    yield _council(frame)
    in_order = list(frame.record.councils.values())
    for number, council in enumerate(in_order):
        later = in_order[number - 1] if number else None
        earlier = in_order[number + 1] if number + 1 < len(in_order) else None
        yield _summary(frame, council, earlier, later)


def council_lines(frame: Frame) -> tuple[CouncilLine, ...]:
    """Return a line for each meeting, newest first."""
    return tuple(council_line(frame, council) for council in frame.record.councils.values())


def missing_council(frame: Frame, quarter: Quarter) -> str:
    """Return the sentence that says of a quarter that its council is missing."""
    return frame.say("cadence.no_council", quarter=frame.quarter(quarter))


def _without_council(frame: Frame) -> tuple[Quarter, ...]:
    return frame.record.cadence.quarters_without_council


def _council(frame: Frame) -> Output:
    record, address = frame.record, frame.addresses.section("council summary")
    page = frame.page(frame.say("council.list"), address, frame.say("council.description"))
    inputs = CouncilPage(
        site=frame.site,
        page=page,
        meetings=council_lines(frame),
        next_meeting=next_meeting(frame),
        quarters=tuple(frame.quarter_link(quarter) for quarter in record.quarters),
        missing=tuple(missing_council(frame, one) for one in _without_council(frame)),
        feed=feed_page(address) if frame.feed_names else None,
    )
    return Output(page_path(address), "layouts/council.html", inputs)


def _summary(
    frame: Frame,
    council: CouncilSummary,
    earlier: CouncilSummary | None,
    later: CouncilSummary | None,
) -> Output:
    address = frame.addresses.of(council)
    page = frame.page(
        title_now(frame, frame.title_of(council), council.called_off),
        address,
        council.summary,
        trail=(frame.home, frame.section_link("council summary")),
        item=council,
    )
    inputs = CouncilSummaryPage(
        site=frame.site,
        page=page,
        council=summary_view(frame, council, page.root),
        calendar=to_add(frame, council, council),
        cover=frame.cover(council),
        picture=frame.picture(council),
        cards=tuple(card_of(frame, one) for one in _told(frame, council)),
        previous=frame.link_to(earlier) if earlier else None,
        following=frame.link_to(later) if later else None,
        quarter=frame.quarter_link(council.quarter),
    )
    return Output(page_path(address), "layouts/council-summary.html", inputs)
