"""The ledger of commitments: who promised what at which council, and what became of it.

A promise is followed in words, from council to council. There is no percentage and no colour.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from site_builder.read.types import CouncilSummary
from site_builder.read.types.council_summary import CommitmentUpdate, MadeCommitment


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
    is_silent: bool
    """True when the latest council, held since it was made, said nothing of it, and it is open."""

    @property
    def state(self) -> str:
        """The latest word: made, under-way, kept, changed or dropped."""
        return self.updates[-1].update.state if self.updates else "made"


def ledger(councils: Iterable[CouncilSummary]) -> Mapping[str, Commitment]:
    """Return every commitment by its id, in the order in which they were made."""
    in_order = sorted(councils, key=lambda council: council.held_on)
    updates: defaultdict[str, list[LedgerUpdate]] = defaultdict(list)
    for council in in_order:
        for update in council.commitment_updates:
            updates[update.commitment].append(LedgerUpdate(council, update))
    return {
        made.id: Commitment(
            made, council, tuple(updates[made.id]), _is_silent(council, updates[made.id], in_order)
        )
        for council in in_order
        for made in council.commitments
    }


def _is_silent(
    made_at: CouncilSummary, updates: list[LedgerUpdate], in_order: list[CouncilSummary]
) -> bool:
    last_word = updates[-1].council if updates else made_at
    is_closed = bool(updates) and updates[-1].update.state in ("kept", "dropped")
    return not is_closed and last_word is not in_order[-1]
