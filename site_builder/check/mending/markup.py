"""Marks of the text that do nothing, or have a plain way to be written."""

import re
from collections.abc import Iterator

from site_builder.check.mending.edits import Edit
from site_builder.check.mending.texts import found_in_text
from site_builder.read.prose.html_allow_list import OF_OTHER_SITES, is_taken_off
from site_builder.read.source import Source
from site_builder.read.types.kinds import Kind

_BULLET = re.compile(r"^[ \t]*(?P<sign>[•●▪◦‣][^\S\n]+)(?=\S)", re.M)
_TAG = re.compile(r"<(?P<tag>[a-z][a-z0-9]*)(?P<inside>(?:\s[^<>]*)?)>", re.I)
_ATTRIBUTE = re.compile(
    r"""\s+(?P<name>[a-z][a-z-]*)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=]+))?(?=[\s/]|$)""", re.I
)
_BRACES = re.compile(r"(?<!\\)\[[^\[\]\n]+\]\([^()\s]+\)(?P<braces>\{:?(?P<inside>[^{}\n]*)\})")
_IN_BRACES = re.compile(
    rf"""\s*\b(?:{"|".join(sorted(OF_OTHER_SITES))})=(?:"[^"]*"|'[^']*'|[^\s"'}}]+)(?=\s|$)""", re.I
)


def typed_bullets(source: Source, _kind: Kind) -> Iterator[Edit]:
    """Yield each line that starts with a bullet, which begins no list, with a dash."""
    for found in found_in_text(_BULLET, source):
        at = source.body_start
        yield Edit(at + found.start("sign"), at + found.end("sign"), "- ")


def needless_attributes(source: Source, _kind: Kind) -> Iterator[Edit]:
    """Yield each attribute of HTML that is taken off every page."""
    for tag in found_in_text(_TAG, source):
        at = source.body_start + tag.start("inside")
        for found in _ATTRIBUTE.finditer(tag["inside"]):
            if is_taken_off(tag["tag"].lower(), found["name"].lower()):
                yield Edit(at + found.start(), at + found.end(), "")


def needless_braces(source: Source, _kind: Kind) -> Iterator[Edit]:
    """Yield each attribute after a link that is taken off every page."""
    for braces in found_in_text(_BRACES, source):
        inside = braces["inside"]
        left = _IN_BRACES.sub("", f" {inside}")
        if left == f" {inside}":
            continue
        start, end = (source.body_start + at for at in braces.span("braces"))
        yield Edit(start, end, f"{{{left.strip()}}}" if left.strip() else "")
