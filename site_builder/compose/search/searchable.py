"""What a search reads of each thing: the words of its page, as plain text, what matters most first.

What a page does not show is not searched, or a search could tell what nobody may read.
"""

from collections.abc import Iterable, Iterator
from functools import singledispatch

from site_builder.compose.frame.frame import Frame
from site_builder.compose.frame.naming import Titled
from site_builder.read.types import (
    Barrier,
    CaseStudy,
    CouncilSummary,
    Deliberation,
    Event,
    MandateLetter,
    Mission,
    Place,
    Principle,
    Steward,
)
from site_builder.read.types import Page as PageItem
from site_builder.relate.council.commitments import Commitment

_ENDS = (".", "!", "?", ":", "…")

Passages = Iterator[str | None]
"""Texts that stand apart on a page; None for one that its author left out."""


def text_of(frame: Frame, thing: Titled) -> str:
    """Return all that the page of a thing says, its beginning fit to stand in a result."""
    return _sentences(_passages(thing, frame))


def _sentences(passages: Iterable[str | None]) -> str:
    """Return texts run together, each closed like a sentence."""
    texts = (text.strip() for text in passages if text and text.strip())
    return " ".join(text if text.endswith(_ENDS) else f"{text}." for text in texts)


@singledispatch
def _passages(thing: Titled, _frame: Frame) -> Passages:
    """Yield the texts of the page of a thing; a kind that is not named here has its title."""
    yield thing.title if not isinstance(thing, CouncilSummary) else None


@_passages.register
def _of_mission(thing: Mission, _frame: Frame) -> Passages:
    yield from (thing.statement, thing.why_it_matters, *thing.open_questions)
    for way in thing.ways_to_take_part:
        yield from (way.title, way.how)
    yield from thing.prose.passages


@_passages.register
def _of_text(thing: Principle | PageItem, _frame: Frame) -> Passages:
    yield from (thing.summary, *thing.prose.passages)


@_passages.register
def _of_place(thing: Place, _frame: Frame) -> Passages:
    yield ", ".join(dict.fromkeys((thing.name, thing.region, thing.nation)))


@_passages.register
def _of_story(story: CaseStudy, frame: Frame) -> Passages:
    record, learning = frame.record, story.learning
    yield from (story.summary, story.need, story.change, story.permission)
    yield from story.prose.passages
    # A principle that the public may not see takes what is said of it along.
    yield from (one.how for one in story.principles if one.principle in record.principles)
    yield from (learning.tried, learning.happened, learning.next, learning.unknown)
    yield from (outcome.text for outcome in story.outcomes)
    for voice in story.voices:
        yield from (voice.quote, voice.role)
    yield from (story.try_this, story.caveats)
    yield from (record.barriers[slug].title for slug in story.barriers if slug in record.barriers)
    yield ", ".join(record.partners[slug].name for slug in story.partners)
    yield record.places[story.place].region


@_passages.register
def _of_steward(steward: Steward, _frame: Frame) -> Passages:
    yield from (steward.summary, steward.role, steward.department, *steward.prose.passages)


@_passages.register
def _of_letter(letter: MandateLetter, _frame: Frame) -> Passages:
    yield from (letter.summary, letter.sender, *(ask.text for ask in letter.asks))
    yield from letter.prose.passages


@_passages.register
def _of_council(council: CouncilSummary, frame: Frame) -> Passages:
    yield from (council.summary, *council.prose.passages, council.venue)
    yield council.called_off
    yield from (line.item for line in council.agenda)
    for made in council.commitments:
        yield from (made.text, made.owner)
    yield from council.decisions
    for asked in council.questions_from_public:
        yield from (asked.question, asked.answer)
    for thanks in council.recognition:
        yield from (thanks.who, thanks.for_what)
    known = frame.record.commitments
    yield from (said.note for said in council.commitment_updates if said.commitment in known)


@_passages.register
def _of_commitment(commitment: Commitment, frame: Frame) -> Passages:
    made, record = commitment.made, frame.record
    yield from (made.text, made.owner)
    yield from (said.update.note for said in commitment.updates)
    for asked in record.asked_for.get(made.id, ()):
        yield from (asked.recommendation.text, asked.recommendation.support)
    if barrier := record.barriers.get(made.barrier or ""):
        yield barrier.title


@_passages.register
def _of_deliberation(thing: Deliberation, _frame: Frame) -> Passages:
    yield from (thing.question, thing.summary, thing.vision_statement, *thing.prose.passages)
    yield from (thing.dissent, thing.convened_by)
    for one in thing.recommendations:
        yield from (one.text, one.support, one.reason)
    if people := thing.participants:
        yield from (people.how_chosen, people.representative_of, people.support)
    yield from (phase.name for phase in thing.phases)
    for session in thing.sessions:
        yield from (session.title, session.venue, session.called_off)
    yield from (one.title for one in thing.evidence)
    for way in thing.mechanisms:
        yield from (way.title, way.how)


@_passages.register
def _of_barrier(barrier: Barrier, _frame: Frame) -> Passages:
    yield from (barrier.summary, barrier.named_by, barrier.owner, barrier.what_helped)
    yield from barrier.prose.passages


@_passages.register
def _of_event(event: Event, _frame: Frame) -> Passages:
    yield from (event.summary, *event.prose.passages, event.called_off)
    yield from (event.venue, event.public.attend, event.public.captions)
