"""The text files of a theme, each read as people left it, and not as git did."""

from collections.abc import Iterator
from pathlib import Path

from site_builder.read.litter import is_litter
from site_builder.read.merge_marks import FIX, WHAT, merge_marks_in_markdown


class MergeLeft(OSError):
    """A file of the theme holds both sides of a merge; carries a message."""


def theme_text(path: Path) -> str:
    """Return the text of a file. Raises MergeLeft when git left a merge undone in it."""
    text = path.read_text("utf-8")
    # A letter as plain text may underline its headings, as Markdown may.
    for start in merge_marks_in_markdown(text):
        line = text.count("\n", 0, start) + 1
        raise MergeLeft(f"{path}:{line}: {WHAT} {FIX}")
    return text


def theme_files(folder: Path, pattern: str) -> Iterator[Path]:
    """Yield the files that a pattern finds, in order, without what programs left beside them."""
    for path in sorted(folder.glob(pattern)):
        if not is_litter(path.name) and path.is_file():
            yield path
