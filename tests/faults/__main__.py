"""Run the bench of faults, print a table, and end with 1 when anything failed."""

import random
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import click

from tests.faults.edits import edits
from tests.faults.parts import disk, kills, overlaps
from tests.faults.trial import Tally

Part = Callable[[Path, int, random.Random], Iterator[Tally]]
PARTS: Mapping[str, tuple[Part, int]] = {
    "kills": (kills, 200),
    "disk": (disk, 60),
    "overlaps": (overlaps, 100),
    "edits": (edits, 1000),
}
"""Each part with how often it tries by itself; of the disk, how many writes fail each."""


def run(part: str, folder: Path, count: int, seed: int) -> Iterator[Tally]:
    """Run a part, and yield each of its lines as it is known."""
    return PARTS[part][0](folder, count, random.Random(f"{seed} {part}"))


@click.command()
@click.argument("parts", nargs=-1, type=click.Choice(list(PARTS)))
@click.option("--count", type=click.IntRange(1), help="How often each part tries.")
@click.option("--seed", default=1, show_default=True, help="The same seed chooses the same faults.")
def main(*, parts: tuple[str, ...], count: int | None, seed: int) -> None:
    """Try faults of every kind, or of some, and count what fails."""
    failed = 0
    click.echo(f"seed {seed}\n{'what':<52} {'tried':>6} {'failed':>6}")
    with tempfile.TemporaryDirectory() as folder:
        for part in parts or PARTS:
            for tally in run(part, Path(folder), count or PARTS[part][1], seed):
                click.echo(f"{tally.name:<52} {tally.tried:>6} {len(tally.faults):>6}")
                for fault in tally.faults:
                    click.echo(f"    {fault}")
                failed += len(tally.faults)
    raise SystemExit(bool(failed))


if __name__ == "__main__":
    main()
