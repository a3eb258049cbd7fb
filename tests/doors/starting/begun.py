"""Records that `missions init` begins in tests."""

from pathlib import Path

from click.testing import CliRunner, Result

from site_builder.doors.cli import main

GIVEN = ("--name", "Example Board", "--region", "Tŷ Cynnes", "--no-ask")
ADDRESS = ("--address", "https://missions.example.org")


def missions(*words: str, answers: str | None = None) -> Result:
    """Run the command as on a command line."""
    return CliRunner().invoke(main, list(words), input=answers, catch_exceptions=False)


def init(folder: Path, *words: str, answers: str | None = None) -> Result:
    """Begin a record in a folder."""
    return missions("init", str(folder), *(words or GIVEN), answers=answers)


def all_files(folder: Path) -> dict[str, bytes]:
    """Return every file in a folder by its path."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
