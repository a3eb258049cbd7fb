"""The text files of a theme, each read as people left it, and not as git did."""

from collections.abc import Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Layers:
    """Folders over one another: of files with the same name, that of the first folder counts."""

    folders: tuple[Path, ...]

    def names(self, part: str, pattern: str) -> list[str]:
        """Return the names of the files that a pattern finds in a part of any folder, in order."""
        found = {
            path.relative_to(folder).as_posix()
            for folder in self.folders
            for path in theme_files(folder / part, pattern)
        }
        return sorted(found, key=lambda name: name.split("/"))

    def file(self, name: str) -> Path | None:
        """Return the file of a name, or nothing when no folder has it."""
        files = (folder / name for folder in self.folders)
        return next((file for file in files if file.is_file()), None)

    def text(self, name: str) -> str:
        """Return the text of a file, or nothing. Raises NotATheme as `theme_text` does."""
        file = self.file(name)
        return theme_text(file) if file else ""
