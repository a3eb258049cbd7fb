"""The kinds of value that a front matter field can hold, each with the words for its mistakes.

A value arrives as plain YAML gives it (text, number, true or false, list, mapping) and leaves as
the type the rest of the product works with. YAML's own ideas about dates are not used: `NO`,
`12:30` and `01234` stay text.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Strict,
    StringConstraints,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    WrapValidator,
)
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from site_builder.read.front_matter.plain_yaml import WrittenDecimal
from site_builder.read.prose.characters import code_point, unprintable

SLUG_PATTERN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SLUG_LENGTH = 80


class Part(BaseModel):
    """Something written in front matter: frozen, and strict about names."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def mistake(what: str, fix: str) -> PydanticCustomError:
    """Return the error for a value that is wrong, in words for its author."""
    return PydanticCustomError("mistake", "{what}", {"what": what, "fix": fix})


def is_slug(text: str) -> bool:
    """Tell whether text can be the last part of an address."""
    return len(text) <= SLUG_LENGTH and SLUG_PATTERN.fullmatch(text) is not None


def written_fields(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """Return a model's fields by the names that authors write; `for` is no name in Python."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


@dataclass(frozen=True)
class Focus:
    """The point of an image that matters most, written 30% 60%: from the left, from the top."""

    left: int
    top: int

    MIDDLE: ClassVar["Focus"]

    def __str__(self) -> str:
        return f"{self.left}% {self.top}%"


Focus.MIDDLE = Focus(50, 50)


def as_text(value: Any) -> Any:
    """Return a number as text, as it was written: `period: 2017` is a number to YAML alone."""
    if isinstance(value, WrittenDecimal):
        return f"{value}"
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _plain_text(value: Any) -> Any:
    value = as_text(value)
    if isinstance(value, str) and (strange := unprintable(value)):
        raise mistake(
            f"has a character that can not be shown ({code_point(strange[0])})",
            "Take the \\ and the letters after it out, or write \\\\ for each \\",
        )
    return value


def _slug(value: Any) -> Any:
    value = as_text(value)
    if isinstance(value, str) and not is_slug(value):
        raise mistake(
            "is not a name that an address can end with",
            "Use small letters, numbers and single dashes, at most "
            f"{SLUG_LENGTH} characters, for example: warm-homes",
        )
    return value


def matching(pattern: str, what: str, fix: str) -> Callable[[Any], Any]:
    """Return a validator for text that must match a pattern."""
    compiled = re.compile(pattern)

    def validate(value: Any) -> Any:
        value = as_text(value)
        if isinstance(value, str) and not compiled.fullmatch(value):
            raise mistake(what, fix)
        return value

    return validate


def _focus(value: Any) -> Any:
    parts = re.fullmatch(r"([0-9]{1,3})% +([0-9]{1,3})%", value) if isinstance(value, str) else None
    if (
        parts
        and (focus := Focus(int(parts[1]), int(parts[2])))
        and max(focus.left, focus.top) <= 100
    ):
        return focus
    raise mistake(
        "is not a point of an image",
        "Write how far it is from the left and from the top, each from 0% to 100%, "
        "for example: 30% 60%",
    )


def _as_written(value: Any, check: ValidatorFunctionWrapHandler) -> Any:
    number = check(value)
    return value if isinstance(value, WrittenDecimal) else number


STRIPPED = StringConstraints(strict=True, strip_whitespace=True, min_length=1)

Number = Annotated[
    Annotated[int, Strict()] | Annotated[float, Strict()], WrapValidator(_as_written)
]
"""A number as it was written, whole or with decimals."""

Text = Annotated[str, STRIPPED, BeforeValidator(_plain_text)]
"""Plain text of at least one character; a whole number is taken as text."""

Slug = Annotated[str, STRIPPED, BeforeValidator(_slug)]
"""The last part of an address."""

Colour = Annotated[
    str,
    STRIPPED,
    BeforeValidator(
        matching(
            r"#[0-9a-f]{6}",
            "is not a colour",
            "Write it in quotes, as # and six of 0 to 9 and a to f, for example: '#004f86'",
        )
    ),
]
"""A colour as #rrggbb in small letters."""

Language = Annotated[
    str,
    STRIPPED,
    BeforeValidator(
        matching(
            r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?",
            "is not a language tag",
            "Use a tag such as en, cy, en-GB or zh-Hans",
        )
    ),
]
"""A language tag of BCP 47: a language, and a script and a region where these matter."""


FocusField = Annotated[
    Focus,
    BeforeValidator(_focus),
    WithJsonSchema({"type": "string", "pattern": "^\\d{1,3}% +\\d{1,3}%$"}),
]
"""A point of an image, written 30% 60%."""

_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})
_SCRIPTS_RIGHT_TO_LEFT = frozenset({"Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"})


def is_right_to_left(language: str) -> bool:
    """Tell whether a language is written from right to left; a script in its tag decides."""
    tongue, *rest = language.split("-")
    script = next((part for part in rest if len(part) == 4), "")
    return script in _SCRIPTS_RIGHT_TO_LEFT if script else tongue in _RIGHT_TO_LEFT
