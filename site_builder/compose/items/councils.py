"""A council summary as its page and its feeds tell it."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.compose.frame.frame import Frame
from site_builder.compose.frame.own.file_links import AccessView
from site_builder.compose.items.promises import CommitmentView, promise_view
from site_builder.compose.items.stewardship import AttendeeView, attendees
from site_builder.compose.views.dates import held_times
from site_builder.compose.views.lists import MissionTag
from site_builder.compose.views.page import Link
from site_builder.read.types import CouncilSummary
from site_builder.read.types.council_summary import PublicQuestion


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
    public: AccessView
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


def summary_view(frame: Frame, council: CouncilSummary, root: str) -> Summary:
    """Return a summary ready to be told from a page, or from a feed; see `story_view`."""
    ledger = frame.record.commitments
    return Summary(
        title=frame.title_of(council),
        summary=council.summary,
        meeting=_meeting(frame, council, root),
        attendance=attendees(frame, council),
        apologies=council.apologies,
        agenda=tuple(
            AgendaLine(line.item, frame.mission_tag(line.mission) if line.mission else None)
            for line in council.agenda
        ),
        commitments=tuple(promise_view(frame, ledger[made.id]) for made in council.commitments),
        earlier=tuple(_past_words(frame, council)),
        decisions=council.decisions,
        questions=council.questions_from_public,
        recognition=tuple(
            RecognitionView(one.who, one.for_what, frame.story_link(one.case_study))
            for one in council.recognition
        ),
        body=frame.prose(council, root),
    )


def _meeting(frame: Frame, council: CouncilSummary, root: str) -> Meeting:
    return Meeting(
        quarter=frame.quarter(council.quarter),
        date=frame.day(council.held_on),
        datetime=council.held_on.isoformat(),
        times=held_times(frame.theme.words, council),
        venue=council.venue,
        chair=council.chair,
        state=frame.say(f"council.states.{'off' if council.called_off else council.state}"),
        public=frame.file_links.access(council, council.public, root),
        next_meeting=frame.day(council.next_meeting) if council.next_meeting else None,
    )


def _past_words(frame: Frame, council: CouncilSummary) -> Iterator[PastWord]:
    for update in council.commitment_updates:
        commitment = frame.record.commitments.get(update.commitment)
        if commitment:
            yield PastWord(
                commitment.made.text,
                frame.addresses.of(commitment),
                frame.mention_of(commitment.council),
                frame.mission_tag(commitment.made.mission),
                update.state,
                update.note,
                frame.story_link(update.case_study),
            )
