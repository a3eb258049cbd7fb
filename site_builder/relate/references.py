"""Every reference that an item makes to something else, found from the models alone.

A field whose type is marked with `Refers` is a reference; adding such a field to a model is all
that a new join needs to be checked and to be shown at its other end.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from site_builder.read.source import Loc
from site_builder.read.types import Item
from site_builder.read.types.fields.references import Refers


@dataclass(frozen=True)
class Reference:
    """One place in front matter that names something else by its slug or id."""

    item: Item
    """The item that refers."""
    loc: Loc
    """Where in its front matter."""
    kind: str
    """What it refers to, such as "mission"."""
    slug: str
    is_needed: bool
    """Whether the item can not be without it, or without one of its list."""


Steps = tuple[str | None, ...]
"""A path through a model; None stands for "each entry of the list"."""


def references_of(item: Item) -> Iterator[Reference]:
    """Yield every reference in an item's front matter, in the order of its fields."""
    for steps, kind, is_needed in _reference_fields(type(item)):
        for loc, slug in _values(item, steps):
            yield Reference(item, loc, kind, slug, is_needed)


@cache
def _reference_fields(model: type[BaseModel]) -> tuple[tuple[Steps, str, bool], ...]:
    """Return the path and the kind of each field of a model that refers to something.

    And whether the model needs it: it, and all that it stands in, may not be left out.
    """
    return tuple(
        ((name, *steps), kind, is_needed and _is_needed(field))
        for name, field in model.model_fields.items()
        for steps, kind, is_needed in _in_type(field.annotation, field.metadata)
    )


def _is_needed(field: FieldInfo) -> bool:
    """Tell whether a field may neither be left out nor be an empty list."""
    is_list = get_origin(field.annotation) is tuple
    is_filled = any(getattr(mark, "min_length", 0) for mark in field.metadata)
    return field.is_required() and (is_filled or not is_list)


def _in_type(annotation: Any, metadata: Any = ()) -> Iterator[tuple[Steps, str, bool]]:
    for mark in (*metadata, *getattr(annotation, "__metadata__", ())):
        if isinstance(mark, Refers):
            yield (), mark.kind, True
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from _reference_fields(annotation)
        return
    is_list = getattr(annotation, "__origin__", None) is tuple
    for inner in get_args(annotation):
        for steps, kind, is_needed in _in_type(inner):
            yield ((None, *steps) if is_list else steps), kind, is_needed


def _values(value: Any, steps: Steps, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Yield each text at the end of a path, and where it stands."""
    if value is None:
        return
    if not steps:
        yield loc, value
    elif steps[0] is None:
        for number, entry in enumerate(value):
            yield from _values(entry, steps[1:], (*loc, number))
    else:
        yield from _values(getattr(value, steps[0]), steps[1:], (*loc, steps[0]))
