"""Whether an answer can stand in a field: in the words of the check, before anything is written."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from site_builder.check.fields.references import known_things, meant_reference
from site_builder.doors.starting.asked_fields import AskedField
from site_builder.doors.starting.asking import WrongAnswer
from site_builder.read.content import Content
from site_builder.read.front_matter.faults import explain
from site_builder.read.front_matter.front_matter import read_mapping
from site_builder.read.problems import Problem
from site_builder.read.source import Source
from site_builder.read.types import Item, Kind, RegisterEntry, kind_named

Known = Mapping[str, Mapping[str, Item | RegisterEntry]]
"""What there is to be named, by kind and slug."""
Given = tuple[str, ...]
"""What a field is given: one value, several, or none."""


def what_there_is(content: Content) -> Known:
    """Return what a field can name, by kind and slug."""
    return known_things(content)


def names_of(one: AskedField, known: Known) -> list[str]:
    """Return what can be answered, where that is a closed list or the name of something."""
    return one.choices or (sorted(known.get(one.refers_to, {})) if one.refers_to else [])


def answer_for(kind: Kind, one: AskedField, known: Known) -> Callable[[str], Given]:
    """Return what takes an answer to a question about a field; nothing leaves it blank."""

    def is_right(text: str) -> Given:
        parts = text.split(",") if one.is_list else [text]
        given = tuple(part.strip() for part in parts if part.strip())
        if slips := list(slips_in(kind, one, given, known)):
            raise WrongAnswer("\n".join(slips))
        return given

    return is_right


def slips_in(kind: Kind, one: AskedField, given: Given, known: Known) -> Iterator[str]:
    """Yield what is wrong with what a field is given, each with its remedy."""
    if not given:
        return
    named = one.refers_to
    for value in given if named else ():
        if named and value not in known.get(named, {}):
            hint = meant_reference(value, named, known)
            yield f'"{value}" is not {kind_named(named).one}. {hint}'
    if not named:
        yield from _slips_of_model(kind, one, given)


def _slips_of_model(kind: Kind, one: AskedField, given: Given) -> Iterator[str]:
    """Yield what the model finds wrong with one field, whatever else it lacks."""
    value: Any = list(given) if one.is_list else given[0]
    try:
        kind.model.model_validate({one.name: value})
    except ValidationError as error:
        fields = read_mapping(Source("", "\n"), "")
        for told in explain(error, kind.model, fields, kind.one):
            if isinstance(told, Problem) and f"`{one.name}`" in told.what:
                yield f"{told.what} {told.fix}"
