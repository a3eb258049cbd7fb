"""One Markdown file as text: its front matter, its body, and where each line stands.

Lines are counted in the file as its author sees it, the fence included.
"""

import re
from dataclasses import dataclass
from functools import cached_property

import yaml

from site_builder.read import plain_yaml
from site_builder.read.problems import Level, Position, Problem

Loc = tuple[str | int, ...]
"""A path into front matter, such as ("sources", 0, "url")."""

_CODE = re.compile(r"^(```|~~~).*?^\1[`~]*\s*$|(?<!`)(`+)(?!`).+?(?<!`)\2(?!`)", re.S | re.M)


@dataclass(frozen=True)
class Source:
    """A text file of `content/`, split where its front matter ends."""

    path: str
    """The file, seen from the folder of the settings."""
    text: str
    """The whole file, with \\n between lines."""
    yaml_start: int = 0
    """Where in `text` its YAML begins."""
    yaml_end: int = 0
    """Where in `text` its YAML ends."""
    body_start: int = 0
    """Where in `text` its body begins."""

    @property
    def fields(self) -> str:
        """The YAML of the front matter."""
        return self.text[self.yaml_start : self.yaml_end]

    @property
    def body(self) -> str:
        return self.text[self.body_start :]

    @cached_property
    def _nodes(self) -> yaml.Node | None:
        return plain_yaml.compose(self.fields)

    @cached_property
    def _body_without_code(self) -> str:
        return _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), self.body)

    def position(self, offset: int) -> Position:
        """Return the position of a character of `text`."""
        start = self.text.rfind("\n", 0, offset) + 1
        return Position(self.text.count("\n", 0, offset) + 1, offset - start + 1)

    def position_of(self, loc: Loc, *, of_key: bool = False) -> Position:
        """Return where a value of the front matter stands, or its key.

        What is not there is placed where it would have to be added: at the start of the
        mapping or list that lacks it, and at the first fence for the front matter itself.
        """
        node, found = self._nodes, Position(max(1, self._line_of_yaml - 1))
        for number, step in enumerate(loc):
            key, node = _child(node, step)
            if node is None or key is None:
                break
            is_last = number == len(loc) - 1
            mark = key.start_mark if is_last and of_key else node.start_mark
            found = Position(mark.line + self._line_of_yaml, mark.column + 1)
        return found

    def position_in_body(self, wanted: str, occurrence: int = 0) -> Position:
        """Return where a piece of text stands in the body, code left out.

        Where it is not there as written, the start of the body.
        """
        at = -1
        for _ in range(occurrence + 1):
            following = self._body_without_code.find(wanted, at + 1)
            if following < 0:
                break
            at = following
        return self.position(self.body_start + max(at, 0))

    def problem(
        self, position: Position, rule: str, what: str, fix: str, level: Level = "error"
    ) -> Problem:
        """Return a problem of this file, with the line that it stands in."""
        lines = self.text.split("\n")
        line = lines[position.line - 1] if position.line <= len(lines) else ""
        return Problem(self.path, position, rule, what, fix, line.rstrip(), level)

    @property
    def _line_of_yaml(self) -> int:
        return self.text.count("\n", 0, self.yaml_start) + 1


def _child(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node | None, yaml.Node | None]:
    """Return the key and the value node of one step into a node."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return key, value
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    return None, None
