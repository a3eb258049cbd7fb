"""One file as it would be after a fix: in words, as a difference, and written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from site_builder.read.disk_names import printable
from site_builder.read.whole_file import write_whole

_NO_END = "\n\\ No newline at end of file\n"


@dataclass(frozen=True)
class Proposal:
    """A file of `content/`, and what it would be."""

    path: str
    """The file, seen from the folder of the settings."""
    file: Path
    """Where it is on this machine."""
    before: bytes
    after: bytes
    why: tuple[str, ...]
    """What was there, or what is added, each in words."""

    def difference(self) -> str:
        """Return what differs, as `git apply` and `patch` read it."""
        path = printable(self.path)
        old, new = (_lines(data) for data in (self.before, self.after))
        found = unified_diff(old, new, f"a/{path}", f"b/{path}")
        return "".join(line if line.endswith("\n") else line + _NO_END for line in found)

    def write(self) -> bool:
        """Put the new text in the place of the old; False where the file is not what it was.

        A link goes on leading to its file. Raises OSError when that can not be done.
        """
        file = self.file.resolve()
        if file.read_bytes() != self.before:
            return False
        write_whole(file, self.after)
        return True


def counted(changes: Mapping[str, int]) -> Iterator[str]:
    """Yield what was put right, with how often where it was not once."""
    for what, count in changes.items():
        yield what if count == 1 else f"{what} ({count} times)"


def _lines(data: bytes) -> list[str]:
    # Not splitlines(): that ends a line at signs which are none to other tools.
    parts = data.decode().split("\n")
    ended = [f"{part}\n" for part in parts[:-1]]
    return ended + [part for part in parts[-1:] if part]
