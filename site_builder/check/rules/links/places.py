"""Where a link stands in the file, and what is said right after it."""

import re

from site_builder.check.rules.writing import Writing
from site_builder.read.prose.prose import Link

_AFTER = re.compile(r"[^)\s]*(?:\s+\"[^\"\n]*\")?\)(?:\{[^{}\n]*\})?([^\n]{0,40})")


def place_of(writing: Writing, link: Link) -> int:
    """Return how far into the body the address of a link stands."""
    source = writing.source
    return source.offset_of_address(link.address, link.occurrence)


def text_after(writing: Writing, link: Link) -> str:
    """Return the few words after a link, where its format is often said."""
    at = place_of(writing, link)
    after = _AFTER.match(writing.source.body, at + len(link.address))
    return after[1].split("](")[0] if after else ""
