"""Options that several commands have, and the settings read from the file that one names."""

from pathlib import Path
from typing import Any, get_args

import click

from site_builder.check.report import Format, report
from site_builder.doors.outcome.exit_status import USAGE
from site_builder.settings import Settings, SettingsError, read_settings

now_option = click.option(
    "--now",
    metavar="MOMENT",
    help="The moment of the build, such as 2025-06-26T09:00+01:00; earlier embargoes lift.",
)
strict_option = click.option("--strict", is_flag=True, help="Let warnings stop the build as well.")
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(get_args(Format)),
    default="text",
    show_default=True,
    help="How problems are written.",
)


def read_or_stop(path: Path, form: Format = "text", **overrides: Any) -> Settings:
    """Return the settings, or say what is wrong with them and end the command."""
    try:
        return read_settings(path, **overrides)
    except SettingsError as error:
        click.echo(report(error.problems, form), err=form == "text")
        raise SystemExit(USAGE) from None
