"""Measure whole builds: the first one, and the one after an author changed one story's text.

    python -m tests.bench.whole_build --stories 2000

Each build runs in a process of its own, so that its work and its memory are its own. Each figure
is the median of three.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import click

from tests.bench.synthetic import write_synthetic_site

ROOT = Path(__file__).parent.parent.parent
RUNS = 3
PARTS = ("content", "themes", "mkdocs.yml")
"""What of the repository makes the demonstration site."""


@dataclass(frozen=True)
class Figures:
    """What one build took."""

    seconds: float
    """CPU time, the start of Python included."""
    megabytes: float
    """The most memory that it had at once."""
    rendered: int
    kept: int


def build_once(folder: Path) -> Figures:
    """Build a site in a process of its own and return what that took."""
    command = [sys.executable, "-m", "tests.bench.one_build", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout
        said = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    rendered, kept = (int(word) for word in said.split())
    # Linux counts in kilobytes, macOS in bytes.
    unit = 1024**2 if sys.platform == "darwin" else 1024
    return Figures(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit, rendered, kept)


def cold_build(folder: Path) -> Figures:
    """Build a site of which there is nothing yet."""
    for made in ("site", ".cache"):
        shutil.rmtree(folder / made, ignore_errors=True)
    return build_once(folder)


def rebuild_after_edit(folder: Path) -> Figures:
    """Add a sentence to the first story of a built site, and build it again."""
    story = min((folder / "content" / "case-studies").glob("*.md"))
    with story.open("a", encoding="utf-8") as text:
        text.write("\nOne more sentence.\n")
    return build_once(folder)


def typical(runs: Sequence[Figures]) -> Figures:
    """Return the median of each figure of several runs."""
    return Figures(
        median(run.seconds for run in runs),
        median(run.megabytes for run in runs),
        round(median(run.rendered for run in runs)),
        round(median(run.kept for run in runs)),
    )


def as_line(name: str, figures: Figures) -> str:
    """Return figures as a line of the table."""
    return (
        f"{name:<44}{figures.seconds:>8.2f} s{figures.megabytes:>8.0f} MB"
        f"{figures.rendered:>8,} rendered{figures.kept:>8,} kept"
    )


def measure(name: str, folder: Path) -> None:
    """Print the figures of a site's cold build and of its rebuild after one edit."""
    click.echo(as_line(f"{name}, cold", typical([cold_build(folder) for _ in range(RUNS)])))
    edited = typical([rebuild_after_edit(folder) for _ in range(RUNS)])
    click.echo(as_line(f"{name}, after one edit", edited))


@click.command()
@click.option("--stories", default=2000, show_default=True, help="How many synthetic stories.")
def main(stories: int) -> None:
    """Measure the demonstration site and a synthetic one; CPU seconds and peak memory."""
    with tempfile.TemporaryDirectory() as scratch:
        demonstration, synthetic = Path(scratch) / "demonstration", Path(scratch) / "synthetic"
        demonstration.mkdir()
        for part in PARTS:
            copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
            copy(ROOT / part, demonstration / part)
        measure("demonstration site", demonstration)
        write_synthetic_site(synthetic, stories)
        measure(f"{stories:,} synthetic stories", synthetic)


if __name__ == "__main__":
    main()
