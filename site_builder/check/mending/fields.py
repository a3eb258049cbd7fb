"""The front matter of a file, seen for mending: its lines, its values and what each may hold."""

import json
import re
from collections.abc import Iterator, Mapping
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import yaml
from pydantic import BaseModel

from site_builder.read.front_matter import plain_yaml
from site_builder.read.source import Loc

WIDE = "\u00a0"
"""A no-break space, which YAML takes as a letter."""

_OPENS_BLOCK = re.compile(
    r"(?P<before> *(?:- +)*)(?P<key>[^\s#'\"\[{:|>-][^:]*:)? *[|>][-+0-9]* *(?:#.*)?$"
)


def value_lines(fields: str) -> Iterator[tuple[int, str]]:
    """Yield each line of YAML with where it begins, but for texts that stand after | or >."""
    at, block = 0, -1
    for line in fields.split("\n"):
        depth = len(line) - len(line.lstrip(" "))
        if block < 0 or (line.strip() and depth <= block):
            opens = _OPENS_BLOCK.match(line)
            block = _depth_of_block(opens) if opens else -1
            yield at, line
        at += len(line) + 1


def _depth_of_block(opens: re.Match[str]) -> int:
    """Return how far a line may be indented and still end the text that was opened."""
    before = opens["before"]
    return len(before) if opens["key"] else max(before.rfind("-"), 0)


def leaves(node: yaml.Node | None, loc: Loc = ()) -> Iterator[tuple[Loc, yaml.ScalarNode]]:
    """Yield each value that is no list and no set of names, with its path."""
    if isinstance(node, yaml.ScalarNode):
        yield loc, node
    elif isinstance(node, yaml.SequenceNode):
        for number, entry in enumerate(node.value):
            yield from leaves(entry, (*loc, number))
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from leaves(value, (*loc, key.value))


def composed(fields: str) -> yaml.Node | None:
    """Return the tree of YAML, or nothing where it can not be read."""
    try:
        plain_yaml.load(fields)
    except plain_yaml.YamlFault:
        return None
    return plain_yaml.compose(fields)


def keeps_the_rest(before: str, after: str, most: int) -> bool:
    """Tell whether YAML says after some edits what it said, but for as many values at most.

    YAML that can not be read says nothing; it may not be broken any earlier than it was.
    """
    old, new = _said(before), _said(after)
    if isinstance(old, int):
        return not isinstance(new, int) or new >= old
    if isinstance(new, int) or old.keys() != new.keys():
        return False
    other = [loc for loc in old if old[loc] != new[loc]]
    return len(other) <= most and all(type(old[loc]) is type(new[loc]) for loc in other)


def _said(fields: str) -> Mapping[Loc, Any] | int:
    """Return each value of YAML by its path, or the line from which on it can not be read."""
    try:
        read = plain_yaml.load(fields)
    except plain_yaml.YamlFault as fault:
        return fault.line
    values = dict(_values(read))
    # A no-break space after a colon makes one word of a name and its value.
    is_set = isinstance(read, dict) and not any(WIDE in str(step) for loc in values for step in loc)
    return values if is_set else 0


def _values(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, Any]]:
    """Yield each value of YAML with its path; what is empty counts as one."""
    inside = dict(enumerate(value)) if isinstance(value, list) else value
    if not inside or not isinstance(inside, dict):
        yield loc, value
        return
    for step, one in inside.items():
        yield from _values(one, (*loc, step))


def kinds_of_value(hint: Any, loc: Loc) -> Iterator[Any]:
    """Yield the type of each value that may stand at a path into a model."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        for one in inner:
            yield from kinds_of_value(one, loc)
    elif not loc:
        yield hint
    elif origin is Annotated:
        yield from kinds_of_value(inner[0], loc)
    elif origin is tuple and isinstance(loc[0], int):
        yield from kinds_of_value(inner[0], loc[1:])
    elif isinstance(hint, type) and issubclass(hint, BaseModel):
        yield from kinds_of_value(_hints(hint).get(str(loc[0])), loc[1:])


def _hints(model: type[BaseModel]) -> Mapping[str, Any]:
    hints = get_type_hints(model, include_extras=True)
    return {field.alias or name: hints[name] for name, field in model.model_fields.items()}


def in_quotes(text: str) -> str:
    """Return text as YAML in quotation marks, in the way that changes least of it."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return json.dumps(text, ensure_ascii=False) if "'" in text else f"'{text}'"
