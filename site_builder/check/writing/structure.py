"""A text has no title of its own, headings with words, and only the HTML that may be published."""

import re
from collections import Counter
from collections.abc import Iterator

from site_builder.check.writing.link_targets import wrong_target
from site_builder.read.content import Content
from site_builder.read.problems import Position, Problem
from site_builder.read.prose.html_allow_list import is_slip
from site_builder.read.source import Source
from site_builder.read.types import Item
from site_builder.relate.visibility import Viewer

_HTML_FIX = "Take it out, or write it in Markdown; the handbook lists the HTML that may stay."
_ADDRESS_FIX = "A link starts with https:, mailto: or tel:, or is the path of another file."

_LINK_FIX = "Write a link to it instead; a page asks no other site for anything."
_EMBEDDED = frozenset({"<iframe", "<embed", "<object", "<video", "<audio"})
_HASHTAG = re.compile(r"[ \t>]*(#\w+)")
"""A line that starts with a name for lists of other services, such as #WarmHomes."""
_ELEMENT = re.compile(r"<[\w-]+")
_ATTRIBUTE = re.compile(r"[\w-]+")
_SCHEME = re.compile(r"\w+:")


def structure_slips(content: Content, _viewer: Viewer) -> Iterator[Problem]:
    """Yield first-level and empty headings, ids the theme could have, and refused HTML."""
    for item in content.items:
        source = content.sources[item.path]
        yield from _headings(item, source)
        yield from _ids(item, source)
        yield from _refused_html(item, source)


def _headings(item: Item, source: Source) -> Iterator[Problem]:
    if all(heading.level > 1 and heading.text for heading in item.prose.headings):
        return  # before asking for positions, which takes time
    at = Position()
    for heading in item.prose.headings:
        at = source.position_of_heading(heading.text, after=at)
        if not heading.text:
            fix = "Write the heading, or take out the line of # signs."
            yield source.problem(at, "empty-heading", "There is a heading without words.", fix)
        elif heading.level == 1 and (tag := _HASHTAG.match(source.line(at))):
            what = f"A line that starts with {tag[1]} is taken for a heading."
            fix = f"Put a word before it, or write \\{tag[1]}"
            yield source.problem(at, "hashtag-as-heading", what, fix)
        elif heading.level == 1:
            only = "which only the page's title may be"
            what = f'"{heading.text}" is a heading of the first level, {only}.'
            fix = "Start it with two # instead of one."
            yield source.problem(at, "title-in-text", what, fix)


def _ids(item: Item, source: Source) -> Iterator[Problem]:
    for one, times in Counter(item.prose.ids).items():
        if times == 1 and not one.startswith("_"):
            continue  # before asking for a position, which takes time
        places = list(source.positions_in_body(rf"(?<=#){re.escape(one)}\b"))
        at = places[-1] if places else source.position(source.body_start)
        if one.startswith("_"):
            what = f'The id "{one}" starts with an underscore.'
            fix = "Choose another; those belong to the theme."
            yield source.problem(at, "reserved-id", what, fix)
        if times > 1:
            what = f'The id "{one}" stands {times} times in this text.'
            fix = "Give each its own, so that a link leads to one place."
            yield source.problem(at, "repeated-id", what, fix)


def _refused_html(item: Item, source: Source) -> Iterator[Problem]:
    for refused in item.prose.forbidden:
        what = f"`{_as_written(refused)}` may not be published."
        fix, rule = _ADDRESS_FIX if _SCHEME.match(refused) else _HTML_FIX, "refused-html"
        if refused in _EMBEDDED:
            fix = _LINK_FIX
        elif slip := wrong_target(refused):
            rule, end, fix = slip
            what = f'The link "{refused}" {end}.'
        elif near := is_slip(refused):
            what, fix = f"`{refused}` does nothing here.", f'Did you mean "{near}"?'
        for at in _places(refused, source):
            yield source.problem(at, rule, what, fix)


def _as_written(refused: str) -> str:
    """Return an element, an attribute or an address as its author knows it."""
    if _ELEMENT.fullmatch(refused):
        return f"{refused}>"
    return f'{refused}="…"' if _ATTRIBUTE.fullmatch(refused) else refused


def _places(refused: str, source: Source) -> list[Position]:
    """Return each place where an element, an address or an attribute stands in the text."""
    pattern = re.escape(refused)
    if _ELEMENT.fullmatch(refused):
        pattern += r"(?![\w-])"
    elif _ATTRIBUTE.fullmatch(refused):
        pattern = rf"(?<=[\s{{\"']){pattern}(?=\s*=)"
    return list(source.positions_in_body(pattern)) or [source.position(source.body_start)]
