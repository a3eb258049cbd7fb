"""YAML without its traps: what looks like a word stays a word.

YAML 1.1 reads `NO` as false, `12:30` as 750 and `010` as 8. Here only `true` and `false` are
truth values, only plain decimals are numbers, dates stay text until a field asks for a date, and
a key that stands twice is a fault. Anchors, aliases and tags are refused: no author needs them,
and a few lines of them can be made to stand for gigabytes.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, Self

import yaml

DEEPEST = 20
"""How many lists and mappings may stand inside one another."""


class WrittenDecimal(float):
    """A decimal that is shown as it was written: 12.50, and not 12.5."""

    def __new__(cls, written: str) -> Self:
        """Return the decimal of a text such as 12.50."""
        decimal = super().__new__(cls, written)
        decimal.places = len(written.partition(".")[2])
        return decimal

    places: int

    def __reduce__(self) -> tuple[type[Self], tuple[str]]:
        """Return what makes it again, where it was kept."""
        return type(self), (f"{self}",)

    def __format__(self, spec: str) -> str:
        return format(float(self), f"{spec}.{self.places}f" if spec in ("", ",") else spec)


_TAG = "tag:yaml.org,2002:"
_SCALARS: Mapping[str, Callable[[str], Any]] = {
    f"{_TAG}null": lambda _: None,
    f"{_TAG}bool": lambda word: word == "true",
    f"{_TAG}int": int,
    f"{_TAG}float": WrittenDecimal,
}

_SQUARE = "Close the square bracket that was opened here."
_CURLY = "Close the curly bracket that was opened here."
_CAUSES = (
    (
        "mapping values are not allowed",
        'Put text with a colon and a space in it in quotes, for example: title: "Warmth: a story"',
    ),
    (
        "cannot start any token",
        "Indent with spaces, not tabs; put text that starts with @, % or ` in quotes.",
    ),
    ("expected ':'", "Write each line as a name, a colon, a space and a value."),
    ("escape character", "Write \\\\ for each \\, or use single quotes around the text."),
    ("quoted scalar", "Close the quotation mark that was opened here."),
    ("flow sequence", _SQUARE),
    ("flow mapping", _CURLY),
    (
        "expected key",
        "Line this up with the lines above; check the quotes and brackets in it and above it.",
    ),
    ("expected '-' indicator", "Line this up with the list above it."),
)
_FROM_HERE = "From here on the fields can not be read."
_LIKELY = "Check colons, quotes and spaces at the start of the line; put unusual text in quotes."


class YamlFault(Exception):
    """YAML that can not be read; carries the line and column, from 0, and words for the author."""

    def __init__(self, line: int, column: int, what: str, fix: str) -> None:
        super().__init__(what)
        self.line, self.column, self.what, self.fix = line, column, what, fix


class PlainLoader(yaml.CSafeLoader):
    """The C loader with a resolver of our own; it only composes, `load` makes the values."""


PlainLoader.yaml_implicit_resolvers = {}
for _name, _pattern, _first in (
    ("null", r"^(?:~|null|)$", "~n"),
    ("bool", r"^(?:true|false)$", "tf"),
    ("int", r"^-?(?:0|[1-9][0-9]{0,17})$", "-0123456789"),
    ("float", r"^-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,17}$", "-0123456789"),
):
    _starts = [*_first, ""] if _name == "null" else list(_first)
    PlainLoader.add_implicit_resolver(_TAG + _name, re.compile(_pattern), _starts)


def load(text: str) -> Any:
    """Return what YAML text says, as plain values.

    Raises YamlFault where the text can not be read, repeats a key, nests too deeply or uses an
    anchor, an alias or a tag.
    """
    _refuse_tricks(text)
    try:
        return _value(compose(text))
    except yaml.MarkedYAMLError as error:
        raise _plain(error) from None


def compose(text: str) -> yaml.Node | None:
    """Return the tree of YAML text with the line of each node, for text that `load` has read."""
    node: yaml.Node | None = yaml.compose(text, Loader=PlainLoader)
    return node


def _value(node: yaml.Node | None) -> Any:
    if isinstance(node, yaml.MappingNode):
        return _mapping(node)
    if isinstance(node, yaml.SequenceNode):
        return [_value(entry) for entry in node.value]
    if isinstance(node, yaml.ScalarNode):
        return _SCALARS.get(node.tag, str)(node.value)
    return None


def _mapping(node: yaml.MappingNode) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise _fault_at(key.start_mark, "A name is missing before the colon.", _LIKELY)
        if key.value in values:
            what = f"`{key.value}` stands here for the second time."
            raise _fault_at(key.start_mark, what, "Keep one of the two.")
        values[key.value] = _value(value)
    return values


def _refuse_tricks(text: str) -> None:
    """Walk the events once, without building anything, so that a bomb has nothing to expand."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=PlainLoader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > DEEPEST:
                raise _fault_at(
                    event.start_mark,
                    f"Lists inside lists go deeper than {DEEPEST} here.",
                    "Check the brackets and the spaces at the start of the line.",
                )
            _refuse_trick(event)
    except yaml.MarkedYAMLError as error:
        raise _still_open(text, error) or _plain(error) from None
    except yaml.YAMLError as error:
        raise YamlFault(0, 0, f"The fields can not be read: {error}.", _LIKELY) from None


def _refuse_trick(event: Any) -> None:
    if getattr(event, "anchor", None) is not None:
        raise _fault_at(
            event.start_mark,
            "A value starts with & or *, which YAML takes as a reference.",
            "Put the value in quotes.",
        )
    if getattr(event, "tag", None) is not None and event.tag != "!":
        raise _fault_at(
            event.start_mark,
            "A value starts with an exclamation mark, which YAML takes as a tag.",
            "Put the value in quotes.",
        )


_OPENED = {
    yaml.FlowSequenceStartToken: _SQUARE,
    yaml.FlowMappingStartToken: _CURLY,
}
_CLOSED = (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)


def _still_open(text: str, error: yaml.MarkedYAMLError) -> YamlFault | None:
    """Return that a bracket is open where the text ends; its author looks where it was opened."""
    mark = error.problem_mark
    if not mark or "flow node" not in (error.context or ""):
        return None
    if "".join(text.splitlines(keepends=True)[mark.line :])[mark.column :].strip():
        return None
    opened: list[yaml.Token] = []
    for token in yaml.scan(text, Loader=PlainLoader):
        if isinstance(token, tuple(_OPENED)):
            opened.append(token)
        elif isinstance(token, _CLOSED) and opened:
            opened.pop()
    if not opened:
        return None
    fix = _OPENED[type(opened[-1])]
    return _fault_at(opened[-1].start_mark, _FROM_HERE, fix)


def _plain(error: yaml.MarkedYAMLError) -> YamlFault:
    said = f"{error.context or ''} {error.problem or ''}"
    fix = next((fix for sign, fix in _CAUSES if sign in said), _LIKELY)
    mark = error.problem_mark or error.context_mark
    # What was opened and never closed is found at the end; its author looks where it was opened.
    if any(sign in said for sign in ("scanning a quoted scalar", "simple key", "flow")):
        mark = error.context_mark or mark
    return _fault_at(mark, _FROM_HERE, fix)


def _fault_at(mark: Any, what: str, fix: str) -> YamlFault:
    line, column = (mark.line, mark.column) if mark else (0, 0)
    return YamlFault(line, column, what, fix)
