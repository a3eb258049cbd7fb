"""Read a text of Markdown into blocks: line by line, once, with what is open kept in a stack.

The steps for a line are CommonMark's: which open containers go on, which blocks begin, and then
the line is text. Where people's habits go further they are followed too: an inner list may stand
less far in than the words above it, and HTML may be indented.
"""

import re

from site_builder.read.prose.structure import block_starts as starts
from site_builder.read.prose.structure import html_blocks
from site_builder.read.prose.structure.blocks import DEEPEST, Container, Form, Leaf, NestedTooDeeply

_QUOTE = re.compile(r" {0,3}> ?")
_BY_INDENT = frozenset({"bullet", "number", "definition", "footnote", "note", "folded"})
_ITEMS = frozenset({"bullet", "number"})
_CODE = 4
"""Spaces that make a line code."""


def read_blocks(text: str) -> Container:
    """Return the blocks of a text without tabs. Raises NestedTooDeeply."""
    reader = _Reader()
    for number, line in enumerate(text.split("\n")):
        reader.read(number, line)
    return reader.end()


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


class _Reader:
    def __init__(self) -> None:
        self._open = [Container("text")]
        self._leaf: Leaf | None = None
        self._end: re.Pattern[str] | None = None
        """What ends the code or the HTML that is open."""
        self._fence_indent = 0
        self._inside = html_blocks.MarkdownInside()
        self._html_depth = 0
        self._number = 0
        self._after_blank = False
        self._is_fresh = False
        """True once the line has begun or left a container, so that it goes on with no text."""

    def end(self) -> Container:
        self._close_leaf()
        return self._open[0]

    def read(self, number: int, line: str) -> None:
        self._number = number
        rest, kept = self._going_on(line)
        left = len(self._open) - kept
        if self._end and not left and self._goes_on(rest):
            return
        if left and self._leaf and self._leaf.form != "paragraph":
            self._close_leaf()
        if rest.strip(" "):
            self._is_fresh = False
            self._read_starts(rest, kept)
            self._after_blank = False
        else:
            self._read_blank(kept)

    def _going_on(self, line: str) -> tuple[str, int]:
        """Return what of a line is inside the open containers, and how many of them go on."""
        is_blank = not line.strip(" ")
        for number, container in enumerate(self._open[1:], 1):
            if container.kind == "quote":
                quote = _QUOTE.match(line)
                if not quote:
                    return line, number
                line = line[quote.end() :]
            elif is_blank or _indent(line) >= container.offset:
                line = line[container.offset :]
            else:
                return line, number
        return line, len(self._open)

    def _goes_on(self, rest: str) -> bool:
        """Take a line into the open code or HTML, if it belongs there."""
        leaf, end = self._leaf, self._end
        if not leaf or not end:
            return False
        if leaf.form == "code":
            if end.match(rest):
                self._close_leaf()
                leaf.is_closed = True
            else:
                leaf.lines.append(rest[min(_indent(rest), self._fence_indent) :])
            return True
        ends_here = end is html_blocks.BLANK and (not rest.strip(" ") or self._inside.closes(rest))
        if ends_here:
            self._close_leaf()
            return False
        leaf.lines.append(rest)
        if end.search(rest):
            self._close_leaf()
        return True

    def _read_blank(self, kept: int) -> None:
        if kept < len(self._open):
            self._leave(kept)
        if self._leaf and self._leaf.form == "code":
            self._leaf.lines.append("")
        else:
            self._leaf = None
            if self._open[-1].kind in _ITEMS and not self._open[-1].children:
                self._open.pop()
        self._after_blank = True

    def _read_starts(self, rest: str, kept: int) -> None:
        """Read a line with something in it, of whose open containers only some go on."""
        while True:
            begun = self._container(rest, kept)
            if begun is None:
                break
            rest, kept = begun, len(self._open)
            if not rest.strip(" "):
                return
        if not self._read_leaf(rest, kept):
            self._read_text(rest, kept)

    def _continues_paragraph(self, kept: int) -> bool:
        """Tell whether the line stands right under the text of a paragraph that it may go on."""
        is_text = self._leaf is not None and self._leaf.form == "paragraph"
        return is_text and kept == len(self._open) and not self._is_fresh

    def _container(self, rest: str, kept: int) -> str | None:
        """Open the container that a line begins, and return what is inside."""
        quote = _QUOTE.match(rest)
        if quote:
            self._enter(Container("quote"), kept)
            return rest[quote.end() :]
        if starts.RULE.match(rest):
            return None
        item, parents = self._item(rest, kept)
        start = item or (
            None
            if _indent(rest) >= _CODE
            else starts.container_start(rest) or self._definition(rest, kept)
        )
        if not start:
            return None
        opened = Container(start.kind, start.offset, label=start.label, title=start.title)
        self._enter(opened, parents if item else kept)
        return start.rest

    def _item(self, rest: str, kept: int) -> tuple[starts.Start | None, int]:
        """Return the item of a list that a line begins, and how many containers it stands in."""
        start, indent = starts.item_start(rest), _indent(rest)
        if not start:
            return None, kept
        parent = self._open[kept - 1]
        if indent >= _CODE and not (parent.kind in _ITEMS and indent < 2 * _CODE):
            return None, kept
        if self._continues_paragraph(kept):
            is_inner = parent.kind in _ITEMS and indent >= 2
            if starts.UNDERLINE.match(rest) or not start.rest:
                return None, kept
            if start.kind == "number" and int(start.label) != 1 and not is_inner:
                return None, kept
        above = self._open[kept] if kept < len(self._open) else None
        if above and above.kind == "number" and start.kind == "bullet" and indent >= 2:
            # Two spaces are enough under a number too, whose words stand three in.
            above.offset = indent
            return starts.item_start(rest[indent:]), kept + 1
        return start, kept

    def _definition(self, rest: str, kept: int) -> starts.Start | None:
        start = starts.definition_start(rest)
        before = self._open[kept - 1].children[-1:] if start else []
        is_term = [
            one
            for one in before
            if (isinstance(one, Leaf) and one.form == "paragraph")
            or (isinstance(one, Container) and one.kind == "definition")
        ]
        return start if is_term else None

    def _enter(self, container: Container, kept: int) -> None:
        self._leave(kept)
        if len(self._open) > DEEPEST:
            raise NestedTooDeeply
        container.blank_before = self._after_blank and not self._is_fresh
        self._open[-1].children.append(container)
        self._open.append(container)
        self._is_fresh = True

    def _leave(self, kept: int) -> None:
        """Close the open leaf, and all containers but the outermost `kept`."""
        self._close_leaf()
        del self._open[kept:]

    def _close_leaf(self) -> None:
        leaf = self._leaf
        if leaf and leaf.form == "html":
            change = html_blocks.change_of_depth("\n".join(leaf.lines))
            self._html_depth = max(0, self._html_depth + change)
        self._leaf, self._end = None, None

    def _read_leaf(self, rest: str, kept: int) -> bool:
        """Open the leaf that a line begins, and tell whether it begins one."""
        if _indent(rest) >= _CODE:
            return self._read_indented(rest, kept)
        return (
            self._read_fence(rest, kept)
            or self._read_heading(rest, kept)
            or self._read_html(rest, kept)
            or self._read_table(rest, kept)
        )

    def _read_indented(self, rest: str, kept: int) -> bool:
        leaf = self._leaf
        if leaf and leaf.form == "code" and kept == len(self._open):
            leaf.lines.append(rest[_CODE:])
            return True
        is_html = rest.lstrip(" ").startswith("<") and self._inside.is_open
        if self._html_depth or is_html:
            return self._read_html(rest.lstrip(" "), kept)
        if leaf and leaf.form in ("paragraph", "table") and not self._is_fresh:
            return False
        self._begin("code", [rest[_CODE:]], kept)
        return True

    def _read_fence(self, rest: str, kept: int) -> bool:
        fence = starts.FENCE.match(rest)
        if not fence:
            return False
        leaf = self._begin("code", [], kept)
        leaf.info, leaf.is_closed = fence[3].strip(), False
        self._fence_indent = len(fence[1])
        self._end = re.compile(rf" {{0,3}}{fence[2][0]}{{{len(fence[2])},}} *$")
        return True

    def _read_heading(self, rest: str, kept: int) -> bool:
        goes_on, leaf = self._continues_paragraph(kept), self._leaf
        if goes_on and leaf and (underline := starts.UNDERLINE.match(rest)):
            is_one_line = len(leaf.lines) == 1
            if is_one_line or underline[1][0] == "=":
                leaf.form, self._leaf = "heading", None
                leaf.lines.append(underline[1])
                return True
        if starts.RULE.match(rest):
            self._begin("rule", [], kept)
            self._leaf = None
            return True
        heading = starts.HEADING.match(rest)
        # A line of a paragraph may well begin with #1 or #hashtag.
        if not heading or (goes_on and heading[0][-1:] not in " #" and heading[0].count("#") == 1):
            return False
        self._begin("heading", [rest.strip(" ")], kept)
        self._leaf = None
        return True

    def _read_html(self, rest: str, kept: int) -> bool:
        """Read HTML; tags with Markdown inside one by one, and what is left of the line as text."""
        begins = rest
        while rest.strip(" "):
            if tag := self._inside.tag_at(rest):
                form, words, info, rest = "html", tag[0], "", tag[1]
            elif element := self._inside.element_at(rest):
                form, words, info, rest = "tagged", element[1], element[0], element[2]
            else:
                break
            self._begin("html" if form == "html" else "tagged", [words], kept).info = info
            self._leaf, kept = None, len(self._open)
            self._is_fresh = True
        if rest is begins:
            return self._read_raw_html(rest, kept)
        if rest.strip(" ") and not self._read_raw_html(rest, kept):
            self._read_text(rest, kept)
        return True

    def _read_raw_html(self, rest: str, kept: int) -> bool:
        end = html_blocks.end_of_html(rest)
        if not end:
            return False
        self._begin("html", [rest], kept)
        self._end = end
        # What ends a comment or a script may stand in its first line; <pre> ends after its name.
        if end.search(rest[4:]):
            self._close_leaf()
        return True

    def _read_table(self, rest: str, kept: int) -> bool:
        leaf = self._leaf
        if leaf and leaf.form == "table" and kept == len(self._open) and not self._is_fresh:
            leaf.lines.append(rest.strip(" "))
            return True
        if not leaf or not self._continues_paragraph(kept):
            return False
        if not starts.heads_table(leaf.lines[-1], rest):
            return False
        header = leaf.lines.pop()
        if not leaf.lines:
            self._open[-1].children.pop()
        self._after_blank = self._after_blank or (leaf.blank_before and not leaf.lines)
        self._begin("table", [header.strip(" "), rest.strip(" ")], kept)
        return True

    def _begin(self, form: Form, lines: list[str], kept: int) -> Leaf:
        self._leave(kept)
        leaf = Leaf(form, lines, self._after_blank and not self._is_fresh, self._number)
        self._open[-1].children.append(leaf)
        self._leaf = leaf
        return leaf

    def _read_text(self, rest: str, kept: int) -> None:
        if last := self._inside.end_of(rest):
            self._read_text(last[0], kept)
            self._read_html(last[1], len(self._open))
            return
        is_lazy = self._leaf and self._leaf.form == "paragraph" and not self._is_fresh
        if is_lazy and self._leaf:
            self._leaf.lines.append(rest.lstrip(" "))
        else:
            self._begin("paragraph", [rest.lstrip(" ")], kept)
