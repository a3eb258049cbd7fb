"""A figure has a source and its pair, and every id stands for one thing."""

from collections.abc import Iterable, Iterator

from site_builder.read.content import Content
from site_builder.read.front_matter.faults import name_of
from site_builder.read.problems import Problem, did_you_mean
from site_builder.read.source import Loc, Source
from site_builder.read.types import CaseStudy, CouncilSummary, Deliberation
from site_builder.read.types.case_study import Outcome
from site_builder.relate.visibility import Viewer


def unsupported_facts(content: Content, _viewer: Viewer) -> Iterator[Problem]:
    """Yield outcomes whose source is not listed or not named, and ids that stand twice."""
    made: dict[str, str] = {}
    for item in content.items:
        source = content.sources[item.path]
        yield from _repeated(source, "consent", (one.id for one in item.consent), {})
        if isinstance(item, CaseStudy):
            hidden = content.may_hide(item.path, "sources")
            yield from _outcomes(item, source, may_be_hidden=hidden)
            yield from _repeated(source, "sources", (one.id for one in item.sources), {})
        elif isinstance(item, CouncilSummary):
            # What a withdrawn council promised may be on record again, at the same addresses.
            seen = {} if item.status == "withdrawn" else made
            yield from _repeated(source, "commitments", (one.id for one in item.commitments), seen)
        elif isinstance(item, Deliberation):
            yield from _repeated(source, "sessions", (one.id for one in item.sessions), {})
            ids = (one.id for one in item.recommendations)
            yield from _repeated(source, "recommendations", ids, {})


def _outcomes(story: CaseStudy, source: Source, *, may_be_hidden: bool) -> Iterator[Problem]:
    ids = [one.id for one in story.sources]
    for number, outcome in enumerate(story.outcomes):
        yield from _pair(number, outcome, source)
        if outcome.source is None and outcome.has_figure:
            what = f"Number {number + 1} of `outcomes` has a figure, but no source."
            fix = f"Add `source:` with the id of where you read it; the ids are: {', '.join(ids)}."
            at = source.position_of(("outcomes", number))
            yield source.problem(at, "figure-without-source", what, fix)
        elif outcome.source and outcome.source not in ids and not may_be_hidden:
            name = name_of(("outcomes", number, "source"))
            what = f'{name} is "{outcome.source}", which is not the id of a source of this story.'
            fix = did_you_mean(outcome.source, ids, "The ids are")
            at = source.position_of(("outcomes", number, "source"))
            yield source.problem(at, "unknown-reference", what, fix)


def _pair(number: int, outcome: Outcome, source: Source) -> Iterator[Problem]:
    """Yield what keeps the figures before and after from being set beside each other."""
    given = [name for name in ("before", "after") if getattr(outcome, name) is not None]
    if not given:
        return  # before asking for a position, which takes time
    at = source.position_of(("outcomes", number, given[0]), of_key=True)
    has = f"Number {number + 1} of `outcomes` has `{given[0]}`"
    if len(given) == 1:
        other = "after" if given == ["before"] else "before"
        fix = f"Add `{other}:` with the other figure, or write this one as `value`."
        yield source.problem(at, "half-a-pair", f"{has}, but no `{other}`.", fix)
    if outcome.value is not None:
        fix = "Take `value` out; it is for a figure that has none from before."
        yield source.problem(at, "one-too-many", f"{has} and `value` as well.", fix)
    if outcome.unit is None:
        fix = "Add `unit:` with what the figures count, so that they can be compared."
        yield source.problem(at, "figure-without-unit", f"{has}, but no `unit`.", fix)


def _repeated(
    source: Source, field: str, ids: Iterable[str], seen: dict[str, str]
) -> Iterator[Problem]:
    for number, one in enumerate(ids):
        loc: Loc = (field, number, "id")
        if one in seen:
            holder = "this file" if seen[one] == source.path else seen[one]
            what = f'{name_of(loc)} is "{one}", which {holder} has already.'
            fix = "Give each its own id; an id once published stays."
            yield source.problem(source.position_of(loc), "repeated-id", what, fix)
        seen.setdefault(one, source.path)
