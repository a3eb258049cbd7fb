"""A deliberation holds together: its days are in order, and each answer says what it must."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from site_builder.read.content import Content
from site_builder.read.front_matter.faults import name_of
from site_builder.read.problems import Problem
from site_builder.read.source import Loc, Source
from site_builder.read.types import CouncilSummary, Deliberation, Mission
from site_builder.read.types.council_summary import MadeCommitment
from site_builder.read.types.deliberation import Session
from site_builder.relate.visibility import Viewer

_MUST_SAY_WHY = ("declined", "partly")
_MAKES_NO_COMMITMENT = ("declined", "pending")


def deliberation_slips(content: Content, _viewer: Viewer) -> Iterator[Problem]:
    """Yield phases and sessions on impossible days, and answers that lack or contradict a part."""
    missions = {item.slug for item in content.items if isinstance(item, Mission)}
    made = _commitments(content)
    for item in content.items:
        if isinstance(item, Deliberation):
            source = content.sources[item.path]
            yield from _phases(item, source)
            yield from _sessions(item, source)
            yield from _answers(item, source)
            # A mission that is not there is told once, as such.
            if item.mission in missions:
                yield from _other_missions(item, source, made)


def _commitments(content: Content) -> Mapping[str, MadeCommitment]:
    """Return every commitment by its id."""
    councils = (item for item in content.items if isinstance(item, CouncilSummary))
    return {made.id: made for council in councils for made in council.commitments}


def _phases(item: Deliberation, source: Source) -> Iterator[Problem]:
    for number, phase in enumerate(item.phases):
        if phase.ends < phase.starts:
            what = (
                f"Number {number + 1} of `phases` ends on {phase.ends}, before it starts on "
                f"{phase.starts}."
            )
            at = source.position_of(("phases", number, "ends"))
            yield source.problem(at, "ends-before-it-starts", what, "Correct one of the two days.")
    for number, (before, phase) in enumerate(pairwise(item.phases), 1):
        if phase.starts < before.starts:
            what = (
                f"Number {number + 1} of `phases` starts on {phase.starts}, before the one above "
                f"it, which starts on {before.starts}."
            )
            fix = "Put the phases in the order of their days, or correct the day."
            at = source.position_of(("phases", number, "starts"))
            yield source.problem(at, "out-of-order", what, fix)


def _sessions(item: Deliberation, source: Source) -> Iterator[Problem]:
    for number, session in enumerate(item.sessions):
        if not _is_in_a_phase(session, item):
            what = (
                f"Number {number + 1} of `sessions` is on {session.held_on}, which is in "
                "none of the `phases`."
            )
            fix = "Correct the day of the session, or the days of the phase that it belongs to."
            at = source.position_of(("sessions", number, "held_on"))
            yield source.problem(at, "session-outside-phases", what, fix, "warning")


def _is_in_a_phase(session: Session, item: Deliberation) -> bool:
    # The days of a phase can be the wrong way round, which is told once, as such.
    spans = (sorted((phase.starts, phase.ends)) for phase in item.phases)
    return any(first <= session.held_on <= last for first, last in spans)


def _answers(item: Deliberation, source: Source) -> Iterator[Problem]:
    for number, one in enumerate(item.recommendations):
        loc: Loc = ("recommendations", number, "response")
        says = f"{name_of(loc)} is {one.response}"
        if one.response in _MUST_SAY_WHY and not one.reason:
            what = f"{says}, but there is no `reason`."
            fix = "Add `reason:` with why, so that those who asked for it can read it."
            at = source.position_of(loc)
            yield source.problem(at, "answer-without-reason", what, fix)
        if one.commitment and one.response in _MAKES_NO_COMMITMENT:
            what = f"{says}, but there is a `commitment`."
            fix = "Write `response: accepted` or `response: partly`, or take `commitment` out."
            at = source.position_of((*loc[:-1], "commitment"), of_key=True)
            yield source.problem(at, "answer-contradicts-commitment", what, fix)


def _other_missions(
    item: Deliberation, source: Source, made: Mapping[str, MadeCommitment]
) -> Iterator[Problem]:
    for number, one in enumerate(item.recommendations):
        commitment = made.get(one.commitment or "")
        if commitment and commitment.mission != item.mission and not one.reason:
            what = (
                f'The commitment "{commitment.id}" (number {number + 1} of `recommendations`) was '
                f'made for the mission "{commitment.mission}", but this deliberation was held for '
                f'"{item.mission}".'
            )
            fix = (
                "Check the id of the commitment. If another mission took this up, add `reason:` "
                "and say so."
            )
            at = source.position_of(("recommendations", number, "commitment"))
            yield source.problem(at, "commitment-of-another-mission", what, fix, "warning")
