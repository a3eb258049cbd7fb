"""`missions check`: everything that is wrong with the content, and what is certain put right."""

from pathlib import Path

import click

from site_builder.build import examine, only_one
from site_builder.check import errors_in
from site_builder.check.report import Format, report
from site_builder.doors.cli.options import format_option, now_option, read_or_stop, strict_option
from site_builder.doors.outcome.exit_status import stopped
from site_builder.doors.outcome.in_words import held_in_words
from site_builder.doors.record import give_back_names, ledger_path, waiting
from site_builder.doors.settings_option import settings_option
from site_builder.publish.refused import AnotherBuild
from site_builder.settings import Settings


@click.command("check")
@settings_option
@now_option
@strict_option
@format_option
@click.option(
    "--fix",
    is_flag=True,
    help="Give renamed files and entries their earlier names where that is certain.",
)
@click.option("--hints", is_flag=True, help="Show each hint with its line, however many.")
def command(  # noqa: PLR0913 - each is an option
    *, settings: Path, now: str | None, strict: bool, form: Format, fix: bool, hints: bool
) -> None:
    """Name everything that is wrong with the content, and write nothing unless told to fix."""
    chosen = read_or_stop(settings, form, now=now)
    if fix:
        _fix(chosen)
    seen = examine(chosen)
    stops = errors_in(seen.problems, strict=strict or chosen.strict)
    click.echo(report(seen.problems, form, stopped=stops, every_hint=hints))
    for line in held_in_words(seen.held, chosen.now is not None) if form == "text" else ():
        click.echo(line)
    if form == "text" and seen.content.ledger and not errors_in(seen.problems):
        _tell_new(waiting(seen), ledger_path(chosen))
    raise SystemExit(int(stops))


def _fix(settings: Settings) -> None:
    """Put right what is certain; what is not is told by the check that follows."""
    try:
        with only_one(settings):
            for added in give_back_names(settings):
                names = ", ".join(added.lines)
                click.echo(f"{added.path}: added to `aliases`: {names}.", err=True)
    except AnotherBuild as error:
        raise stopped(error, "Nothing was fixed.") from None
    except OSError as error:
        raise stopped(error, "Not everything was fixed.") from None


def _tell_new(count: int, path: str) -> None:
    """Say how many addresses are new with this content; of a site without a ledger nothing is."""
    if count:
        are = "address is" if count == 1 else "addresses are"
        click.echo(f"{count} {are} not in {path} yet: `missions record` adds what is published.")
