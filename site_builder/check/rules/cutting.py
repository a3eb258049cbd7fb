"""Cuts a Markdown text into passages: headings, paragraphs, items of lists, quotations."""

import re
from collections.abc import Iterator

from site_builder.check.rules.passages import Kind, Passage
from site_builder.check.rules.plain_text import plain

_QUOTE = re.compile(r" {0,3}(?:> ?)+")
_HEADING = re.compile(r" {0,3}#{1,6}(?=\s|$)")
_ITEM = re.compile(r" *(?:[-*+•]|\d{1,9}[.)])(?: +|$)")
_ROW = re.compile(r" *\|| *:?-+:? *\|")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+) *$")
_NOTE = re.compile(r" {0,3}(?:> ?)*\[![A-Z]+\]|(?:!!!|\?\?\?)")
_LANGUAGE = re.compile(r"[ >]*\{:[^{}\n]*\blang\s*=[^{}\n]*\} *$")
_IN_OTHER = re.compile(r"\{[^{}\n]*\blang\s*=")


def passages_of(written: str, markdown: str) -> tuple[Passage, ...]:
    """Return the passages of a text, in its order; tables are left out.

    `markdown` is the text as it is `written`, with spaces in the place of code.
    """
    return tuple(_Cutter(written, markdown).passages())


class _Cutter:
    """Goes through the lines of a text, and through its plain words beside them."""

    def __init__(self, written: str, markdown: str) -> None:
        self._lines, self._words = markdown.split("\n"), plain(markdown)
        self._written = written
        self._kind: Kind | None = None
        self._start = 0
        self._in_list = self._in_table = False
        self._note = ""
        """How the note began that is open: with > or with !!!."""
        self._found: list[tuple[Kind, int, int]] = []

    def passages(self) -> Iterator[Passage]:
        at = 0
        for line in self._lines:
            self._take(line, at)
            at += len(line) + 1
        self._close(at)
        for kind, start, end in self._found:
            text = self._words[start:end]
            if text.strip():
                yield Passage(kind, text, start)

    def _take(self, line: str, at: int) -> None:
        if not line or line.isspace():
            self._close(at)
            self._in_table = False
            self._note = self._note if self._note != ">" else ""
            return
        first = line[0]
        if first.isalnum() and not first.isdigit() and "{" not in line and not self._in_table:
            self._go_on("paragraph", at)  # the most common line needs no closer look
            self._in_list = self._in_list and self._kind == "item"
            self._note = ""
            return
        self._look_at(line, at)

    def _look_at(self, line: str, at: int) -> None:
        quote = _QUOTE.match(line)
        inside = line[quote.end() :] if quote else line
        begin = at + (quote.end() if quote else 0)
        if _NOTE.match(line):
            self._close(at)
            self._note = line.lstrip()[0]
        elif _ROW.match(inside) or (self._in_table and "|" in inside):
            self._drop_table(inside, at)
        elif not (self._is_heading(line, inside, begin) or self._is_item(line, inside, begin)):
            self._read_words(inside, begin, is_quote=bool(quote))

    def _is_heading(self, line: str, inside: str, begin: int) -> bool:
        """Take a line as a heading, or as what makes one of the line before, if it is that."""
        heading = _HEADING.match(inside)
        if heading:
            self._close(begin)
            if not _IN_OTHER.search(line):
                self._found.append(("heading", begin + heading.end(), begin + len(inside)))
        elif self._kind == "paragraph" and _UNDERLINE.match(line):
            self._found.append(("heading", self._start, begin - 1))
            self._kind = None
        elif _LANGUAGE.match(line):
            self._kind = None  # what was open is in another language
        else:
            return False
        return True

    def _is_item(self, line: str, inside: str, begin: int) -> bool:
        item = _ITEM.match(inside)
        if item:
            self._close(begin)
            self._in_list = True
            is_quoted = inside is not line and not self._note
            self._open("quote" if is_quoted else "item", begin + item.end())
        return item is not None

    def _read_words(self, inside: str, begin: int, *, is_quote: bool) -> None:
        is_nowhere = not (self._kind or self._in_list or self._note)
        if is_quote and not inside.strip():
            self._close(begin)
        elif is_quote:
            self._go_on("paragraph" if self._note else "quote", begin)
        elif not (is_nowhere and self._is_indented(begin)):
            self._in_list = self._in_list and inside[0] == " "
            self._go_on("paragraph", begin)

    def _is_indented(self, at: int) -> bool:
        """Tell whether a line begins so far in that it is code; code within a line is not that."""
        return self._written.startswith("    ", at)

    def _drop_table(self, row: str, at: int) -> None:
        is_delimiter = set(row) <= set(" |:-")
        if is_delimiter and self._kind == "paragraph" and "|" in self._words[self._start : at]:
            self._kind = None  # its heading
        self._close(at)
        self._in_table = True

    def _go_on(self, kind: Kind, at: int) -> None:
        if self._kind is None:
            self._open(kind, at)

    def _open(self, kind: Kind, at: int) -> None:
        self._kind, self._start = kind, at

    def _close(self, at: int) -> None:
        if self._kind:
            self._found.append((self._kind, self._start, at))
        self._kind = None
