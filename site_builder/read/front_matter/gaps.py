"""Gaps: what stands in the place of a refused value, so that everything else is looked at.

A field that is missing or refused must not hide what else is wrong with its file, and nothing
that points at the file must break for it. So the thing is made all the same, with a stand-in for
each gap: the first of a few plain values that the field takes, whatever field it is. It is made
three times, with other stand-ins each time: only what is wrong with all of them is wrong.
"""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from site_builder.read.front_matter.keys_of_others import meant
from site_builder.read.source import Loc
from site_builder.read.types.fields.text import written_fields
from site_builder.read.types.item import FROM_THE_FILE

_ROUNDS = 5
"""How often what was filled is looked at again; a gap can hide another."""
SOME_DAY = dt.date(2000, 1, 1)


@dataclass(frozen=True)
class Filled:
    """A thing whose gaps are filled, and filled otherwise."""

    thing: Any
    others: tuple[Any, ...]
    """With other words, and days before and after."""
    gaps: frozenset[Loc]
    """Where in its front matter something is missing or was refused."""


@dataclass(frozen=True)
class _Stock:
    """Values to fill gaps with."""

    words: str
    slug: str
    day: dt.date
    number: int
    last: bool
    """Whether the last of a closed list is taken, and optional fields are filled too."""

    @cached_property
    def values(self) -> tuple[Any, ...]:
        """What a field is offered, in this order."""
        day = self.day.isoformat()
        return (
            self.words,
            self.slug,
            day,
            f"{day[:4]}-Q{(self.day.month + 2) // 3}",
            f"{day}T0{self.number}:00+00:00",
            f"0{self.number}:00",
            day[:4],
            f"#00{self.number}f86",
            "en" if self.number == 1 else "cy",
            f"{self.number}% {self.number}%",
            f"https://example.invalid/{self.slug}",
            f"{self.slug}@example.invalid",
            f"tag:example.invalid,2000:{self.slug}",
            self.number,
            True,
        )


@dataclass(frozen=True)
class _Kind:
    """What a field of a model takes; for an entry of a list, within so many lists."""

    model: type[BaseModel]
    name: str
    within: int = 0

    @property
    def annotation(self) -> Any:
        annotation = written_fields(self.model)[self.name].rebuild_annotation()
        for _ in range(self.within):
            annotation = _entry_of(annotation)
        return annotation

    @property
    def is_optional(self) -> bool:
        return not self.within and not written_fields(self.model)[self.name].is_required()


def filled(
    model: type[BaseModel],
    values: Mapping[str, Any],
    day: dt.date,
    lost: Collection[str] = (),
) -> Filled | None:
    """Return a thing made of values that its model refuses; nothing where that can not be done.

    `day` stands where a day is missing; `lost` are fields that are written and can not be read.
    """
    one, gaps = _made(model, values, _Stock("…", "not-named", day, 1, last=False))
    before, after = day.replace(year=day.year - 1, day=1), day.replace(year=day.year + 1, day=2)
    stocks = (
        _Stock("[…]", "without-name", after, 2, last=True),
        _Stock("[……]", "nobody-knows", before, 3, last=True),
    )
    others = tuple(_made(model, _with_lost(model, values, lost, one), one)[0] for one in stocks)
    return Filled(one, others, frozenset(gaps)) if one and all(others) else None


def _with_lost(
    model: type[BaseModel], values: Mapping[str, Any], lost: Collection[str], stock: _Stock
) -> Mapping[str, Any]:
    found = {name for name in lost if name in written_fields(model)} - values.keys()
    return {**values, **{name: _value(_Kind(model, name), stock) for name in found}}


def stand_in(model: type[BaseModel], known: Mapping[str, Any], day: dt.date) -> Any:
    """Return a thing of which only some values are known, its gaps filled."""
    made = filled(model, known, day)
    return made.thing if made else None


def _made(
    model: type[BaseModel], values: Mapping[str, Any], stock: _Stock
) -> tuple[BaseModel | None, set[Loc]]:
    wanted, gaps = _copy(values), set[Loc]()
    for _ in range(_ROUNDS):
        try:
            return model.model_validate(wanted), gaps
        except ValidationError as error:
            for one in error.errors(include_url=False, include_context=False, include_input=False):
                is_unknown = one["type"] == "extra_forbidden"
                gaps.add(_close(wanted, _Inside(model), one["loc"], stock, is_unknown=is_unknown))
    return None, gaps


def _copy(value: Any) -> Any:
    """Return a copy of the lists and mappings that YAML gave; whatever is in them stays."""
    if isinstance(value, Mapping):
        return {name: _copy(one) for name, one in value.items()}
    return [_copy(one) for one in value] if isinstance(value, list) else value


@dataclass(frozen=True)
class _Inside:
    """Where a path leads on: into a model, or into the entries of a list."""

    of: type[BaseModel] | _Kind

    def kind(self, step: str | int) -> _Kind | None:
        """Return what stands at a step; nothing where there can be no such step."""
        if isinstance(self.of, _Kind):
            is_entry = isinstance(step, int)
            return _Kind(self.of.model, self.of.name, self.of.within + 1) if is_entry else None
        return _Kind(self.of, str(step)) if step in written_fields(self.of) else None


def _close(holder: Any, inside: _Inside, loc: Loc, stock: _Stock, *, is_unknown: bool) -> Loc:
    """Close a gap as far inside as its path leads; return where it was closed."""
    step, rest = loc[0], loc[1:]
    kind, inner = inside.kind(step), _at(holder, step)
    if kind and rest and (further := _inside(kind, inner)) and _leads_on(further, inner, rest[0]):
        return (step, *_close(inner, further, rest, stock, is_unknown=is_unknown))
    if isinstance(holder, dict) and (kind is None or is_unknown):
        return (_as_meant(holder, inside, str(step)),)
    if kind and kind.is_optional and not stock.last:
        holder.pop(step, None)
    elif kind:
        holder[step] = deepcopy(_value(kind, stock))
    return (step,)


def _as_meant(holder: dict[str, Any], inside: _Inside, name: str) -> str:
    """Give what stands under a name that is no field to the field that must be meant, if any."""
    fields = written_fields(inside.of) if isinstance(inside.of, type) else {}
    value, field = holder.pop(name, None), meant(name, fields)
    if field and field not in holder and field not in FROM_THE_FILE:
        holder[field] = value
    return field or name


def _at(holder: Any, step: str | int) -> Any:
    if isinstance(holder, dict):
        return holder.get(step)
    is_there = isinstance(holder, list) and isinstance(step, int) and step < len(holder)
    return holder[step] if is_there else None


def _inside(kind: _Kind, inner: Any) -> _Inside | None:
    if isinstance(inner, list):
        return _Inside(kind)
    model = _model_in(kind.annotation)
    return _Inside(model) if isinstance(inner, dict) and model else None


def _leads_on(inside: _Inside, inner: Any, step: str | int) -> bool:
    return inside.kind(step) is not None or (isinstance(inner, dict) and step in inner)


@cache
def _value(kind: _Kind, stock: _Stock) -> Any:
    """Return the first value of a stock that a field takes."""
    annotation = kind.annotation
    if choices := _choices(annotation):
        return choices[-1 if stock.last else 0]
    if (entry := _entry_of(annotation)) is not None:
        return [_value(_Kind(kind.model, kind.name, kind.within + 1), stock)] if entry else []
    if model := _model_in(annotation):
        needed = (name for name, one in written_fields(model).items() if one.is_required())
        return {name: _value(_Kind(model, name), stock) for name in needed}
    adapter: TypeAdapter[Any] = TypeAdapter(annotation)
    return next(value for value in stock.values if _takes(adapter, value))


def _takes(adapter: TypeAdapter[Any], value: Any) -> bool:
    try:
        adapter.validate_python(value)
    except ValidationError:
        return False
    return True


def _parts(annotation: Any) -> Iterator[Any]:
    """Yield an annotation, and what it wraps: the type of an Annotated, those of a union."""
    yield annotation
    if get_origin(annotation) not in (tuple, Literal):
        for part in get_args(annotation):
            yield from _parts(part)


def _entry_of(annotation: Any) -> Any:
    """Return what a list has as entries; nothing for what is no list."""
    lists = (part for part in _parts(annotation) if get_origin(part) is tuple)
    return next((get_args(one)[0] for one in lists), None)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    models = (
        part
        for part in _parts(annotation)
        if isinstance(part, type) and issubclass(part, BaseModel)
    )
    return next(models, None)


def _choices(annotation: Any) -> list[Any]:
    closed = (part for part in _parts(annotation) if get_origin(part) is Literal)
    return [choice for one in closed for choice in get_args(one)]
