"""Blanks in a text that somebody still has to fill in: `[Fill in: who answers for it]`."""

import re
from collections.abc import Iterator

from site_builder.check.rules.rule import Found, Rule, found
from site_builder.check.rules.writing import Writing

_BLANK = re.compile(r"\[Fill in: ([^\[\]]+)\]")


def blanks(writing: Writing) -> Iterator[Found]:
    """Yield each blank of a file, in its text and in its front matter."""
    source = writing.source
    before = source.text[: source.body_start]
    for start, text in ((-len(before), before), (0, source.body_without_code)):
        if "[Fill in: " in text:
            for blank in _BLANK.finditer(text):
                yield found(start + blank.start(), asks=" ".join(blank[1].split()))


RULES = (
    Rule(
        id="to-fill-in",
        grade="hint",
        asks="A blank such as `[Fill in: a telephone number]` has been filled in.",
        what="Readers see a blank here, still to be filled in: {asks}.",
        fix="Write it in the place of the brackets and all that stands between them.",
        because="What a new record has as a form speaks in its publisher's name once it is whole.",
        find=blanks,
    ),
)
