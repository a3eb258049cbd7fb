"""Sentences of the product's own, told with what a site calls its things.

Messages to authors and the meanings of columns stand in the code, in English on every site. They
are whole sentences with the default nouns; where a site has others, those are put in their place.
What is quoted, what is code and what is a path is not ours, so it stays.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from site_builder.read.problems import Problem
from site_builder.read.theme.words import Words

_NOT_OURS = r"`[^`]*`|\"[^\"]*\"|“[^”]*”|\S*[/@]\S+|\S+\.\w\S*"
_IDIOMS = (
    r"\b(?:tak(?:es?|ing)|took|in|to one|to the same|its|their) (?:the |its |their )?places?\b|"
    r"\b(?:small|capital) letters\b|\bletters of\b|\bevent handlers?\b"
)
_LETTERS = frozenset({"letter", "letters", "a letter"})
"""Messages speak of the letters of the alphabet, too."""


def retold(text: str, words: Words) -> str:
    """Return a sentence of the product with the terms of a site."""
    return _retold(text, words.renamed) if words.renamed else text


def problems_retold(problems: Iterable[Problem], words: Words) -> tuple[Problem, ...]:
    """Return problems that tell what is wrong, and what to do, with the terms of a site."""
    return tuple(
        replace(one, what=retold(one.what, words), fix=retold(one.fix, words)) for one in problems
    )


@lru_cache(maxsize=4096)
def _retold(text: str, renamed: tuple[tuple[str, str], ...]) -> str:
    own = {form: other for form, other in renamed if form not in _LETTERS}

    def other(found: re.Match[str]) -> str:
        if not found["form"]:
            return found[0]
        form = own[found["form"].lower()]
        return f"{form[:1].upper()}{form[1:]}" if found["form"][0].isupper() else form

    return _pattern(tuple(own)).sub(other, text)


@lru_cache(maxsize=4)
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
    return re.compile(
        rf"{_NOT_OURS}|{_IDIOMS}|(?<![\w-])(?P<form>{longest_first or '(?!)'})(?![\w-])", re.I
    )
