"""`missions schema`: the JSON Schema of each content type, for editors and other programs."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from site_builder.doors.outcome.exit_status import USAGE, Stopped
from site_builder.doors.settings_option import settings_option
from site_builder.read.place.facts import DEFAULT, Facts, kind_for
from site_builder.read.problems import did_you_mean
from site_builder.read.types.item import FROM_THE_FILE
from site_builder.read.types.kinds import KINDS, REGISTER_KINDS, Kind
from site_builder.read.whole_file import write_whole
from site_builder.settings import read_settings

DIALECT = "https://json-schema.org/draft/2020-12/schema"
"""The version of JSON Schema that all of them are written in."""


def schema(kind: Kind) -> Mapping[str, Any]:
    """Return the JSON Schema of what an author writes for a content type."""
    whole = kind.model.model_json_schema(schema_generator=_AuthorsSchema)
    whole["properties"] = {
        name: value for name, value in whole["properties"].items() if name not in FROM_THE_FILE
    }
    whole["required"] = [name for name in whole["required"] if name not in FROM_THE_FILE]
    parts = whole.pop("$defs", {})
    used = _used(whole, parts)
    if used:
        whole["$defs"] = {name: parts[name] for name in sorted(used)}
    return {"$schema": DIALECT, "title": _title(kind.name)} | whole


class _AuthorsSchema(GenerateJsonSchema):
    """Schemas of front matter as authors write it, without titles that repeat the names."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - the library's
        return False

    def str_schema(self, schema: core_schema.StringSchema) -> dict[str, Any]:
        # `period: 2017` is a number to an editor; the product takes it as text.
        return super().str_schema(schema) | {"type": ["string", "integer"]}


def _used(value: Any, parts: Mapping[str, Any]) -> set[str]:
    """Return the names of the parts that a schema leads to, directly or through others."""
    if isinstance(value, dict):
        name = str(value.get("$ref", "")).removeprefix("#/$defs/")
        through = {name} | _used(parts[name], parts) if name in parts else set()
        return through.union(*(_used(one, parts) for one in value.values()))
    if isinstance(value, list):
        return set[str]().union(*(_used(one, parts) for one in value))
    return set()


def schema_name(kind: Kind) -> str:
    """Return the name of a content type on the command line, and of its file."""
    return kind.name.replace(" ", "-")


def schema_files(facts: Facts = DEFAULT) -> Mapping[str, str]:
    """Return the schema of each content type and of each register by the name of its file.

    `facts` are those of the place of a site, whose lists of kinds they then have.
    """
    schemas = {schema_name(kind): schema(kind_for(kind, facts)) for kind in KINDS}
    files = {f"{name}.json": _as_json(one) for name, one in schemas.items()}
    return {**files, **register_files(facts)}


def register_files(facts: Facts = DEFAULT) -> Mapping[str, str]:
    """Return the schema of each register by the name of its file."""
    kinds = {Path(kind.source).stem: kind_for(kind, facts) for kind in REGISTER_KINDS}
    schemas = {name: register_schema(kind) for name, kind in kinds.items()}
    return {f"{name}.json": _as_json(one) for name, one in schemas.items()}


def register_schema(kind: Kind) -> Mapping[str, Any]:
    """Return the schema of a whole register: its entries by their slugs."""
    entry = dict(schema(kind))
    parts = {"$defs": entry.pop("$defs")} if "$defs" in entry else {}
    title = _title(kind.plural)
    del entry["$schema"]
    whole = {"type": "object", "additionalProperties": entry}
    return {"$schema": DIALECT, "title": title} | whole | parts


def _as_json(schema: Mapping[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _title(text: str) -> str:
    return text[:1].upper() + text[1:]


@click.command("schema")
@click.argument("name", metavar="[TYPE]", required=False)
@click.option(
    "--to",
    "folder",
    metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write the schema, or those of all types, into a folder.",
)
@settings_option
def command(*, name: str | None, folder: Path | None, settings: Path) -> None:
    """Print the JSON Schema of a content type, for editors. Alone, list the types.

    Where there are settings, the schemas have the kinds that these name.
    """
    files = schema_files(read_settings(settings).facts if settings.is_file() else DEFAULT)
    if name and f"{name}.json" not in files:
        names = [one.removesuffix(".json") for one in files]
        hint = did_you_mean(name, names, "The types are")
        raise Stopped(f"“{name}” is not a content type. {hint}", USAGE)
    wanted = {f"{name}.json": files[f"{name}.json"]} if name else files
    if folder:
        _write(wanted, folder)
    elif name:
        click.echo(wanted[f"{name}.json"], nl=False)
    else:
        click.echo("\n".join(one.removesuffix(".json") for one in files))


def _write(files: Mapping[str, str], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        write_whole(folder / name, text.encode())
    count = "1 schema" if len(files) == 1 else f"{len(files)} schemas"
    click.echo(f"{count} written to {folder}.", err=True)
