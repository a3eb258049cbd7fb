"""What a site calls its things: its own nouns, in the place of those that the words have.

`terms` in the settings names them. The words say which terms there are, and in which forms each
language needs them; the sentences stay whole, and each has a place for the form that it needs.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator

from site_builder.read.problems import Position, Problem, nearest
from site_builder.read.settings_file.written import Place
from site_builder.read.theme.words import TERM, TERMS, Words
from site_builder.read.types.fields.text import as_text, mistake

RULE = "terms"
ADDRESS = "address"
"""The name under which a term has no form, but what stands for it in addresses."""
_HOW = "docs/reference/words.md has every term with its forms."


def _form(value: Any) -> Any:
    value = as_text(value)
    if not isinstance(value, str) or not value.strip():
        raise mistake("is no word", "Write it as it stands in the middle of a sentence")
    if set(value) & set("{}<>\n"):
        raise mistake("is more than a word", "Leave out braces, angle brackets and line ends")
    return " ".join(value.split())


TermForms = Mapping[str, Mapping[str, Annotated[str, BeforeValidator(_form)]]]
"""The forms of each term, and its address, as the settings have them."""


@dataclass(frozen=True)
class OwnTerms:
    """The forms that a site has for its things, and where it says so."""

    forms: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """The forms of each term, by the names of both."""
    places: Mapping[str, Place] = field(default_factory=dict)
    """Where each term stands in the settings: "mission", and each form: "mission.one"."""

    def place(self, term: str, form: str = "") -> Place:
        """Return where a form of a term stands, or the term."""
        there = self.places.get(f"{term}.{form}") or self.places.get(term)
        return there or Place("mkdocs.yml", Position())


NO_TERMS = OwnTerms()
"""The terms of a site that calls its things as the words do."""


def with_terms(words: Words, own: OwnTerms) -> tuple[Words, tuple[Problem, ...]]:
    """Return words with a site's own terms in them, and what is wrong with those."""
    problems = tuple(_slips(words, own))
    if problems or not own.forms:
        return words, problems
    given = {
        f"{TERMS}.{term}.{form}": text
        for term, forms in own.forms.items()
        for form, text in forms.items()
    }
    entries = dict(words.entries)
    renamed = tuple((entries[key], form) for key, form in given.items() if form != entries[key])
    return replace(words, entries=tuple((entries | given).items()), renamed=renamed), ()


def _slips(words: Words, own: OwnTerms) -> Iterator[Problem]:
    for term, forms in own.forms.items():
        known = words.terms.get(term)
        if known is None:
            what = f"`terms.{term}` is nothing that the words have a term for."
            near = nearest(term, words.terms)
            fix = f'Did you mean "{near}"?' if near else f"Take it out; {_HOW}"
            yield own.place(term).problem(what, fix)
            continue
        for form in forms:
            if form not in known:
                what = f"`terms.{term}.{form}` is no form that the words have a place for."
                near = nearest(form, known)
                fix = f'Did you mean "{near}"?' if near else f"Its forms: {_named(known)}."
                yield own.place(term, form).problem(what, fix)
        lacking = [form for form in known if form not in forms]
        if forms and lacking:
            what = f"`terms.{term}` has no {_named(lacking)}, and there are sentences that need it."
            like = "; ".join(f"`{form}` is “{known[form]}”" for form in lacking)
            fix = f"Write each form under it. For what is called so by default, {like}."
            yield own.place(term).problem(what, fix)


def _named(forms: Iterable[str]) -> str:
    names = [f"`{form}`" for form in forms]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def forms_not_there(words: Words, shown: str, file: Path) -> Iterator[Problem]:
    """Yield a problem for each sentence with a place for a form that no term has.

    `shown` is how messages name the file of the words.
    """
    lines = file.read_text("utf-8").splitlines()
    for key, text in words.entries:
        for place in TERM.finditer(text):
            if words.term(f"{place[1]}.{place[2]}") is None:
                at = next((at for at, line in enumerate(lines, 1) if place[0] in line), 1)
                what = f"`{key}` has a place {place[0]}, and there is no such form of a term."
                fix = f"Add the form under `{TERMS}`, or mend the place. {_HOW}"
                yield Problem(shown, Position(at), RULE, what, fix, lines[at - 1])
