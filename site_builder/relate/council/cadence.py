"""The cadence that the public was promised: a council each quarter, and stories of each mission.

What is late is late by a day that the record itself knows: the moment of the build if one was
given, or else the newest day on which something was told. No clock has a say.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from site_builder.read.place.facts import Facts
from site_builder.read.types import CaseStudy, CouncilSummary
from site_builder.read.types.fields.dates import Quarter


@dataclass(frozen=True)
class Silence:
    """A mission of which nothing was told for a while."""

    since: dt.date | None
    """The day of its newest story; nothing when it has none at all."""
    weeks: int
    """Whole weeks since then, or since the record began."""


@dataclass(frozen=True)
class Cadence:
    """Where the record fell silent."""

    as_of: dt.date | None
    """The day by which lateness is told; nothing when nothing is dated."""
    quarters_without_council: tuple[Quarter, ...]
    """Quarters that are over and have no council summary, newest first."""
    silent_missions: Mapping[str, Silence]
    """Missions without a story for as many weeks as the facts say, or more, by slug."""


def cadence(
    missions: Iterable[str],
    case_studies: Collection[CaseStudy],
    councils: Sequence[CouncilSummary],
    now: dt.datetime | None,
    facts: Facts,
) -> Cadence:
    """Return where a council is missing and which missions are silent."""
    days = _days(case_studies, councils)
    as_of = now.date() if now else max(days, default=None)
    newest = last_stories(case_studies)
    silences = (
        {slug: _silence(newest.get(slug), min(days), as_of, facts) for slug in missions}
        if days and as_of
        else {}
    )
    return Cadence(
        as_of=as_of,
        quarters_without_council=_without_council(councils, as_of, facts),
        silent_missions={slug: silence for slug, silence in silences.items() if silence},
    )


def last_stories(case_studies: Iterable[CaseStudy]) -> Mapping[str, dt.date]:
    """Return the day of the newest story of each mission that has one, by its slug."""
    newest: dict[str, dt.date] = {}
    for story in case_studies:
        for mission in (story.mission, *story.also_missions):
            newest[mission] = max(story.date, newest.get(mission, story.date))
    return newest


def _days(
    case_studies: Iterable[CaseStudy], councils: Iterable[CouncilSummary]
) -> Sequence[dt.date]:
    """Return the days on which something was told."""
    stories = (story.date for story in case_studies)
    meetings = (council.held_on for council in councils if council.state != "announced")
    return (*stories, *meetings)


def _silence(
    newest: dt.date | None, began: dt.date, as_of: dt.date, facts: Facts
) -> Silence | None:
    weeks = (as_of - (newest or began)).days // 7
    return Silence(newest, weeks) if weeks >= facts.quiet_weeks else None


def _without_council(
    councils: Sequence[CouncilSummary], as_of: dt.date | None, facts: Facts
) -> tuple[Quarter, ...]:
    """Return each quarter without a summary, from the first council until the last that is over."""
    told = {council.quarter for council in councils}
    if not told or as_of is None:
        return ()
    missing, quarter = [], min(told)
    until = max(*told, Quarter.of(as_of, facts.year_starts))
    while quarter < until:
        if quarter not in told:
            missing.append(quarter)
        quarter = quarter.next
    return tuple(reversed(missing))
