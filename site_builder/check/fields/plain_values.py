"""What is typed in front matter is what is shown: no # cuts it short, and no markup is in it."""

import re
from collections.abc import Iterator

import yaml

from site_builder.check.writing.link_targets import wrong_target
from site_builder.read.content import Content
from site_builder.read.front_matter import plain_yaml
from site_builder.read.problems import Position, Problem
from site_builder.read.source import Source
from site_builder.relate.visibility import Viewer

_ADDRESS = re.compile(r"(?:https?|file):\S+$", re.I)
_MAY_BE_CUT = re.compile(r" #[^\s#]")
CUT = re.compile(r" +#(?=[^\s#])")
"""What follows a value that a # cuts short: no comment starts with # alone."""

_MAY_HAVE_MARKUP = re.compile(r"&[#\w]+;|\]\(|\*\*|<[a-z/]", re.I)
_OWN_MACHINE = re.compile(r"\b(?:localhost|127\.\d|0\.0\.0\.0|file:)", re.I)
_HINTS = (_MAY_BE_CUT, _MAY_HAVE_MARKUP, _OWN_MACHINE)
"""What every slip has in it, so that most files need no closer look."""
_MARKUP = (
    (re.compile(r"&(?:[a-z]{2,8}|#\d{1,6}|#x[0-9a-f]{1,6});", re.I), "Type the sign itself."),
    (re.compile(r"\[[^\[\]]+\]\([^()\s]+\)"), "Write the words alone, and the link in the text."),
    (
        re.compile(r"\*\*(?=\S)[^*]+(?<=\S)\*\*"),
        "Take the signs out; a field has no bold words.",
    ),
    (re.compile(r"</?(?:a|b|i|em|strong|br|p|span)\b[^<>]*>", re.I), "Take the HTML out."),
)


def values_not_as_typed(content: Content, _viewer: Viewer) -> Iterator[Problem]:
    """Yield each value that a # cuts short, and each with signs that would be shown."""
    for source in content.sources.values():
        if any(hint.search(source.fields) for hint in _HINTS):
            yield from _slips(source)


def _slips(source: Source) -> Iterator[Problem]:
    lines = source.fields.split("\n")
    first = source.position(source.yaml_start).line
    for value in _values(source):
        start, end = value.start_mark, value.end_mark
        at = Position(first + start.line, start.column + 1)
        rest = lines[end.line][end.column :] if end.line < len(lines) else ""
        if not value.style and value.value and CUT.match(rest):
            what = f'The value ends before the #, at "{_end_of(value.value)}".'
            fix = "Put the whole value in quotes, so that # is a letter like any other."
            yield source.problem(at, "cut-by-hash", what, fix)
        slip = wrong_target(value.value) if _ADDRESS.match(value.value) else None
        if slip and slip[0] == "link-to-own-machine":
            what = f'The address "{value.value}" {slip[1]}.'
            yield source.problem(at, slip[0], what, slip[2])
        for pattern, fix in _MARKUP:
            if found := pattern.search(value.value):
                what = f"`{found[0]}` would be shown as it stands: a field is plain text."
                yield source.problem(at, "markup-in-field", what, fix, "warning")


def _values(source: Source) -> Iterator[yaml.ScalarNode]:
    yield from _scalars(plain_yaml.compose(source.fields))


def _scalars(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for entry in node.value:
            yield from _scalars(entry)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _scalars(value)


def _end_of(value: str) -> str:
    return value if len(value) <= 40 else f"…{value[-39:]}"
