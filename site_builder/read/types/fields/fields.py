"""The kinds of value that a front matter field can hold, each with the words for its mistakes.

A value arrives as plain YAML gives it (text, number, true or false, list, mapping) and leaves as
the type the rest of the product works with. YAML's own ideas about dates are not used: `NO`,
`12:30` and `01234` stay text.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Self
from urllib.parse import urlsplit

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
_NO_ADDRESS = re.compile(r"[\s\x00-\x1f\x7f<>\"]")


class Part(BaseModel):
    """Something written in front matter: frozen, and strict about names."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def mistake(what: str, fix: str) -> PydanticCustomError:
    """Return the error for a value that is wrong, in words for its author."""
    return PydanticCustomError("mistake", "{what}", {"what": what, "fix": fix})


def is_slug(text: str) -> bool:
    """Tell whether text can be the last part of an address."""
    return len(text) <= SLUG_LENGTH and SLUG_PATTERN.fullmatch(text) is not None


def is_this_machine(host: str) -> bool:
    """Tell whether a host is the machine on which a page is read."""
    return host in ("localhost", "0.0.0.0", "::1") or host.startswith("127.")  # noqa: S104


def written_fields(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """Return a model's fields by the names that authors write; `for` is no name in Python."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


@dataclass(frozen=True, order=True)
class Quarter:
    """Three months of a calendar year, written 2025-Q1."""

    year: int
    number: int

    @classmethod
    def of(cls, day: dt.date) -> Self:
        """Return the quarter in which a day falls."""
        return cls(day.year, (day.month + 2) // 3)

    @property
    def next(self) -> "Quarter":
        """The quarter after this one."""
        return Quarter(self.year + self.number // 4, self.number % 4 + 1)

    @property
    def slug(self) -> str:
        return f"{self.year}-q{self.number}"

    @property
    def label(self) -> str:
        return f"{self.months} {self.year}"

    @property
    def months(self) -> str:
        return ("January to March", "April to June", "July to September", "October to December")[
            self.number - 1
        ]

    def __str__(self) -> str:
        return f"{self.year}-Q{self.number}"


@dataclass(frozen=True)
class Focus:
    """The point of an image that matters most, written 30% 60%: from the left, from the top."""

    left: int
    top: int

    MIDDLE: ClassVar["Focus"]

    def __str__(self) -> str:
        return f"{self.left}% {self.top}%"


Focus.MIDDLE = Focus(50, 50)


@dataclass(frozen=True)
class Refers:
    """Marks a field whose value is the slug (or id) of something else in the record."""

    kind: str


def _text(value: Any) -> Any:
    # `period: 2017` is a number to YAML and text to everyone else.
    if isinstance(value, WrittenDecimal):
        return f"{value}"
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _plain_text(value: Any) -> Any:
    value = _text(value)
    if isinstance(value, str) and (strange := unprintable(value)):
        raise mistake(
            f"has a character that can not be shown ({code_point(strange[0])})",
            "Take the \\ and the letters after it out, or write \\\\ for each \\",
        )
    return value


def _slug(value: Any) -> Any:
    value = _text(value)
    if isinstance(value, str) and not is_slug(value):
        raise mistake(
            "is not a name that an address can end with",
            "Use small letters, numbers and single dashes, at most "
            f"{SLUG_LENGTH} characters, for example: warm-homes",
        )
    return value


def _pattern(pattern: str, what: str, fix: str) -> Callable[[Any], Any]:
    """Return a validator for text that must match a pattern."""
    compiled = re.compile(pattern)

    def validate(value: Any) -> Any:
        value = _text(value)
        if isinstance(value, str) and not compiled.fullmatch(value):
            raise mistake(what, fix)
        return value

    return validate


def _day(value: Any) -> Any:
    fix = "Write it as year-month-day, for example: 2024-06-25"
    value = _text(value)
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise mistake("is not a date", fix)
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        fix = "Check the day and the month; the order is year-month-day, for example: 2024-06-25"
        raise mistake("is not a day in the calendar", fix) from None


def _moment(value: Any) -> Any:
    fix = (
        "Write the date, the time and how far it is from UTC, "
        "for example: 2024-06-25T09:00+01:00 (or Z for UTC)"
    )
    if not isinstance(value, str | dt.datetime):
        return value
    try:
        moment = dt.datetime.fromisoformat(str(value))
    except ValueError:
        raise mistake("is not a date with a time", fix) from None
    if moment.tzinfo is None:
        raise mistake("has no time zone", fix)
    return moment


def _clock(value: Any) -> Any:
    if isinstance(value, str) and re.fullmatch(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]", value):
        return dt.time.fromisoformat(value)
    raise mistake("is not a time of day", "Write hours and minutes, for example: 17:30")


def _quarter(value: Any) -> Any:
    if isinstance(value, str) and (parts := re.fullmatch(r"([0-9]{4})-Q([1-4])", value)):
        return Quarter(int(parts[1]), int(parts[2]))
    raise mistake("is not a quarter", "Write the year and the quarter, for example: 2025-Q1")


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


def _partial_date(value: Any) -> Any:
    fix = "Write as much as is known: 2024, 2024-06 or 2024-06-25; or leave it out"
    value = _text(value)
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"[0-9]{4}(?:-[0-9]{2}){0,2}", value):
        raise mistake("is not a date", fix)
    try:
        dt.date.fromisoformat(value + "-01-01"[len(value) - 4 :])
    except ValueError:
        raise mistake("is not in the calendar", fix) from None
    return value


def _web_address(value: Any) -> Any:
    fix = "Write the whole address, for example: https://www.gov.uk/"
    if not isinstance(value, str):
        return value
    try:
        parts = urlsplit(value)
    except ValueError:
        raise mistake("is not a web address", fix) from None
    if parts.scheme not in ("http", "https") or not parts.hostname or _NO_ADDRESS.search(value):
        raise mistake("is not a web address", fix)
    if is_this_machine(parts.hostname):
        raise mistake("leads to your own machine, where no reader can go", fix)
    return value


def _secure_address(value: Any) -> Any:
    if isinstance(_web_address(value), str) and not value.startswith("https://"):
        raise mistake("does not begin with https://", "Write the address that begins with https://")
    return value


def _as_written(value: Any, check: ValidatorFunctionWrapHandler) -> Any:
    number = check(value)
    return value if isinstance(value, WrittenDecimal) else number


_STRIPPED = StringConstraints(strict=True, strip_whitespace=True, min_length=1)

Number = Annotated[
    Annotated[int, Strict()] | Annotated[float, Strict()], WrapValidator(_as_written)
]
"""A number as it was written, whole or with decimals."""

Text = Annotated[str, _STRIPPED, BeforeValidator(_plain_text)]
"""Plain text of at least one character; a whole number is taken as text."""

Slug = Annotated[str, _STRIPPED, BeforeValidator(_slug)]
"""The last part of an address."""

Colour = Annotated[
    str,
    _STRIPPED,
    BeforeValidator(
        _pattern(
            r"#[0-9a-f]{6}",
            "is not a colour",
            "Write it in quotes, as # and six of 0 to 9 and a to f, for example: '#004f86'",
        )
    ),
]
"""A colour as #rrggbb in small letters."""

Language = Annotated[
    str,
    _STRIPPED,
    BeforeValidator(
        _pattern(
            r"[a-z]{2,3}(?:-[A-Z]{2})?",
            "is not a language tag",
            "Use a tag such as en, cy or en-GB",
        )
    ),
]
"""A language tag of BCP 47: a language, and a country where it matters."""

Day = Annotated[
    dt.date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})
]
"""A day in the calendar."""

Moment = Annotated[
    dt.datetime,
    BeforeValidator(_moment),
    WithJsonSchema({"type": "string", "format": "date-time"}),
]
"""A date and time with its distance from UTC."""

Clock = Annotated[
    dt.time,
    BeforeValidator(_clock),
    WithJsonSchema({"type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$"}),
]
"""A time of day, hours and minutes."""

PartialDate = Annotated[
    str,
    _STRIPPED,
    BeforeValidator(_partial_date),
    WithJsonSchema({"type": ["string", "integer"], "pattern": "^\\d{4}(-\\d{2}(-\\d{2})?)?$"}),
]
"""A year, a year and month, or a day: as much as is known."""

QuarterField = Annotated[
    Quarter,
    BeforeValidator(_quarter),
    WithJsonSchema({"type": "string", "pattern": "^\\d{4}-Q[1-4]$"}),
]
"""A quarter, written 2025-Q1."""

FocusField = Annotated[
    Focus,
    BeforeValidator(_focus),
    WithJsonSchema({"type": "string", "pattern": "^\\d{1,3}% +\\d{1,3}%$"}),
]
"""A point of an image, written 30% 60%."""

WebAddress = Annotated[
    str,
    _STRIPPED,
    BeforeValidator(_web_address),
    WithJsonSchema({"type": "string", "format": "uri"}),
]
"""A whole web address, http or https."""

SecureAddress = Annotated[
    str,
    _STRIPPED,
    BeforeValidator(_secure_address),
    WithJsonSchema({"type": "string", "format": "uri", "pattern": "^https://"}),
]
"""A whole web address, https alone."""

EmailAddress = Annotated[
    str,
    _STRIPPED,
    BeforeValidator(
        _pattern(
            r"[^\s@<>\"?&%/:;,]+@[\w-]+(?:\.[\w-]+)+",
            "is not an email address",
            "Write the whole address, for example: missions@example.org",
        )
    ),
    WithJsonSchema({"type": "string", "format": "email"}),
]
"""An email address, without a name beside it."""

MissionSlug = Annotated[Slug, Refers("mission")]
PrincipleSlug = Annotated[Slug, Refers("principle")]
CaseStudySlug = Annotated[Slug, Refers("case study")]
PageSlug = Annotated[Slug, Refers("page")]
PlaceSlug = Annotated[Slug, Refers("place")]
PartnerSlug = Annotated[Slug, Refers("partner")]
CommitmentId = Annotated[Slug, Refers("commitment")]
StewardSlug = Annotated[Slug, Refers("steward")]
MandateLetterSlug = Annotated[Slug, Refers("mandate letter")]
DeliberationSlug = Annotated[Slug, Refers("deliberation")]
BarrierSlug = Annotated[Slug, Refers("barrier")]
