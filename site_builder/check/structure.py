"""A text has no title of its own, headings with words, and only the HTML that may be published."""

from collections.abc import Iterator

from site_builder.read.content import Content
from site_builder.read.problems import Problem
from site_builder.read.source import Source
from site_builder.read.types import Item
from site_builder.relate.visibility import Viewer


def structure_slips(content: Content, _viewer: Viewer) -> Iterator[Problem]:
    """Yield first-level and empty headings, ids the theme could have, and refused HTML."""
    for item in content.items:
        source = content.sources[item.path]
        yield from _headings(item, source)
        yield from _refused_html(item, source)


def _headings(item: Item, source: Source) -> Iterator[Problem]:
    for heading in item.prose.headings:
        at = source.position_in_body(heading.text)
        if heading.level == 1:
            what = f"“{heading.text}” is a first-level heading; the page's title is the only one."
            yield source.problem(at, "title-in-text", what, "Start it with two # instead of one.")
        if not heading.text:
            what = "There is a heading without words."
            fix = "Write the heading, or take out the line of # signs."
            yield source.problem(source.position_in_body("#"), "empty-heading", what, fix)
        if heading.id.startswith("_"):
            what = f"The heading's id “{heading.id}” starts with an underscore."
            yield source.problem(at, "reserved-id", what, "Those belong to the theme; choose another.")


def _refused_html(item: Item, source: Source) -> Iterator[Problem]:
    for refused in item.prose.forbidden:
        at = source.position_in_body(refused)
        shown = f"{refused}>" if refused.startswith("<") else refused
        what = f"`{shown}` may not be published."
        fix = "Take it out, or write it in Markdown; the handbook lists the HTML that may stay."
        yield source.problem(at, "refused-html", what, fix)
