"""The handbook's reference: true to the code, complete, and fresh on the disk."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

import click
import pytest
from pydantic import BaseModel

from site_builder.doors import reference
from site_builder.doors.cli import main
from site_builder.doors.schemas import schema as schema_of
from site_builder.doors.values_in_words import value_in_words
from site_builder.read.front_matter import plain_yaml
from site_builder.read.types import ITEM_KINDS, KINDS, Item, Kind
from site_builder.read.types.fields.text import written_fields
from site_builder.read.types.item import FROM_THE_FILE
from site_builder.read.types.registers import PartnerKind
from site_builder.settings import Settings

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "reference"
NOT_WRITTEN = (
    "root", "remarks", "has_own_theme", "places_of_rules", "places_of_menu", "places_of_terms"
)  # fmt: skip
"""What is found, and nobody writes."""
PAGES = reference.pages()

by_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def section(page: str, heading: str) -> str:
    """Return the text under a heading, up to the next of its level or above."""
    level, end = len(heading.split(" ", 1)[0]), r"(?=^#{2,%d} |\Z)"
    pattern = rf"^{re.escape(heading)}\n(.*?){end % level}"
    found = re.search(pattern, PAGES[page], re.M | re.S)
    assert found, f"{page} has no heading “{heading}”"
    return found[1]


def rows(text: str) -> set[str]:
    """Return the first names of the rows of tables."""
    return set(re.findall(r"^\| `([\w-]+)`", text, re.M))


def models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield a model and every model of its parts."""
    yield model
    for part in reference.parts_of(model).values():
        yield from models(part)


def commands(words: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    """Yield every command with the words that run it."""
    yield words, command
    if isinstance(command, click.Group):
        alone = click.Context(command)
        for name in command.list_commands(alone):
            inner = command.get_command(alone, name)
            assert inner, f"`{words} {name}` is listed and can not be run."
            yield from commands(f"{words} {name}", inner)


@pytest.mark.parametrize("name", PAGES)
def test_committed_page_is_what_the_code_gives(name: str) -> None:
    """The reference on the disk is fresh."""
    committed = (FOLDER / name).read_text("utf-8")
    assert committed == PAGES[name], f"docs/reference/{name} is stale: run `make reference`."


def test_reference_folder_holds_nothing_else() -> None:
    """Whatever is in the folder is made, so nothing there can go stale unseen."""
    there = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.is_file()}
    assert there == set(PAGES)


def test_reference_is_written_as_it_is_made(tmp_path: Path) -> None:
    """Every page is written to its place, with the bytes that the code gives."""
    reference.write(tmp_path)
    assert {name: (tmp_path / name).read_bytes().decode() for name in PAGES} == PAGES


@by_kind
def test_field_has_a_sentence(kind: Kind) -> None:
    """Each field says in one sentence what it holds."""
    for model in models(kind.model):
        for name, field in model.model_fields.items():
            assert (field.description or "").endswith("."), f"{model.__name__}.{name}"


@by_kind
def test_field_has_its_row(kind: Kind) -> None:
    """Each field of a content type is in the table of the type, or in that of every file."""
    heading = f"## {kind.name.capitalize()}"
    tables = rows(section("front-matter.md", heading))
    if kind in ITEM_KINDS:
        tables |= rows(section("front-matter.md", "## Every Markdown file"))
    assert set(written_fields(kind.model)) - FROM_THE_FILE <= tables


@pytest.mark.parametrize("name", ["slug", "path", "prose"])
def test_field_from_the_file_has_no_row(name: str) -> None:
    """What comes from the file itself is not offered to authors."""
    assert name not in rows(PAGES["front-matter.md"])


@by_kind
def test_part_has_its_table(kind: Kind) -> None:
    """Each field that holds fields of its own has a heading, and a row for each of them."""
    for name, part in reference.parts_of(kind.model).items():
        is_shared = kind in ITEM_KINDS and name in Item.model_fields
        noun = "every Markdown file" if is_shared else f"a {kind.name}"
        assert rows(section("front-matter.md", f"### `{name}` of {noun}")) == set(
            written_fields(part)
        )


def test_closed_list_is_told_in_full() -> None:
    """A field with a closed list shows every value that it takes."""
    row = re.search(r"^\| `kind` .*", section("front-matter.md", "## Partner"), re.M)
    assert row
    assert all(f"`{choice}`" in row[0] for choice in get_args(PartnerKind))


def test_setting_has_its_row_and_sentence() -> None:
    """Each setting that can be written has a row with its sentence; what is found has none."""
    page = PAGES["settings.md"]
    for name, field in Settings.model_fields.items():
        assert (field.description or "") in page or name in NOT_WRITTEN, name
    assert "The folder of the settings" not in page


@pytest.mark.parametrize(("words", "command"), list(commands("missions", main)))
def test_command_has_its_heading_and_options(words: str, command: click.Command) -> None:
    """Each command has a heading, a sentence, and a row with a sentence for each option."""
    text = section("commands.md", f"## `{words}`")
    assert command.help
    options = [one for one in command.params if isinstance(one, click.Option)]
    for option in options:
        assert f"`{option.opts[0]}`" in text
        assert option.help, f"{words} {option.opts[0]} has no sentence"


def test_value_of_an_unknown_kind_is_refused() -> None:
    """A new kind of value needs its words before a page can be made."""
    with pytest.raises(LookupError, match="complex"):
        value_in_words(complex)


@by_kind
def test_schema_holds_what_authors_write(kind: Kind) -> None:
    """A schema has every field but those of the file, refuses others, and is whole."""
    schema = schema_of(kind)
    written = set(written_fields(kind.model)) - FROM_THE_FILE
    assert set(schema["properties"]) == written
    assert set(schema["required"]) <= written
    assert schema["additionalProperties"] is False
    used = set(re.findall(r'"#/\$defs/(\w+)"', json.dumps(schema)))
    assert used == set(schema.get("$defs", {}))


@by_kind
def test_demonstration_content_has_the_keys_of_its_schema(kind: Kind) -> None:
    """What the demonstration writes is what the schema names and asks for."""
    schema = schema_of(kind)
    for path, fields in written_things(kind):
        assert fields.keys() <= schema["properties"].keys(), path
        assert fields.keys() >= set(schema["required"]), path


def written_things(kind: Kind) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the fields of each thing of a kind in the demonstration, with where they are."""
    source = ROOT / "content" / kind.source
    if source.is_file():
        yield from plain_yaml.load(source.read_text("utf-8")).items()
    for path in source.rglob("*.md"):
        yield path.name, plain_yaml.load(path.read_text("utf-8").split("---\n")[1])
