"""What a search reads of each thing: the words of its page, as plain text, what matters most first.

What a page does not show is not searched, or a search could tell what nobody may read.
"""

from collections.abc import Iterable, Iterator

from site_builder.compose.frame import Frame, Titled
from site_builder.read.types import CaseStudy, CouncilSummary, Event, Mission, Place, Principle
from site_builder.read.types import Page as PageItem

_ENDS = (".", "!", "?", ":", "…")

Passages = Iterator[str | None]
"""Texts that stand apart on a page; None for one that its author left out."""


def text_of(frame: Frame, thing: Titled) -> str:
    """Return all that the page of a thing says, its beginning fit to stand in a result."""
    return _sentences(_passages(frame, thing))


def _sentences(passages: Iterable[str | None]) -> str:
    """Return texts run together, each closed like a sentence."""
    texts = (text.strip() for text in passages if text and text.strip())
    return " ".join(text if text.endswith(_ENDS) else f"{text}." for text in texts)


def _passages(frame: Frame, thing: Titled) -> Passages:
    match thing:
        case CaseStudy():
            yield from _of_story(frame, thing)
        case CouncilSummary():
            yield from _of_council(frame, thing)
        case Mission():
            yield from (thing.statement, thing.why_it_matters, *thing.open_questions)
            for way in thing.ways_to_take_part:
                yield from (way.title, way.how)
            yield from thing.prose.passages
        case Event():
            yield from (thing.summary, *thing.prose.passages, thing.called_off)
            yield from (thing.venue, thing.public.attend, thing.public.captions)
        case Principle() | PageItem():
            yield from (thing.summary, *thing.prose.passages)
        case Place():
            yield ", ".join(dict.fromkeys((thing.name, thing.region, thing.nation)))
        case _:
            yield thing.title


def _of_story(frame: Frame, story: CaseStudy) -> Passages:
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
    yield ", ".join(record.partners[slug].name for slug in story.partners)
    yield record.places[story.place].region


def _of_council(frame: Frame, council: CouncilSummary) -> Passages:
    yield from (council.summary, *council.prose.passages, council.venue)
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
