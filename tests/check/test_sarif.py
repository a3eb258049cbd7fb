"""Problems as SARIF: the shape that services read, whatever is in a problem."""

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner

from site_builder.check.report import report
from site_builder.doors.cli import main
from site_builder.read.problems import Position, Problem
from tests.conftest import SiteFolder

PLACE = {
    "type": "object",
    "required": ["artifactLocation", "region"],
    "properties": {
        "artifactLocation": {
            "type": "object",
            "required": ["uri", "uriBaseId"],
            "properties": {
                "uri": {"type": "string", "pattern": r"^(?!/)(?!\w+:)[\w.~!$&'()*+,;=@%/-]+$"},
                "uriBaseId": {"const": "%SRCROOT%"},
            },
        },
        "region": {
            "type": "object",
            "required": ["startLine", "startColumn"],
            "properties": {
                "startLine": {"type": "integer", "minimum": 1},
                "startColumn": {"type": "integer", "minimum": 1},
                "snippet": {"type": "object", "required": ["text"]},
            },
            "additionalProperties": False,
        },
    },
}
RESULT = {
    "type": "object",
    "required": ["ruleId", "ruleIndex", "level", "message", "locations"],
    "properties": {
        "ruleId": {"type": "string", "pattern": "^[a-z0-9-]+$"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": {"enum": ["none", "note", "warning", "error"]},
        "message": {
            "type": "object",
            "required": ["text"],
            "properties": {"text": {"type": "string", "minLength": 1}},
        },
        "locations": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["physicalLocation"],
                "properties": {"physicalLocation": PLACE},
            },
        },
    },
    "additionalProperties": False,
}
DRIVER = {
    "type": "object",
    "required": ["name", "version", "rules"],
    "properties": {
        "rules": {
            "type": "array",
            "uniqueItems": True,
            "items": {"type": "object", "required": ["id"]},
        },
    },
}
SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": ["$schema", "version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["tool", "results", "columnKind"],
                "properties": {
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {"driver": DRIVER},
                    },
                    "results": {"type": "array", "items": RESULT},
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                },
            },
        },
    },
}
"""The essential shape of SARIF 2.1.0 (OASIS): what services ask for, and what is written here."""

PROBLEMS = (
    Problem("content/pages/café & tea.md", Position(3, 7), "odd", "What.", "Fix.", "a: b"),
    Problem("content/a.md", Position(), "wrong-value", "What\x1b[0m.", "Fix.", level="warning"),
    Problem("content/a.md", Position(9, 1), "odd", "Again.", "Fix.", level="hint"),  # type: ignore[arg-type,unused-ignore]
)


def document(text: str) -> dict[str, Any]:
    """Return a document of SARIF, which must have the shape."""
    made: dict[str, Any] = json.loads(text)
    jsonschema.validate(made, SCHEMA)
    return made


def test_each_problem_is_a_result_of_its_rule() -> None:
    """Place, level and words are there; what can not be shown is not."""
    (run,) = document(report(PROBLEMS, "sarif"))["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["odd", "wrong-value"]
    assert [rules[one["ruleIndex"]] for one in run["results"]] == ["odd", "wrong-value", "odd"]
    assert [one["level"] for one in run["results"]] == ["error", "warning", "note"]
    first, second, _ = run["results"]
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "content/pages/caf%C3%A9%20%26%20tea.md"
    assert place["region"] == {"startLine": 3, "startColumn": 7, "snippet": {"text": "a: b"}}
    assert second["message"]["text"] == "What�[0m. Fix."


@pytest.mark.parametrize("command", ["check", "build"])
@pytest.mark.parametrize("wrong", [True, False])
def test_command_prints_one_document_and_nothing_else(
    site: SiteFolder, command: str, wrong: bool
) -> None:
    """A program reads it as it is, with problems and without."""
    if wrong:
        site.edit("content/pages/about.md", "title:", "titel:")
    words = [command, "--format=sarif", "-f", str(site.root / "mkdocs.yml")]
    done = CliRunner().invoke(main, words)
    (run,) = document(done.stdout)["runs"]
    assert done.exit_code == int(wrong)
    stopping = [one for one in run["results"] if one["level"] != "note"]
    assert bool(stopping) == wrong


def test_slip_in_the_settings_is_one_document_too(site: SiteFolder) -> None:
    """What stops a command before it reads the content has the same shape."""
    site.edit("mkdocs.yml", "site_name:", "site_nme:")
    words = ["check", "--format=sarif", "-f", str(site.root / "mkdocs.yml")]
    (run,) = document(CliRunner().invoke(main, words).stdout)["runs"]
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]


def test_gitlab_is_told_each_problem_once() -> None:
    """Each has a sign of its own, which stays when the lines above it change."""
    twice = Problem("content/a.md", Position(20, 1), "odd", "Again.", "Fix.")
    moved = [replace(one, position=Position(one.position.line + 9)) for one in PROBLEMS]
    entries = json.loads(report([*PROBLEMS, twice], "gitlab"))
    after = json.loads(report(moved, "gitlab"))
    signs = [one["fingerprint"] for one in entries]
    assert len(set(signs)) == 4
    assert [one["fingerprint"] for one in after] == signs[:3]
    assert [one["severity"] for one in entries] == ["major", "minor", "info", "major"]
    assert entries[0]["location"] == {
        "path": "content/pages/café & tea.md",
        "lines": {"begin": 3},
    }
    assert json.loads(report((), "gitlab")) == []
