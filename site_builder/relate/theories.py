"""Theories of action, joined at their other ends: stories that give evidence, partners that act."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from site_builder.read.types import Mission
from site_builder.read.types.mission import Actor, Assumption, LeadsTo, TheoryOfAction


@dataclass(frozen=True)
class Step:
    """One step of a theory: what somebody does, or what has come true, leads to an outcome."""

    cause: Actor | str
    """Who acts, or the id of an outcome."""
    leads_to: LeadsTo


@dataclass(frozen=True)
class Evidence:
    """What a story says about a theory: it supports a step of it, or puts it to the test."""

    mission: Mission
    says: Step | Assumption


@dataclass(frozen=True)
class Part:
    """What a partner does for a mission, as the mission's theory has it."""

    mission: Mission
    actor: Actor


def steps_of(theory: TheoryOfAction) -> Iterator[Step]:
    """Yield every step of a theory: those from actors first, each in the order of its author."""
    for actor in theory.actors:
        yield from (Step(actor, one) for one in actor.leads_to)
    for outcome in theory.outcomes:
        yield from (Step(outcome.id, one) for one in outcome.leads_to)


def evidence(missions: Iterable[Mission]) -> Mapping[str, tuple[Evidence, ...]]:
    """Return what each story says about the theories of missions, by its slug."""
    found: defaultdict[str, list[Evidence]] = defaultdict(list)
    for mission in missions:
        theory = mission.theory_of_action
        for step in steps_of(theory) if theory else ():
            for slug in dict.fromkeys(step.leads_to.case_studies):
                found[slug].append(Evidence(mission, step))
        for assumption in theory.assumptions if theory else ():
            if assumption.tested_by:
                found[assumption.tested_by].append(Evidence(mission, assumption))
    return {slug: tuple(said) for slug, said in found.items()}


def parts_played(missions: Iterable[Mission]) -> Mapping[str, tuple[Part, ...]]:
    """Return what each partner does in the theories of missions, by its slug."""
    found: defaultdict[str, list[Part]] = defaultdict(list)
    for mission in missions:
        for actor in mission.theory_of_action.actors if mission.theory_of_action else ():
            found[actor.partner].append(Part(mission, actor))
    return {slug: tuple(parts) for slug, parts in found.items()}
