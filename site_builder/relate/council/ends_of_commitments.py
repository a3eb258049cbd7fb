"""The other ends of commitments: who asked for them, and what they are meant to remove."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from typing import NamedTuple

from site_builder.read.types import Deliberation
from site_builder.read.types.deliberation import Recommendation
from site_builder.relate.council.commitments import Commitment


class AskedFor(NamedTuple):
    """A recommendation that became a commitment, and the deliberation that made it."""

    deliberation: Deliberation
    recommendation: Recommendation


def asked_for(
    deliberations: Iterable[Deliberation], ledger: Container[str]
) -> Mapping[str, tuple[AskedFor, ...]]:
    """Return the recommendations behind each commitment of the ledger, oldest first, by its id."""
    asked: defaultdict[str, list[AskedFor]] = defaultdict(list)
    for deliberation in sorted(deliberations, key=lambda one: (one.phases[0].starts, one.slug)):
        for recommendation in deliberation.recommendations:
            if recommendation.commitment and recommendation.commitment in ledger:
                asked[recommendation.commitment].append(AskedFor(deliberation, recommendation))
    return {id_: tuple(by) for id_, by in asked.items()}


def meant_to_remove(
    commitments: Iterable[Commitment], barriers: Container[str]
) -> Mapping[str, tuple[Commitment, ...]]:
    """Return the commitments that are meant to remove each barrier, as made, by its slug."""
    against: defaultdict[str, list[Commitment]] = defaultdict(list)
    for commitment in commitments:
        if commitment.made.barrier and commitment.made.barrier in barriers:
            against[commitment.made.barrier].append(commitment)
    return {slug: tuple(made) for slug, made in against.items()}
