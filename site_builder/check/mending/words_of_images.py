"""Alternative text without the words that a screen reader says by itself."""

import re
from collections.abc import Iterator

from site_builder.check.mending.edits import Edit
from site_builder.check.mending.texts import found_in_text
from site_builder.read.source import Source
from site_builder.read.types.kinds import Kind

# English alone: in Welsh the word that follows has another first letter after these.
_NEEDLESS = r"(?:(?:an? |the )?(?:image|picture|photo|photograph) (?:of|showing) +)+"
NEEDLESS_START = re.compile(rf"{_NEEDLESS}(?P<first>\w)", re.I)
"""What a screen reader says already, and the first letter of what it does not."""

_OPENS = re.compile(r"""!\[[ ]*(?=\w)|<img\b[^<>\n]*?\balt=["'][ ]*(?=\w)""", re.I)


def words_of_images(source: Source, _kind: Kind) -> Iterator[Edit]:
    """Yield the start of each image's words that a screen reader says already."""
    for opens in found_in_text(_OPENS, source):
        at = source.body_start
        if found := NEEDLESS_START.match(source.body, opens.end()):
            yield Edit(at + found.start(), at + found.end(), as_start(found))


def as_start(found: re.Match[str]) -> str:
    """Return the first letter of what is left, as a sentence begins."""
    first = found["first"].upper()
    return first if len(first) == 1 else found["first"]
