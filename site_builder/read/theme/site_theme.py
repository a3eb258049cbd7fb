"""The theme of a site: a theme, what the site puts over it, and the site's own words.

Whatever is wrong in the files of the site's own is told together, before any page is made.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, nodes

from site_builder.read.problems import Position, Problem, nearest
from site_builder.read.theme.terms import NO_TERMS, OwnTerms, forms_not_there, with_terms
from site_builder.read.theme.theme import Theme, read_theme
from site_builder.read.theme.theme_problems import RULE, shown, theme_problem, unreadable
from site_builder.read.theme.words import FALLBACK, TERMS, Words, read_words, words_file
from site_builder.read.theme.words_on_top import words_on_top


def read_site_theme(  # noqa: PLR0913 - each is named where it is given
    folder: Path,
    root: Path,
    language: str,
    *,
    on_top: Path | None = None,
    words: Path | None = None,
    terms: OwnTerms = NO_TERMS,
) -> tuple[Theme, tuple[Problem, ...]]:
    """Return the theme of a site, and what is wrong in the files of its own.

    `folder` is the theme's and `on_top` the site's, or nothing; `words` the file of the site's own
    words; `terms` what it calls its things; `root` the folder of the settings, from which paths are
    told. Raises what `read_theme` raises.
    """
    theme = read_theme(folder, language, on_top)
    problems: list[Problem] = []
    if on_top:
        problems += _template_slips(theme, on_top, root)
        problems += _lacking_words(folder, on_top, language, root)
    if words:
        own, slips = words_on_top(words, shown(words, root), theme.words)
        theme = replace(theme, words=own)
        problems += slips
    own, slips = with_terms(theme.words, terms)
    return replace(theme, words=own), (*problems, *slips)


def _template_slips(theme: Theme, folder: Path, root: Path) -> Iterator[Problem]:
    """Yield a problem for each template of a site that can not be read or names one not there."""
    texts, environment = dict(theme.templates), Environment(autoescape=True)
    for name in sorted(theme.own):
        try:
            tree = environment.parse(texts[name])
        except TemplateSyntaxError as error:
            yield unreadable(folder / name, root, error)
            continue
        for line, asked in _asked_for(tree):
            if asked not in texts:
                near = nearest(asked, texts)
                what = f"The template “{asked}” is asked for, and there is none of that name."
                fix = f'Did you mean "{near}"?' if near else "Add the file, or mend the name."
                yield theme_problem(folder / name, line, root, what, fix)


def _asked_for(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    """Yield each template that a template names, with the line."""
    for node in tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
        name = getattr(node, "template", None)
        if isinstance(name, nodes.Const):
            yield node.lineno, str(name.value)


def _lacking_words(folder: Path, on_top: Path, language: str, root: Path) -> Iterator[Problem]:
    """Yield a problem when a site brings a language that lacks some of the theme's words.

    Which terms a language has, and in which forms, is its own: only its own sentences need them.
    """
    folders = (on_top / "words", folder / "words")
    file = words_file(folders, language)
    if not file or not file.is_relative_to(on_top):
        return
    whole, given = read_words(folder / "words", FALLBACK), read_words(folders, language)
    yield from forms_not_there(given, shown(file, root), file)
    lacking = sorted(_said(whole) - _said(given))
    if lacking:
        rest = f" and {len(lacking) - 12} more" if len(lacking) > 12 else ""
        what = f"The words lack {', '.join(lacking[:12])}{rest}."
        fix = "A language is a whole file: copy words/en.yml of the theme `civic` and translate it."
        yield Problem(shown(file, root), Position(), RULE, what, fix)


def _said(words: Words) -> set[str]:
    """Return the keys of words, each once for all of its plurals."""
    known = dict(words.entries)
    keys = (key for key in known if not key.startswith(("plurals.", f"{TERMS}.")))
    return {
        before if f"{before}.other" in known else key
        for key in keys
        for before in (key.rpartition(".")[0],)
    }
