"""`missions schema`: a schema for each content type and register, for editors."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml
from click.testing import CliRunner

from site_builder.doors.cli import main
from site_builder.doors.outcome.exit_status import USAGE
from site_builder.doors.schemas import register_schema, schema_files
from site_builder.read.front_matter import plain_yaml
from site_builder.read.types.kinds import KINDS, Kind

ROOT = Path(__file__).parents[2]
REGISTERS = ("places", "partners")


def test_alone_it_lists_what_there_is() -> None:
    """Each name that is listed can be asked for."""
    names = CliRunner().invoke(main, ["schema"]).stdout.split()
    assert [f"{name}.json" for name in names] == [*schema_files()]
    assert {"case-study", "place", *REGISTERS} <= set(names)


def test_schema_of_a_type_is_printed() -> None:
    """It is JSON Schema, and nothing else is printed."""
    done = CliRunner().invoke(main, ["schema", "case-study"])
    schema = json.loads(done.stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert "mission" in schema["required"]


def test_type_that_is_none_is_named_with_the_nearest() -> None:
    """A slip of the keyboard is answered with what was meant."""
    done = CliRunner().invoke(main, ["schema", "case-studie"])
    assert done.exit_code == USAGE
    assert 'Did you mean "case-study"?' in done.output


def test_schemas_are_written_to_a_folder(tmp_path: Path) -> None:
    """All of them, or the one that was asked for, with the bytes that the handbook has."""
    CliRunner().invoke(main, ["schema", "--to", str(tmp_path / "all")])
    for path in (tmp_path / "all").iterdir():
        assert path.read_bytes() == (ROOT / "docs/reference/schemas" / path.name).read_bytes()
    CliRunner().invoke(main, ["schema", "page", "--to", str(tmp_path / "one")])
    assert [path.name for path in (tmp_path / "one").iterdir()] == ["page.json"]


@pytest.mark.parametrize("name", REGISTERS)
def test_register_of_the_demonstration_fits_its_schema(name: str) -> None:
    """What is right by the check is right in an editor; a misspelt field is not."""
    schema = json.loads(schema_files()[f"{name}.json"])
    text = (ROOT / f"content/registers/{name}.yml").read_text("utf-8")
    entries = plain_yaml.load(text)
    jsonschema.validate(entries, schema)
    next(iter(entries.values()))["naem"] = "x"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(entries, schema)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_schema_of_a_register_leads_to_its_parts(kind: Kind) -> None:
    """Whatever an entry is made of, each part that it leads to is in the same file."""
    whole = register_schema(kind)
    named = set(re.findall(r'"#/\$defs/(\w+)"', json.dumps(whole)))
    assert named == set(whole.get("$defs", {}))


def test_editor_is_told_of_each_register() -> None:
    """The settings of the editor lead from each register to a schema that is there."""
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    named = settings["yaml.schemas"]
    assert sorted(named.values()) == [f"content/registers/{name}.yml" for name in sorted(REGISTERS)]
    for schema, path in named.items():
        assert (ROOT / schema).is_file()
        assert Path(schema).stem == Path(path).stem
        assert yaml.safe_load((ROOT / path).read_text("utf-8"))
