"""Which fields of a content type are asked for, and what each may hold, as its model says."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from site_builder.read.types import Item, Kind
from site_builder.read.types.fields.references import Refers
from site_builder.read.types.fields.text import written_fields
from site_builder.read.types.item import FROM_THE_FILE

_NAMES = ("title", "name", "quarter")
"""The fields that a thing is called by, of which its address is made; they come first."""
_NOT_ASKED = FROM_THE_FILE | {"aliases"}


@dataclass(frozen=True)
class AskedField:
    """A field, with what matters to whoever asks for it."""

    name: str
    field: FieldInfo

    @property
    def sentence(self) -> str:
        """What it says, without a full stop."""
        return (self.field.description or self.name).rstrip(".")

    @property
    def is_needed(self) -> bool:
        return self.field.is_required()

    @property
    def is_list(self) -> bool:
        return getattr(self.field.annotation, "__origin__", None) is tuple

    @property
    def is_number(self) -> bool:
        return bool({int, float} & set(_inside(self.field.annotation)))

    @property
    def part(self) -> type[BaseModel] | None:
        """The model of what it holds, where that has fields of its own."""
        return part_of(self.field.annotation)

    @property
    def choices(self) -> list[str]:
        """The values that it may hold, where these are a closed list."""
        literals = (one for one in _inside(self.field.annotation) if get_origin(one) is Literal)
        return [str(choice) for one in literals for choice in get_args(one)]

    @property
    def refers_to(self) -> str | None:
        """What kind of thing it names by its slug, also inside a list or a part."""
        marks = [*self.field.metadata]
        for inner in (self.field.annotation, *get_args(self.field.annotation)):
            marks += getattr(inner, "__metadata__", ())
        if self.part:
            marks += next(iter(self.part.model_fields.values())).metadata
        return next((mark.kind for mark in marks if isinstance(mark, Refers)), None)

    @property
    def flag(self) -> str:
        """How it is given on the command line; of a list, one by one."""
        flag = (self.refers_to or self.name) if self.is_list else self.name
        return f"--{flag.replace('_', '-').replace(' ', '-')}"

    @property
    def may_be_empty(self) -> bool:
        """Tell whether it is a list that may have no entries."""
        return self.is_list and not any(
            getattr(one, "min_length", 0) for one in self.field.metadata
        )


def needed_fields(model: type[BaseModel]) -> list[AskedField]:
    """Return the fields that must be filled in; what a thing is called comes first."""
    fields = written_fields(model).items()
    needed = [AskedField(name, one) for name, one in fields if name not in FROM_THE_FILE]
    return sorted((one for one in needed if one.is_needed), key=lambda one: one.name not in _NAMES)


def asked_fields(kind: Kind) -> Iterator[AskedField]:
    """Yield the fields that are worth a question: short ones, and names of other things.

    An entry of a register has few fields, so that all of them are.
    """
    if issubclass(kind.model, Item):
        for one in needed_fields(kind.model):
            if one.part is None or one.refers_to:
                yield one
        return
    for name, field in written_fields(kind.model).items():
        if name not in _NOT_ASKED:
            yield AskedField(name, field)


def naming_field(kind: Kind) -> AskedField:
    """Return the field that a thing is called by."""
    return next(one for one in asked_fields(kind) if one.name in _NAMES)


def part_of(annotation: Any) -> type[BaseModel] | None:
    """Return the model that a type holds, also inside a list or an optional field."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((part for one in get_args(annotation) if (part := part_of(one))), None)


def _inside(annotation: Any) -> Iterator[Any]:
    """Yield a type and every type inside it."""
    yield annotation
    if get_origin(annotation) is not Literal:
        for one in get_args(annotation):
            if one is not NoneType:
                yield from _inside(one)
