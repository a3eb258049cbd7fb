"""`missions init`: an empty folder becomes a record that passes its check and builds."""

import datetime as dt
import sys
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import click

from site_builder.check.report import report
from site_builder.doors.outcome.exit_status import USAGE, Stopped, stopped
from site_builder.doors.starting.asking import WrongAnswer, ask_until_right
from site_builder.doors.starting.installed import this_product
from site_builder.doors.starting.laying_down import in_the_way, lay_down
from site_builder.doors.starting.profiles import (
    Profile,
    ProfileFault,
    choices_in_words,
    profiles,
    read_profile,
)
from site_builder.doors.starting.questions import answered
from site_builder.doors.starting.record_files import (
    HOSTS,
    SETTINGS_FILE,
    Host,
    every_path,
    whole_files,
)

FIRST = "uk-missions"
"""The profile that is taken where nobody chooses."""
_LISTS = frozenset({".gitignore", ".gitattributes"})
"""Files of which a record needs single lines, whoever wrote the others."""


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path())
@click.option(
    "--profile",
    "profile_name",
    metavar="NAME",
    help="How it begins: a profile that comes with the product, or the path of one of your own.",
)
@click.option("--name", help="What the body is called that keeps the record.")
@click.option("--address", help="The whole address at which the site will stand.")
@click.option("--language", help="The language of the site, such as en-GB.")
@click.option("--region", help="The place or region that the record is for.")
@click.option("--time-zone", help="Its time zone, such as Europe/London.")
@click.option(
    "--answer",
    "more",
    metavar="NAME=TEXT",
    multiple=True,
    help="The answer to a question of the profile's own.",
)
@click.option("--ci", type=click.Choice(HOSTS), help="Where its checks run; none for nowhere.")
@click.option(
    "--install",
    metavar="REQUIREMENT",
    help="What pip installs to build the record; if left out, this version of the product.",
)
@click.option(
    "--keep", is_flag=True, help="Leave files that are there as they are, and write the others."
)
@click.option(
    "--ask/--no-ask",
    default=None,
    help="Ask for what is not given; the default on a terminal.",
)
def command(  # noqa: PLR0913 - an argument for each option
    *,
    folder: Path,
    profile_name: str | None,
    more: tuple[str, ...],
    ci: Host | None,
    install: str | None,
    keep: bool,
    ask: bool | None,
    **given: Any,
) -> None:
    """Begin a record in an empty folder: settings, pages, an example of each thing, checks.

    Nothing that is there is ever written over. What is made passes `missions check --strict`.
    """
    asks = sys.stdin.isatty() if ask is None else ask
    profile = _profile(profile_name, ask=asks)
    host = ci or (_host() if asks else "none")
    ways = _ways_free(folder, every_path(profile, host), keep=keep)
    answers = answered(profile, _given(given, more), ask=asks)
    try:
        files = whole_files(profile, host, answers, install or this_product(), _today())
    except ProfileFault as fault:
        raise _faulty(fault) from None
    written = {path: data for path, data in files.items() if path not in ways}
    try:
        lay_down(folder, written)
    except OSError as error:
        raise stopped(error, "Nothing was written.") from None
    _tell(folder, profile, {path: files[path] for path in ways})


def _profile(name: str | None, *, ask: bool) -> Profile:
    if name is None and ask and len(profiles()) > 1:
        click.echo("Profiles:\n" + "\n".join(choices_in_words()))
        question = "Which of them is nearest, or where is one of your own?"
        return ask_until_right(question, _right_profile, default=FIRST)
    try:
        return read_profile(name or FIRST)
    except ProfileFault as fault:
        raise _faulty(fault) from None


def _right_profile(name: str) -> Profile:
    try:
        return read_profile(name.strip())
    except ProfileFault as fault:
        raise WrongAnswer(report(fault.problems, stopped=False)) from None


def _faulty(fault: ProfileFault) -> click.ClickException:
    click.echo(report(fault.problems, stopped=False), err=True)
    return Stopped("This profile can not be used. Nothing was written.", USAGE)


def _host() -> Host:
    host: Host = click.prompt(
        "Where will its checks run?", type=click.Choice(HOSTS), default="none", prompt_suffix=" "
    )
    return host


def _given(options: Mapping[str, str | None], more: Collection[str]) -> dict[str, str]:
    """Return the answers of the command line by the names of their questions."""
    given = {name.replace("_", "-"): text for name, text in options.items() if text is not None}
    for one in more:
        name, sign, text = one.partition("=")
        if not sign:
            raise click.UsageError(f"Write --answer as a name, = and a text, not “{one}”.")
        given[name.strip()] = text
    return given


def _ways_free(folder: Path, paths: list[str], *, keep: bool) -> set[str]:
    """Return the files that are there and stay; end the command where that is not wanted."""
    ways = in_the_way(folder, paths)
    if SETTINGS_FILE in ways:
        raise click.ClickException(
            f"There is a record here: {_shown(folder / SETTINGS_FILE)}. Nothing was written. "
            "`missions new` adds to it; another record needs a folder of its own."
        )
    blocked = sorted(set(ways) - set(paths))
    if ways and not (keep and not blocked):
        names = "\n".join(f"  {_shown(folder / one)}" for one in ways)
        leave = "" if blocked else ", or leave them as they are with --keep"
        raise click.ClickException(
            f"Nothing was written, since these are in the way:\n{names}\n"
            f"Move them, name another folder, such as `missions init our-record`{leave}."
        )
    return set(ways)


def _tell(folder: Path, profile: Profile, kept: Mapping[str, bytes]) -> None:
    where = "this folder" if folder.resolve() == Path.cwd() else f"{_shown(folder)}/"
    click.echo(f"Made a record in {where} by the profile {profile.name}.")
    for path, data in kept.items():
        click.echo(f"{path} was there, and stays as it was.{_lines_needed(folder / path, data)}")
    there = "" if where == "this folder" else f"  cd {_shown(folder)}\n"
    click.echo(
        "The example story in it is a draft, so the public site does not have it. Next:\n"
        f"{there}"
        "  missions serve --drafts    shows the site on this machine, drafts too\n"
        "  missions new case-study    begins a story of your own\n"
        "  missions check --hints     names each blank that is still to be filled in"
    )


def _lines_needed(file: Path, data: bytes) -> str:
    """Return in words which lines a file that is there lacks, if single lines matter in it."""
    if file.name not in _LISTS:
        return ""
    there = file.read_bytes().decode(errors="replace").split("\n")
    wanted = [line for line in data.decode().splitlines() if line and not line.startswith("#")]
    lacking = [line for line in wanted if line not in map(str.strip, there)]
    return "\nIt needs these lines:" + "".join(f"\n  {one}" for one in lacking) if lacking else ""


def _shown(path: Path) -> str:
    return path.as_posix()


def _today() -> dt.date:
    # A door may ask the clock; a build may not.
    return dt.datetime.now().astimezone().date()
