"""`missions build`: the site, published, or why it was not."""

from pathlib import Path

import click

from site_builder.build import Built, ProblemsFound, build, for_preview
from site_builder.check.report import FOR_PROGRAMS, Format, report
from site_builder.doors.cli.options import format_option, now_option, strict_option
from site_builder.doors.cli.shown_progress import Shown
from site_builder.doors.outcome.build_report import as_json, failure_as_json
from site_builder.doors.outcome.exit_status import SEEN_TO, reason, status_of
from site_builder.doors.outcome.in_words import in_words
from site_builder.doors.settings_option import settings_option
from site_builder.settings import SettingsError, read_settings


@click.command("build")
@settings_option
@now_option
@strict_option
@format_option
@click.option(
    "--site-dir", type=click.Path(path_type=Path), help="The folder to write the site to."
)
@click.option(
    "--drafts",
    is_flag=True,
    help="Build a preview to share: drafts are in it, every page says so, and it stands in a "
    "folder of its own, beside that of the site.",
)
@click.option(
    "--adopt",
    is_flag=True,
    help="Publish to a folder that holds files of others. They stay, but for those that are in "
    "the way of a file of the site. Needed once.",
)
@click.option(
    "--in-place",
    is_flag=True,
    default=None,
    help="Change the files in the folder one by one, as where it is a volume of a container.",
)
@click.option("--quiet", "-q", is_flag=True, help="Say nothing but what is wrong.")
@click.option("--verbose", "-v", is_flag=True, help="Name every file added, changed or removed.")
def command(  # noqa: PLR0913 - each is an option
    *,
    settings: Path,
    now: str | None,
    strict: bool,
    form: Format,
    site_dir: Path | None,
    drafts: bool,
    adopt: bool,
    in_place: bool | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Build the site. Whatever goes wrong, the site that is there stays as it was."""
    try:
        given, folder = {"now": now, "in_place": in_place}, _from_here(site_dir)
        if drafts:
            chosen = for_preview(read_settings(settings, **given), folder)
        else:
            chosen = read_settings(settings, site_dir=folder, **given)
        with Shown() as progress:
            built = build(chosen, strict=strict, drafts=drafts, adopt=adopt, progress=progress)
    except Exception as error:
        if form == "json":
            click.echo(failure_as_json(error))
        if not isinstance(error, SEEN_TO):
            raise
        _tell_why(error, form)
        raise SystemExit(status_of(error)) from None
    _tell(built, form, quiet=quiet, verbose=verbose)


def _from_here(folder: Path | None) -> Path | None:
    """Return a folder given on the command line, seen from where the command runs."""
    return folder.resolve() if folder else None


def _tell_why(error: Exception, form: Format) -> None:
    """Say why nothing was published; a list of problems in the form that was asked for."""
    if not isinstance(error, SettingsError | ProblemsFound):
        click.echo(f"Error: {reason(error, 'Nothing was published.')}", err=True)
    elif form != "json":
        click.echo(reason(error, form=form), err=form == "text")


def _tell(built: Built, form: Format, *, quiet: bool, verbose: bool) -> None:
    if form == "json":
        click.echo(as_json(0, built.problems, built))
        return
    if built.problems or form in FOR_PROGRAMS:
        click.echo(report(built.problems, form, stopped=False))
    if not quiet and form not in FOR_PROGRAMS:
        click.echo("\n".join(in_words(built, verbose=verbose)))
