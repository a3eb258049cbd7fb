"""A site's own words: a file with only what differs, put over the words of the theme.

`words: words.yml` in the settings names it. It is nested as the theme's `words/en.yml` is, and
each entry takes the place of the one with the same key.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import yaml

from site_builder.read.front_matter.plain_yaml import YamlFault, compose, load
from site_builder.read.problems import Level, Position, Problem, nearest
from site_builder.read.theme.files import theme_text
from site_builder.read.theme.words import PLACE, PLURALS, TERM, TERMS, Words

RULE = "words"
_BRACE = re.compile(r"[{}]")
_HOW = "docs/reference/words.md has every key with its words."


def words_on_top(path: Path, shown: str, theme: Words) -> tuple[Words, tuple[Problem, ...]]:
    """Return the words of a theme with those of a file over them, and what is wrong with the file.

    `shown` is how messages name the file. What is wrong is left out. Raises NotATheme when the
    file is not in UTF-8, or when git left a merge undone in it.
    """
    text = theme_text(path)
    try:
        load(text)
    except YamlFault as fault:
        line = text.splitlines()[fault.line : fault.line + 1]
        position = Position(fault.line + 1, fault.column + 1)
        problem = Problem(shown, position, RULE, fault.what, fault.fix, "".join(line))
        return theme, (problem,)
    entries = dict(theme.entries)
    reader = _Reader(shown, text.splitlines(), theme)
    given = dict(reader.entries(compose(text)))
    return replace(theme, entries=tuple((entries | given).items())), tuple(reader.problems)


class _Reader:
    """Walks the tree of a file of words, and keeps what is wrong with it."""

    def __init__(self, shown: str, lines: list[str], theme: Words) -> None:
        self._shown, self._lines, self._theme = shown, lines, theme
        self._known = dict(theme.entries)
        self._groups = {key[:at] for key in self._known for at in _dots(key)}
        self.problems: list[Problem] = []

    def entries(self, node: yaml.Node | None, key: str = "") -> Iterator[tuple[str, str]]:
        """Yield each text that can be used, by its key."""
        if isinstance(node, yaml.ScalarNode):
            yield from self._entry(key, node)
            return
        for inner, name, value in _inside(node, key):
            if self._is_known(inner, name):
                yield from self.entries(value, inner)

    def _is_known(self, key: str, node: yaml.Node) -> bool:
        if key == TERMS:
            what = "What things are called is no part of this file."
            self._add(node, what, f"Write it under `{TERMS}` in the settings, with its address.")
            return False
        if key in self._known or key in self._groups or _is_plural(key, self._known):
            return True
        near = nearest(key, [*self._known, *self._groups])
        fix = f'Did you mean "{near}"?' if near else f"Take it out; {_HOW}"
        self._add(node, f"The theme has no words `{key}`.", fix)
        return False

    def _entry(self, key: str, node: yaml.ScalarNode) -> Iterator[tuple[str, str]]:
        if not key:
            self._add(node, "This is no set of names and words.", _HOW)
        elif key in self._groups:
            inner = [one for one in self._known if one.startswith(f"{key}.")][:3]
            fix = f"Write the names under it, for example `{inner[0]}`."
            self._add(node, f"`{key}` has words under it, and is none itself.", fix)
        elif self._is_whole(key, node):
            yield key, node.value

    def _is_whole(self, key: str, node: yaml.ScalarNode) -> bool:
        """Tell whether every brace of a text belongs to a place that the theme fills in."""
        places = _places_of(key, self._known)
        text: str = node.value
        if _BRACE.search(PLACE.sub("", TERM.sub("", text))):
            fix = "Write each place as a name in two braces, for example {count}."
            self._add(node, f"`{key}` has a brace that is open on one side.", fix)
            return False
        for term in TERM.finditer(text):
            if self._theme.term(f"{term[1]}.{term[2]}") is None:
                what = f"`{key}` has a place {term[0]}, and there is no such form of a term."
                self._add(node, what, f"Terms and their forms: {_HOW}")
                return False
        known = ", ".join(f"{{{place}}}" for place in sorted(places)) or "none"
        for place in dict.fromkeys(PLACE.findall(text)):
            if place not in places:
                what = f"`{key}` has a place {{{place}}}, and nothing is given for it."
                self._add(node, what, f"The places of these words: {known}.")
                return False
        missing = sorted(places - set(PLACE.findall(text)) - {"count"})
        if missing:
            named = " and ".join(f"{{{place}}}" for place in missing)
            what = f"`{key}` leaves out {named}, which the theme's own words have."
            self._add(
                node, what, "Put it in, or readers do not see what would stand there.", "warning"
            )
        return True

    def _add(self, node: yaml.Node, what: str, fix: str, level: Level = "error") -> None:
        line, column = node.start_mark.line, node.start_mark.column
        excerpt = self._lines[line] if line < len(self._lines) else ""
        position = Position(line + 1, column + 1)
        self.problems.append(Problem(self._shown, position, RULE, what, fix, excerpt, level))


def _inside(node: yaml.Node | None, key: str) -> Iterator[tuple[str, yaml.Node, yaml.Node]]:
    """Yield the key of each entry in a mapping or a list, with what names it and what it holds."""
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield f"{key}.{name.value}" if key else name.value, name, value
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            yield f"{key}.{number}", value, value


def _dots(key: str) -> Iterator[int]:
    return (at for at, sign in enumerate(key) if sign == ".")


def _is_plural(key: str, known: Mapping[str, str]) -> bool:
    """Tell whether a key is a text for one more plural of words that have some, or names it."""
    before = key.rpartition(".")[0]
    return f"{before}.other" in known or before == PLURALS


def _places_of(key: str, known: Mapping[str, str]) -> frozenset[str]:
    """Return the places that the theme's own words have under a key, or for any plural of it."""
    before = key.rpartition(".")[0]
    texts = [known.get(key, "")]
    if f"{before}.other" in known:
        texts += [text for one, text in known.items() if one.rpartition(".")[0] == before]
        return frozenset({"count"}.union(*map(PLACE.findall, texts)))
    return frozenset(PLACE.findall(texts[0]))
