"""What a field holds, in plain words, for the handbook's reference."""

from collections.abc import Sequence
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from site_builder.read.files.limits import Ending, Megabytes
from site_builder.read.settings_file.checks import RuleGrades
from site_builder.read.theme.terms import TermForms
from site_builder.read.types.fields.dates import Clock, Day, Moment, PartialDate, QuarterField
from site_builder.read.types.fields.given_ids import GivenId
from site_builder.read.types.fields.references import Refers
from site_builder.read.types.fields.text import Colour, FocusField, Language, Number, Slug, Text
from site_builder.read.types.fields.web import (
    AddressOrFile,
    EmailAddress,
    RootAddress,
    SecureAddress,
    WebAddress,
)
from site_builder.settings import DiskPath, FolderPath, place
from site_builder.settings.brand import FilePath
from site_builder.settings.menu import Menu

_KINDS = "list; each entry: a slug, or a slug with what it is called"
_VALUES: Sequence[tuple[Any, str]] = (
    (Text, "text"),
    (FolderPath, "path of a folder"),
    (FilePath, "path of a file"),
    (Slug, "slug"),
    (Number, "number"),
    (Colour, "colour, such as `'#004f86'`"),
    (Language, "language tag, such as `cy` or `en-GB`"),
    (Day, "date, such as `2024-06-25`"),
    (Moment, "date and time, such as `2024-06-25T09:00+01:00`"),
    (Clock, "time of day, such as `17:30`"),
    (PartialDate, "year, month or day, such as `2024` or `2024-06`"),
    (QuarterField, "quarter, such as `2025-Q1`"),
    (GivenId, "web address or tag, such as `https://www.example.org/?p=12`"),
    (EmailAddress, "email address, such as `missions@example.org`"),
    (FocusField, "point of an image, such as `30% 60%`"),
    (WebAddress, "web address, such as `https://www.gov.uk/`"),
    (AddressOrFile, "web address, or the path of a file, such as `../files/transcript.pdf`"),
    (Megabytes, "whole number"),
    (Ending, "ending of a file, such as `pdf`"),
    (RootAddress, "web address, such as `https://missions.example.org/`"),
    (SecureAddress, "web address that begins with `https://`"),
    (Menu, "list; each entry: where it leads, or `Name: where it leads`"),
    (place.NationName, "text"),
    (place.OutlineName, "name, such as `France` or `Ontario, Canada`"),
    (place.ZoneName, "time zone, such as `America/Toronto`"),
    *((kinds, _KINDS) for kinds in place.LISTS),
    (RuleGrades, "set of rules, each with `off`, `hint`, `warning` or `error`"),
    (TermForms, "set of terms, each with its forms and its `address`"),
    (bool, "`true` or `false`"),
    (int, "whole number"),
    (float, "number"),
    (str, "text"),
    (DiskPath, "path"),
    (Path, "path"),
)
"""Each kind of value with its name in plain words."""


def value_in_words(hint: Any) -> str:
    """Return what a field holds, as an author would say it, from its type."""
    hint = without_nothing(hint)
    if known := known_value(hint):
        return known
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        return "list of parts" if part_in(inner) else f"list; each entry: {value_in_words(inner)}"
    if get_origin(hint) is Literal:
        return "one of " + ", ".join(f"`{choice}`" for choice in get_args(hint))
    if part_in(hint):
        return "set of names and values"
    marks = [mark for mark in getattr(hint, "__metadata__", ()) if isinstance(mark, Refers)]
    if marks:
        return f"{'id' if marks[0].kind == 'commitment' else 'slug'} of a {marks[0].kind}"
    raise LookupError(f"{hint} has no words in _VALUES.")


def known_value(hint: Any) -> str | None:
    """Return what is said of a type that has words of its own."""
    return next((words for known, words in _VALUES if known == hint), None)


def without_nothing(hint: Any) -> Any:
    """Return the type of a field without the None that says it may be left out."""
    if get_origin(hint) not in (Union, UnionType):
        return hint
    return Union[tuple(one for one in get_args(hint) if one is not NoneType)]  # noqa: UP007


def part_in(hint: Any) -> type[BaseModel] | None:
    """Return the model that a type holds, also inside a list or an optional field."""
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return hint
    inner = get_args(hint)[:1] if get_origin(hint) is Annotated else get_args(hint)
    return next((part for one in inner if (part := part_in(one))), None)
