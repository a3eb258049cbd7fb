"""The home page: what the record is, its newest stories, and what became of the promises."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from site_builder.compose.frame.frame import Frame
from site_builder.compose.items.meetings import CouncilLine, NextMeeting, last_meeting, next_meeting
from site_builder.compose.items.mission_lists import mission_entries
from site_builder.compose.items.promises import promise_counts
from site_builder.compose.lists.cards import card_of
from site_builder.compose.output import Output
from site_builder.compose.views.lists import Card, Entry
from site_builder.compose.views.page import Link, Page, Site
from site_builder.read.types.registers import WHOLE_COUNTRY

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


def home_page(frame: Frame) -> Iterator[Output]:
    """Yield home."""
    yield _home(frame)


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
        all_promises=Link(frame.say("ledger.every"), frame.addresses.section("commitment")),
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
