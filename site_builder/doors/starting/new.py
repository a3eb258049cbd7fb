"""`missions new`: a file with every field that its type needs, or an entry of a register.

The questions, the fields and the sentences beside them come from the models, so a new type or
field is asked for without a change here.
"""

import datetime as dt
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any

import click

from site_builder.build import theme_in_order
from site_builder.doors.settings_option import NAMES, SETTINGS
from site_builder.doors.starting.asked_fields import AskedField, asked_fields, naming_field
from site_builder.doors.starting.asking import WrongAnswer, ask_until_right
from site_builder.doors.starting.new_file import new_file, with_entry
from site_builder.doors.starting.right_answers import (
    Given,
    Known,
    answer_for,
    names_of,
    slips_in,
    what_there_is,
)
from site_builder.read.content import Content
from site_builder.read.disk_names import printable
from site_builder.read.place.facts import kind_for
from site_builder.read.problems import did_you_mean
from site_builder.read.theme.retold import retold
from site_builder.read.theme.words import Words
from site_builder.read.types import KINDS, Item, Kind
from site_builder.read.types.fields.dates import Quarter
from site_builder.read.types.fields.slugs import slug_of
from site_builder.read.types.fields.text import SLUG_LENGTH, is_slug
from site_builder.read.whole_file import write_whole
from site_builder.settings import Settings, read_settings
from site_builder.settings.named import content_of, theme_of

Answers = dict[str, Given]
_RULE = f"small letters, numbers and single dashes, at most {SLUG_LENGTH} characters"


class _Types(click.Group):
    """The types of things; a type that there is not is told with those that there are."""

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        if args and not args[0].startswith("-") and args[0] not in self.commands:
            hint = did_you_mean(args[0], self.commands, "The types are")
            raise click.UsageError(f"“{args[0]}” is not a type. {hint}", ctx)
        return super().resolve_command(ctx, args)


@click.group("new", cls=_Types)
def command() -> None:
    """Make a new file, or an entry of a register, with every field that it needs."""


@dataclass(frozen=True)
class _Place:
    """Where things of a kind are kept, and what is there."""

    kind: Kind
    settings: Settings
    content: Content

    @cached_property
    def words(self) -> Words:
        """What the body calls its things, for whoever is asked. Raises ProblemsFound."""
        with theme_in_order(self.settings):
            return theme_of(self.settings)[0].words

    @property
    def known(self) -> Known:
        return what_there_is(self.content)

    @property
    def path(self) -> Path:
        """The folder of the files, or the register."""
        return self.settings.content / self.kind.source

    @property
    def is_register(self) -> bool:
        return not issubclass(self.kind.model, Item)

    def file(self, slug: str) -> Path:
        return self.path if self.is_register else self.path / f"{slug}.md"

    def refuse_taken(self, slug: str) -> str:
        """Return a slug that nothing has yet, or say what is there already."""
        if self.is_register:
            entries = self.known.get(self.kind.name, {}).values()
            taken = {name for one in entries for name in (one.slug, *one.aliases)}
            if slug in taken:
                raise WrongAnswer(f"“{slug}” is in {_shown(self.path)} already.")
        elif self.file(slug).exists():
            raise WrongAnswer(f"{_shown(self.file(slug))} is there already.")
        return slug


def _make(kind: Kind, settings: Settings, given: Answers, slug: str | None, *, ask: bool) -> None:
    place = _Place(kind_for(kind, settings.facts), settings, content_of(settings))
    answers = dict(given)
    if ask:
        name = _asked(place, answers, slug)
    else:
        _refuse_slips(place, answers)
        name = _slug(place, answers, slug)
    if place.is_register:
        _add_entry(place, name, answers)
    else:
        _make_file(place, name, answers)


def _asked(place: _Place, answers: Answers, slug: str | None) -> str:
    """Ask for what was not given, or was given wrong; return the slug, which is settled first."""
    naming, name = naming_field(place.kind), None
    for one in asked_fields(place.kind):
        if one.name == naming.name or one.name not in answers or _is_wrong(place, one, answers):
            answers[one.name] = _answer(place, one, answers.get(one.name))
        if one.name == naming.name:
            name = _asked_slug(place, answers, slug)
    assert name is not None  # noqa: S101 - every kind has a field that it is called by
    return name


def _is_wrong(place: _Place, one: AskedField, answers: Answers) -> bool:
    return any(slips_in(place.kind, one, answers[one.name], place.known))


def _answer(place: _Place, one: AskedField, given: Given | None) -> Given:
    """Ask for one field; several slugs are given with commas between them."""
    starts = place.settings.facts.year_starts
    default = {"date": _today().isoformat(), "quarter": str(Quarter.of(_today(), starts))}
    needed = place.is_register and one.is_needed
    names = names_of(one, place.known)
    are_said = bool(one.choices) and all(choice in one.sentence for choice in one.choices)
    sentence = retold(one.sentence, place.words)
    question = f"{one.name}: {sentence}" if are_said else sentence
    question += ", with commas between several" if one.is_list else ""
    return ask_until_right(
        question if one.is_needed else f"{question} (or nothing)",
        partial(_not_empty, answer_for(place.kind, one, place.known), needed=needed),
        default=default.get(one.name, ""),
        choices=() if are_said else names,
        given=",".join(given) if given else None,
    )


def _not_empty(is_right: Any, text: str, *, needed: bool) -> Given:
    if needed and not text.strip():
        raise WrongAnswer("An entry of a register needs this.")
    answer: Given = is_right(text)
    return answer


def _asked_slug(place: _Place, answers: Answers, slug: str | None) -> str:
    made = slug or _slug_from(place.kind, answers)
    question = f"How should its address end ({_RULE})?"
    return ask_until_right(question, partial(_right_slug, place), given=made or None)


def _right_slug(place: _Place, text: str) -> str:
    if not is_slug(text.strip()):
        raise WrongAnswer(f"Use {_RULE}, for example: warm-homes")
    return place.refuse_taken(text.strip())


def _slug(place: _Place, answers: Answers, slug: str | None) -> str:
    """Return the slug that was given or can be made; end the command where there is none."""
    naming = naming_field(place.kind)
    called = answers.get(naming.name)
    made = slug or _slug_from(place.kind, answers)
    if not made and called:
        why = f"“{called[0]}” can not be spelt with the letters a to z, as an address must be."
        raise click.UsageError(f"{why} Give the end of its address with --slug, for example: {_EX}")
    if not is_slug(made):
        raise click.UsageError(f"Give a {naming.flag}, or a --slug of {_RULE}.")
    try:
        return place.refuse_taken(made)
    except WrongAnswer as taken:
        raise click.ClickException(f"{taken.message} Nothing was changed.") from None


_EX = "--slug warm-homes"


def _slug_from(kind: Kind, answers: Answers) -> str:
    called = answers.get(naming_field(kind).name)
    return slug_of(called[0]) if called else ""


def _refuse_slips(place: _Place, answers: Answers) -> None:
    """End the command with all that is wrong with what was given, or that an entry lacks."""
    slips: list[str] = []
    for one in asked_fields(place.kind):
        slips += slips_in(place.kind, one, answers.get(one.name, ()), place.known)
        if place.is_register and one.is_needed and not answers.get(one.name):
            slips.append(f"An entry of a register needs {one.flag}.")
    if slips:
        raise click.UsageError("\n".join((*slips, "Nothing was changed.")))


def _make_file(place: _Place, name: str, answers: Answers) -> None:
    path, made = place.file(name), new_file(place.kind, answers)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as opened:
        opened.write(made.text)
    click.echo(f"Made {_shown(path)}.")
    if made.blanks:
        click.echo(f"Still to fill in: {', '.join(made.blanks)}.")
    click.echo("It is a draft; take out `status: draft` when it may be published.")


def _add_entry(place: _Place, name: str, answers: Answers) -> None:
    path = place.path
    before = path.read_bytes().decode() if path.exists() else ""
    made = with_entry(before.replace("\r\n", "\n"), place.kind, name, answers)
    if made is None:
        entry = with_entry("", place.kind, name, answers) or ""
        raise click.ClickException(
            f"{_shown(path)} can not be added to at its end. Nothing was changed. "
            f"Put this where it belongs:\n{entry.rstrip()}"
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    is_windows = "\r\n" in before
    write_whole(path, (made.replace("\n", "\r\n") if is_windows else made).encode())
    click.echo(f"Added “{name}” to {_shown(path)}.")


def _shown(path: Path) -> str:
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()


def _today() -> dt.date:
    # A door may ask the clock; a build may not.
    return dt.datetime.now().astimezone().date()


def _command_for(kind: Kind) -> click.Command:
    options: list[click.Parameter] = [
        click.Option(NAMES, **SETTINGS),
        click.Option(["--slug"], help="The end of the address; if left out, made from the title."),
        click.Option(
            ["--ask/--no-ask"],
            default=None,
            help="Ask for what is not given; the default on a terminal.",
        ),
    ]
    for one in asked_fields(kind):
        about = one.field.description
        options.append(click.Option([one.flag, one.name], multiple=one.is_list, help=about))

    def run(settings: Path, slug: str | None, ask: bool | None, **given: Any) -> None:  # noqa: FBT001
        _make(
            kind,
            read_settings(settings),
            _on_the_line(given),
            slug,
            ask=sys.stdin.isatty() if ask is None else ask,
        )

    name = kind.name.replace(" ", "-")
    is_file = issubclass(kind.model, Item)
    about = f"Make a new {kind.name}." if is_file else f"Add {kind.one} to its register."
    return click.Command(name, params=options, callback=run, help=about)


def _on_the_line(given: Mapping[str, Any]) -> Answers:
    """Return what was given on the command line, as text that any program can print."""
    return {
        name: tuple(map(printable, value if isinstance(value, tuple) else (value,)))
        for name, value in given.items()
        if value
    }


for _kind in KINDS:
    command.add_command(_command_for(_kind))
