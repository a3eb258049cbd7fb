"""One Markdown file as text: its front matter, its body, and where each line stands.

Lines are counted in the file as its author sees it, the fence included.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import yaml

from site_builder.read.front_matter import plain_yaml
from site_builder.read.problems import Level, Position, Problem
from site_builder.read.prose.code_spans import without_code

Loc = tuple[str | int, ...]
"""A path into front matter, such as ("sources", 0, "url")."""

_BEFORE_ADDRESS = r"(?:\]\(\s*<?|\]:\s*<?|\b(?:href|src)\s*=\s*[\"']?|<)"
_AFTER_ADDRESS = r"(?=[\s)>\"'}\]]|$)"
_HEADING = re.compile(
    r"""^[ \t>]*(?:(?:[-*+]|\d+\.)[ \t]+)?\#{1,6}.*   # with # signs, also in a quotation or list
    |<h[1-6]\b.*                                    # as HTML
    |^.*(?=\n(?:=+|-+)[ ]*$)                        # underlined""",
    re.M | re.X,
)


@dataclass(frozen=True)
class Source:
    """A text file of `content/`, split where its front matter ends."""

    path: str
    """The file, seen from the folder of the settings."""
    text: str
    """The whole file, with \n between lines."""
    yaml_start: int = 0
    """Where in `text` its YAML begins."""
    yaml_end: int = 0
    """Where in `text` its YAML ends."""
    body_start: int = 0
    """Where in `text` its body begins."""
    mended: str | None = None
    """Its YAML with spaces for what can not be read in it, if there is something of the kind."""

    @property
    def fields(self) -> str:
        """The YAML of the front matter, as far as it can be read."""
        written = self.text[self.yaml_start : self.yaml_end]
        return written if self.mended is None else self.mended

    @property
    def body(self) -> str:
        return self.text[self.body_start :]

    def position(self, offset: int) -> Position:
        """Return the position of a character of `text`."""
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def position_of(self, loc: Loc, *, of_key: bool = False) -> Position:
        """Return where a value of the front matter stands, or its key.

        What is not there is placed where it would have to be added: at the start of the
        mapping or list that lacks it, and at the first fence for the front matter itself.
        """
        for end in range(len(loc), 0, -1):
            if marks := self._marks.get(loc[:end]):
                key, value = marks
                return key if of_key and end == len(loc) else value
        return Position(max(1, self.position(self.yaml_start).line - 1))

    def positions_in_body(self, pattern: str) -> Iterator[Position]:
        """Yield where a pattern is found in the body, in whatever case, code left out."""
        for found in re.finditer(pattern, self._body_without_code, re.I):
            yield self.position(self.body_start + found.start())

    def found_in_body(self, pattern: re.Pattern[str]) -> Iterator[tuple[Position, re.Match[str]]]:
        """Yield what a pattern finds in the body, with its place, code left out."""
        for found in pattern.finditer(self._body_without_code):
            yield self.position(self.body_start + found.start()), found

    def position_of_address(self, address: str, occurrence: int = 0) -> Position:
        """Return where the address of a link or an image stands in the body.

        The start of the body where it is not there as written.
        """
        wanted = re.escape(address)
        ends = re.compile(f"{_BEFORE_ADDRESS}({wanted}){_AFTER_ADDRESS}", re.I | re.M)
        found = [one.start(1) for one in ends.finditer(self._body_without_code)]
        if not found:
            found = [max(self._body_without_code.find(address), 0)]
        return self.position(self.body_start + found[min(occurrence, len(found) - 1)])

    def position_of_heading(self, text: str, after: Position) -> Position:
        """Return where the next heading after a position stands that has the words of a text.

        Where none has them as written, the next heading.
        """
        starts = self.body_start
        later = [
            (self.position(starts + found.start()), self.body[found.start() : found.end()])
            for found in _HEADING.finditer(self._body_without_code)
            if self.position(starts + found.start()) > after
        ]
        words = text.split()
        exact = (at for at, line in later if all(word in line for word in words))
        return next(exact, later[0][0] if later else self.position(starts))

    def problem(
        self, position: Position, rule: str, what: str, fix: str, level: Level = "error"
    ) -> Problem:
        """Return a problem of this file, with the line that it stands in."""
        return Problem(self.path, position, rule, what, fix, self.line(position).rstrip(), level)

    def line(self, position: Position) -> str:
        """Return the line of a position."""
        start = self._line_starts[min(position.line, len(self._line_starts)) - 1]
        end = self.text.find("\n", start)
        return self.text[start:] if end < 0 else self.text[start:end]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    @cached_property
    def _body_without_code(self) -> str:
        return without_code(self.body)

    @cached_property
    def _marks(self) -> Mapping[Loc, tuple[Position, Position]]:
        """Where each key and each value of the front matter stands, by its path."""
        return dict(self._marks_in(plain_yaml.compose(self.fields), ()))

    def _marks_in(
        self, node: yaml.Node | None, loc: Loc
    ) -> Iterator[tuple[Loc, tuple[Position, Position]]]:
        for step, key, value in _children(node):
            yield (*loc, step), (self._at(key.start_mark), self._at(value.start_mark))
            yield from self._marks_in(value, (*loc, step))

    def _at(self, mark: yaml.Mark) -> Position:
        return Position(mark.line + self.position(self.yaml_start).line, mark.column + 1)


def _children(node: yaml.Node | None) -> Iterator[tuple[str | int, yaml.Node, yaml.Node]]:
    """Yield each step into a node, with the key and the value node found there."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key.value, key, value
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            yield number, value, value
