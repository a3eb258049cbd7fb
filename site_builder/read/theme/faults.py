"""What is wrong with a file of a theme, in words for whoever wrote it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import walk_tb

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from site_builder.read.front_matter.plain_yaml import YamlFault
from site_builder.read.problems import Position, Problem
from site_builder.read.theme.words import NoSuchWords, words_file

RULE = "theme"


class ThemeFault(Exception):
    """A theme that can not be used; carries what is wrong with it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.what)
        self.problem = problem


@contextmanager
def theme_faults(folder: Path, root: Path, language: str) -> Iterator[None]:
    """Turn what a theme's own files make go wrong into a ThemeFault, with the file and the line.

    `folder` is the theme's, `root` that of the settings, from which paths are told.
    """
    try:
        yield
    except TemplateSyntaxError as error:
        name, line = error.name or error.filename or "", error.lineno
        what = f"The template can not be read: {error.message or 'something is wrong'}."
        raise ThemeFault(_at(folder / name, line, root, what, _SYNTAX)) from None
    except TemplateNotFound as error:
        found = _in_template(error, folder)
        what = f"The template “{error.name}” is asked for, and the theme does not have it."
        raise ThemeFault(_at(*found, root, what, "Add the file, or mend the name.")) from None
    except TemplateError as error:
        what = f"The template asks for something that it is not given: {error.message}."
        fix = "Mend the name; the theme that comes with the product shows what a page is given."
        raise ThemeFault(_at(*_in_template(error, folder), root, what, fix)) from None
    except NoSuchWords as error:
        catalogue = words_file(folder / "words", language)
        at = _asking(error, folder, root)
        what = f"The words have no `{error.args[0]}`, {at}."
        fix = "Add it; words/en.yml of the theme `civic` has every word."
        raise ThemeFault(_at(catalogue, 1, root, what, fix)) from None
    except YamlFault as error:
        path = words_file(folder / "words", language)
        raise ThemeFault(_at(path, error.line + 1, root, error.what, error.fix)) from None


_SYNTAX = "Check the braces, and that each block that begins in it ends in it."


def _in_template(error: BaseException, folder: Path) -> tuple[Path, int]:
    """Return the innermost template that was being rendered, and its line."""
    lines = [
        (folder / frame.f_code.co_filename, line)
        for frame, line in walk_tb(error.__traceback__)
        if frame.f_code.co_filename.startswith(("layouts/", "components/", "feeds/", "mail/"))
    ]
    return lines[-1] if lines else (folder, 1)


def _asking(error: NoSuchWords, folder: Path, root: Path) -> str:
    path, line = _in_template(error, folder)
    if path == folder:
        return "which pages and feeds need"
    return f"which {_shown(path, root)} asks for in line {line}"


def _at(path: Path, line: int, root: Path, what: str, fix: str) -> Problem:
    excerpt = ""
    if path.is_file():
        lines = path.read_text("utf-8").splitlines()
        excerpt = lines[line - 1] if line <= len(lines) else ""
    return Problem(_shown(path, root), Position(line), RULE, what, fix, excerpt)


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
