"""A promise as any page shows it, with the last word on it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.compose.frame.frame import Frame
from site_builder.compose.views.lists import MissionTag
from site_builder.compose.views.page import Link
from site_builder.read.types import CaseStudy
from site_builder.relate.council.commitments import STATES, Commitment


@dataclass(frozen=True)
class CommitmentStep:
    """One thing that a council said of a commitment."""

    council: Link
    state: str
    note: str
    story: Link | None


@dataclass(frozen=True)
class CommitmentView:
    """A commitment with what became of it, in words; its page has all that was said of it."""

    id: str
    address: str
    text: str
    owner: str
    mission: MissionTag
    due: str | None
    made_at: Link
    state: str
    latest: CommitmentStep | None
    """The last word on it, if a council has said any since it was made."""
    is_silent: bool
    is_illustrative: bool


def promise_view(frame: Frame, commitment: Commitment) -> CommitmentView:
    """Return a commitment with the last word on it."""
    steps = tuple(
        CommitmentStep(
            frame.mention_of(said.council),
            said.update.state,
            said.update.note,
            frame.story_link(said.update.case_study),
        )
        for said in commitment.updates[-1:]
    )
    return CommitmentView(
        id=commitment.made.id,
        address=frame.addresses.of(commitment),
        text=commitment.made.text,
        owner=commitment.made.owner,
        mission=frame.mission_tag(commitment.made.mission),
        due=frame.part_of_time(commitment.made.due) if commitment.made.due else None,
        made_at=frame.mention_of(commitment.council),
        state=commitment.state,
        latest=steps[-1] if steps else None,
        is_silent=commitment.is_silent,
        is_illustrative=commitment.council.illustrative,
    )


def promise_counts(frame: Frame) -> tuple[Link, ...]:
    """Return how many promises are in each state that some are in, with the way to them."""
    found = Counter(one.state for one in frame.record.commitments.values())
    return tuple(
        Link(frame.say(f"ledger.counts.{state}", count=found[state]), _state_address(frame, state))
        for state in STATES
        if found[state]
    )


def _state_address(frame: Frame, state: str) -> str:
    return frame.addresses.at("commitment state", state)


@dataclass(frozen=True)
class ShownCommitment:
    """A commitment that a story shows, by the word of a council or of the story itself."""

    promise: Link
    made_at: Link
    said_at: Link | None
    """The council that said so."""
    state: str
    is_illustrative: bool


def shown_commitments(frame: Frame, story: CaseStudy) -> tuple[ShownCommitment, ...]:
    """Return the promises that a council says a story shows, then others that it names itself."""
    said = frame.record.shown_by.get(story.slug, ())
    by_council = (
        _shown(frame, one.commitment, one.said.update.state, frame.mention_of(one.said.council))
        for one in said
    )
    known = {one.commitment.slug for one in said}
    own = (_shown(frame, one, one.state, None) for one in _named(frame, story, known))
    return (*by_council, *own)


def _named(frame: Frame, story: CaseStudy, known: set[str]) -> Iterator[Commitment]:
    for id_ in dict.fromkeys(story.commitments):
        commitment = frame.record.commitments.get(id_)
        if commitment and id_ not in known:
            yield commitment


def _shown(
    frame: Frame, commitment: Commitment, state: str, said_at: Link | None
) -> ShownCommitment:
    return ShownCommitment(
        promise=frame.link_to(commitment),
        made_at=frame.mention_of(commitment.council),
        said_at=said_at,
        state=state,
        is_illustrative=commitment.council.illustrative,
    )
