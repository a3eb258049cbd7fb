"""`missions check`: everything that is wrong with the content, and what is certain put right."""

from pathlib import Path

import click

from site_builder.build import examine, only_one
from site_builder.check import errors_in
from site_builder.check.report import Format, report
from site_builder.doors.cli.asked_files import IsAsked, asked_files
from site_builder.doors.cli.options import format_option, now_option, read_or_stop, strict_option
from site_builder.doors.mending.fixes import fixes, written_fixes
from site_builder.doors.mending.proposal import Proposal
from site_builder.doors.outcome.exit_status import PROBLEMS, stopped
from site_builder.doors.outcome.in_words import held_in_words
from site_builder.doors.record import ledger_path, waiting
from site_builder.doors.settings_option import settings_option
from site_builder.publish.refused import AnotherBuild
from site_builder.settings import Settings


@click.command("check")
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path(path_type=Path))
@settings_option
@now_option
@strict_option
@format_option
@click.option(
    "--fix",
    is_flag=True,
    help="Put right what has one right answer, and show what differs, before checking.",
)
@click.option("--diff", is_flag=True, help="Show what --fix would put right, and write nothing.")
@click.option("--hints", is_flag=True, help="Show each hint with its line, however many.")
def command(  # noqa: PLR0913 - an argument for each option
    *,
    files: tuple[Path, ...],
    settings: Path,
    now: str | None,
    strict: bool,
    form: Format,
    fix: bool,
    diff: bool,
    hints: bool,
) -> None:
    """Name everything that is wrong with the content, and write nothing unless told to fix.

    With files or folders, only what is wrong in those; the rest is read all the same.
    """
    chosen = read_or_stop(settings, form, now=now)
    is_asked = asked_files(chosen, settings, files)
    if diff:
        raise SystemExit(_show_fixes(chosen, is_asked))
    if fix:
        _fix(chosen, is_asked)
    of_all = not files
    every_hint = hints or not of_all
    ends = _check(chosen, is_asked, form, strict=strict, of_all=of_all, every_hint=every_hint)
    raise SystemExit(ends)


def _check(  # noqa: PLR0913 - each is named where it is given
    settings: Settings,
    is_asked: IsAsked,
    form: Format,
    *,
    strict: bool,
    of_all: bool,
    every_hint: bool,
) -> int:
    seen = examine(settings)
    problems = tuple(one for one in seen.problems if is_asked(one.path))
    stops = errors_in(problems, strict=strict or settings.strict)
    click.echo(report(problems, form, stopped=stops and of_all, every_hint=every_hint))
    if form == "text" and of_all:
        for line in held_in_words(seen.held, settings.now is not None):
            click.echo(line)
        if seen.content.ledger and not errors_in(problems):
            _tell_new(waiting(seen), ledger_path(settings))
    return PROBLEMS if stops else 0


def _show_fixes(settings: Settings, is_asked: IsAsked) -> int:
    """Show what a fix would change; as a program reads it, with the words beside."""
    found = fixes(settings, is_asked)
    for one in found:
        click.echo(one.difference(), nl=False)
        click.echo(_in_words(one), err=True)
    are = "1 file has" if len(found) == 1 else f"{len(found) or 'No'} files have"
    ends = "; `missions check --fix` does it" if found else ""
    click.echo(f"{are} something to put right{ends}. Nothing was written.", err=True)
    return PROBLEMS if found else 0


def _fix(settings: Settings, is_asked: IsAsked) -> None:
    """Put right what is certain; what is not is told by the check that follows."""
    try:
        with only_one(settings):
            for one, is_written in written_fixes(settings, is_asked, _show):
                changed = "somebody else changed it meanwhile, so it was left alone."
                click.echo(_in_words(one) if is_written else f"{one.path}: {changed}", err=True)
    except AnotherBuild as error:
        raise stopped(error, "Nothing was fixed.") from None
    except OSError as error:
        raise stopped(error, "Not everything was fixed.") from None


def _show(found: tuple[Proposal, ...]) -> None:
    for one in found:
        click.echo(one.difference(), nl=False, err=True)


def _in_words(proposal: Proposal) -> str:
    return "\n".join(f"{proposal.path}: {why}." for why in proposal.why)


def _tell_new(count: int, path: str) -> None:
    """Say how many addresses are new with this content; of a site without a ledger nothing is."""
    if count:
        are = "address is" if count == 1 else "addresses are"
        click.echo(f"{count} {are} not in {path} yet: `missions record` adds what is published.")
