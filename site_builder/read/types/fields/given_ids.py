"""An id that something had in feeds or calendars elsewhere, before it came here."""

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, StringConstraints, WithJsonSchema

from site_builder.read.types.fields.text import mistake

_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s\x00-\x20\x7f<>\"{}|\\^`]+")


def _given_id(value: Any) -> Any:
    if isinstance(value, str) and not _URI.fullmatch(value):
        raise mistake(
            "is not an id that a feed can have",
            "Write it as it was there, a whole web address or a tag, for example: "
            "https://www.example.org/?p=12",
        )
    return value


GivenId = Annotated[
    str,
    StringConstraints(strict=True, strip_whitespace=True, min_length=1),
    BeforeValidator(_given_id),
    WithJsonSchema({"type": "string", "format": "uri"}),
]
"""An id that something had before it came here: any URI, a tag among them."""

ABOUT = (
    "The id that it had in feeds or calendars elsewhere, word for word, such as the guid of "
    "WordPress; it keeps that id here."
)
"""What the field says of itself, in every type that has it."""
