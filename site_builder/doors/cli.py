"""The command `missions`: a door, with no rules of its own."""

import os
import sys
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
from rich.progress import Progress as Bar

from site_builder.build import Built, ProblemsFound, Progress, build, examine
from site_builder.check import errors_in
from site_builder.check.report import Format, report
from site_builder.doors import announce, host, new
from site_builder.doors.exit_status import USAGE
from site_builder.doors.preview import PORT, Preview
from site_builder.doors.record import Added, give_back_names, ledger_path, record, unrecorded
from site_builder.publish import TargetNotOurs
from site_builder.publish.search.pagefind import IndexerFailed
from site_builder.settings import Settings, SettingsError, read_settings

settings_option = click.option(
    "--settings",
    "-f",
    type=click.Path(path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The file with the settings of the site.",
)
now_option = click.option(
    "--now",
    metavar="MOMENT",
    help="The moment of the build, such as 2025-06-26T09:00+01:00; earlier embargoes lift.",
)
strict_option = click.option("--strict", is_flag=True, help="Let warnings stop the build as well.")
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How problems are written.",
)


@click.group()
@click.version_option(package_name="mission-stories", message="missions %(version)s")
def main() -> None:
    """Turn Markdown case studies and council summaries into a public record of missions."""


@main.command("build")
@settings_option
@now_option
@strict_option
@format_option
@click.option(
    "--site-dir", type=click.Path(path_type=Path), help="The folder to write the site to."
)
def build_command(
    *, settings: Path, now: str | None, strict: bool, form: Format, site_dir: Path | None
) -> None:
    """Build the site. Whatever goes wrong, the site that is there stays as it was."""
    chosen = _settings(settings, now=now, site_dir=_from_here(site_dir))
    try:
        with _Shown() as progress:
            built = build(chosen, strict=strict, progress=progress)
    except ProblemsFound as found:
        click.echo(report(found.problems, form), err=form == "text")
        raise SystemExit(1) from None
    except (TargetNotOurs, IndexerFailed, OSError) as error:
        message = f"{error}\nNothing was published."
        raise click.ClickException(message) from None
    _tell(built, form)


@main.command("check")
@settings_option
@now_option
@strict_option
@format_option
@click.option(
    "--fix",
    is_flag=True,
    help="Give renamed files their earlier names where that is certain, and record addresses.",
)
def check_command(
    *, settings: Path, now: str | None, strict: bool, form: Format, fix: bool
) -> None:
    """Name everything that is wrong with the content, and write nothing unless told to fix."""
    chosen = _settings(settings, now=now)
    if fix:
        _fix(chosen)
    content, problems = examine(chosen)
    stops = errors_in(problems, strict=strict or chosen.strict)
    click.echo(report(problems, form, stopped=stops))
    if form == "text" and content.ledger and not errors_in(problems):
        _tell_unrecorded(len(unrecorded(content, chosen)), ledger_path(chosen))
    raise SystemExit(int(stops))


@main.command("record")
@settings_option
@now_option
def record_command(*, settings: Path, now: str | None) -> None:
    """Record every published address and id, so that no later build can lose one."""
    chosen = _settings(settings, now=now)
    try:
        _tell_added(record(chosen))
    except ProblemsFound as found:
        click.echo(report(found.problems), err=True)
        raise click.ClickException("Nothing was recorded.") from None
    except OSError as error:
        raise click.ClickException(f"{error}\nNothing was recorded.") from None


@main.command("serve")
@settings_option
@now_option
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=PORT,
    show_default=True,
    help="The port; 0 for any that is free.",
)
@click.option("--drafts", is_flag=True, help="Show drafts, and what is not published yet.")
def serve_command(*, settings: Path, now: str | None, port: int, drafts: bool) -> None:
    """Show the site on this machine only, and show it anew whenever a file changes."""
    _settings(settings, now=now)
    preview = Preview(lambda: read_settings(settings, now=now), port, drafts=drafts)
    click.echo(f"Serving on {preview.address} (stop with Ctrl+C).")
    try:
        preview.serve()
    except KeyboardInterrupt:
        click.echo("Stopped.")
    finally:
        preview.shutdown()


main.add_command(new.command)
main.add_command(announce.command)
main.add_command(host.command)


def _fix(settings: Settings) -> None:
    """Put right what is certain; what is not is told by the check that follows."""
    try:
        for added in give_back_names(settings):
            click.echo(f"{added.path}: added to `aliases`: {', '.join(added.lines)}.", err=True)
        _tell_added(record(settings))
    except ProblemsFound:
        pass
    except OSError as error:
        raise click.ClickException(f"{error}\nNot everything was fixed.") from None


def _tell_added(added: Added) -> None:
    count = len(added.lines)
    what = f"{count} address{'' if count == 1 else 'es'} added" if count else "nothing to add"
    click.echo(f"{added.path}: {what}.", err=True)


def _tell_unrecorded(count: int, path: str) -> None:
    """Say how many addresses a later build could lose; of a site without a ledger nothing is."""
    if count:
        are = "address is" if count == 1 else "addresses are"
        click.echo(
            f"{count} published {are} not in {path} yet: `missions record` adds what is new."
        )


def _settings(path: Path, **overrides: Any) -> Settings:
    try:
        return read_settings(path, **overrides)
    except SettingsError as error:
        click.echo(report(error.problems), err=True)
        raise SystemExit(USAGE) from None


def _from_here(folder: Path | None) -> Path | None:
    """Return a folder given on the command line, seen from where the command runs."""
    return folder.resolve() if folder else None


def _tell(built: Built, form: Format) -> None:
    done = built.published
    for note in built.notes:
        click.echo(note)
    if built.problems:
        click.echo(report(built.problems, form, stopped=False))
    total = len(done.rendered) + done.kept
    parts = [f"{len(done.rendered)} written", f"{done.kept} left as they were"]
    if done.removed:
        parts.append(f"{len(done.removed)} removed")
    click.echo(f"Published {total} files in {_shortest(built.target)}: {', '.join(parts)}.")


def _shortest(path: Path) -> str:
    here = Path.cwd()
    return f"{path.relative_to(here)}/" if path.is_relative_to(here) else str(path)


class _Shown(Progress):
    """Progress on a terminal; silence in CI and in pipes."""

    def __init__(self) -> None:
        super().__init__(self._step, self._file)
        console = Console(stderr=True)
        is_quiet = not console.is_terminal or bool(os.environ.get("CI"))
        self._bar = Bar(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            console=console,
            transient=True,
            disable=is_quiet,
        )
        self._task = self._bar.add_task("read", total=None)

    def __enter__(self) -> "_Shown":
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def _step(self, name: str) -> None:
        self._bar.update(self._task, description=name)

    def _file(self, done: int, total: int) -> None:
        self._bar.update(self._task, completed=done, total=total)


if __name__ == "__main__":
    sys.exit(main())
