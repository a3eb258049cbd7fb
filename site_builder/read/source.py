"""One Markdown file as text: its front matter, its body, and where each line stands.

Lines are counted in the file as its author sees it, the fence included.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

import yaml

from site_builder.read.front_matter import plain_yaml
from site_builder.read.problems import Level, Position, Problem
from site_builder.read.prose.code_spans import without_code

Loc = tuple[str | int, ...]
"""A path into front matter, such as ("sources", 0, "url")."""

_BEFORE_ADDRESS = re.compile(r"(?:\]\(\s*<?|\]:\s*<?|\b(?:href|src)\s*=\s*[\"']?|<)\Z", re.I)
_AFTER_ADDRESS = re.compile(r"[\s)>\"'}\]]|\Z")
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

    def offset(self, position: Position) -> int:
        """Return the place of a position in `text`."""
        return self._line_starts[position.line - 1] + position.column - 1

    def position_of(self, loc: Loc, *, of_key: bool = False) -> Position:
        """Return where a value of the front matter stands, or its key.

        What is not there is placed where it would have to be added: at the start of the
        mapping or list that lacks it, and at the first fence for the front matter itself.
        """
        if len(loc) == 1 and not of_key and (quick := self._value_on_its_line(str(loc[0]))):
            return quick
        for end in range(len(loc), 0, -1):
            if marks := self._marks.get(loc[:end]):
                key, value = marks
                return key if of_key and end == len(loc) else value
        return Position(max(1, self.position(self.yaml_start).line - 1))

    def positions_in_body(self, pattern: str) -> Iterator[Position]:
        """Yield where a pattern is found in the body, in whatever case, code left out."""
        for found in re.finditer(pattern, self.body_without_code, re.I):
            yield self.position(self.body_start + found.start())

    def found_in_body(self, pattern: re.Pattern[str]) -> Iterator[tuple[Position, re.Match[str]]]:
        """Yield what a pattern finds in the body, with its place, code left out."""
        for found in pattern.finditer(self.body_without_code):
            yield self.position(self.body_start + found.start()), found

    def position_of_address(self, address: str, occurrence: int = 0) -> Position:
        """Return where the address of a link or an image stands in the body.

        The start of the body where it is not there as written.
        """
        return self.position(self.body_start + self.offset_of_address(address, occurrence))

    def offset_of_address(self, address: str, occurrence: int = 0) -> int:
        """Return how far into the body the address of a link or an image stands."""
        body = self.body_without_code
        found = [at for at in _places(address, body) if _is_address(body, at, at + len(address))]
        if not found:
            found = [max(body.find(address), 0)]
        return found[min(occurrence, len(found) - 1)]

    def position_of_heading(self, text: str, after: Position) -> Position:
        """Return where the next heading after a position stands that has the words of a text.

        Where none has them as written, the next heading.
        """
        later = [heading for heading in self._headings if heading[0] > after]
        words = text.split()
        exact = (at for at, line in later if all(word in line for word in words))
        return next(exact, later[0][0] if later else self.position(self.body_start))

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

    def _value_on_its_line(self, name: str) -> Position | None:
        """Return where the value of a field at the top stands, if it begins beside its name.

        Reading the YAML again, for the places of everything in it, takes time.
        """
        pattern = re.compile(rf"^{re.escape(name)}: +(?=[\w'\"])", re.M)
        if found := pattern.search(self.text, self.yaml_start, self.yaml_end):
            return self.position(found.end())
        return None

    @cached_property
    def _headings(self) -> list[tuple[Position, str]]:
        """Every heading of the body as it is written, with its place."""
        found = _HEADING.finditer(self.body_without_code)
        return [
            (self.position(self.body_start + one.start()), self.body[one.start() : one.end()])
            for one in found
        ]

    @cached_property
    def _line_starts(self) -> list[int]:
        lines = self.text.split("\n")
        return [*accumulate((len(line) + 1 for line in lines[:-1]), initial=0)]

    @cached_property
    def body_without_code(self) -> str:
        """The body at its length, with spaces in the place of code."""
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


def _places(words: str, text: str) -> Iterator[int]:
    """Yield where some words stand in a text, whatever is around them."""
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _is_address(text: str, start: int, end: int) -> bool:
    """Tell whether a part of a text is the address of a link or an image, as they are written."""
    is_whole = _AFTER_ADDRESS.match(text, end) is not None
    return is_whole and _BEFORE_ADDRESS.search(text[max(0, start - 40) : start]) is not None


def _children(node: yaml.Node | None) -> Iterator[tuple[str | int, yaml.Node, yaml.Node]]:
    """Yield each step into a node, with the key and the value node found there."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key.value, key, value
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            yield number, value, value
