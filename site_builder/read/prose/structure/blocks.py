"""The blocks of a text of Markdown: which lines are a list, a quotation, a table, code, HTML.

People write for CommonMark, which GitHub, editors and most other tools read, and there a list may
follow a line of text, and an inner list may stand two, three or four spaces in. Here a text is
read once, line by line, as CommonMark says; `canonical` writes it out so that Python-Markdown sees
the same blocks. Besides there are notes, footnotes, definitions and Markdown inside of HTML.
"""

from dataclasses import dataclass, field
from typing import Literal

DEEPEST = 30
"""How many lists, quotations and notes may stand inside one another."""

Kind = Literal["text", "quote", "bullet", "number", "definition", "footnote", "note", "folded"]
"""What a container is; the outermost one is the text."""
Form = Literal["paragraph", "heading", "rule", "table", "code", "html", "tagged"]
"""What a block without blocks in it is."""


@dataclass
class Leaf:
    """A block without others in it."""

    form: Form
    lines: list[str]
    blank_before: bool
    first: int
    """Which line of the text it begins in, from 0."""
    info: str = ""
    """The language of code; the tag of a block of one tag."""
    is_closed: bool = True
    """False for code between fences of which the second is missing."""


@dataclass
class Container:
    """A block with others in it."""

    kind: Kind
    offset: int = 0
    """How far its lines are indented, for what is told by that."""
    blank_before: bool = False
    label: str = ""
    """The number of an item, the name of a footnote, the kind of a note."""
    title: str | None = None
    """The words over a note, if its author gave any."""
    children: list["Block"] = field(default_factory=list)


Block = Leaf | Container


class NestedTooDeeply(Exception):
    """Lists, quotations and notes stand inside one another more than DEEPEST deep."""
