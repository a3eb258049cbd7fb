"""How a command ends: one number for each kind of end, the same for every command."""

import click

from site_builder.publish.refused import AnotherBuild, Refused

PROBLEMS = 1
"""The content has problems, or something else has to be put right first."""
USAGE = 2
"""The command or the settings can not be understood."""
REFUSED = 3
"""The folder to publish to is not ours, or can not be written."""
ANOTHER_BUILD = 4
"""Another build is running."""
OUR_FAULT = 70
"""A fault of the product."""
OUTCOMES = {
    0: "published",
    PROBLEMS: "problems",
    USAGE: "settings",
    REFUSED: "refused",
    ANOTHER_BUILD: "another build",
    OUR_FAULT: "our fault",
}
"""What each number means, in the words of the report."""


def status_of(error: Exception) -> int:
    """Return the exit status for a reason why nothing was published."""
    if isinstance(error, AnotherBuild):
        return ANOTHER_BUILD
    return REFUSED if isinstance(error, Refused) else PROBLEMS


class Stopped(click.ClickException):
    """Ends a command with a message and a status of its own."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.exit_code = status  # type: ignore[misc] # click reads it of the instance


def stopped(error: Exception, *more: str) -> Stopped:
    """Return what ends a command for such a reason: its message, more lines, and its status."""
    return Stopped("\n".join((str(error), *more)), status_of(error))
