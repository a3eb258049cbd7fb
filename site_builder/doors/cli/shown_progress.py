"""How far a build has come, shown while somebody watches."""

import os

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
from rich.progress import Progress as Bar

from site_builder.build import Progress


class Shown(Progress):
    """Progress on a terminal; silence in CI and in pipes."""

    def __init__(self) -> None:
        super().__init__(self._step, self._file)
        console = Console(stderr=True)
        is_quiet = not console.is_terminal or bool(os.environ.get("CI"))
        self._bar = Bar(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            console=console,
            transient=True,
            disable=is_quiet,
        )
        self._task = self._bar.add_task("read", total=None)

    def __enter__(self) -> "Shown":
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def _step(self, name: str) -> None:
        self._bar.update(self._task, description=name)

    def _file(self, done: int, total: int) -> None:
        self._bar.update(self._task, completed=done, total=total)
