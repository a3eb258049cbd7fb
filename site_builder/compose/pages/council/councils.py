"""The pages of the council: each quarterly summary, and the list of all."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.compose.frame.frame import Frame
from site_builder.compose.items.occasion_files import to_add
from site_builder.compose.items.occasions import title_now
from site_builder.compose.items.stewardship import AttendeeView, attendees
from site_builder.compose.output import Output, page_path
from site_builder.compose.views.dates import clock_times
from site_builder.compose.views.page import (
    Card,
    CommitmentView,
    Link,
    MissionTag,
    Page,
    Picture,
    Site,
)
from site_builder.read.types import CaseStudy, CouncilSummary
from site_builder.read.types.council_summary import PublicQuestion
from site_builder.read.types.fields.fields import Quarter
from site_builder.read.types.parts.public_access import PublicAccess
from site_builder.relate.permanence.addresses import address_for, address_of, section_address
from site_builder.relate.permanence.promised import feed_page


@dataclass(frozen=True)
class AgendaLine:
    """One item of an agenda."""

    item: str
    mission: MissionTag | None


@dataclass(frozen=True)
class Meeting:
    """When and where a council met, or will meet."""

    quarter: str
    date: str
    datetime: str
    times: str | None
    venue: str | None
    chair: str
    state: str
    public: PublicAccess
    next_meeting: str | None


@dataclass(frozen=True)
class PastWord:
    """What this meeting said of an earlier commitment."""

    text: str
    address: str
    made_at: Link
    mission: MissionTag
    state: str
    note: str
    story: Link | None


@dataclass(frozen=True)
class RecognitionView:
    """Whose work this meeting recognised, what for, and the story that tells of it."""

    who: str
    for_what: str
    story: Link | None


@dataclass(frozen=True)
class Summary:
    """A council summary as its page and its feeds tell it."""

    title: str
    summary: str
    meeting: Meeting
    attendance: tuple[AttendeeView, ...]
    apologies: tuple[str, ...]
    agenda: tuple[AgendaLine, ...]
    commitments: tuple[CommitmentView, ...]
    earlier: tuple[PastWord, ...]
    decisions: tuple[str, ...]
    questions: tuple[PublicQuestion, ...]
    recognition: tuple[RecognitionView, ...]
    body: Markup


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
class CouncilLine:
    """A meeting in the list of meetings."""

    link: Link
    date: str
    datetime: str
    summary: str
    stories: int
    promises: int
    is_announced: bool
    is_off: bool
    is_illustrative: bool


@dataclass(frozen=True)
class NextMeeting:
    """The meeting to come, as far as it is known."""

    date: str
    datetime: str
    link: Link | None
    """Its own page, once it is announced."""


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
    return tuple(_line(frame, council) for council in frame.record.councils.values())


def _line(frame: Frame, council: CouncilSummary) -> CouncilLine:
    return CouncilLine(
        link=frame.link_to(council),
        date=frame.day(council.held_on),
        datetime=council.held_on.isoformat(),
        summary=council.summary,
        stories=len(_told(frame, council)),
        promises=len(council.commitments),
        is_announced=council.state == "announced",
        is_off=council.called_off is not None,
        is_illustrative=council.illustrative,
    )


def missing_council(frame: Frame, quarter: Quarter) -> str:
    """Return the sentence that says of a quarter that its council is missing."""
    return frame.say("cadence.no_council", quarter=frame.quarter(quarter))


def _without_council(frame: Frame) -> tuple[Quarter, ...]:
    return frame.record.cadence.quarters_without_council


def last_meeting(frame: Frame) -> CouncilLine | None:
    """Return the latest meeting that was held."""
    held = (one for one in frame.record.councils.values() if one.state != "announced")
    return next((_line(frame, council) for council in held), None)


def next_meeting(frame: Frame) -> NextMeeting | None:
    """Return the meeting that is announced, or the day that the latest summary names."""
    latest = next(iter(frame.record.councils.values()), None)
    if latest and latest.state == "announced" and not latest.called_off:
        link = frame.link_to(latest)
        return NextMeeting(frame.day(latest.held_on), latest.held_on.isoformat(), link)
    day = latest.next_meeting if latest else None
    return NextMeeting(frame.day(day), day.isoformat(), None) if day else None


def _told(frame: Frame, council: CouncilSummary) -> tuple[CaseStudy, ...]:
    """Return the stories told at a meeting that the public may see."""
    told = (frame.record.case_studies.get(slug) for slug in dict.fromkeys(council.case_studies))
    return tuple(story for story in told if story)


def _council(frame: Frame) -> Output:
    record, address = frame.record, section_address("council summary")
    page = frame.page(frame.say("council.list"), address, frame.say("council.description"))
    inputs = CouncilPage(
        site=frame.site,
        page=page,
        meetings=council_lines(frame),
        next_meeting=next_meeting(frame),
        quarters=tuple(quarter_link(frame, quarter) for quarter in record.quarters),
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
    address = address_of(council)
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
        cover=frame.council_cover(council),
        picture=frame.picture(council),
        cards=tuple(map(frame.card, _told(frame, council))),
        previous=frame.link_to(earlier) if earlier else None,
        following=frame.link_to(later) if later else None,
        quarter=quarter_link(frame, council.quarter),
    )
    return Output(page_path(address), "layouts/council-summary.html", inputs)


def summary_view(frame: Frame, council: CouncilSummary, root: str) -> Summary:
    """Return a summary ready to be told from a page, or from a feed; see `story_view`."""
    ledger = frame.record.commitments
    return Summary(
        title=frame.title_of(council),
        summary=council.summary,
        meeting=_meeting(frame, council),
        attendance=attendees(frame, council),
        apologies=council.apologies,
        agenda=tuple(
            AgendaLine(line.item, frame.mission_tag(line.mission) if line.mission else None)
            for line in council.agenda
        ),
        commitments=tuple(frame.commitment(ledger[made.id]) for made in council.commitments),
        earlier=tuple(_past_words(frame, council)),
        decisions=council.decisions,
        questions=council.questions_from_public,
        recognition=tuple(
            RecognitionView(one.who, one.for_what, frame.story_link(one.case_study))
            for one in council.recognition
        ),
        body=frame.prose(council, root),
    )


def _meeting(frame: Frame, council: CouncilSummary) -> Meeting:
    return Meeting(
        quarter=frame.quarter(council.quarter),
        date=frame.day(council.held_on),
        datetime=council.held_on.isoformat(),
        times=clock_times(frame.theme.words, council.starts, council.ends),
        venue=council.venue,
        chair=council.chair,
        state=frame.say(f"council.states.{'off' if council.called_off else council.state}"),
        public=council.public,
        next_meeting=frame.day(council.next_meeting) if council.next_meeting else None,
    )


def _past_words(frame: Frame, council: CouncilSummary) -> Iterator[PastWord]:
    for update in council.commitment_updates:
        commitment = frame.record.commitments.get(update.commitment)
        if commitment:
            yield PastWord(
                commitment.made.text,
                address_of(commitment),
                frame.mention_of(commitment.council),
                frame.mission_tag(commitment.made.mission),
                update.state,
                update.note,
                frame.story_link(update.case_study),
            )


def quarter_link(frame: Frame, quarter: Quarter) -> Link:
    """Return a link to the page of a quarter."""
    return Link(frame.quarter(quarter), address_for("quarter", quarter.slug))
