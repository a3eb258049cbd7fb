"""What is wrong with a file of a theme, in words for whoever wrote it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from traceback import walk_tb
from typing import Any

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from site_builder.read.front_matter.plain_yaml import YamlFault
from site_builder.read.problems import Problem
from site_builder.read.theme.files import Layers, NotATheme
from site_builder.read.theme.theme import BELOW, TEMPLATE_FOLDERS
from site_builder.read.theme.theme_problems import shown, theme_problem, unreadable
from site_builder.read.theme.words import NoSuchWords, words_file


class ThemeFault(Exception):
    """A theme that can not be used; carries what is wrong with it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.what)
        self.problem = problem


@dataclass(frozen=True)
class _Theme:
    layers: Layers
    root: Path
    """The folder of the settings, from which paths are told."""
    language: str

    @property
    def folder(self) -> Path:
        """The folder that counts first."""
        return self.layers.folders[0]

    def file(self, template: str) -> Path:
        """Return the file of a template by its name."""
        if template.startswith(BELOW):
            return self.layers.folders[-1] / template.removeprefix(BELOW)
        return self.layers.file(template) or self.folder / template

    def at(self, path: Path, line: int, what: str, fix: str) -> Problem:
        return theme_problem(path, line, self.root, what, fix)

    @property
    def words(self) -> Path:
        folders = [folder / "words" for folder in self.layers.folders]
        return words_file(folders, self.language) or folders[0] / "en.yml"


@contextmanager
def theme_faults(
    folders: Sequence[Path], root: Path, language: str, *, is_ours: bool = False
) -> Iterator[None]:
    """Turn what a theme's own files make go wrong into a ThemeFault, with the file and the line.

    `folders` are the theme's, the one that counts first; `root` is that of the settings, from which
    paths are told. Whatever goes wrong within a template of a site's own is for that site to mend;
    in one of ours, for us.
    """
    theme = _Theme(Layers(tuple(folders)), root, language)
    try:
        yield
    except Exception as error:
        told = next((told for kind, told in _TOLD if isinstance(error, kind)), None)
        if told is None and not is_ours and _in_template(error, theme)[0] != theme.folder:
            told = _not_filled_in
        if told is None:
            raise
        raise ThemeFault(told(error, theme)) from None


def _unreadable(error: TemplateSyntaxError, theme: _Theme) -> Problem:
    return unreadable(theme.file(error.name or error.filename or ""), theme.root, error)


def _not_there(error: TemplateNotFound, theme: _Theme) -> Problem:
    what = f"The template “{error.name}” is asked for, and the theme does not have it."
    where = _in_template(error, theme)
    return theme.at(*where, what, "Add the file, or mend the name.")


def _not_given(error: TemplateError, theme: _Theme) -> Problem:
    what = f"The template asks for something that it is not given: {error.message}."
    fix = "Mend the name; the theme that comes with the product shows what a page is given."
    return theme.at(*_in_template(error, theme), what, fix)


def _no_such_words(error: NoSuchWords, theme: _Theme) -> Problem:
    what = f"The words have no `{error.args[0]}`, {_asking(error, theme)}."
    fix = "Add it; words/en.yml of the theme `civic` has every word."
    return theme.at(theme.words, 1, what, fix)


def _no_yaml(error: YamlFault, theme: _Theme) -> Problem:
    return theme.at(theme.words, error.line + 1, error.what, error.fix)


def _not_a_theme(error: NotATheme, theme: _Theme) -> Problem:
    return theme.at(error.path, error.line, error.what, error.fix)


def _not_filled_in(error: Exception, theme: _Theme) -> Problem:
    """Tell of what a template made go wrong, and Jinja has no error of its own for."""
    path, line = _in_template(error, theme)
    if isinstance(error, RecursionError):
        what = f"The template leads back to itself, without end; so far in {path.name}."
        fix = "Look for the `include` of a file that includes this one."
        return theme.at(path, line, what, fix)
    what = f"The template can not be filled in: {error}."
    fix = "Mend this line; the theme `civic` shows how each value is used."
    return theme.at(path, line, what, fix)


_TOLD: tuple[tuple[type[Exception], Callable[[Any, _Theme], Problem]], ...] = (
    (TemplateSyntaxError, _unreadable),
    (TemplateNotFound, _not_there),
    (TemplateError, _not_given),
    (NoSuchWords, _no_such_words),
    (YamlFault, _no_yaml),
    (NotATheme, _not_a_theme),
)
"""Each kind of fault with what tells of it; the first that fits counts."""


def _in_template(error: BaseException, theme: _Theme) -> tuple[Path, int]:
    """Return the innermost template that was being rendered, and its line."""
    lines = [
        (theme.file(frame.f_code.co_filename), line)
        for frame, line in walk_tb(error.__traceback__)
        if frame.f_code.co_filename.removeprefix(BELOW).startswith(_TEMPLATES)
    ]
    return lines[-1] if lines else (theme.folder, 1)


_TEMPLATES = tuple(f"{folder}/" for folder in TEMPLATE_FOLDERS)


def _asking(error: NoSuchWords, theme: _Theme) -> str:
    path, line = _in_template(error, theme)
    if path == theme.folder:
        return "which pages and feeds need"
    return f"which {shown(path, theme.root)} asks for in line {line}"
