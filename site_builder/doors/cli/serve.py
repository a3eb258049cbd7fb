"""`missions serve`: the site as it will be, shown on this machine."""

import signal
import threading
from functools import partial
from pathlib import Path

import click

from site_builder.doors.cli.options import now_option, read_or_stop
from site_builder.doors.outcome.exit_status import USAGE, Stopped
from site_builder.doors.preview import HOST, PORT, Preview
from site_builder.doors.preview.answers import CannotServe
from site_builder.doors.preview.hosts import OPEN_TO_ALL, is_loopback
from site_builder.doors.settings_option import settings_option
from site_builder.settings import read_settings


@click.command("serve")
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
def command(  # noqa: PLR0913 - an argument for each option
    *, settings: Path, now: str | None, port: int, host: str, drafts: bool, poll: bool
) -> None:
    """Show the site on this machine only, and show it anew whenever a file changes."""
    read_or_stop(settings, now=now)
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
