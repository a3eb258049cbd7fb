"""The command `missions`: a door, with no rules of its own."""

import os
import signal
import sys
import threading
import traceback
from functools import partial
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
from rich.progress import Progress as Bar

from site_builder.build import Built, ProblemsFound, Progress, build, examine, only_one
from site_builder.check import errors_in
from site_builder.check.report import Format, report
from site_builder.doors import announce, host, new
from site_builder.doors.outcome.build_report import as_json, failure_as_json
from site_builder.doors.outcome.exit_status import (
    OUR_FAULT,
    SEEN_TO,
    USAGE,
    Stopped,
    reason,
    speak_in_any_encoding,
    status_of,
    stopped,
)
from site_builder.doors.outcome.in_words import held_in_words, in_words
from site_builder.doors.preview import HOST, PORT, Preview
from site_builder.doors.preview.answers import CannotServe
from site_builder.doors.preview.hosts import OPEN_TO_ALL, is_loopback
from site_builder.doors.record import Added, give_back_names, ledger_path, record, waiting
from site_builder.doors.settings_option import settings_option
from site_builder.publish.refused import AnotherBuild
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
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How problems are written.",
)


class _Commands(click.Group):
    """The commands: what people can see to is told in words, a fault of ours with its traceback.

    A command that has more to say of a reason says it itself.
    """

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except SEEN_TO as error:
            click.echo(reason(error), err=True)
            raise SystemExit(status_of(error)) from None
        except Exception:  # noqa: BLE001 - a fault of ours may be of any kind
            traceback.print_exc()
            click.echo(
                "This is a fault of the product. Please report it with these lines.", err=True
            )
            raise SystemExit(OUR_FAULT) from None


@click.group(cls=_Commands)
@click.version_option(package_name="mission-stories", message="missions %(version)s")
def main() -> None:
    """Turn Markdown case studies and council summaries into a public record of missions."""
    speak_in_any_encoding()


@main.command("build")
@settings_option
@now_option
@strict_option
@format_option
@click.option(
    "--site-dir", type=click.Path(path_type=Path), help="The folder to write the site to."
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
def build_command(  # noqa: PLR0913 - each is an option
    *,
    settings: Path,
    now: str | None,
    strict: bool,
    form: Format,
    site_dir: Path | None,
    adopt: bool,
    in_place: bool | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Build the site. Whatever goes wrong, the site that is there stays as it was."""
    try:
        given = {"now": now, "site_dir": _from_here(site_dir), "in_place": in_place}
        chosen = read_settings(settings, **given)
        with _Shown() as progress:
            built = build(chosen, strict=strict, adopt=adopt, progress=progress)
    except Exception as error:
        if form == "json":
            click.echo(failure_as_json(error))
        if not isinstance(error, SEEN_TO):
            raise
        _tell_why(error, form)
        raise SystemExit(status_of(error)) from None
    _tell(built, form, quiet=quiet, verbose=verbose)


@main.command("check")
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
def check_command(  # noqa: PLR0913 - each is an option
    *, settings: Path, now: str | None, strict: bool, form: Format, fix: bool, hints: bool
) -> None:
    """Name everything that is wrong with the content, and write nothing unless told to fix."""
    chosen = _settings(settings, form, now=now)
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


@main.command("record")
@settings_option
@now_option
def record_command(*, settings: Path, now: str | None) -> None:
    """Record every published address and id, so that no later build can lose one.

    Run it after the site was published, in the job that publishes it.
    """
    chosen = _settings(settings, now=now)
    try:
        with only_one(chosen):
            _tell_added(record(chosen))
    except ProblemsFound as found:
        click.echo(report(found.problems), err=True)
        raise click.ClickException("Nothing was recorded.") from None
    except (AnotherBuild, OSError) as error:
        raise stopped(error, "Nothing was recorded.") from None


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
@click.option(
    "--address",
    "-a",
    "host",
    metavar="HOST",
    default=HOST,
    show_default=True,
    help="The address to answer at; 0.0.0.0 lets everybody on your network read the preview.",
)
@click.option("--drafts", is_flag=True, help="Show drafts, and what is not published yet.")
@click.option(
    "--poll",
    is_flag=True,
    help="Look at the files each second, for folders of which the system gives no notices.",
)
def serve_command(  # noqa: PLR0913 - an argument for each option
    *, settings: Path, now: str | None, port: int, host: str, drafts: bool, poll: bool
) -> None:
    """Show the site on this machine only, and show it anew whenever a file changes."""
    _settings(settings, now=now)
    read = partial(read_settings, settings, now=now)
    try:
        preview = Preview(read, port, host=host, drafts=drafts, poll=poll, say=click.echo)
    except CannotServe as error:
        raise Stopped(_with_remedy(error), USAGE) from None
    _stop_when_told()
    try:
        click.echo(f"Serving on {preview.address} (stop with Ctrl+C).")
        if not is_loopback(host):
            click.echo(OPEN_TO_ALL)
        preview.serve()
    except KeyboardInterrupt:
        click.echo("Stopped.")
    finally:
        preview.shutdown()


def _stop_when_told() -> None:
    """Let a program that started a preview stop it as Ctrl+C does.

    A shell has whatever it starts in the background pass over that signal.
    """
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGTERM, signal.default_int_handler)


def _with_remedy(error: CannotServe) -> str:
    if error.other_port is None:
        return str(error)
    other = f"`--port {error.other_port}`"
    return f"{error} Choose another with {other}, or any that is free with `--port 0`."


main.add_command(new.command)
main.add_command(announce.command)
main.add_command(host.command)


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


def _tell_added(added: Added) -> None:
    count = len(added.lines)
    what = f"{count} address{'' if count == 1 else 'es'} added" if count else "nothing to add"
    click.echo(f"{added.path}: {what}.", err=True)
    if added.waiting:
        where = "the site that stands here; build and publish it first"
        click.echo(f"{added.waiting} more are not on {where}.", err=True)


def _tell_new(count: int, path: str) -> None:
    """Say how many addresses are new with this content; of a site without a ledger nothing is."""
    if count:
        are = "address is" if count == 1 else "addresses are"
        click.echo(f"{count} {are} not in {path} yet: `missions record` adds what is published.")


def _settings(path: Path, form: Format = "text", **overrides: Any) -> Settings:
    try:
        return read_settings(path, **overrides)
    except SettingsError as error:
        click.echo(report(error.problems, form), err=form == "text")
        raise SystemExit(USAGE) from None


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
    if built.problems:
        click.echo(report(built.problems, form, stopped=False))
    if not quiet:
        click.echo("\n".join(in_words(built, verbose=verbose)))


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
