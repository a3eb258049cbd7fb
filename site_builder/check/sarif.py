"""Problems as SARIF 2.1.0, which services that host code show beside the lines."""

import json
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from site_builder.read.problems import Problem
from site_builder.read.prose.characters import printable

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "%SRCROOT%"
"""What services call the folder that a repository is in, from which all paths are seen."""
_LEVELS = {"error": "error", "warning": "warning"}
"""A level of ours in the words of SARIF; whatever is less than a warning is a note."""


def as_sarif(problems: Sequence[Problem]) -> str:
    """Return problems as one run of SARIF, their rules once each."""
    rules = sorted({problem.rule for problem in problems})
    driver = {
        "name": "missions",
        "version": version("mission-stories"),
        "rules": [{"id": rule} for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, rules) for problem in problems],
    }
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(document, ensure_ascii=False, indent=2)


def _result(problem: Problem, rules: Sequence[str]) -> Mapping[str, Any]:
    artifact = {"uri": quote(problem.path), "uriBaseId": _ROOT}
    region: dict[str, Any] = {
        "startLine": problem.position.line,
        "startColumn": problem.position.column,
    }
    if problem.excerpt:
        region["snippet"] = {"text": printable(problem.excerpt)}
    return {
        "ruleId": problem.rule,
        "ruleIndex": rules.index(problem.rule),
        "level": _LEVELS.get(problem.level, "note"),
        "message": {"text": printable(f"{problem.what} {problem.fix}")},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
    }
