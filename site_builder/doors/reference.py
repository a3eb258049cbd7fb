"""The handbook's reference, made from the code: front matter, settings, commands, JSON Schemas.

Every sentence comes from where the thing itself is written: a field's description, a setting's
description, a command's help. `make reference` writes the pages.
"""

import inspect
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import get_type_hints

import click
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from site_builder.check.rules.handbook import as_table, rules_page
from site_builder.doors.cli import main
from site_builder.doors.host import handbook_page
from site_builder.doors.outcome.build_report import BuildReport
from site_builder.doors.schemas import DIALECT, schema_files, schema_name
from site_builder.doors.values_in_words import known_value, part_in, value_in_words, without_nothing
from site_builder.doors.words_page import words_page
from site_builder.read.settings_file.names import AT_THE_TOP
from site_builder.read.theme.words import FALLBACK, read_words
from site_builder.read.types import ITEM_KINDS, KINDS, Item, Kind
from site_builder.read.types.fields.text import written_fields as every_written_field
from site_builder.read.types.item import FROM_THE_FILE
from site_builder.settings import WRITTEN, Settings, theme_folder

_MADE = "<!-- Made from the code by `make reference`; a change here is lost. -->"

_FRONT_MATTER = """\
Front matter stands at the head of each Markdown file, between two lines of three dashes.
The tables below name every field of each content type.
A field that is not named here is a problem, and the message offers the nearest name.
A slug is the end of an address: small letters, numbers and single dashes.
With the JSON Schema of a content type, your editor can help while you write."""

_SETTINGS = """\
The settings of a site stand in `mkdocs.yml`.
The command `missions`, MkDocs and ProperDocs all read this one file."""

_SMALLEST_SETTINGS = """\
`missions` itself needs only `site_name`.
MkDocs and ProperDocs need the other lines of this sample as well.

```yaml
site_name: Our missions
docs_dir: content
theme: civic
plugins:
  - missions
```"""

_THEME_DIR = "`custom_dir` under `theme`"


def pages() -> Mapping[str, str]:
    """Return every file of the reference by its name, seen from `docs/reference/`."""
    schemas = {f"schemas/{name}": text for name, text in schema_files().items()}
    schemas["schemas/build-report.json"] = json.dumps(
        {"$schema": DIALECT, **BuildReport.model_json_schema()}, ensure_ascii=False, indent=2
    )
    made = {
        "front-matter.md": _front_matter(),
        "settings.md": _settings(),
        "commands.md": _commands(),
        "rules.md": f"{_MADE}\n\n{rules_page()}",
        "hosts.md": f"{_MADE}\n\n{handbook_page()}",
        "words.md": words_page(read_words(theme_folder() / "words", FALLBACK), _MADE),
    }
    return {name: f"{text.strip()}\n" for name, text in (made | schemas).items()}


def write(folder: Path) -> None:
    """Write every file of the reference into a folder."""
    for name, text in pages().items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")


def written_fields(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """Return the fields that an author writes, without those that come from the file."""
    fields = every_written_field(model).items()
    return {name: field for name, field in fields if name not in FROM_THE_FILE}


def parts_of(model: type[BaseModel]) -> Mapping[str, type[BaseModel]]:
    """Return the fields of a model that hold fields of their own, with the model of those."""
    found = {name: part_in(field.annotation) for name, field in written_fields(model).items()}
    return {name: part for name, part in found.items() if part}


def _front_matter() -> str:
    own = [_kind_section(kind) for kind in KINDS]
    return "\n\n".join(
        [
            "# Front matter",
            _MADE,
            _FRONT_MATTER,
            "## Every Markdown file",
            "These fields belong to every content type, apart from the entries of registers.",
            *_tables("every Markdown file", Item, written_fields(Item)),
            *(part for section in own for part in section),
        ]
    )


def _kind_section(kind: Kind) -> Iterator[str]:
    """Yield the section of a content type: what it is, where it is written, its own fields."""
    file = f"schemas/{schema_name(kind)}.json"
    yield f"## {_capital(kind.name)}"
    yield f"{_doc(kind.model)}\n{_where(kind)}\nIts JSON Schema is [{file}]({file})."
    shared = written_fields(Item).keys() if kind in ITEM_KINDS else set()
    own = {name: field for name, field in written_fields(kind.model).items() if name not in shared}
    yield from _tables(f"a {kind.name}", kind.model, own)


def _where(kind: Kind) -> str:
    if kind in ITEM_KINDS:
        return (
            f"Each is a file `content/{kind.source}/<slug>.md`.\n"
            "The fields of [every Markdown file](#every-markdown-file) belong to it as well."
        )
    return (
        f"Each is an entry of `content/{kind.source}`.\n"
        "An entry is its slug, a colon, and these fields indented under it."
    )


def _tables(noun: str, model: type[BaseModel], fields: Mapping[str, FieldInfo]) -> Iterator[str]:
    """Yield the table of some fields, and under a heading of its own that of each part."""
    yield _table(model, fields)
    for name, part in parts_of(model).items():
        if name in fields:
            yield f"### `{name}` of {noun}"
            yield _doc(part)
            yield _table(part, written_fields(part))


def _table(model: type[BaseModel], fields: Mapping[str, FieldInfo]) -> str:
    hints = get_type_hints(model, include_extras=True)
    hints |= {field.alias or name: hints[name] for name, field in model.model_fields.items()}
    rows = [
        (
            _written_as(name, model),
            _needed(field),
            value_in_words(hints[name]),
            field.description or "",
        )
        for name, field in fields.items()
    ]
    return as_table(("Name", "Needed", "Value", "What it says"), rows)


def _written_as(name: str, model: type[BaseModel]) -> str:
    """Return a name with where it is written, for settings that do not stand by themselves."""
    if model is not Settings or name in AT_THE_TOP:
        return f"`{name}`"
    return _THEME_DIR if name == "theme_dir" else f"`{name}` under the plugin `missions`"


def _needed(field: FieldInfo) -> str:
    if field.is_required():
        return "yes"
    default = field.default
    if default in (None, (), {}) or isinstance(default, BaseModel):
        return "no"
    if isinstance(default, tuple):  # texts, or kinds with what each is called
        names = [one if isinstance(one, str) else one[0] for one in default]
        default = f"[{', '.join(names)}]"
    return f"no; else `{json.dumps(default) if isinstance(default, bool) else default}`"


def _settings() -> str:
    settings = Settings.model_fields.items()
    fields = {name: field for name, field in settings if name in WRITTEN or name == "theme_dir"}
    return "\n\n".join(
        [
            "# Settings",
            _MADE,
            _SETTINGS,
            _table(Settings, fields),
            *_parts_of_settings(),
            _SMALLEST_SETTINGS,
        ]
    )


def _parts_of_settings() -> Iterator[str]:
    for name, field in Settings.model_fields.items():
        is_whole = known_value(without_nothing(field.annotation))
        if name in WRITTEN and not is_whole and (part := part_in(field.annotation)):
            yield from _part_of_settings(name, part)


def _part_of_settings(name: str, part: type[BaseModel]) -> Iterator[str]:
    """Yield the section of a setting that has settings of its own, and the sections of those."""
    yield f"## `{name}`"
    yield _doc(part)
    yield _table(part, part.model_fields)
    for inner, field in part.model_fields.items():
        if inside := part_in(field.annotation):
            yield from _part_of_settings(f"{name}.{inner}", inside)


def _commands() -> str:
    return "\n\n".join(
        [
            "# Commands",
            _MADE,
            "Run each command in the folder that holds `mkdocs.yml`.",
            *_command_sections("missions", main),
        ]
    )


def _command_sections(words: str, command: click.Command) -> Iterator[str]:
    yield f"## `{words}`"
    yield " ".join(inspect.cleandoc(command.help or "").split())
    rows = [_option_row(one) for one in command.params if isinstance(one, click.Option)]
    if rows:
        yield as_table(("Option", "If left out", "What it does"), rows)
    if isinstance(command, click.Group):
        alone = click.Context(command)
        for name in command.list_commands(alone):
            if inner := command.get_command(alone, name):
                yield from _command_sections(f"{words} {name}", inner)


def _option_row(option: click.Option) -> tuple[str, str, str]:
    names = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
    if isinstance(option.type, click.Choice):
        names += ": " + ", ".join(f"`{choice}`" for choice in option.type.choices)
    default = f"`{option.default}`" if option.show_default else ""
    again = " May be given more than once." if option.multiple else ""
    return names, default, f"{option.help or ''}{again}"


def _doc(model: type[BaseModel]) -> str:
    return inspect.cleandoc(model.__doc__ or "")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


if __name__ == "__main__":
    write(Path(sys.argv[1]))
