"""What is wrong with a file of a theme, told with its place in that file."""

from pathlib import Path

from jinja2 import TemplateSyntaxError

from site_builder.read.disk_names import printable
from site_builder.read.problems import Position, Problem

RULE = "theme"
_SYNTAX = "Check the braces, and that each block that begins in it ends in it."


def theme_problem(path: Path, line: int, root: Path, what: str, fix: str) -> Problem:
    """Return a problem at a line of a file; `root` is the folder from which paths are told."""
    excerpt = ""
    if path.is_file():
        lines = path.read_text("utf-8", "replace").splitlines()
        excerpt = lines[line - 1] if line <= len(lines) else ""
    return Problem(shown(path, root), Position(line), RULE, what, fix, excerpt)


def unreadable(path: Path, root: Path, error: TemplateSyntaxError) -> Problem:
    """Return the problem of a template that Jinja can not read."""
    said = (error.message or "something is wrong").rstrip(".")
    return theme_problem(
        path, error.lineno, root, f"The template can not be read: {said}.", _SYNTAX
    )


def shown(path: Path, root: Path) -> str:
    """Return how messages name a file: as seen from a folder, where it is in there."""
    inside = path.relative_to(root) if path.is_relative_to(root) else path
    return printable(inside.as_posix())
