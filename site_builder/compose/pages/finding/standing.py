"""The pages that stand by themselves: home, plain pages, and what is not found."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from markupsafe import Markup

from site_builder.compose.frame.frame import Frame
from site_builder.compose.frame.menu import TAKE_PART
from site_builder.compose.items.meetings import CouncilLine, NextMeeting, last_meeting, next_meeting
from site_builder.compose.items.mission_lists import mission_entries
from site_builder.compose.items.promises import promise_counts
from site_builder.compose.lists.cards import card_of
from site_builder.compose.output import Output, page_path
from site_builder.compose.views.lists import Card, Entry
from site_builder.compose.views.page import Link, Page, Site
from site_builder.compose.views.pictures import Picture
from site_builder.read.types import Page as PageItem
from site_builder.read.types.registers import WHOLE_COUNTRY
from site_builder.relate.permanence.addresses import address_of, section_address

NEWEST = 7
"""How many stories the home page shows: the newest by itself, and two rows of three."""


@dataclass(frozen=True)
class HomePage:
    """Inputs of layouts/home.html."""

    site: Site
    page: Page
    missions: tuple[Entry, ...]
    newest: tuple[Card, ...]
    counts: tuple[str, ...]
    """How much the record holds, in words."""
    stories: int
    council: CouncilLine | None
    """The latest meeting that was held."""
    next_meeting: NextMeeting | None
    promises: tuple[Link, ...]
    """How many promises are in each state, with the way to them."""
    all_promises: Link
    take_part: Link | None


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


def standing_pages(frame: Frame) -> Iterator[Output]:
    """Yield home, each plain page, and the page for what is not found."""
    pages = frame.record.pages
    yield _home(frame)
    yield from (_plain(frame, page) for slug, page in pages.items() if slug != TAKE_PART)
    yield _not_found(frame)


def _home(frame: Frame) -> Output:
    record = frame.record
    page = frame.page(frame.settings.site_name, "", frame.settings.site_description, trail=())
    inputs = HomePage(
        site=frame.site,
        page=page,
        missions=mission_entries(frame),
        newest=tuple(card_of(frame, one) for one in islice(record.case_studies.values(), NEWEST)),
        stories=len(record.case_studies),
        counts=_counts(frame),
        council=last_meeting(frame),
        next_meeting=next_meeting(frame),
        promises=promise_counts(frame),
        all_promises=Link(frame.say("ledger.every"), section_address("commitment")),
        take_part=frame.take_part,
    )
    return Output("index.html", "layouts/home.html", inputs)


def _counts(frame: Frame) -> tuple[str, ...]:
    """Return how much the record holds; what it has none of is not named."""
    record = frame.record
    nations = {record.places[story.place].nation for story in record.case_studies.values()}
    counted = {
        "missions": len(record.missions),
        "stories": len(record.case_studies),
        "nations": len(nations - {WHOLE_COUNTRY}),
        "councils": len(record.councils),
    }
    return tuple(
        frame.say(f"counts.{what}", count=count) for what, count in counted.items() if count
    )


def _plain(frame: Frame, item: PageItem) -> Output:
    page = frame.page(item.title, address_of(item), item.summary, item=item)
    body = frame.prose(item, page.root)
    inputs = PlainPage(frame.site, page, frame.picture(item), body)
    return Output(page_path(address_of(item)), "layouts/page.html", inputs)


def _not_found(frame: Frame) -> Output:
    title, description = frame.say("not_found.title"), frame.say("not_found.description")
    page = frame.unlisted_page(title, "404.html", description)
    # A host shows this page at any depth, so it alone can not use relative links.
    page = replace(page, root=frame.settings.base_path)
    return Output("404.html", "layouts/404.html", NotFoundPage(frame.site, page))
