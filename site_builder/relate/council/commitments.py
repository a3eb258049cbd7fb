"""The ledger of commitments: who promised what at which council, and what became of it.

A promise is followed in words, from council to council. There is no percentage and no colour.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from site_builder.read.types import CaseStudy, CouncilSummary
from site_builder.read.types.council_summary import (
    CommitmentState,
    CommitmentUpdate,
    MadeCommitment,
)

STATES: tuple[str, ...] = ("made", *get_args(CommitmentState))
"""Every state that a commitment can be in, in the order in which readers meet them."""
CLOSED = ("kept", "dropped")
"""The states after which no council owes a promise another word."""


@dataclass(frozen=True)
class LedgerUpdate:
    """What a later council said of a commitment."""

    council: CouncilSummary
    update: CommitmentUpdate


@dataclass(frozen=True)
class Commitment:
    """A promise with all that was said of it since, oldest first."""

    made: MadeCommitment
    council: CouncilSummary
    """The council at which it was made."""
    updates: tuple[LedgerUpdate, ...]
    silent_at: CouncilSummary | None
    """The latest council, if it was held since the last word on it, and it is open."""
    stories: tuple[CaseStudy, ...] = ()
    """The case studies that say of themselves that they show it, oldest first."""

    @property
    def slug(self) -> str:
        """The end of its address: its id."""
        return self.made.id

    @property
    def title(self) -> str:
        """What it is called: the promise itself, word for word."""
        return self.made.text

    @property
    def state(self) -> str:
        """The latest word: made, under-way, kept, changed or dropped."""
        return self.updates[-1].update.state if self.updates else "made"

    @property
    def is_silent(self) -> bool:
        """True when the latest council said nothing of it, though it is open."""
        return self.silent_at is not None

    @property
    def spoken_of_on(self) -> dt.date:
        """The day of the council that spoke of it last."""
        return self._last_council.held_on

    @property
    def _last_council(self) -> CouncilSummary:
        return self.updates[-1].council if self.updates else self.council


def ledger(
    councils: Iterable[CouncilSummary], case_studies: Iterable[CaseStudy] = ()
) -> Mapping[str, Commitment]:
    """Return every commitment by its id, in the order in which they were made."""
    in_order = sorted(councils, key=lambda council: (council.held_on, council.quarter))
    latest = next((one for one in reversed(in_order) if one.state != "announced"), None)
    updates: defaultdict[str, list[LedgerUpdate]] = defaultdict(list)
    for council in in_order:
        for update in council.commitment_updates:
            updates[update.commitment].append(LedgerUpdate(council, update))
    stories = _stories(case_studies)
    return {
        made.id: Commitment(
            made,
            council,
            tuple(updates[made.id]),
            _silent_at(latest, council, updates[made.id]),
            tuple(stories[made.id]),
        )
        for council in in_order
        for made in council.commitments
    }


def newest_first(commitments: Iterable[Commitment]) -> tuple[Commitment, ...]:
    """Return commitments by their council, the latest first; those of one council as made."""
    return tuple(sorted(commitments, key=lambda one: one.council.held_on, reverse=True))


def _stories(case_studies: Iterable[CaseStudy]) -> Mapping[str, list[CaseStudy]]:
    """Return the stories that name a commitment, oldest first, by its id."""
    showing: defaultdict[str, list[CaseStudy]] = defaultdict(list)
    for story in sorted(case_studies, key=lambda one: (one.date, one.slug)):
        for id_ in dict.fromkeys(story.commitments):
            showing[id_].append(story)
    return showing


def _silent_at(
    latest: CouncilSummary | None, made_at: CouncilSummary, updates: Sequence[LedgerUpdate]
) -> CouncilSummary | None:
    """Return the latest council that was held if it left a commitment that is open unspoken of."""
    last_word = updates[-1].council if updates else made_at
    is_closed = bool(updates) and updates[-1].update.state in CLOSED
    is_later = latest is not None and latest.held_on > last_word.held_on
    return latest if is_later and not is_closed else None
