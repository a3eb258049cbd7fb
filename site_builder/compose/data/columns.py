"""The columns of the data, found from the models: each field is a column or has a reason not to be.

A field that is added to a content type is in the data, in their schemas and in their documentation
at once, in the words of its description.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from site_builder.read.types import KINDS, Item
from site_builder.read.types.council_summary import MadeCommitment
from site_builder.read.types.deliberation import Recommendation
from site_builder.read.types.fields.dates import Clock, Day, Moment, PartialDate, QuarterField
from site_builder.read.types.fields.references import Refers
from site_builder.read.types.fields.text import Language, Number, Slug, Text
from site_builder.read.types.fields.web import AddressOrFile, EmailAddress, WebAddress
from site_builder.relate.data.rows import Address, Html, RecordId, Shape, TypeName
from site_builder.relate.permanence.identity import IdOf, type_name

Row = Mapping[str, Any]
"""A row as JSON has it, by the names of its columns."""

LEFT_OUT: Mapping[str, str] = {
    "slug": "the id and the address hold it",
    "id": "it is for feeds; in the data a thing is known by its type and its first name",
    "path": "where a file lies is nobody's business",
    "prose": "the columns of the body hold it",
    "image": "a picture often has a licence of its own",
    "colour": "how a site looks is no data",
    "order": "how a site looks is no data",
    "home": "how a site looks is no data",
    "review_by": "it is a note to authors",
    "status": "what is in the data is published",
    "withdrawn": "withdrawals have a table of their own",
    "changes": "changes have a table of their own",
}
"""Fields of content types that are no column, with the reason."""
PRIVATE = frozenset({"consent"})
"""Fields that no part of any item gives away."""
_SLUGS = re.compile(r"\b([Ss])lug(s?)\b")


@dataclass(frozen=True)
class Sort:
    """What a value is, how JSON writes it, and the schema of what is written."""

    name: str
    """Its name in the catalogue of words."""
    schema: Row = field(hash=False)
    written: Callable[[Any], Any] = lambda value: value
    kind: str = ""
    """What a reference leads to."""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Column:
    """A column of a table or of a part of it."""

    name: str
    attribute: str
    """The attribute of the model that holds its value."""
    meaning: str
    sort: Sort | None
    """Nothing for a part, which has columns of its own."""
    parts: tuple["Column", ...]
    is_list: bool
    may_be_empty: bool

    @property
    def needs_its_end(self) -> bool:
        """Tell whether a part can not be shown when this reference leads to what is hidden."""
        return bool(self.sort and self.sort.kind and not self.is_list and not self.may_be_empty)


def _string(**more: Any) -> Row:
    return {"type": "string", **more}


def _iso(value: dt.date | dt.time) -> str:
    return value.isoformat()


_TYPES = [type_name(kind.name) for kind in KINDS]
ALL_TYPES = (*_TYPES, "commitment", "update", "recommendation")
"""The types that ids begin with."""

_ID = Sort("id", _string(pattern="^[a-z-]+/[a-z0-9-]+(/[a-z0-9-]+)?$"))
_SORTS: tuple[tuple[Any, Sort], ...] = (
    (RecordId, _ID),
    (TypeName, Sort("type", _string(enum=list(ALL_TYPES)))),
    (Address, Sort("address", _string(format="uri-reference"))),
    (Html, Sort("html", _string())),
    (Text, Sort("text", _string(minLength=1))),
    (Slug, Sort("name", _string(pattern="^[a-z0-9-]+$"))),
    (Number, Sort("number", {"type": "number"})),
    (Language, Sort("language", _string())),
    (Day, Sort("day", _string(format="date"), _iso)),
    (Moment, Sort("moment", _string(format="date-time"), _iso)),
    (Clock, Sort("clock", _string(pattern="^[0-2][0-9]:[0-5][0-9]$"), "{:%H:%M}".format)),
    (PartialDate, Sort("partial_date", _string(pattern=r"^\d{4}(-\d{2}){0,2}$"))),
    (QuarterField, Sort("quarter", _string(pattern=r"^\d{4}-Q[1-4]$"), str)),
    (EmailAddress, Sort("email", _string(format="email"))),
    (WebAddress, Sort("web_address", _string(format="uri"))),
    (AddressOrFile, Sort("address", _string(format="uri-reference"))),
    (bool, Sort("truth", {"type": "boolean"})),
    (int, Sort("whole_number", {"type": "integer"})),
    (float, Sort("number", {"type": "number"})),
)
_SHAPES = {name: Sort(name, _string()) for name in ("text", "long_text", "relation")}


@cache
def columns_of(model: type[BaseModel]) -> tuple[Column, ...]:
    """Return the columns of a model in the order of its fields; what all items have comes last."""
    hints = get_type_hints(model, include_extras=True)
    is_item = issubclass(model, Item)
    shared = Item.model_fields if is_item else {}
    left_out = LEFT_OUT.keys() if is_item else frozenset()
    return tuple(
        _column(model, field.alias or name, name, hints[name], field.description or "")
        for name, field in sorted(model.model_fields.items(), key=lambda one: one[0] in shared)
        if name not in left_out and name not in PRIVATE
    )


def _column(model: type[BaseModel], name: str, attribute: str, hint: Any, meaning: str) -> Column:
    inner = _without_none(hint)
    is_list = get_origin(inner) is tuple
    one = get_args(inner)[0] if is_list else inner
    is_part = isinstance(one, type) and issubclass(one, BaseModel)
    sort = None if is_part else _sort(one)
    if model in (MadeCommitment, Recommendation) and name == "id":
        sort = _ID
    if sort and sort.kind:
        # Authors write slugs; the data have the ids of the same things.
        meaning = _SLUGS.sub(lambda found: ("Id" if found[1] == "S" else "id") + found[2], meaning)
    parts = columns_of(one) if is_part else ()
    return Column(name, attribute, meaning, sort, parts, is_list, inner is not hint)


def _sort(hint: Any) -> Sort:
    for mark in getattr(hint, "__metadata__", ()):
        if isinstance(mark, Refers):
            pattern = f"^{type_name(mark.kind)}/[a-z0-9-]+$"
            return Sort("reference", _string(pattern=pattern), kind=mark.kind)
        if isinstance(mark, Shape) and mark.name in _SHAPES:
            return _SHAPES[mark.name]
    if choices := _choices(hint):
        return Sort("choice", _string(enum=list(choices)), choices=choices)
    found = next((sort for known, sort in _SORTS if known == hint), None)
    if found is None:
        raise LookupError(f"{hint} has no sort in _SORTS.")
    return found


def _choices(hint: Any) -> tuple[str, ...]:
    """Return the values of a closed list, also of one that is made of several."""
    if get_origin(hint) is Literal:
        return get_args(hint)
    if get_origin(hint) in (Union, UnionType):
        inner = [_choices(one) for one in get_args(hint)]
        return tuple(one for choices in inner for one in choices) if all(inner) else ()
    return ()


def _without_none(hint: Any) -> Any:
    """Return a type without the None that says that a value may be left out."""
    if get_origin(hint) not in (Union, UnionType) or NoneType not in get_args(hint):
        return hint
    return Union[tuple(one for one in get_args(hint) if one is not NoneType)]  # noqa: UP007


def row_of(columns: tuple[Column, ...], thing: Any, id_at: IdOf) -> dict[str, Any]:
    """Return the values of a thing by the names of its columns.

    A reference to what nobody may see is left out, and with it the part that can not be shown
    without it, as on the pages.
    """
    return {
        column.name: _value(column, getattr(thing, column.attribute), id_at) for column in columns
    }


def _value(column: Column, value: Any, id_at: IdOf) -> Any:
    if value is None:
        return None
    if not column.is_list:
        return _one(column, value, id_at)
    found = (_one(column, entry, id_at) for entry in value)
    return [one for one in found if one is not None]


def _one(column: Column, value: Any, id_at: IdOf) -> Any:
    if column.sort:
        kind = column.sort.kind
        return id_at(kind, value) if kind else column.sort.written(value)
    row = row_of(column.parts, value, id_at)
    is_hidden = any(one.needs_its_end and row[one.name] is None for one in column.parts)
    return None if is_hidden else row
