"""Every dated field of every type is in the table, and found where it stands."""

import datetime as dt
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel, BeforeValidator

from site_builder.read.types import ITEM_KINDS
from site_builder.read.types.fields.dates import PartialDate, Quarter
from site_builder.relate.dated.dates import SORTS, days_of, first_day
from tests.conftest import SiteFolder

_AS_FAR_AS_KNOWN = next(
    mark
    for mark in get_args(PartialDate)[1:]
    if isinstance(mark, BeforeValidator) and mark.func.__name__ == "_partial_date"
)


def dated_fields(model: type[BaseModel]) -> Iterator[tuple[type[BaseModel], str]]:
    """Yield each dated field of a model and of its parts, by the model that has it first."""
    for name, field in model.model_fields.items():
        first = next(one for one in reversed(model.__mro__) if name in _own_fields(one))
        inner = [field.annotation, *_inside(field.annotation)]
        if _AS_FAR_AS_KNOWN in field.metadata or any(map(_is_dated, inner)):
            yield first, name
        for one in inner:
            if isinstance(one, type) and issubclass(one, BaseModel):
                yield from dated_fields(one)


def _own_fields(model: type) -> Any:
    return vars(model).get("__annotations__", {})


def _inside(annotation: Any) -> Iterator[Any]:
    for one in get_args(annotation):
        yield one
        yield from _inside(one)


def _is_dated(annotation: Any) -> bool:
    if _AS_FAR_AS_KNOWN in getattr(annotation, "__metadata__", ()):
        return True
    return isinstance(annotation, type) and issubclass(annotation, dt.date | Quarter)


def test_every_dated_field_of_every_type_is_in_the_table() -> None:
    """A new day in a model is looked at by every rule on days, or this fails."""
    found = {one for kind in ITEM_KINDS for one in dated_fields(kind.model)}
    assert found == SORTS.keys()


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024", "2024-01-01"),
        ("2024-06", "2024-06-01"),
        ("2024-06-25", "2024-06-25"),
        (Quarter(2024, 3), "2024-07-01"),
        (dt.datetime(2024, 6, 25, 9, tzinfo=dt.UTC), "2024-06-25"),
        (dt.date(2024, 6, 25), "2024-06-25"),
    ],
)
def test_first_day_is_that_of_as_much_as_is_known(value: object, day: str) -> None:
    """A year begins on its first of January, and a quarter on the first of its months."""
    assert first_day(value).isoformat() == day


def test_days_are_found_where_they_stand(site: SiteFolder) -> None:
    """Each has its path in the front matter, parts and lists included."""
    story = next(one for one in site.content().items if one.slug == "warm-homes")
    found = [(one.loc, one.written, one.is_own) for one in days_of(story)]
    assert sorted(found, key=str) == [
        (("consent", 0, "given_on"), "2025-01-20", False),
        (("consent", 1, "given_on"), "2025-01-21", False),
        (("date",), "2025-02-10", True),
        (("sources", 0, "date"), "2025-01", False),
    ]
