"""The report of a build as one JSON document, for programs: its models, and what fills them.

It is the list of changes for whoever uploads a site or empties a cache. The JSON Schema of the
handbook is made from these models.
"""

import datetime as dt
from collections.abc import Iterable
from importlib.metadata import version
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from site_builder.build import Built, ProblemsFound
from site_builder.doors.outcome.exit_status import OUR_FAULT, OUTCOMES, SEEN_TO, reason, status_of
from site_builder.read.disk_names import printable
from site_builder.read.problems import Level, Problem
from site_builder.relate.dated.next_change import NextChange, Reason
from site_builder.settings import SettingsError


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ProblemReport(_Part):
    """One thing that is wrong."""

    path: str = Field(description="The file, seen from the folder of the settings.")
    line: int = Field(description="The line, counted from 1.")
    column: int = Field(description="The column, counted from 1.")
    level: Level = Field(
        description="An error stops the build; a warning does under `--strict`; a hint never does."
    )
    rule: str = Field(description="The id of the rule.")
    what: str = Field(description="What is wrong.")
    fix: str = Field(description="How to put it right.")


class FileReport(_Part):
    """A file of the site with new bytes."""

    path: str = Field(description="The file, seen from the folder of the site.")
    digest: str = Field(description="BLAKE2b of its bytes, 128 bits as 32 hexadecimal digits.")


class HeldReport(_Part):
    """An item that waits for its moment."""

    path: str = Field(description="The file of the content.")
    until: dt.datetime = Field(description="Its `publish_at`.")


class ChangeReport(_Part):
    """When another build would give another site."""

    at: dt.datetime = Field(description="The moment.")
    reason: Reason = Field(description="What happens at that moment.")
    path: str = Field(description="The file of the content it comes from; empty if from none.")


class SiteReport(_Part):
    """What was published."""

    target: str = Field(description="The folder of the site.")
    way: Literal["exchanged", "updated in place"] = Field(
        description="Whether the folder was exchanged at once, or its files one by one."
    )
    files: int = Field(description="How many files the site has.")
    own_files: int = Field(description="How many of them are files of your own.")
    own_bytes: int = Field(description="How many bytes those have.")
    added: tuple[FileReport, ...] = Field(description="Files that the last site did not have.")
    changed: tuple[FileReport, ...] = Field(description="Files with other bytes than before.")
    removed: tuple[str, ...] = Field(description="Files that this site does not have any more.")
    kept_foreign: tuple[str, ...] = Field(description="Files that no build wrote; they stay.")
    notes: tuple[str, ...] = Field(description="What whoever runs the site should know.")
    seconds: dict[str, float] = Field(description="How long each step took.")


class BuildReport(_Part):
    """What `missions build --format=json` prints."""

    format: Literal[1] = Field(
        1,
        description="The number of this form; it grows when a program that reads the report would "
        "have to change.",
    )
    version: str = Field(description="The version of the product.")
    status: int = Field(description="The exit status.")
    outcome: str = Field(description="What the exit status means, in a word or two.")
    problems: tuple[ProblemReport, ...] = Field(description="Everything that is wrong.")
    message: str = Field(
        "",
        description="Why nothing was published, where no problem says it: another build is "
        "running, or the disk is full, for example.",
    )
    held: tuple[HeldReport, ...] = Field(
        (), description="What waits for its moment, the soonest first."
    )
    next_change: ChangeReport | None = Field(
        None,
        description="When another build would give another site; null if never, or if the build "
        "was not told the moment that it is for.",
    )
    site: SiteReport | None = Field(None, description="What was published; null when nothing was.")


def failure_as_json(error: Exception) -> str:
    """Return the report of a build that published nothing."""
    if not isinstance(error, SEEN_TO):
        return as_json(OUR_FAULT, (), message="A fault of the product; please report it.")
    if isinstance(error, SettingsError | ProblemsFound):
        return as_json(status_of(error), error.problems)
    return as_json(status_of(error), (), message=reason(error))


def as_json(
    status: int, problems: Iterable[Problem], built: Built | None = None, *, message: str = ""
) -> str:
    """Return the report of a build; without `built`, nothing was published."""
    report = BuildReport(
        version=version("mission-stories"),
        status=status,
        outcome=OUTCOMES[status],
        problems=tuple(map(_problem, problems)),
        message=message,
        held=tuple(
            HeldReport(path=one.item.path, until=one.until) for one in (built.held if built else ())
        ),
        next_change=_change(built.next_change) if built else None,
        site=_site(built) if built else None,
    )
    return report.model_dump_json(indent=2)


def _problem(problem: Problem) -> ProblemReport:
    return ProblemReport(
        path=problem.path,
        line=problem.position.line,
        column=problem.position.column,
        level=problem.level,
        rule=problem.rule,
        what=problem.what,
        fix=problem.fix,
    )


def _change(change: NextChange | None) -> ChangeReport | None:
    if change is None:
        return None
    return ChangeReport(at=change.at, reason=change.reason, path=change.path)


def _site(built: Built) -> SiteReport:
    done = built.published
    return SiteReport(
        target=printable(built.target),
        way=done.way,
        files=len(done.digests),
        own_files=len(built.own_files),
        own_bytes=sum(one.size for one in built.own_files),
        added=_files(built, done.added),
        changed=_files(built, done.changed),
        removed=done.removed,
        kept_foreign=done.kept_foreign,
        notes=built.notes,
        seconds={step: round(seconds, 3) for step, seconds in built.seconds.items()},
    )


def _files(built: Built, paths: Iterable[str]) -> tuple[FileReport, ...]:
    digests = built.published.digests
    return tuple(FileReport(path=path, digest=digests[path]) for path in paths)
