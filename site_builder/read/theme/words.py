"""The catalogue of interface words: every word of a page or feed that no author wrote.

A catalogue is one YAML file for each language, `words/en.yml`, nested by component or page. An
entry is a text with places in braces, a list, or a text for each plural of the language. Another
language is one more file. Under `terms` stand the nouns that a site may have others for; they are
put into the texts as whole forms, so that each language orders and inflects its sentences itself.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from site_builder.read.front_matter import plain_yaml
from site_builder.read.theme.files import NotATheme, theme_files, theme_text

FALLBACK = "en"
"""The language of the words that every theme has."""

PLURALS = "plurals"
"""The entry that says for which counts a language has a plural of its own; others are `other`."""

PLACE = re.compile(r"\{(\w+)\}")
"""A place in a text, by its name."""

TERMS = "terms"
"""The entry that has what the site calls its things, each in every form that sentences need."""

TERM = re.compile(r"\{(\w+)\.(\w+)\}")
"""A place for a form of a term: {mission.many}; {Mission.many} has a capital."""


class NoSuchWords(KeyError):
    """A template or a module asked for words that the catalogue does not have."""


@dataclass(frozen=True)
class Words:
    """A catalogue: each entry's key, such as "card.stories.one", and its text."""

    entries: tuple[tuple[str, str], ...] = ()
    language: str = "en-GB"
    """The language of the site, by which days and months are written."""
    renamed: tuple[tuple[str, str], ...] = ()
    """Each form of a term that the site has another for, and that other."""

    def say(self, key: str, **values: Any) -> str:
        """Return an entry as plain text with values in its places.

        Where the entry has plurals, `count` chooses among them. Raises NoSuchWords for a key or a
        place that has nothing to stand in it.
        """
        text = self._text(key, values)
        return PLACE.sub(lambda place: str(_value(place[1], values, key)), text)

    def __contains__(self, key: object) -> bool:
        """Tell whether there is an entry of a key."""
        return key in self._by_key

    def markup(self, key: str, **values: Any) -> Markup:
        """Return an entry as HTML; the values are escaped unless they are Markup."""
        text = escape(self._text(key, values))
        html = PLACE.sub(lambda place: str(escape(_value(place[1], values, key))), text)
        return Markup(html)  # noqa: S704 - each part was escaped above

    def with_own(self, own: Mapping[str, str], otherwise: Mapping[str, str]) -> "Words":
        """Return the words with those of a site, and with others for what has none."""
        known = dict(self.entries)
        entries = {**otherwise, **known, **own}
        return self if entries == known else replace(self, entries=tuple(entries.items()))

    @cached_property
    def digest(self) -> str:
        """A digest of every word."""
        whole = repr((self.language, self.entries, self.renamed))
        return blake2b(whole.encode(), digest_size=16).hexdigest()

    def __hash__(self) -> int:
        return hash(self.digest)

    def term(self, place: str) -> str | None:
        """Return a form of a term by its place, such as "mission.many"; nothing for no such form.

        A place that begins with a capital has a form that does.
        """
        form = self._terms.get(f"{TERMS}.{place[:1].lower()}{place[1:]}")
        return f"{form[:1].upper()}{form[1:]}" if form and place[:1].isupper() else form

    @cached_property
    def terms(self) -> Mapping[str, Mapping[str, str]]:
        """Every term with its forms, each by its name."""
        found: dict[str, dict[str, str]] = {}
        for key, form in self._terms.items():
            _, term, name = key.split(".", 2)
            found.setdefault(term, {})[name] = form
        return found

    @cached_property
    def _terms(self) -> Mapping[str, str]:
        return {key: text for key, text in self.entries if is_form(key)}

    @cached_property
    def _by_key(self) -> Mapping[str, str]:
        return {key: TERM.sub(self._form, text) for key, text in self.entries}

    def _form(self, place: re.Match[str]) -> str:
        name = f"{place[1]}.{place[2]}"
        form = self.term(name)
        if form is None:
            raise NoSuchWords(f"{TERMS}.{name}")
        return form

    def _text(self, key: str, values: Mapping[str, Any]) -> str:
        text = self._by_key.get(key)
        if text is None and "count" in values:
            plural = self._by_key.get(f"{PLURALS}.{values['count']}", "other")
            text = self._by_key.get(f"{key}.{plural}", self._by_key.get(f"{key}.other"))
        if text is None:
            raise NoSuchWords(key)
        return text


def is_form(key: str) -> bool:
    """Tell whether a key is that of a form of a term: terms.mission.many."""
    return key.startswith(f"{TERMS}.") and key.count(".") == 2


NO_WORDS = Words()
"""A catalogue of nothing, for a theme that says nothing."""


def _value(place: str, values: Mapping[str, Any], key: str) -> Any:
    if place not in values:
        raise NoSuchWords(f"{key} has a place {{{place}}}, and nothing was given for it")
    value = values[place]
    return f"{value:,}" if isinstance(value, int) else value


def read_words(folders: Path | Sequence[Path], language: str) -> Words:
    """Return the words of a language, from the first of some folders that has them.

    Looks for the whole tag first (cy-GB.yml), then for the language alone (cy.yml). Raises
    NotATheme when there is no catalogue of the language, or when it can not be read.
    """
    folders = (folders,) if isinstance(folders, Path) else tuple(folders)
    found = words_file(folders, language)
    if found is None:
        known = languages(folders)
        if not known:
            fix = "A theme needs words/en.yml; copy that of the theme `civic`."
            raise NotATheme(folders[-1], 1, "There are no words here.", fix)
        what = f"There are no words in the language {language!r}."
        tongue = language.partition("-")[0]
        fix = f"There are words in {', '.join(known)}; a file words/{tongue}.yml adds others."
        raise NotATheme(folders[0], 1, what, fix)
    return replace(_words_of(theme_text(found)), language=language)


def languages(folders: Iterable[Path]) -> list[str]:
    """Return the languages that some folders have words in."""
    return sorted({file.stem for folder in folders for file in theme_files(folder, "*.yml")})


@lru_cache(maxsize=4)
def _words_of(text: str) -> Words:
    """Return the words of a catalogue; a preview reads one anew only when it was edited."""
    return Words(tuple(_entries(plain_yaml.load(text))))


def words_file(folders: Sequence[Path], language: str) -> Path | None:
    """Return the file of the words of a language, or nothing when no folder has one."""
    parts = language.split("-")
    names = ["-".join(parts[:count]) for count in range(len(parts), 0, -1)]
    files = (folder / f"{name}.yml" for name in names for folder in folders)
    return next((file for file in files if file.is_file()), None)


def _entries(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Yield each text with its key; the entries of a list are numbered from 0."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _entries(inner, f"{key}.{name}" if key else str(name))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _entries(inner, f"{key}.{number}")
    else:
        yield key, str(value)
