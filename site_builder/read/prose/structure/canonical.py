"""Blocks of Markdown written so that Python-Markdown sees them as they were read.

Inner blocks stand four spaces in, with a blank line before whatever needs one. Code and HTML are
put aside, and so come through to the letter. This is no dialect of its own: what is written out
is Markdown that every tool reads in the same way.
"""

import html
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from site_builder.read.prose.structure import block_starts as starts
from site_builder.read.prose.structure.blocks import Block, Container, Leaf

PutAside = Callable[[str], str]
"""Keeps HTML until the end, and returns what stands for it."""

KINDS_OF_NOTE = ("note", "tip", "important", "warning", "caution")
"""The kinds of a note that have a word of the interface over them."""
_SAME_KIND = {
    "info": "note", "hint": "tip", "success": "tip", "attention": "important",
    "danger": "caution", "error": "caution", "failure": "caution", "bug": "caution",
}  # fmt: skip
_NOTHING = "<!-- -->"
_LANGUAGE = re.compile(r"[\w+#.-]+")
_LIKE_A_HEADING = re.compile(r"#[^#\s]")
_LIKE_AN_ITEM = re.compile(r"(\d+)\.(?= )")
_LISTS = frozenset({"bullet", "number"})


def canonical(text: Container, put_aside: PutAside) -> str:
    """Return the blocks of a text as Markdown."""
    return _Writer(put_aside).blocks(text.children)


class _Writer:
    def __init__(self, put_aside: PutAside) -> None:
        self._put_aside = put_aside

    def blocks(self, blocks: Sequence[Block]) -> str:
        """Return blocks one under the other."""
        written: list[str] = []
        for kind, group in groupby(blocks, key=_group):
            run = list(group)
            if kind in _LISTS:
                written += ["\n\n", self._list([one for one in run if isinstance(one, Container)])]
                continue
            for number, block in enumerate(run):
                is_bound = _is(block, "definition") and not block.blank_before
                # Two quotations would run into one.
                gap = (
                    f"\n\n{self._put_aside(_NOTHING)}\n\n" if number and kind == "quote" else "\n\n"
                )
                written += ["\n" if is_bound else gap, self._block(block)]
        return "".join(written[1:])

    def _block(self, block: Block) -> str:
        if isinstance(block, Leaf):
            return self._leaf(block)
        if block.kind == "quote":
            return self._quote(block)
        if block.kind in ("note", "folded"):
            return self._note(block)
        marker = ":   " if block.kind == "definition" else f"[^{block.label}]: "
        inside = self.blocks(block.children)
        return marker + _indented(inside)

    def _list(self, items: Sequence[Container]) -> str:
        written = [self._item(item) for item in items]
        has_gap = any(item.blank_before for item in items[1:])
        # The parser takes no item for one of the list that stands right under inner blocks.
        is_loose = has_gap or any("\n\n" in one for one in written)
        return ("\n\n" if is_loose else "\n").join(written)

    def _item(self, item: Container) -> str:
        marker = f"{int(item.label)}. " if item.kind == "number" else "-   "
        children: list[Block] = item.children or [Leaf("html", [""], blank_before=False, first=0)]
        first, *others = children
        if isinstance(first, Container):
            inside = self.blocks(children)
            # The parser takes in no more than a line of a block right beside a marker, or a list of
            # words; of a list within a list there it loses all items but the first.
            is_list_of_words = first.kind in _LISTS and not _begins_with_container(first)
            is_plain = "\n" not in inside or (is_list_of_words and "\n\n" not in inside)
            start = "" if is_plain else f"{self._put_aside(_NOTHING)}\n\n    "
            return marker.ljust(4) + start + _indented(inside)
        # The lines of the first paragraph need no indentation, and so have none on the page.
        written = marker.ljust(4) + self._leaf(first)
        if not others:
            return written
        is_bound = _group(others[0]) in _LISTS and not others[0].blank_before
        gap = "\n    " if is_bound else "\n\n    "
        return written + gap + _indented(self.blocks(others))

    def _quote(self, quote: Container) -> str:
        if note := _alert(quote):
            return self._note(note)
        inside = self.blocks(quote.children)
        return "\n".join(f"> {line}" if line else ">" for line in inside.split("\n"))

    def _note(self, note: Container) -> str:
        kind = note.label.removesuffix("+")
        kind = _SAME_KIND.get(kind, kind)
        title = note.title
        if title is None:
            # The page says what a note of a known kind is.
            title = "" if kind in KINDS_OF_NOTE else kind.capitalize()
        if kind not in KINDS_OF_NOTE:
            kind = KINDS_OF_NOTE[0]
        if note.kind == "folded":
            opening = "<details open>" if note.label.endswith("+") else "<details>"
            head, closing = _tagged(f'summary class="note-{kind}"', title), "</details>"
        else:
            opening, closing = f'<div class="note note-{kind}">', "</div>"
            head = _tagged(f'p class="note-title note-{kind}"', title)
        has_no_title = note.kind == "note" and note.title == ""
        parts = [self._put_aside(opening), "" if has_no_title else head]
        parts += [self.blocks(note.children), self._put_aside(closing)]
        return "\n\n".join(part for part in parts if part)

    def _leaf(self, leaf: Leaf) -> str:
        match leaf.form:
            case "paragraph":
                written = "\n".join(_text_lines(leaf.lines))
            case "heading":
                written = _with_signs(leaf.lines) if len(leaf.lines) > 1 else leaf.lines[0]
            case "table":
                written = "\n".join(leaf.lines)
            case "tagged":
                written = _tagged(leaf.info, leaf.lines[0])
            case "code":
                written = self._put_aside(_code(leaf))
            case "rule":
                written = self._put_aside("<hr>")
            case "html":
                written = self._put_aside("\n".join(leaf.lines).lstrip(" "))
        return written


TAGGED = "\x1a"
"""Begins a block that is one element with words in it; no text has this character."""


def _tagged(tag: str, words: str) -> str:
    return f"{TAGGED}{tag}{TAGGED}{words}"


def _group(block: Block) -> str:
    return block.kind if isinstance(block, Container) else block.form


def _is(block: Block, kind: str) -> bool:
    return isinstance(block, Container) and block.kind == kind


def _begins_with_container(item: Container) -> bool:
    return isinstance(next(iter(item.children), None), Container)


def _alert(quote: Container) -> Container | None:
    """Return the note that a quotation is, if its first line is [!NOTE] or the like."""
    first, *others = quote.children or [quote]
    if not isinstance(first, Leaf) or first.form != "paragraph":
        return None
    found = starts.ALERT.match(first.lines[0])
    if not found:
        return None
    left = replace(first, lines=first.lines[1:])
    children = [left, *others] if left.lines else others
    return Container("note", label=found[1].lower(), children=children)


def _indented(written: str) -> str:
    """Return lines four spaces further in, but for the first."""
    return re.sub(r"\n(?!\n)", "\n    ", written)


def _text_lines(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines of a paragraph, none of which looks like the start of something else."""
    yield lines[0]
    for line in lines[1:]:
        if _LIKE_A_HEADING.match(line):
            yield f"\\{line}"
        else:
            yield _LIKE_AN_ITEM.sub(r"\1\\.", line, count=1) if line[:1].isdigit() else line


def _with_signs(lines: Sequence[str]) -> str:
    """Return an underlined heading with # signs before it."""
    *words, underline = lines
    text = " ".join(words).rstrip()
    if text.endswith("#"):
        text = f"{text[:-1]}\\#"
    return f"{'#' if underline[0] == '=' else '##'} {text}"


def _code(leaf: Leaf) -> str:
    lines = leaf.lines
    if not leaf.info and leaf.is_closed:
        while lines and not lines[-1].strip():
            lines = lines[:-1]
    language = _LANGUAGE.match(leaf.info.lstrip("{. "))
    mark = f' class="language-{html.escape(language[0])}"' if language else ""
    text = "".join(f"{line}\n" for line in lines)
    return f"<pre><code{mark}>{html.escape(text, quote=False)}</code></pre>"
