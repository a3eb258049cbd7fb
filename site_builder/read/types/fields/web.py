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
        is_whole = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        raise mistake("is not a web address", fix) from None
    if not is_whole or _NO_ADDRESS.search(value):
        raise mistake("is not a web address", fix)
    if "@" in parts.netloc:
        fix = "Take out what stands before the @; the address is published for everybody"
        raise mistake("has a name or a password in it", fix)
    return value


def _root_address(value: Any) -> Any:
    if isinstance(_web_address(value), str) and not set("?#").isdisjoint(value):
        fix = "Write the address of the home page, for example: https://missions.example.org/"
        raise mistake("has a ? or a # in it, so no page can stand under it", fix)
    return value


def _secure_address(value: Any) -> Any:
    if isinstance(_web_address(value), str) and not value.startswith("https://"):
        raise mistake("does not begin with https://", "Write the address that begins with https://")
    return value


_PATH_OF_A_FILE = re.compile(r"(?:\.{1,2}/)+(?:[^/\s<>\"]+/)*[^/\s<>\"]+\.\w+")


def is_path_of_a_file(value: str) -> bool:
    """Tell whether an address is the path of a file of the site's own, as links have it."""
    return _PATH_OF_A_FILE.fullmatch(value) is not None


def _address_or_file(value: Any) -> Any:
    return value if isinstance(value, str) and is_path_of_a_file(value) else _web_address(value)


WebAddress = Annotated[
    str,
    STRIPPED,
    BeforeValidator(_web_address),
    WithJsonSchema({"type": "string", "format": "uri"}),
]
"""A whole web address, http or https."""


AddressOrFile = Annotated[
    str,
    STRIPPED,
    BeforeValidator(_address_or_file),
    WithJsonSchema({"type": "string", "format": "uri-reference"}),
]
"""A whole web address, or the path of a file of the site's own: ../files/transcript.pdf."""


RootAddress = Annotated[
    str,
    STRIPPED,
    BeforeValidator(_root_address),
    WithJsonSchema({"type": "string", "format": "uri"}),
]
"""A whole web address under which others can stand."""


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
