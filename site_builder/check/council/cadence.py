"""The cadence: a council summary for each quarter, and stories for each mission."""

from collections.abc import Iterator
from itertools import pairwise

from site_builder.read.content import Content
from site_builder.read.problems import Problem
from site_builder.read.types import CaseStudy, CouncilSummary, Item, Mission
from site_builder.read.types.fields.dates import Quarter
from site_builder.relate.council.cadence import Cadence, cadence
from site_builder.relate.visibility import Sight, Viewer


def broken_cadence(content: Content, viewer: Viewer) -> Iterator[Problem]:
    """Yield a warning for each quarter without a council, and for each mission without stories."""
    public = [item for item in content.items if viewer.sight_of(item) is Sight.PUBLIC]
    councils = [item for item in public if isinstance(item, CouncilSummary)]
    missions = [item for item in public if isinstance(item, Mission)]
    stories = [item for item in public if isinstance(item, CaseStudy)]
    slugs = [mission.slug for mission in missions]
    kept = cadence(slugs, stories, councils, viewer.now, content.facts)
    yield from _missing(content, councils, kept)
    for mission in missions:
        yield from _silent(content, mission, kept)


def _missing(content: Content, councils: list[CouncilSummary], kept: Cadence) -> Iterator[Problem]:
    """Yield the quarters that a council passed over, at the one that follows or came before."""
    in_order = sorted(councils, key=lambda one: one.quarter)
    missing = set(kept.quarters_without_council)
    for before, after in pairwise(in_order):
        passed = sorted(one for one in missing if before.quarter < one < after.quarter)
        yield from (_no_council(content, one, after) for one in passed)
    if in_order:
        late = sorted(one for one in missing if one > in_order[-1].quarter)
        yield from (_no_council(content, one, in_order[-1]) for one in late)


def _no_council(content: Content, quarter: Quarter, near: CouncilSummary) -> Problem:
    source = content.sources[near.path]
    what = f"There is no council summary for {quarter.label}."
    fix = f"Add {quarter.slug}.md beside this file, or say on it why the council did not meet."
    at = source.position_of(("quarter",))
    return source.problem(at, "quarter-without-council", what, fix, "warning")


def _silent(content: Content, mission: Item, kept: Cadence) -> Iterator[Problem]:
    silence = kept.silent_missions.get(mission.slug)
    if silence is None:
        return
    what = f"This mission has no case study, {silence.weeks} weeks after the record began."
    if silence.since:
        what = f"The newest story of this mission is of {silence.since}, {silence.weeks} weeks ago."
    weeks = content.facts.quiet_weeks
    fix = f"Tell a story of it at least every {weeks} weeks; until then its page says so."
    source = content.sources[mission.path]
    at = source.position_of(("title",), of_key=True)
    yield source.problem(at, "mission-without-story", what, fix, "warning")
