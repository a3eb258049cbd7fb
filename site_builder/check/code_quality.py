"""Problems as a report of code quality, which GitLab shows beside the lines of a merge request."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Any

from site_builder.read.problems import Problem
from site_builder.read.prose.characters import printable

_SEVERITIES = {"error": "major", "warning": "minor"}
"""A level of ours in the words of GitLab; whatever is less than a warning is for information."""


def as_code_quality(problems: Sequence[Problem]) -> str:
    """Return problems as GitLab reads them (https://docs.gitlab.com, "code quality")."""
    seen: Counter[tuple[str, str, str]] = Counter()
    entries = []
    for problem in problems:
        # Not by its line: a problem that moves with the text around it is no new one.
        same = (problem.path, problem.rule, problem.what)
        entries.append(_entry(problem, "\0".join((*same, str(seen[same])))))
        seen[same] += 1
    return json.dumps(entries, ensure_ascii=False, indent=2)


def _entry(problem: Problem, sign: str) -> Mapping[str, Any]:
    return {
        "description": printable(f"{problem.what} {problem.fix}"),
        "check_name": problem.rule,
        "fingerprint": blake2b(sign.encode(), digest_size=16).hexdigest(),
        "severity": _SEVERITIES.get(problem.level, "info"),
        "location": {"path": problem.path, "lines": {"begin": problem.position.line}},
    }
