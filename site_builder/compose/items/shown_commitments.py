"""The promises that a case study shows, as its page names them."""

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.compose.frame.frame import Frame
from site_builder.compose.views.page import Link
from site_builder.read.types import CaseStudy
from site_builder.relate.council.commitments import Commitment


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
