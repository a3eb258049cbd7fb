"""Commands in processes of their own, of an interpreter that has read the product already.

To start Python and to read the product and MkDocs takes a second, and dozens of tests want a
command that starts with nothing: no cache in memory, another locale, another end than a return. An
interpreter starts once with the environment that is asked for, reads what commands need, and
splits off a process for each of them.
"""

import json
import os
import subprocess
import sys
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

DOORS = {
    "missions": ("site_builder.doors.cli", "main"),
    "mkdocs": ("mkdocs.__main__", "cli"),
    "properdocs": ("properdocs.__main__", "cli"),
}
"""Each command by its name: its module, and what it starts with."""
_READ = ("site_builder.build", "site_builder.doors.preview")
"""What most commands read."""
_QUIET = {"NO_MKDOCS_2_WARNING": "true", "PYTHONWARNINGS": "ignore"}


@dataclass(frozen=True)
class Done:
    """A command that ended."""

    returncode: int
    stdout: bytes
    stderr: bytes

    @property
    def said(self) -> str:
        """All that it wrote."""
        return (self.stdout + self.stderr).decode()


class Interpreter:
    """A Python that was started with an environment, and splits off a process for a command."""

    def __init__(self, host: str, environment: Mapping[str, str]) -> None:
        """`host` is MkDocs or ProperDocs: one Python can not have both."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.apart", host],
            cwd=Path(__file__).parent.parent,
            env={**os.environ, **_QUIET, **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def run(self, folder: Path, door: str, *words: str) -> Done:
        """Run a command in a folder to its end; `door` may also be the text of a program."""
        assert self._process.stdin
        assert self._process.stdout
        asked = json.dumps([str(folder), door, *words])
        self._process.stdin.write(f"{asked}\n".encode())
        self._process.stdin.flush()
        status, *said = json.loads(self._process.stdout.readline())
        return Done(status, *(bytes.fromhex(one) for one in said))

    def stop(self) -> None:
        """End it; no command is running."""
        self._process.communicate()


@cache
def interpreter(host: str, **environment: str) -> Interpreter:
    """Return the interpreter of an environment; it starts when it is first asked for."""
    return Interpreter(host, environment)


def run(folder: Path, door: str, *words: str, **environment: str) -> Done:
    """Run a command in a folder, in a process of its own that has this environment."""
    host = door if door == "properdocs" else "mkdocs"
    return interpreter(host, **environment).run(folder, door, *words)


def _serve(host: str) -> None:
    """Run each command that is asked for, in its own process, and answer how it ended."""
    for module in (*_READ, DOORS[host][0]):
        import_module(module)
    for line in sys.stdin.buffer:
        folder, door, *words = json.loads(line)
        # In this locale, arguments of a program are what the system's encoding makes of them.
        words = [os.fsdecode(word.encode()) for word in words]
        answer = json.dumps(_split_off(folder.encode(), door, words))
        sys.stdout.buffer.write(f"{answer}\n".encode())
        sys.stdout.buffer.flush()


def _split_off(folder: bytes, door: str, words: list[str]) -> tuple[int, str, str]:
    said = [os.memfd_create(name) for name in ("stdout", "stderr")]
    child = os.fork()
    if not child:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        for number, file in enumerate(said, 1):
            os.dup2(file, number)
        os.chdir(folder)
        os._exit(_status(door, words))
    _, status = os.waitpid(child, 0)
    texts = []
    for file in said:
        os.lseek(file, 0, os.SEEK_SET)
        with os.fdopen(file, "rb") as written:
            texts.append(written.read().hex())
    return os.waitstatus_to_exitcode(status), texts[0], texts[1]


def _status(door: str, words: list[str]) -> int:
    """Do what a command does, and return the status that it ends with."""
    sys.argv = [door, *words]
    try:
        _start_of(door)()
    except SystemExit as ended:
        if isinstance(ended.code, str):
            sys.stderr.write(f"{ended.code}\n")
        return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except BaseException:  # noqa: BLE001 - as Python does with what nobody caught
        traceback.print_exc()
        return 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return 0


def _start_of(door: str) -> Callable[[], Any]:
    if door in DOORS:
        module, name = DOORS[door]
        start: Callable[[], Any] = getattr(import_module(module), name)
        return start
    return lambda: exec(door, {"__name__": "__main__"})


if __name__ == "__main__":
    _serve(sys.argv[1])
