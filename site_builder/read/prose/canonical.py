"""Blocks of Markdown written so that Python-Markdown sees them as they were read.

Inner blocks stand four spaces in, with a blank line before whatever needs one. Code and HTML are
put aside, and so come through to the letter. This is no dialect of its own: what is written out
is Markdown that every tool reads in the same way.
"""

import html
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from site_builder.read.prose import block_starts as starts
from site_builder.read.prose.blocks import Block, Container, Leaf

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
_TIGHT = frozenset({"bullet", "number"})


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
            if kind in _TIGHT:
                written += ["\n\n", self._list([one for one in run if isinstance(one, Container)])]
                continue
            for number, block in enumerate(run):
                is_bound = _is(block, "definition") and not block.blank_before
                # Two quotations would run into one.
                gap = f"\n\n{self._put_aside(_NOTHING)}\n\n" if number and kind == "quote" else "\n\n"
                written += ["\n" if is_bound else gap, self._block(block)]
        return "".join(written[1:])

    def _block(self, block: Block) -> str:
        if isinstance(block, Leaf):
            return self._leaf(block)
        if block.kind == "quote":
            return self._quote(block)
        if block.kind in ("note", "folded"):
            return self._note(block, self.blocks(block.children))
        marker = ":   " if block.kind == "definition" else f"[^{block.label}]: "
        inside = self.blocks(block.children)
        return marker + _indented(inside)

    def _list(self, items: Sequence[Container]) -> str:
        is_loose = any(item.blank_before for item in items[1:]) or any(map(_is_loose, items))
        return ("\n\n" if is_loose else "\n").join(map(self._item, items))

    def _item(self, item: Container) -> str:
        marker = f"{int(item.label)}. " if item.kind == "number" else "-   "
        first, *others = item.children or [Leaf("html", [""], blank_before=False, first=0)]
        if isinstance(first, Leaf):
            # The lines of the first paragraph need no indentation, and have none on the page.
            written, first_lines = self._leaf(first), [first]
        else:
            written, first_lines, others = "", [], item.children
        rest = self.blocks(others)
        if not first_lines:
            return marker.ljust(4) + _indented(rest)
        if not rest:
            return marker.ljust(4) + written
        is_bound = _group(others[0]) in _TIGHT and not others[0].blank_before
        return marker.ljust(4) + written + ("\n" if is_bound else "\n\n") + "    " + _indented(rest)

    def _quote(self, quote: Container) -> str:
        alert = _alert(quote)
        if alert:
            first, *others = quote.children
            left = Leaf("paragraph", first.lines[1:], blank_before=False, first=0)  # type: ignore[union-attr]
            inside = self.blocks([left, *others] if left.lines else others)
            return self._note(Container("note", label=alert), inside)
        inside = self.blocks(quote.children)
        return "\n".join(f"> {line}" if line else ">" for line in inside.split("\n"))

    def _note(self, note: Container, inside: str) -> str:
        kind = note.label.removesuffix("+")
        kind = _SAME_KIND.get(kind, kind)
        is_known = kind in KINDS_OF_NOTE
        said = "" if is_known and note.title is None else note.title
        if note.title is None and not is_known:
            said = kind.capitalize()
        if note.kind == "folded":
            opened = " open" if note.label.endswith("+") else ""
            head, tag = [f"<details{opened}>"], f'summary class="note-{kind}"'
            foot = "</details>"
        else:
            name = f"note-{kind}" if is_known else "note-note"
            head, tag = [f'<div class="note {name}">'], f'p class="note-title note-{kind}"'
            foot = "</div>"
        parts = [self._put_aside(one) for one in head]
        if said is not None and not (said == "" and note.title == ""):
            parts.append(_tagged(tag, said))
        return "\n\n".join([*parts, *([inside] if inside else []), self._put_aside(foot)])

    def _leaf(self, leaf: Leaf) -> str:
        match leaf.form:
            case "paragraph":
                return "\n".join(_text_lines(leaf.lines))
            case "heading" if len(leaf.lines) > 1:
                return _with_signs(leaf.lines)
            case "code":
                return self._put_aside(_code(leaf))
            case "html":
                return self._put_aside("\n".join(leaf.lines).lstrip(" "))
            case "rule":
                return self._put_aside("<hr>")
            case "tagged":
                return _tagged(leaf.info, leaf.lines[0])
            case _:
                return "\n".join(leaf.lines)


TAGGED = "\x1a"
"""Begins a block that is one element with words in it; no text has this character."""


def _tagged(tag: str, words: str) -> str:
    return f"{TAGGED}{tag}{TAGGED}{words}"


def _group(block: Block) -> str:
    return block.kind if isinstance(block, Container) else block.form


def _is(block: Block, kind: str) -> bool:
    return isinstance(block, Container) and block.kind == kind


def _is_loose(item: Container) -> bool:
    """Tell whether an item has more in it than words and lists right under them."""
    children = item.children
    return any(
        child.blank_before or _group(child) not in ("paragraph", *_TIGHT) for child in children[1:]
    )


def _alert(quote: Container) -> str:
    """Return the kind of note that a quotation is, as in > [!NOTE]; nothing for a quotation."""
    first = quote.children[0] if quote.children else None
    if not isinstance(first, Leaf) or first.form != "paragraph":
        return ""
    found = starts.ALERT.match(first.lines[0])
    return found[1].lower() if found else ""


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
