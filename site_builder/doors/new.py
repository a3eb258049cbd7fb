"""`missions new`: a file with every field that its type needs, and blanks for what is not known.

The questions, the fields and the sentences beside them come from the models, so a new type or
field is asked for without a change here.
"""

import datetime as dt
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import click
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from site_builder.check.writing.leftovers import UNWRITTEN
from site_builder.doors.settings_option import NAMES, SETTINGS
from site_builder.read.content import read_content
from site_builder.read.disk_names import printable
from site_builder.read.front_matter import plain_yaml
from site_builder.read.prose.heading_ids import heading_id
from site_builder.read.types import ITEM_KINDS, Item, Kind, RegisterEntry
from site_builder.read.types.fields.dates import Quarter
from site_builder.read.types.fields.references import Refers
from site_builder.read.types.fields.text import SLUG_LENGTH, is_slug, written_fields
from site_builder.read.types.item import FROM_THE_FILE
from site_builder.read.types.kinds import kind_of
from site_builder.settings import Settings, read_settings

_TELL, _WRITE = UNWRITTEN
_BODIES = {
    "case study": f"## How it worked\n\n{_TELL}\n\n## What came of it\n\n{_TELL}\n",
    "council summary": f"## What was learned\n\n{_TELL}\n",
}
_BODY = f"{_WRITE}\n"

Answers = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class NewFile:
    """A file about to be made."""

    text: str
    blanks: tuple[str, ...]
    """The fields that its author still has to fill in."""


@click.group("new")
def command() -> None:
    """Make a new file, with every field that it needs."""


def new_file(kind: Kind, answers: Answers) -> NewFile:
    """Return a file of a content type with what is known filled in and the rest left blank."""
    blanks: list[str] = []
    lines: list[str] = []
    for name, field in _required(kind.model):
        lines += _lines(name, field, answers.get(name, ()), blanks, name)
    text = "\n".join(["---", *lines, "status: draft", "---", _BODIES.get(kind.name, _BODY)])
    return NewFile(text, tuple(blanks))


def _required(model: type[BaseModel]) -> Iterator[tuple[str, FieldInfo]]:
    """Yield the fields that must be filled in; a title comes first."""
    fields = [
        (name, field)
        for name, field in written_fields(model).items()
        if field.is_required() and name not in FROM_THE_FILE
    ]
    yield from sorted(fields, key=lambda pair: pair[0] not in ("title", "quarter"))


def _lines(
    name: str, field: FieldInfo, given: tuple[str, ...], blanks: list[str], path: str
) -> Iterator[str]:
    """Yield the lines of one field, with its sentence as a comment above."""
    yield f"# {field.description}"
    part, is_list = _part_of(field.annotation), _is_list(field.annotation)
    if part is None and is_list:
        if not given and not any(getattr(mark, "min_length", 0) for mark in field.metadata):
            yield f"{name}: []"
            return
        yield f"{name}:"
        yield from (f"  - {_value(value)}".rstrip() for value in given or ("",))
    elif part is None:
        yield f"{name}: {_value(given[0] if given else '')}".rstrip()
    else:
        yield f"{name}:"
        for value in given or ("",):
            yield from _part_lines(part, value, blanks, path, is_list=is_list)
        return
    if not given:
        blanks.append(path)


def _part_lines(
    part: type[BaseModel], value: str, blanks: list[str], path: str, *, is_list: bool
) -> Iterator[str]:
    """Yield the required fields of a part, the first answered if an answer is given."""
    lead = "  - " if is_list else "  "
    for number, (name, _field) in enumerate(_required(part)):
        answer = value if number == 0 else ""
        yield f"{lead}{name}: {_value(answer)}".rstrip()
        lead = "    " if is_list else "  "
        if not answer:
            blanks.append(f"{path}.{name}")


def _value(text: str) -> str:
    """Return text so that YAML reads it back as it is."""
    try:
        is_plain = plain_yaml.load(f"a: {text}") == {"a": text}
    except plain_yaml.YamlFault:
        is_plain = False
    return text if is_plain or not text else json.dumps(text, ensure_ascii=False)


def _part_of(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((part for one in get_args(annotation) if (part := _part_of(one))), None)


def _is_list(annotation: Any) -> bool:
    return getattr(annotation, "__origin__", None) is tuple


def _refers_to(field: FieldInfo) -> str | None:
    """Return what kind of thing a field names by its slug, also inside a list or a part."""
    marks = [*field.metadata]
    for inner in (field.annotation, *get_args(field.annotation)):
        marks += getattr(inner, "__metadata__", ())
    part = _part_of(field.annotation)
    if part:
        first = next(iter(part.model_fields.values()))
        marks += first.metadata
    return next((mark.kind for mark in marks if isinstance(mark, Refers)), None)


def _asked(kind: Kind) -> Iterator[tuple[str, FieldInfo]]:
    """Yield the fields that are worth a question: short ones, and names of other things."""
    for name, field in _required(kind.model):
        if _part_of(field.annotation) is None or _refers_to(field):
            yield name, field


def _make(kind: Kind, settings: Settings, given: Answers, slug: str | None, *, ask: bool) -> None:
    answers = dict(given)
    if ask:
        known = _known(settings)
        for name, field in _asked(kind):
            if not answers.get(name):
                answers[name] = _question(name, field, known)
    name = slug or _slug_from(answers)
    if not is_slug(name):
        raise click.UsageError("Give a --title, or a --slug of small letters, numbers and dashes.")
    path = settings.content / kind.source / f"{name}.md"
    if path.exists():
        raise click.ClickException(f"{_shown(path)} is there already; nothing was changed.")
    made = new_file(kind, answers)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(made.text, "utf-8", newline="\n")
    click.echo(f"Made {_shown(path)}.")
    if made.blanks:
        click.echo(f"Still to fill in: {', '.join(made.blanks)}.")
    click.echo("It is a draft; take out `status: draft` when it may be published.")


def _shown(path: Path) -> str:
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()


def _slug_from(answers: Answers) -> str:
    if quarter := answers.get("quarter"):
        return quarter[0].lower()
    title = (answers.get("title") or ("",))[0]
    return heading_id(title)[:SLUG_LENGTH].strip("-") if title else ""


def _known(settings: Settings) -> Mapping[str, list[str]]:
    """Return the slugs that may be named, by kind."""
    content = read_content(settings.root, settings.docs_dir, facts=settings.facts)
    known: dict[str, list[str]] = {}
    things: tuple[Item | RegisterEntry, ...] = (*content.items, *content.entries)
    for thing in things:
        known.setdefault(kind_of(thing).name, []).append(thing.slug)
    return known


def _question(name: str, field: FieldInfo, known: Mapping[str, list[str]]) -> tuple[str, ...]:
    """Ask for one field; several slugs are given with commas between them."""
    sentence = (field.description or name).rstrip(".")
    kind = _refers_to(field)
    if kind:
        sentence += f" ({', '.join(sorted(known.get(kind, []))) or 'none yet'})"
    default = {"date": _today().isoformat(), "quarter": str(Quarter.of(_today()))}.get(name, "")
    answer: str = click.prompt(sentence, default=default, show_default=bool(default))
    parts = answer.split(",") if _is_list(field.annotation) else [answer]
    return tuple(part.strip() for part in parts if part.strip())


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
    for name, field in _asked(kind):
        is_list = _is_list(field.annotation)
        flag = (_refers_to(field) or name) if is_list else name
        flag = flag.replace("_", "-").replace(" ", "-")
        options.append(click.Option([f"--{flag}", name], multiple=is_list, help=field.description))

    def run(settings: Path, slug: str | None, ask: bool | None, **given: Any) -> None:  # noqa: FBT001
        answers = {
            name: tuple(map(printable, value if isinstance(value, tuple) else (value,)))
            for name, value in given.items()
            if value
        }
        _make(
            kind,
            read_settings(settings),
            answers,
            slug,
            ask=sys.stdin.isatty() if ask is None else ask,
        )

    name = kind.name.replace(" ", "-")
    return click.Command(name, params=options, callback=run, help=f"Make a new {kind.name}.")


for _kind in ITEM_KINDS:
    if issubclass(_kind.model, Item):
        command.add_command(_command_for(_kind))
