"""Web and email addresses as authors write them."""

import re
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import (
    BeforeValidator,
    WithJsonSchema,
)

from site_builder.read.types.fields.text import STRIPPED, matching, mistake

_NO_ADDRESS = re.compile(r"[\s\x00-\x1f\x7f<>\"]")


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
    return value


def _secure_address(value: Any) -> Any:
    if isinstance(_web_address(value), str) and not value.startswith("https://"):
        raise mistake("does not begin with https://", "Write the address that begins with https://")
    return value


WebAddress = Annotated[
    str,
    STRIPPED,
    BeforeValidator(_web_address),
    WithJsonSchema({"type": "string", "format": "uri"}),
]
"""A whole web address, http or https."""


SecureAddress = Annotated[
    str,
    STRIPPED,
    BeforeValidator(_secure_address),
    WithJsonSchema({"type": "string", "format": "uri", "pattern": "^https://"}),
]
"""A whole web address, https alone."""


EmailAddress = Annotated[
    str,
    STRIPPED,
    BeforeValidator(
        matching(
            r"[^\s@<>\"?&%/:;,]+@[\w-]+(?:\.[\w-]+)+",
            "is not an email address",
            "Write the whole address, for example: missions@example.org",
        )
    ),
    WithJsonSchema({"type": "string", "format": "email"}),
]
"""An email address, without a name beside it."""
