"""Items of feeds that are notes: promises and every word on them, barriers, and changes.

Each has an id of its own, made of that of the item it belongs to, so that a later word is a new
item to a reader and an edit of an earlier one is not.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from site_builder.compose.feeds.items import (
    FeedItem,
    Line,
    Note,
    ids_of,
    note_item,
    published_at,
    root_of,
    told_changes,
    updates,
    withdrawn_item,
    withdrawn_note,
)
from site_builder.compose.frame.frame import Frame
from site_builder.compose.frame.history import kind, note
from site_builder.compose.items.promises import promise_view
from site_builder.compose.views.page import Link
from site_builder.read.types import Barrier, CaseStudy, CouncilSummary, Item
from site_builder.read.types.item import Withdrawal
from site_builder.read.types.kinds import kind_of
from site_builder.relate.council.commitments import Commitment, LedgerUpdate
from site_builder.relate.dated.changes import Changed


def commitment_items(frame: Frame) -> Iterator[FeedItem]:
    """Yield each promise, each later word on it, and a notice for each of both withdrawn."""
    for commitment in frame.record.commitments.values():
        yield _promise(frame, commitment)
        yield from (_word(frame, commitment, said) for said in commitment.updates)
        yield from (_shown(frame, commitment, story) for story in commitment.stories)
    for item in frame.record.withdrawn:
        if isinstance(item, CouncilSummary):
            yield from _withdrawn_promises(frame, item)


def barrier_items(frame: Frame) -> Iterator[FeedItem]:
    """Yield each barrier when it was named, and again when it was removed."""
    for barrier in frame.record.barriers.values():
        yield _named(frame, barrier)
        if barrier.removed_on:
            yield _removed(frame, barrier)
    for item in frame.record.withdrawn:
        if isinstance(item, Barrier) and item.withdrawn:
            notice = withdrawn_item(frame, item, item.withdrawn)
            yield notice
            if item.removed_on:
                yield replace(notice, id=ids_of(frame).of_part(item, "removed"))


def change_items(frame: Frame) -> Iterator[FeedItem]:
    """Yield every change but the minor ones, and every withdrawal."""
    counted: Counter[tuple[str, object]] = Counter()
    for told in frame.record.changes:
        if told.kind not in ("minor", "withdrawn", "replacement"):
            counted[told.item.path, told.day] += 1
            yield _change(frame, told, counted[told.item.path, told.day])
    for item in frame.record.withdrawn:
        if item.withdrawn:
            yield withdrawal_item(frame, item, item.withdrawn)


def withdrawal_item(frame: Frame, item: Item, withdrawal: Withdrawal) -> FeedItem:
    """Return the news that an item was withdrawn."""
    return withdrawn_note(
        frame,
        item,
        withdrawal,
        id_=ids_of(frame).of_withdrawal(item, withdrawal.on),
        noun=frame.say(f"nouns.{kind_of(item).name}"),
        address=frame.addresses.of(item),
        published=frame.moment_of(withdrawal.on),
    )


def _promise(frame: Frame, commitment: Commitment) -> FeedItem:
    made, council = promise_view(frame, commitment), commitment.council
    owner = frame.say("commitment.owner", owner=made.owner)
    due = [Line(frame.say("commitment.due", day=made.due))] if made.due else []
    lines = (
        Line(commitment.title),
        Line(owner),
        *due,
        Line(frame.say("feeds.promised_at"), frame.link_to(council)),
        Line(frame.say("feeds.for_mission"), Link(made.mission.name, made.mission.address)),
    )
    return _of_promise(
        frame, commitment, council, "promise", title=commitment.title, summary=owner, lines=lines
    )


def _word(frame: Frame, commitment: Commitment, said: LedgerUpdate) -> FeedItem:
    update = said.update
    story = frame.story_link(update.case_study)
    lines = (
        Line(update.note, story),
        Line(frame.say("feeds.promise"), frame.link_to(commitment)),
        Line(frame.say("feeds.said_at"), frame.link_to(said.council)),
    )
    state = frame.say(f"commitment.state_names.{update.state}")
    title = frame.say("feeds.word", state=state, promise=commitment.title)
    return _of_promise(
        frame, commitment, said.council, "word", title=title, summary=update.note, lines=lines
    )


def _shown(frame: Frame, commitment: Commitment, story: CaseStudy) -> FeedItem:
    title = frame.say("feeds.word", state=frame.say("commitment.shown"), promise=commitment.title)
    lines = (
        Line(story.summary, frame.link_to(story)),
        Line(frame.say("feeds.promise"), frame.link_to(commitment)),
    )
    return _of_promise(
        frame, commitment, story, "word", title=title, summary=story.summary, lines=lines
    )


def _of_promise(  # noqa: PLR0913 - each is named where it is given
    frame: Frame,
    commitment: Commitment,
    teller: CouncilSummary | CaseStudy,
    part: str,
    *,
    title: str,
    summary: str,
    lines: tuple[Line, ...],
) -> FeedItem:
    """Return a promise or a word on one, dated by the council or the story that tells of it."""
    return note_item(
        frame,
        id_=ids_of(frame).of_part(teller, part, commitment.slug),
        title=title,
        address=frame.addresses.of(commitment),
        published=published_at(frame, teller),
        summary=summary,
        note=Note(root_of(frame), lines, _notices(frame, teller, commitment.council)),
        categories=(frame.record.missions[commitment.made.mission].title,),
        language=teller.lang,
    )


def _notices(frame: Frame, *tellers: Item) -> tuple[str, ...]:
    """Return what must be said of any of those that tell of something, once."""
    return tuple(dict.fromkeys(one for item in tellers for one in frame.notices(item)))


def _withdrawn_promises(frame: Frame, council: CouncilSummary) -> Iterator[FeedItem]:
    """Yield a notice for each promise and word of a withdrawn council, unless said elsewhere."""
    parts = [("promise", made.id) for made in council.commitments]
    parts += [("word", update.commitment) for update in council.commitment_updates]
    for part, slug in parts:
        is_public = slug in frame.record.commitments
        if council.withdrawn and is_public == (part == "word"):
            yield withdrawn_note(
                frame,
                council,
                council.withdrawn,
                id_=ids_of(frame).of_part(council, part, slug),
                noun=frame.say("nouns.commitment" if part == "promise" else "feeds.word_noun"),
                address=frame.addresses.at("commitment", slug),
                published=published_at(frame, council),
            )


def _named(frame: Frame, barrier: Barrier) -> FeedItem:
    told, root = told_changes(barrier), root_of(frame)
    who = frame.say("barriers.named", who=barrier.named_by, day=frame.day(barrier.named_on))
    owner = [Line(frame.say("feeds.owner", who=barrier.owner))] if barrier.owner else []
    return note_item(
        frame,
        id_=ids_of(frame).of(barrier),
        title=barrier.title,
        address=frame.addresses.of(barrier),
        published=published_at(frame, barrier),
        summary=barrier.summary,
        note=Note(
            root,
            (Line(barrier.summary), Line(who), *owner),
            frame.notices(barrier),
            updates(frame, told),
            frame.picture(barrier),
            frame.prose(barrier, root),
        ),
        updated=max((frame.moment_of(change.date) for change in told), default=None),
        categories=_kind(frame, barrier),
        language=barrier.lang,
    )


def _removed(frame: Frame, barrier: Barrier) -> FeedItem:
    what_helped = barrier.what_helped or barrier.summary
    return note_item(
        frame,
        id_=ids_of(frame).of_part(barrier, "removed"),
        title=frame.say("feeds.removed", title=barrier.title),
        address=frame.addresses.of(barrier),
        published=frame.moment_of(barrier.removed_on or barrier.named_on),
        summary=what_helped,
        note=Note(
            root_of(frame),
            (Line(what_helped), Line(barrier.summary, frame.link_to(barrier))),
            frame.notices(barrier),
        ),
        categories=_kind(frame, barrier),
        language=barrier.lang,
    )


def _kind(frame: Frame, barrier: Barrier) -> tuple[str, ...]:
    return (frame.say(f"barriers.kinds.{barrier.kind}"),)


def _change(frame: Frame, told: Changed, number: int) -> FeedItem:
    words = frame.theme.words
    noun = frame.say(f"nouns.{kind_of(told.item).name}")
    what = frame.say("changes.of", what=noun, kind=kind(told, words))
    shown = frame.record.shelves[kind_of(told.item).name][told.item.slug]
    said = note(told, words)
    invented = (frame.say("notices.illustrative"),) if told.is_illustrative else ()
    return note_item(
        frame,
        id_=ids_of(frame).of_change(told.item, told.day, number),
        title=frame.say("feeds.change", title=frame.title_of(shown), what=what),
        address=frame.addresses.of(told.item),
        published=frame.moment_of(told.day),
        summary=said,
        note=Note(root_of(frame), (Line(said, frame.link_to(shown)),), invented),
        categories=(frame.say(f"changes.kinds.{told.kind}"),),
        language=told.item.lang,
    )
