"""A rule of writing as data: one value says all there is to say about it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from site_builder.check.rules.passages import Within
from site_builder.check.rules.writing import Writing
from site_builder.read.settings_file.checks import Grade
from site_builder.read.source import Loc

ANY: frozenset[str] = frozenset()
"""Stands for every language."""
ENGLISH = frozenset({"en"})
ENGLISH_AND_WELSH = frozenset({"en", "cy"})


@dataclass(frozen=True)
class Found:
    """A place in a file that breaks a rule."""

    at: int | Loc | Within
    """How far into the body it is, less than nothing before it, or the way to it in fields."""
    values: Mapping[str, Any] = field(default_factory=dict)
    """What the words of the rule name of it."""


def found(at: int | Loc | Within, **values: Any) -> Found:
    """Return a place that breaks a rule, with what its words name."""
    return Found(at, values)


@dataclass(frozen=True)
class Rule:
    """One rule of writing."""

    id: str
    grade: Grade
    """How much it weighs where a site does not say otherwise."""
    asks: str
    """What it asks of a text, in a sentence for the handbook."""
    what: str
    """What is wrong, with the names of values in braces."""
    fix: str
    """How to put it right, with the names of values in braces."""
    because: str
    """What it rests on."""
    find: Callable[[Writing], Iterator[Found]]
    languages: frozenset[str] = ANY
    """The languages that it judges."""
    looks_around: bool = False
    """Whether it asks more than its file: other files, or the day. Other rules are told neither."""

    def judges(self, language: str) -> bool:
        """Tell whether the rule is about texts of a language."""
        return not self.languages or language in self.languages
