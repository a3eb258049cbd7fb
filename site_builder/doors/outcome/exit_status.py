"""How a command ends: one number for each kind of end, the same for every command."""

import io
import sys

import click

from site_builder.build import ProblemsFound
from site_builder.check.report import Format, report
from site_builder.publish.refused import AnotherBuild, Refused, disk_refusal
from site_builder.publish.search.pagefind import IndexerFailed
from site_builder.read.disk_names import printable
from site_builder.settings import SettingsError

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


SEEN_TO = (SettingsError, ProblemsFound, Refused, IndexerFailed, OSError)
"""Why a command ends without its work done, where people can see to it."""


def status_of(error: Exception) -> int:
    """Return the exit status for a reason why nothing was published."""
    if isinstance(error, SettingsError):
        return USAGE
    if isinstance(error, AnotherBuild):
        return ANOTHER_BUILD
    is_of_the_disk = isinstance(error, OSError) and disk_refusal(error) is not None
    return REFUSED if is_of_the_disk or isinstance(error, Refused) else PROBLEMS


def reason(error: Exception, *more: str, form: Format = "text") -> str:
    """Return what people are told of such a reason, and more lines where it is no list."""
    if isinstance(error, SettingsError | ProblemsFound):
        return report(error.problems, form)
    told = _in_words(error) if isinstance(error, OSError) else str(error)
    return "\n".join((told, *more))


def _in_words(error: OSError) -> str:
    """Return what the system said, without its number and the quotation marks of a program."""
    if told := disk_refusal(error):
        return told
    where = "" if error.filename is None else f"{printable(error.filename)}: "
    return f"{where}{error.strerror}." if error.strerror else str(error)


def speak_in_any_encoding() -> None:
    """Show a letter that the output can not hold, as in a file of cp1252, by its number."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


class Stopped(click.ClickException):
    """Ends a command with a message and a status of its own."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.exit_code = status  # type: ignore[misc] # click reads it of the instance


def stopped(error: Exception, *more: str) -> Stopped:
    """Return what ends a command for such a reason: its message, more lines, and its status."""
    return Stopped(reason(error, *more), status_of(error))
