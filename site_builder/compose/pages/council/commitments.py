"""The page of each promise: who asked for it, who made it, and every later word on it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from operator import attrgetter

from site_builder.compose.frame.citations import citation
from site_builder.compose.frame.frame import Frame
from site_builder.compose.frame.head import shortened
from site_builder.compose.frame.old_addresses import WithdrawnPage, instead
from site_builder.compose.items.mission_lists import promises_address
from site_builder.compose.items.promises import CommitmentView, promise_view
from site_builder.compose.output import Output, page_path
from site_builder.compose.views.page import Link, Page, Site
from site_builder.read.types import CaseStudy, CouncilSummary, Item
from site_builder.read.types.council_summary import MadeCommitment
from site_builder.read.types.item import Withdrawal
from site_builder.relate.council.commitments import Commitment, LedgerUpdate
from site_builder.relate.council.ends_of_commitments import AskedFor

LONGEST_TITLE = 55
"""How many characters of a promise stand in the title of its page: with the mark of an invented
one they are as many as a search engine shows."""


@dataclass(frozen=True)
class Ask:
    """A recommendation that the promise answers."""

    text: str
    support: str | None
    date: str
    """The last day of the deliberation."""
    datetime: str
    deliberation: Link
    is_illustrative: bool
    """True when it is an invented example, and the promise is not."""


@dataclass(frozen=True)
class Word:
    """A word on a promise: what a council said of it, or a story that shows it."""

    state: str
    """made, under-way, kept, changed or dropped; nothing when it is a story alone."""
    date: str
    datetime: str
    is_illustrative: bool
    """True when it is an invented example, and the promise is not."""
    note: str = ""
    council: Link | None = None
    story: Link | None = None


@dataclass(frozen=True)
class CommitmentPage:
    """Inputs of layouts/commitment.html."""

    site: Site
    page: Page
    promise: CommitmentView
    made: Word
    barrier: Link | None
    """What it is meant to remove."""
    asks: tuple[Ask, ...]
    words: tuple[Word, ...]
    """Oldest first."""
    silent_at: Link | None
    """The latest council, if it said nothing of it."""
    others: Link
    """All promises for its mission."""


def commitment_pages(frame: Frame) -> Iterator[Output]:
    """Yield the page of each promise, and the notice at the address of each withdrawn one."""
    for commitment in frame.record.commitments.values():
        yield _commitment(frame, commitment)
    yield from _withdrawn(frame)


def _commitment(frame: Frame, commitment: Commitment) -> Output:
    mission = frame.record.missions[commitment.made.mission]
    asked = frame.record.asked_for.get(commitment.slug, ())
    inputs = CommitmentPage(
        site=frame.site,
        page=_page(frame, commitment),
        promise=promise_view(frame, commitment),
        made=_word(frame, commitment, commitment.council, state="made"),
        barrier=_barrier(frame, commitment.made),
        asks=tuple(_ask(frame, commitment, one) for one in asked),
        words=tuple(_words(frame, commitment)),
        silent_at=frame.mention_of(commitment.silent_at) if commitment.silent_at else None,
        others=Link(
            frame.say("promises.title", mission=mission.title), promises_address(frame, mission)
        ),
    )
    return Output(page_path(frame.addresses.of(commitment)), "layouts/commitment.html", inputs)


def _page(frame: Frame, commitment: Commitment) -> Page:
    """Return the page; what the council's page must say of itself, each of its promises must."""
    title, council = shortened(commitment.title, LONGEST_TITLE), commitment.council
    page = frame.page(
        frame.say("head.illustrative", title=title) if council.illustrative else title,
        frame.addresses.of(commitment),
        commitment.title,
        trail=(frame.home, frame.section_link("commitment")),
        missions=(commitment.made.mission,),
    )
    cited = citation(
        frame.settings,
        frame.theme.words,
        title=title,
        address=frame.addresses.of(commitment),
        day=council.held_on,
        illustrative=council.illustrative,
    )
    return replace(page, notices=frame.notices(council), citation=cited)


def _barrier(frame: Frame, made: MadeCommitment) -> Link | None:
    barrier = frame.record.barriers.get(made.barrier or "")
    return frame.link_to(barrier) if barrier else None


def _ask(frame: Frame, commitment: Commitment, asked: AskedFor) -> Ask:
    deliberation, recommendation = asked
    day = deliberation.phases[-1].ends
    return Ask(
        text=recommendation.text,
        support=recommendation.support,
        date=frame.day(day),
        datetime=day.isoformat(),
        deliberation=Link(
            frame.title_of(deliberation),
            frame.addresses.recommendation(deliberation.slug, recommendation.id),
        ),
        is_illustrative=_is_invented(deliberation, commitment),
    )


def _is_invented(told: Item, commitment: Commitment) -> bool:
    """Tell whether something is an invented example beside a promise that is not."""
    return told.illustrative and not commitment.council.illustrative


def _words(frame: Frame, commitment: Commitment) -> Iterator[Word]:
    """Yield every later word in the order of its day; a story that a council named comes once."""
    said = {one.update.case_study for one in commitment.updates}
    words = [_said(frame, commitment, one) for one in commitment.updates]
    words += [_shown(frame, commitment, one) for one in commitment.stories if one.slug not in said]
    yield from sorted(words, key=attrgetter("datetime"))


def _said(frame: Frame, commitment: Commitment, one: LedgerUpdate) -> Word:
    update = one.update
    word = _word(frame, commitment, one.council, state=update.state)
    return replace(word, note=update.note, story=frame.story_link(update.case_study))


def _word(frame: Frame, commitment: Commitment, council: CouncilSummary, state: str) -> Word:
    return Word(
        state=state,
        date=frame.day(council.held_on),
        datetime=council.held_on.isoformat(),
        council=frame.link_to(council),
        is_illustrative=_is_invented(council, commitment),
    )


def _shown(frame: Frame, commitment: Commitment, story: CaseStudy) -> Word:
    return Word(
        state="",
        date=frame.day(story.date),
        datetime=story.date.isoformat(),
        story=frame.link_to(story),
        is_illustrative=_is_invented(story, commitment),
    )


def _withdrawn(frame: Frame) -> Iterator[Output]:
    """Yield a notice for each promise of a withdrawn council that no other council has made."""
    councils = [one for one in frame.record.withdrawn if isinstance(one, CouncilSummary)]
    gone = {
        made.id: council
        for council in sorted(councils, key=attrgetter("quarter"))
        for made in council.commitments
        if made.id not in frame.record.commitments
    }
    for id_, council in gone.items():
        if council.withdrawn:
            yield _notice(frame, id_, council, council.withdrawn)


def _notice(frame: Frame, id_: str, council: CouncilSummary, withdrawal: Withdrawal) -> Output:
    """Return the page at the address of a promise that was withdrawn with its council."""
    address = frame.addresses.at("commitment", id_)
    title = frame.say("withdrawn.title", what=frame.say("nouns.commitment"))
    inputs = WithdrawnPage(
        site=frame.site,
        page=frame.unlisted_page(title, address, frame.say("withdrawn.description")),
        why=frame.say("withdrawn.why", day=frame.day(withdrawal.on), reason=withdrawal.reason),
        instead=instead(frame, council),
    )
    return Output(page_path(address), "layouts/withdrawn.html", inputs)
