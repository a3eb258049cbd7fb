"""What a model finds wrong with front matter, put into words for its author.

The models give each error a path and a type; here the path becomes a line of the file and the
type a sentence. No other module knows how the validation library names its errors.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from site_builder.read.front_matter.front_matter import Fields
from site_builder.read.front_matter.keys_of_others import called_here, meant
from site_builder.read.problems import Problem, did_you_mean
from site_builder.read.source import Loc
from site_builder.read.types.fields.references import MISNAMED
from site_builder.read.types.fields.text import written_fields
from site_builder.read.types.item import FROM_THE_FILE

_TEXT = "Write plain text after the colon; put it in quotes if it has a colon or is a number."
WANTED = {
    "string_type": ("text", _TEXT),
    "path_type": ("a path", "Write the name of a folder or a file, seen from the settings."),
    "tuple_type": ("a list", "Put each entry on a line of its own, after two spaces and a dash."),
    "model_type": ("a set of names and values", "Write `name: value` lines under it, indented."),
    "dict_type": ("a set of names and values", "Write `name: value` lines under it, indented."),
    "mapping_type": ("a set of names and values", "Write `name: value` lines under it, indented."),
    "bool_type": ("true or false", "Write true or false, without quotes."),
    "bool_parsing": ("true or false", "Write true or false, without quotes."),
    "int_type": ("a whole number", "Write the number alone, without quotes: 12"),
    "int_parsing": ("a whole number", "Write the number alone, without quotes: 12"),
    "float_type": ("a number", "Write the number alone, without quotes: 51.23"),
    "float_parsing": ("a number", "Write the number alone, without quotes: 51.23"),
    "date_type": ("a date", "Write it as year-month-day, for example: 2024-06-25"),
    "datetime_type": (
        "a date with a time",
        "Write the date, the time and the zone, for example: 2024-06-25T09:00+01:00",
    ),
}
"""What was wanted where a value has the wrong type, and how to write it, by pydantic's name."""


@dataclass(frozen=True)
class Misnamed:
    """A reference by a name that no slug can be, such as Leeds; `check` knows what was meant."""

    path: str
    loc: Loc
    kind: str
    written: str


@dataclass(frozen=True)
class _Fault:
    """One error of a model, with what is needed to put it into words."""

    kind: str
    loc: Loc
    value: Any
    context: Mapping[str, Any]
    model: type[BaseModel]
    noun: str
    """What authors call the thing, such as "a case study"."""

    @property
    def name(self) -> str:
        return name_of(self.loc)

    @property
    def is_unknown(self) -> bool:
        return self.kind == "extra_forbidden"


def explain(
    error: ValidationError, model: type[BaseModel], fields: Fields, noun: str, within: Loc = ()
) -> Iterator[Problem | Misnamed]:
    """Yield a problem for each thing that a model found wrong with the fields of a file.

    `noun` is what authors call the thing, such as "a case study"; `within` is where the model's
    values stand in the file, for an entry of a register. What can not be read was told before.
    """
    source = fields.source
    for fault in _without_echoes(
        [_fault(one, model, noun) for one in error.errors(include_url=False)]
    ):
        at = source.position_of((*within, *fault.loc), of_key=fault.is_unknown)
        if fields.explain(at, fault.loc, is_missing=fault.kind == "missing"):
            continue
        if fault.kind == MISNAMED:
            kind, written = fault.context["kind"], str(fault.value)
            yield Misnamed(source.path, (*within, *fault.loc), kind, written)
        else:
            words = _WORDS.get(fault.kind, _wrong_type)
            yield source.problem(at, *words(fault))


def name_of(loc: Loc) -> str:
    """Return how a field is named at the start of a sentence: `url` (number 2 of `sources`)."""
    names = [step for step in loc if isinstance(step, str)]
    if not names:
        return "The front matter"
    number = next((step for step in reversed(loc) if isinstance(step, int)), None)
    if number is None:
        within = f" (in `{names[-2]}`)" if len(names) > 1 else ""
        return f"`{names[-1]}`{within}"
    if isinstance(loc[-1], int):
        return f"Number {number + 1} of `{names[-1]}`"
    return f"`{names[-1]}` (number {number + 1} of `{names[-2]}`)"


def quoted(value: Any) -> str:
    """Return a value as its author wrote it, cut where it is long."""
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return "a list"
    if isinstance(value, dict):
        return "a set of names and values"
    text = " ".join(str(value).split())
    return f'"{text[:77]}…"' if len(text) > 78 else f'"{text}"'


def _fault(details: ErrorDetails, model: type[BaseModel], noun: str) -> _Fault:
    loc, kind = details["loc"], details["type"]
    # A field that takes a whole number or a decimal fails once for each.
    if loc[-1:] in (("int",), ("float",)) and kind != "extra_forbidden":
        loc = loc[:-1]
    return _Fault(kind, loc, details["input"], details.get("ctx", {}), model, noun)


def _without_echoes(faults: list[_Fault]) -> Iterator[_Fault]:
    """Yield each fault once, and none that is there only because of another."""
    misspelt = {
        (*fault.loc[:-1], meant(str(fault.loc[-1]), _fields_beside(fault)))
        for fault in faults
        if fault.is_unknown
    }
    told: set[Loc] = set()
    for fault in faults:
        is_echo = (fault.kind == "missing" and fault.loc in misspelt) or (
            # A list whose only entry is wrong counts as empty too.
            fault.kind == "too_short" and fault.value
        )
        if not is_echo and fault.loc not in told:
            told.add(fault.loc)
            yield fault


Words = tuple[str, str, str]
"""The rule, what is wrong, and how to put it right."""


def _missing(fault: _Fault) -> Words:
    what = f"{fault.name} is missing; {fault.noun} needs it."
    sentence = _description(fault)
    return "missing-field", what, f"Add a line `{fault.loc[-1]}: …`. {sentence}".rstrip()


def _unknown(fault: _Fault) -> Words:
    owner = f"a field of {fault.noun}" if len(fault.loc) == 1 else "a field that can stand here"
    name, fields = str(fault.loc[-1]), _fields_beside(fault)
    fix = called_here(name, fault.value, fields) if len(fault.loc) == 1 else None
    fix = fix or did_you_mean(name, fields, "The fields are")
    return "unknown-field", f"{fault.name} is not {owner}.", fix


def _not_a_choice(fault: _Fault) -> Words:
    what = f"{fault.name} is {quoted(fault.value)}, which is not one of its values."
    field = _field(fault)
    choices = _choices(field.annotation) if field else []
    return "wrong-value", what, did_you_mean(str(fault.value), choices, "Its values are")


def _mistake(fault: _Fault) -> Words:
    what = f"{fault.name} is {quoted(fault.value)}, which {fault.context['what']}."
    fix: str = fault.context["fix"]
    # A full stop after an example would be copied with it.
    return "wrong-value", what, fix if "example:" in fix else f"{fix}."


def _empty(fault: _Fault) -> Words:
    fix = f"Write something after it. {_description(fault)}"
    return "wrong-value", f"{fault.name} is empty.", fix.rstrip()


def _empty_list(fault: _Fault) -> Words:
    fix = f"Add an entry to it. {_description(fault)}"
    return "wrong-value", f"{fault.name} is an empty list.", fix.rstrip()


def _out_of_range(fault: _Fault) -> Words:
    least, most = fault.context.get("ge"), fault.context.get("le")
    bound = f"at least {least:g}" if least is not None else f"at most {most:g}"
    what = f"{fault.name} is {quoted(fault.value)}, which is out of range."
    return "wrong-value", what, f"It must be {bound}."


def _wrong_type(fault: _Fault) -> Words:
    if fault.value is None:
        field = _field(fault)
        or_not = "" if field and field.is_required() else ", or take the line out"
        fix = f"Write something after the colon{or_not}. {_description(fault)}"
        return "wrong-value", f"{fault.name} is empty.", fix.rstrip()
    wanted, fix = WANTED.get(fault.kind, ("something else", "See the reference of front matter."))
    what = f"{fault.name} is {quoted(fault.value)}, but it must be {wanted}."
    return "wrong-value", what, fix


_WORDS: Mapping[str, Callable[[_Fault], Words]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "literal_error": _not_a_choice,
    "mistake": _mistake,
    "too_short": _empty_list,
    "string_too_short": _empty,
    "greater_than_equal": _out_of_range,
    "less_than_equal": _out_of_range,
}


def _field(fault: _Fault) -> FieldInfo | None:
    """Return the field that a fault is in; for an entry of a list, the field that has the list."""
    owner = _owner(fault.model, fault.loc)
    name = next((step for step in reversed(fault.loc) if isinstance(step, str)), None)
    return written_fields(owner).get(name) if owner and name else None


def _description(fault: _Fault) -> str:
    field = _field(fault)
    return (field.description or "") if field else ""


def _fields_beside(fault: _Fault) -> list[str]:
    """Return the names of the fields that may stand where a fault is."""
    owner = _owner(fault.model, fault.loc)
    return [name for name in written_fields(owner) if name not in FROM_THE_FILE] if owner else []


def _owner(model: type[BaseModel], loc: Loc) -> type[BaseModel] | None:
    """Return the model that holds the field at the end of a path."""
    owner: type[BaseModel] | None = model
    for step in loc[:-1]:
        if isinstance(step, str) and owner:
            field = written_fields(owner).get(step)
            owner = _model_in(field.annotation) if field else None
    return owner


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_model_in(part) for part in getattr(annotation, "__args__", ()))
    return next((model for model in inner if model), None)


def _choices(annotation: Any) -> list[str]:
    """Return the texts of a closed list, also inside an optional field or a list."""
    parts = getattr(annotation, "__args__", ())
    here = [part for part in parts if isinstance(part, str)]
    return here or [choice for part in parts for choice in _choices(part)]
