"""The command `missions`: a door, with no rules of its own.

Each command is a module, read only when it is asked for, so that one does not wait for another's.
"""

import gc
import traceback
from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

COMMANDS: Mapping[str, str] = {
    "announce": "site_builder.doors.announce",
    "build": "site_builder.doors.cli.build",
    "check": "site_builder.doors.cli.check",
    "host": "site_builder.doors.host",
    "init": "site_builder.doors.starting.init",
    "new": "site_builder.doors.starting.new",
    "record": "site_builder.doors.cli.record",
    "schema": "site_builder.doors.schemas",
    "serve": "site_builder.doors.cli.serve",
}
"""Each command with the module that holds it, as `command`."""


_SELDOM = (50_000, 20, 50)
"""How seldom Python looks for rubbish: nearly all that a build makes lives to its end, and to look
through it again and again took a fifth of the time of composing."""


class _Commands(click.Group):
    """The commands: what people can see to is told in words, a fault of ours with its traceback.

    A command that has more to say of a reason says it itself.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the library's
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name]).command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        gc.set_threshold(*_SELDOM)
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:  # noqa: BLE001 - a fault of ours may be of any kind
            raise SystemExit(_told(error)) from None


def _told(error: Exception) -> int:
    """Say why a command ends, and return its status."""
    # Imported here so that what needs no content, as `--version`, is told at once.
    from site_builder.doors.outcome import exit_status  # noqa: PLC0415

    if isinstance(error, exit_status.SEEN_TO):
        click.echo(exit_status.reason(error), err=True)
        return exit_status.status_of(error)
    traceback.print_exc()
    click.echo("This is a fault of the product. Please report it with these lines.", err=True)
    return exit_status.OUR_FAULT


@click.group(cls=_Commands)
@click.version_option(package_name="mission-stories", message="missions %(version)s")
def main() -> None:
    """Turn Markdown case studies and council summaries into a public record of missions."""
    from site_builder.doors.outcome import exit_status  # noqa: PLC0415

    exit_status.speak_in_any_encoding()
