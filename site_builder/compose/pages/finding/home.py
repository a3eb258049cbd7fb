"""The home page: what the record is, its newest stories, and what became of the promises.

A team puts it together in `pages/home.md`: its title and lead, the story that leads, and which
parts it has in which order. Without that file it has all of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

from markupsafe import Markup

from site_builder.compose.frame.frame import Frame
from site_builder.compose.items.meetings import CouncilLine, NextMeeting, last_meeting, next_meeting
from site_builder.compose.items.mission_lists import mission_entries
from site_builder.compose.items.promises import promise_counts
from site_builder.compose.lists.cards import card_of
from site_builder.compose.output import Output
from site_builder.compose.views.lists import Card, Entry
from site_builder.compose.views.page import Link, Page, Site
from site_builder.read.addresses import HOME
from site_builder.read.types import CaseStudy
from site_builder.read.types import Page as PageItem
from site_builder.read.types.page import Home, HomePart

NEWEST = 7
"""How many stories the home page shows: the newest by itself, and two rows of three."""


@dataclass(frozen=True)
class HomePage:
    """Inputs of layouts/home.html."""

    site: Site
    page: Page
    title: str
    lead: Markup
    """What stands under the title; the words of the interface where its authors wrote nothing."""
    parts: tuple[str, ...]
    """What is shown, in this order; what there is nothing of is not among them."""
    missions: tuple[Entry, ...]
    newest: tuple[Card, ...]
    counts: tuple[str, ...]
    """How much the record holds, in words."""
    stories: int
    council_meets: bool
    """Whether there is a council at all."""
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
    record, settings = frame.record, frame.settings
    item = record.pages.get(HOME)
    about = item.summary if item else settings.site_description
    page = frame.page(settings.site_name, "", about, trail=(), item=item)
    inputs = HomePage(
        site=frame.site,
        page=page,
        title=item.title if item else settings.site_description,
        lead=frame.prose(item, page.root) if item else Markup(),
        parts=_parts(frame, item),
        missions=mission_entries(frame),
        newest=tuple(card_of(frame, one) for one in _stories(frame, item)),
        stories=len(record.case_studies),
        counts=_counts(frame),
        council_meets=frame.has("council summary"),
        council=last_meeting(frame),
        next_meeting=next_meeting(frame),
        promises=promise_counts(frame),
        all_promises=Link(frame.say("ledger.every"), frame.addresses.section("commitment")),
        take_part=frame.take_part,
    )
    return Output("index.html", "layouts/home.html", inputs)


def _parts(frame: Frame, item: PageItem | None) -> tuple[HomePart, ...]:
    """Return the parts that the page has, in the order of its authors."""
    there = {
        "counts": True,
        "missions": frame.has("mission"),
        "stories": frame.has("case study") or not item,
        "council": frame.has("council summary"),
        "follow": bool(frame.feed_names),
        "take-part": frame.take_part is not None,
    }
    wanted = ((item and item.home) or Home()).parts
    return tuple(part for part in dict.fromkeys(wanted) if there[part])


def _stories(frame: Frame, item: PageItem | None) -> Iterator[CaseStudy]:
    """Yield the story that leads, which may be chosen, and the newest of the others."""
    stories = frame.record.case_studies
    chosen = stories.get(item.home.story or "") if item and item.home else None
    first = [chosen] if chosen else []
    others = (one for one in stories.values() if one is not chosen)
    yield from islice(chain(first, others), NEWEST)


def _counts(frame: Frame) -> tuple[str, ...]:
    """Return how much the record holds; what it has none of is not named."""
    record = frame.record
    nations = {record.places[story.place].nation for story in record.case_studies.values()}
    counted = {
        "missions": len(record.missions),
        "stories": len(record.case_studies),
        "nations": len(nations - {record.facts.country}),
        "councils": len(record.councils),
    }
    return tuple(
        frame.say(f"counts.{what}", count=count) for what, count in counted.items() if count
    )
