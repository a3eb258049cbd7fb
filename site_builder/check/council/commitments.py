"""A promise is made at a meeting that was held, and followed in words at each later one."""

import re
from collections.abc import Iterator, Mapping

from site_builder.read.content import Content
from site_builder.read.front_matter.faults import name_of
from site_builder.read.problems import Problem
from site_builder.read.source import Source
from site_builder.read.types import CouncilSummary
from site_builder.relate.council.commitments import Commitment, ledger
from site_builder.relate.visibility import Sight, Viewer

_PERCENTAGE = re.compile(r"\d\s?(?:%|per ?cent\b)", re.I)
_UPDATES = "commitment_updates"


def commitment_slips(content: Content, viewer: Viewer) -> Iterator[Problem]:
    """Yield words on promises that come too early, twice or in figures, and silence on them."""
    councils = [one for one in content.items if isinstance(one, CouncilSummary)]
    made = _made(councils)
    for council in councils:
        source = content.sources[council.path]
        yield from _too_early(council, source)
        yield from _updates(council, source, made)
        yield from _contradictions(council, source)
    public = [one for one in councils if viewer.sight_of(one) is Sight.PUBLIC]
    for commitment in ledger(public).values():
        yield from _silence(commitment, content)


def _made(councils: list[CouncilSummary]) -> Mapping[str, CouncilSummary]:
    """Return the first council that made each commitment; a withdrawn one only if no other did."""
    last_first = sorted(councils, key=lambda one: one.held_on, reverse=True)
    last_first.sort(key=lambda one: one.status != "withdrawn")
    return {made.id: council for council in last_first for made in council.commitments}


def _too_early(council: CouncilSummary, source: Source) -> Iterator[Problem]:
    for field in ("commitments", _UPDATES):
        if council.state == "announced" and getattr(council, field):
            at = source.position_of((field,), of_key=True)
            what = f"`state` is announced, but the meeting has `{field}` already."
            fix = "Write `state: draft` once it was held, or take them out until then."
            yield source.problem(at, "promise-before-meeting", what, fix)


def _updates(
    council: CouncilSummary, source: Source, made: Mapping[str, CouncilSummary]
) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, update in enumerate(council.commitment_updates):
        at = _UPDATES, number, "commitment"
        says = f'{name_of(at)} is "{update.commitment}", which'
        made_at = made.get(update.commitment)
        if made_at and made_at.held_on >= council.held_on:
            where = "this meeting itself" if made_at is council else made_at.path
            what = f"{says} was only made on {made_at.held_on}, by {where}."
            fix = "Say at a later council what became of it."
            yield source.problem(source.position_of(at), "word-before-promise", what, fix)
        if update.commitment in seen:
            what = f"{says} has a word in this file already."
            fix = "Put both into one note, with the state at the end of the meeting."
            yield source.problem(source.position_of(at), "repeated-word", what, fix)
        seen.add(update.commitment)
        if _PERCENTAGE.search(update.note):
            what = f"{name_of((_UPDATES, number, 'note'))} has a percentage."
            fix = "Say in words what happened; a figure belongs into the case study that shows it."
            place = source.position_of((_UPDATES, number, "note"))
            yield source.problem(place, "promise-in-figures", what, fix, "warning")


def _contradictions(council: CouncilSummary, source: Source) -> Iterator[Problem]:
    spoken_of = {update.commitment for update in council.commitment_updates}
    for number, id_ in enumerate(council.no_word_on):
        if id_ in spoken_of:
            what = f'`no_word_on` has "{id_}", which has a word in `{_UPDATES}`.'
            fix = "Take it out of one of them."
            at = source.position_of(("no_word_on", number))
            yield source.problem(at, "one-too-many", what, fix)


def _silence(commitment: Commitment, content: Content) -> Iterator[Problem]:
    latest, source = commitment.silent_at, content.sources[commitment.council.path]
    if latest is None or commitment.slug in latest.no_word_on:
        return  # before asking for a position, which takes time
    if content.may_hide(latest.path, _UPDATES, "no_word_on", "commitment"):
        return
    number = commitment.council.commitments.index(commitment.made)
    at = source.position_of(("commitments", number, "id"))
    what = f'Nothing was said of "{commitment.slug}" at the latest council, {latest.quarter}.'
    fix = f"Add the word to `{_UPDATES}` of {latest.path}, or its id to `no_word_on` there."
    yield source.problem(at, "promise-without-word", what, fix, "warning")
