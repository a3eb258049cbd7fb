"""The text files of a theme, each read as people left it, and not as git did."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from site_builder.read.litter import is_litter
from site_builder.read.merge_marks import FIX, WHAT, merge_marks_in_markdown


class NotATheme(Exception):
    """A file of a theme that can not be used; carries where, what, and how to put it right."""

    def __init__(self, path: Path, line: int, what: str, fix: str) -> None:
        super().__init__(f"{path}:{line}: {what} {fix}")
        self.path, self.line, self.what, self.fix = path, line, what, fix


def theme_text(path: Path) -> str:
    """Return the text of a file.

    Raises NotATheme when it is not in UTF-8, or when git left a merge undone in it.
    """
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError:
        raise NotATheme(path, 1, "The file is not in UTF-8.", "Save it as UTF-8.") from None
    if line := _line_of_merge(text):
        raise NotATheme(path, line, WHAT, FIX)
    return text


@lru_cache(maxsize=512)
def _line_of_merge(text: str) -> int:
    """Return the line where a merge was left undone, or 0; each text is searched once."""
    # A letter as plain text may underline its headings, as Markdown may.
    starts = (text.count("\n", 0, start) + 1 for start in merge_marks_in_markdown(text))
    return next(starts, 0)


def theme_files(folder: Path, pattern: str) -> Iterator[Path]:
    """Yield the files that a pattern finds, in order, without what programs left beside them."""
    for path in sorted(folder.glob(pattern)):
        if not is_litter(path.name) and path.is_file():
            yield path
