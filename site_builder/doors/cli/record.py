"""`missions record`: what is published, written into the ledger."""

from pathlib import Path

import click

from site_builder.build import ProblemsFound, only_one
from site_builder.check.report import report
from site_builder.doors.cli.options import now_option, read_or_stop
from site_builder.doors.outcome.exit_status import stopped
from site_builder.doors.record import Added, record
from site_builder.doors.settings_option import settings_option
from site_builder.publish.refused import AnotherBuild


@click.command("record")
@settings_option
@now_option
def command(*, settings: Path, now: str | None) -> None:
    """Record every published address and id, so that no later build can lose one.

    Run it after the site was published, in the job that publishes it.
    """
    chosen = read_or_stop(settings, now=now)
    try:
        with only_one(chosen):
            _tell_added(record(chosen))
    except ProblemsFound as found:
        click.echo(report(found.problems), err=True)
        raise click.ClickException("Nothing was recorded.") from None
    except (AnotherBuild, OSError) as error:
        raise stopped(error, "Nothing was recorded.") from None


def _tell_added(added: Added) -> None:
    count = len(added.lines)
    what = f"{count} address{'' if count == 1 else 'es'} added" if count else "nothing to add"
    click.echo(f"{added.path}: {what}.", err=True)
    if added.waiting:
        where = "the site that stands here; build and publish it first"
        click.echo(f"{added.waiting} more are not on {where}.", err=True)
