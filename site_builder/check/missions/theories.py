"""A theory of action holds together: its ids, its steps, its assumptions."""

from collections.abc import Iterator, Mapping

from site_builder.read.content import Content
from site_builder.read.front_matter.faults import name_of
from site_builder.read.problems import Problem, did_you_mean
from site_builder.read.source import Loc, Source
from site_builder.read.types import Mission
from site_builder.read.types.mission import LeadsTo, TheoryOfAction
from site_builder.relate.visibility import Viewer

_AT: Loc = ("theory_of_action",)


def theory_slips(content: Content, _viewer: Viewer) -> Iterator[Problem]:
    """Yield steps that lead nowhere or in a circle, repeated ids, and claims without a story."""
    for item in content.items:
        if isinstance(item, Mission) and item.theory_of_action:
            source, theory = content.sources[item.path], item.theory_of_action
            yield from _repeated(source, theory)
            if not content.may_hide(item.path, "outcomes"):
                yield from _unknown(source, theory)
            yield from _circles(source, theory)
            yield from _unreached(source, theory)
            yield from _assumptions(source, theory)


def _steps(theory: TheoryOfAction) -> Iterator[tuple[Loc, LeadsTo]]:
    """Yield each step with its place in the front matter."""
    for field in ("actors", "outcomes"):
        for number, cause in enumerate(getattr(theory, field)):
            for step, leads_to in enumerate(cause.leads_to):
                yield (*_AT, field, number, "leads_to", step, "outcome"), leads_to


def _repeated(source: Source, theory: TheoryOfAction) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, outcome in enumerate(theory.outcomes):
        if outcome.id in seen:
            loc: Loc = (*_AT, "outcomes", number, "id")
            what = f'{name_of(loc)} is "{outcome.id}", which another outcome has already.'
            fix = "Give each outcome its own id."
            yield source.problem(source.position_of(loc), "repeated-id", what, fix)
        seen.add(outcome.id)


def _unknown(source: Source, theory: TheoryOfAction) -> Iterator[Problem]:
    ids = [outcome.id for outcome in theory.outcomes]
    for loc, leads_to in _steps(theory):
        if leads_to.outcome not in ids:
            what = (
                f'{name_of(loc)} is "{leads_to.outcome}", which is not an outcome of this theory.'
            )
            fix = did_you_mean(leads_to.outcome, ids, "The outcomes are")
            yield source.problem(source.position_of(loc), "unknown-reference", what, fix)


def _circles(source: Source, theory: TheoryOfAction) -> Iterator[Problem]:
    """Yield the first step of each outcome that leads back to itself."""
    effects = {one.id: [step.outcome for step in one.leads_to] for one in theory.outcomes}
    for number, outcome in enumerate(theory.outcomes):
        for step, leads_to in enumerate(outcome.leads_to):
            if _reaches(leads_to.outcome, outcome.id, effects):
                loc: Loc = (*_AT, "outcomes", number, "leads_to", step, "outcome")
                what = (
                    f'{name_of(loc)} is "{leads_to.outcome}", which leads back to "{outcome.id}".'
                )
                fix = "Take one step of the circle out: a theory goes from actors to its goal."
                yield source.problem(source.position_of(loc), "circle", what, fix)
                return


def _reaches(start: str, end: str, effects: Mapping[str, list[str]]) -> bool:
    seen, waiting = set[str](), [start]
    while waiting:
        one = waiting.pop()
        if one == end:
            return True
        if one not in seen:
            seen.add(one)
            waiting += effects.get(one, [])
    return False


def _unreached(source: Source, theory: TheoryOfAction) -> Iterator[Problem]:
    reached = {leads_to.outcome for _, leads_to in _steps(theory)}
    for number, outcome in enumerate(theory.outcomes):
        if outcome.id not in reached:
            loc: Loc = (*_AT, "outcomes", number, "id")
            what = f'Nothing leads to "{outcome.id}", so nobody is expected to bring it about.'
            fix = "Add it to `leads_to` of an actor or of another outcome, or take it out."
            yield source.problem(source.position_of(loc), "unreached-outcome", what, fix, "warning")


def _assumptions(source: Source, theory: TheoryOfAction) -> Iterator[Problem]:
    for number, one in enumerate(theory.assumptions):
        loc: Loc = (*_AT, "assumptions", number, "state")
        which = f"Number {number + 1} of `assumptions`"
        if one.state == "untested" and one.tested_by:
            what = f"{which} is untested, but `tested_by` names a story that tests it."
            fix = "Say in `state` what the story showed: holds, in-doubt or wrong."
            at = source.position_of((*_AT, "assumptions", number, "tested_by"), of_key=True)
            yield source.problem(at, "untested-but-tested", what, fix)
        elif one.state != "untested" and not one.tested_by:
            what = f"{which} is said to be {one.state}, but no story puts it to the test."
            fix = "Add `tested_by:` with the slug of the case study that shows it."
            at = source.position_of(loc)
            yield source.problem(at, "tested-without-story", what, fix, "warning")
