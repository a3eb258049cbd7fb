"""What a model finds wrong with front matter, put into words for its author.

The models give each error a path and a type; here the path becomes a line of the file and the
type a sentence. No other module knows how the validation library names its errors.
"""

from collections.abc import Callable, Iterator
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from site_builder.read.problems import Problem, did_you_mean
from site_builder.read.source import Loc, Source
from site_builder.read.types.item import FROM_THE_FILE

_WANTED = {
    "string_type": ("text", "Write plain text after the colon; put it in quotes if it has a colon."),
    "tuple_type": ("a list", "Put each entry on a line of its own, after two spaces and a dash."),
    "model_type": ("a set of names and values", "Write `name: value` lines under it, indented."),
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


def explain(
    error: ValidationError, model: type[BaseModel], source: Source, noun: str, within: Loc = ()
) -> Iterator[Problem]:
    """Yield a problem for each thing that a model found wrong.

    `noun` is what authors call the thing, such as "a case study"; `within` is where the model's
    values stand in the file, for an entry of a register.
    """
    told: set[Loc] = set()
    for details in error.errors(include_url=False):
        loc = _written(details["loc"])
        # A field that takes a whole number or a decimal fails once for each.
        if loc not in told:
            told.add(loc)
            yield _problem(details, loc, model, source, noun, within)


def name_of(loc: Loc) -> str:
    """Return how a field is named in a sentence: `url` (number 2 of `sources`)."""
    names = [step for step in loc if isinstance(step, str)]
    if not names:
        return "the front matter"
    number = next((step for step in reversed(loc) if isinstance(step, int)), None)
    if number is None:
        within = f" (in `{names[-2]}`)" if len(names) > 1 else ""
        return f"`{names[-1]}`{within}"
    if isinstance(loc[-1], int):
        return f"number {number + 1} of `{names[-1]}`"
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


def _written(loc: tuple[int | str, ...]) -> Loc:
    """Return a path without the steps that name a choice of types ("int", "float")."""
    return tuple(step for step in loc if step not in ("int", "float"))


def _problem(
    details: ErrorDetails,
    loc: Loc,
    model: type[BaseModel],
    source: Source,
    noun: str,
    within: Loc,
) -> Problem:
    kind, context, value = details["type"], details.get("ctx", {}), details["input"]
    rule, words = "wrong-value", _words_for(kind)
    what, fix = words(loc, value, context, model)
    if kind == "missing":
        rule, what = "missing-field", f"{name_of(loc)} is missing; {noun} needs it."
    elif kind == "extra_forbidden":
        rule, what = "unknown-field", f"{name_of(loc)} is not a field of {noun}."
    at = source.position_of((*within, *loc), of_key=kind == "extra_forbidden")
    return source.problem(at, rule, what, fix)


Words = Callable[[Loc, Any, dict[str, Any], type[BaseModel]], tuple[str, str]]


def _words_for(kind: str) -> Words:
    special: dict[str, Words] = {
        "missing": _missing,
        "extra_forbidden": _unknown,
        "literal_error": _not_a_choice,
        "mistake": _mistake,
        "too_short": _empty,
        "string_too_short": _empty,
        "greater_than_equal": _out_of_range,
        "less_than_equal": _out_of_range,
    }
    if kind in special:
        return special[kind]
    return lambda loc, value, _context, _model: _wrong_type(kind, loc, value)


def _missing(
    loc: Loc, _value: Any, _context: dict[str, Any], model: type[BaseModel]
) -> tuple[str, str]:
    sentence = _description(model, loc)
    return "", f"Add a line `{loc[-1]}: …`. {sentence}".rstrip()


def _unknown(
    loc: Loc, _value: Any, _context: dict[str, Any], model: type[BaseModel]
) -> tuple[str, str]:
    owner = _owner(model, loc)
    fields = [name for name in owner.model_fields if name not in FROM_THE_FILE] if owner else []
    return "", did_you_mean(str(loc[-1]), fields, "The fields are")


def _not_a_choice(
    loc: Loc, value: Any, _context: dict[str, Any], model: type[BaseModel]
) -> tuple[str, str]:
    choices = _choices(_annotation(model, loc))
    what = f"{name_of(loc)} is {quoted(value)}, which is not one of its values."
    return what, did_you_mean(str(value), choices, "Its values are")


def _mistake(
    loc: Loc, value: Any, context: dict[str, Any], _model: type[BaseModel]
) -> tuple[str, str]:
    return f"{name_of(loc)} is {quoted(value)}, which {context['what']}.", f"{context['fix']}."


def _empty(
    loc: Loc, _value: Any, _context: dict[str, Any], model: type[BaseModel]
) -> tuple[str, str]:
    return f"{name_of(loc)} is empty.", f"Write something after it. {_description(model, loc)}"


def _out_of_range(
    loc: Loc, value: Any, context: dict[str, Any], _model: type[BaseModel]
) -> tuple[str, str]:
    least, most = context.get("ge"), context.get("le")
    bound = f"at least {least:g}" if least is not None else f"at most {most:g}"
    return f"{name_of(loc)} is {quoted(value)}, which is out of range.", f"It must be {bound}."


def _wrong_type(kind: str, loc: Loc, value: Any) -> tuple[str, str]:
    if value is None:
        return f"{name_of(loc)} is empty.", "Write something after the colon, or take the line out."
    wanted, fix = _WANTED.get(kind, ("something else", "See the reference of front matter."))
    return f"{name_of(loc)} is {quoted(value)}, but it must be {wanted}.", fix


def _annotation(model: type[BaseModel], loc: Loc) -> Any:
    owner = _owner(model, loc)
    name = next((step for step in reversed(loc) if isinstance(step, str)), None)
    field = owner.model_fields.get(name) if owner and name else None
    return field.annotation if field else None


def _description(model: type[BaseModel], loc: Loc) -> str:
    owner = _owner(model, loc)
    field = owner.model_fields.get(str(loc[-1])) if owner else None
    return (field.description or "") if field else ""


def _owner(model: type[BaseModel], loc: Loc) -> type[BaseModel] | None:
    """Return the model that holds the field at the end of a path."""
    owner: type[BaseModel] | None = model
    for step in loc[:-1]:
        if isinstance(step, str) and owner:
            field = owner.model_fields.get(step)
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
