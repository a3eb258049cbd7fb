"""Headings are headings, and none leaves out a level."""

import re
from collections.abc import Iterator

from site_builder.check.rules.rule import ANY, Found, Rule, found
from site_builder.check.rules.writing import Writing
from site_builder.read.problems import Position

_BOLD_LINE = re.compile(
    r"(?:^|\n)[ ]*\n(?P<line>(?P<mark>\*\*|__)(?=\S)"
    r"(?P<words>[^*_\n]{3,70}?)(?<=[\w)’'])(?P=mark)) *"
    r"(?=\n[ ]*\n[ ]*[^\s#>*|<![-])"
)


def skipped_levels(writing: Writing) -> Iterator[Found]:
    """Yield each heading that is more than one level below the one before it."""
    before, at = 1, Position()
    headings = writing.item.prose.headings
    if all(one.level <= 2 for one in headings):
        return  # before asking for positions, which takes time
    for heading in headings:
        at = writing.source.position_of_heading(heading.text, after=at)
        if heading.level > before + 1:
            offset = writing.source.offset(at) - writing.source.body_start
            signs = "#" * (before + 1)
            yield found(offset, text=heading.text, level=heading.level, before=before, signs=signs)
        before = max(heading.level, 1)


def bold_headings(writing: Writing) -> Iterator[Found]:
    """Yield each short bold line on its own, with text under it."""
    if "**" not in writing.markdown and "__" not in writing.markdown:
        return
    text = f"\n\n{writing.markdown}"
    for one in _BOLD_LINE.finditer(text):
        yield found(one.start("line") - 2, text=one["words"].strip())


RULES = (
    Rule(
        id="skipped-heading-level",
        grade="warning",
        asks="No heading leaves out a level.",
        what='"{text}" is a heading of level {level}, after one of level {before}.',
        fix="Start it with {signs} so that no level is left out.",
        because="WCAG 2.2, 1.3.1 and 2.4.6: people go through a page by its headings.",
        find=skipped_levels,
        languages=ANY,
    ),
    Rule(
        id="bold-as-heading",
        grade="hint",
        asks="What looks like a heading is one.",
        what='"{text}" looks like a heading, and is only bold.',
        fix="Write it as a heading: ## {text}",
        because="WCAG failure F2: a screen reader finds no heading there.",
        find=bold_headings,
        languages=ANY,
    ),
)
