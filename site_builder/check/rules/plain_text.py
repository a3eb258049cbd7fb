"""The plain words of a Markdown text, each still where it stands in the file.

Marks, addresses, code and HTML become spaces, so that the words of a text of the same length are
left. The text is then cut into passages: headings, paragraphs, items of lists, quotations.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Literal

from site_builder.check.rules.sentences import BREAK, Sentence, sentences_of, words_of
from site_builder.read.source import Loc

Kind = Literal["paragraph", "item", "heading", "quote", "title", "field"]

# Each pattern begins with a sign, so that most of a text is passed over quickly.
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_LINE_BREAK = re.compile(r"<br\b[^>]*>", re.I)
_HTML_IN_OTHER = re.compile(r"<(\w+)\b[^>]*\blang\s*=[^>]*>.*?</\1\s*>", re.I | re.S)
_INLINE_IN_OTHER = re.compile(
    r"(?:(\*{1,3}|_{1,3})[^*_\n]+\1|\[[^\[\]\n]*\]\([^()\n]*\))\{:?[^{}\n]*\blang\s*=[^{}\n]*\}"
)
_TAG = re.compile(r"<(?:/?[A-Za-z][^<>]*|[a-z][\w+.-]*:[^<>\s]*)>")
_IMAGE = re.compile(r"!\[[^\[\]]*\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\[\]\n]*\])")
_DEFINITION = re.compile(r"^ {0,3}(?:\[(?!\^)[^\[\]\n]+\]|\*\[[^\[\]\n]+\]):.*$", re.M)
_TARGET = re.compile(r"\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\[\]\n]*\])")
_NOTE_MARK = re.compile(r"\[(?:\^[^\[\]\n]+|![A-Z]+|[ xX])\]:?")
_BRACES = re.compile(r"\{(?::?[^{}\n]*[#.=][^{}\n]*|\{[^{}\n]*\}|%[^{}\n]*%)\}")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+|www\.[^\s<>\"]+|@[\w-]+\.[\w.-]+\w")
_MARK = re.compile(r"[*~\[\]]+")
_UNDERSCORES = re.compile(r"_+")
_BACKSLASH = re.compile(r"\\(?=[^\w\s])")
_HARD_BREAK = re.compile(r"  +\n|\\\n")
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-f]{1,6}|[a-z]{2,8});", re.I)

_QUOTE = re.compile(r" {0,3}(?:> ?)+")
_HEADING = re.compile(r" {0,3}#{1,6}(?=\s|$)")
_ITEM = re.compile(r" *(?:[-*+•]|\d{1,9}[.)])(?: +|$)")
_ROW = re.compile(r" *\|| *:?-+:? *\|")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+) *$")
_NOTE = re.compile(r" {0,3}(?:> ?)*\[![A-Z]+\]|(?:!!!|\?\?\?)")
_PASSAGE_IN_OTHER = re.compile(r"^[ >]*\{:[^{}\n]*\blang\s*=[^{}\n]*\} *$|#.*\{[^{}\n]*\blang\s*=")


@dataclass(frozen=True)
class Within:
    """A place within a value of front matter."""

    loc: Loc
    before: str
    """What the value says before it."""


@dataclass(frozen=True)
class Passage:
    """Some words that belong together, and where they stand."""

    kind: Kind
    text: str
    start: int = 0
    """How far into the body they begin."""
    loc: Loc = ()
    """The way to them in front matter; nothing when they stand in the body."""

    def at(self, offset: int) -> "int | Within":
        """Return the place of one of the characters."""
        return Within(self.loc, self.text[:offset]) if self.loc else self.start + offset

    @cached_property
    def words(self) -> list[str]:
        """The words, as they are written."""
        return words_of(self.text)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(sentences_of(self.text))

    def is_quoted(self, offset: int) -> bool:
        """Tell whether a character stands between quotation marks, so that it is somebody's."""
        before = self.text[:offset]
        is_curly = before.rfind("“") > before.rfind("”")
        return is_curly or before.count('"') % 2 == 1


class Said:
    """Passages one after the other, so that a pattern is looked for in all of them at once."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._passages = tuple(passages)
        self.text = BREAK.join(one.text for one in self._passages)
        lengths = (len(one.text) + 1 for one in self._passages)
        self._starts = [0, *accumulate(lengths)]

    def find(self, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], Passage, int]]:
        """Yield what a pattern finds, with the passage and where it is in that."""
        return self._find(pattern, self.text)

    def find_in_any_case(
        self, pattern: re.Pattern[str]
    ) -> Iterator[tuple[re.Match[str], Passage, int]]:
        """Yield what a pattern in small letters finds, in whatever letters it stands."""
        return self._find(pattern, self._in_small_letters)

    def _find(
        self, pattern: re.Pattern[str], text: str
    ) -> Iterator[tuple[re.Match[str], Passage, int]]:
        for found in pattern.finditer(text):
            number = bisect_right(self._starts, found.start()) - 1
            yield found, self._passages[number], found.start() - self._starts[number]

    @cached_property
    def _in_small_letters(self) -> str:
        small = self.text.lower()
        if len(small) == len(self.text):
            return small
        return "".join(one.lower() if len(one.lower()) == 1 else one for one in self.text)


_STEPS = (
    ("<", _COMMENT),
    ("lang", _HTML_IN_OTHER),
    ("<br", _LINE_BREAK),
    ("<", _TAG),
    ("\\\n", _HARD_BREAK),
    ("  \n", _HARD_BREAK),
    ("lang", _INLINE_IN_OTHER),
    ("{", _BRACES),
    ("![", _IMAGE),
    ("]:", _DEFINITION),
    ("](", _TARGET),
    ("][", _TARGET),
    ("[", _NOTE_MARK),
    ("://", _ADDRESS),
    ("www.", _ADDRESS),
    ("@", _ADDRESS),
    ("\\", _BACKSLASH),
    ("_", _UNDERSCORES),
    ("&", _ENTITY),
    ("", _MARK),
)
"""What becomes spaces, in this order, each with a text without which there is none of it."""


def plain(markdown: str) -> str:
    """Return a text without code at its length, with spaces in the place of all but words."""
    text = markdown
    for sign, pattern in _STEPS:
        if sign in text:
            text = pattern.sub(_BECOMES.get(pattern, _spaces), text)
    return text


def _spaces(found: re.Match[str]) -> str:
    gone = found[0]
    if "\n" not in gone:
        return " " * len(gone)
    return "\n".join(" " * len(line) for line in gone.split("\n"))


def _break(found: re.Match[str]) -> str:
    return BREAK + _spaces(found)[1:]


def _character(found: re.Match[str]) -> str:
    character = html.unescape(found[0])
    is_shown = len(character) == 1 and character.isprintable() and character not in "<>*_"
    return (character if is_shown else " ").ljust(len(found[0]))


def _around_words(found: re.Match[str]) -> str:
    """Return underscores that are within a word, and spaces for those that are around some."""
    text, start, end = found.string, found.start(), found.end()
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    is_within = before.isalnum() and after.isalnum()
    return found[0] if is_within else " " * len(found[0])


_BECOMES: Mapping[re.Pattern[str], Callable[[re.Match[str]], str]] = {
    _LINE_BREAK: _break,
    _HARD_BREAK: _break,
    _ENTITY: _character,
    _UNDERSCORES: _around_words,
}
"""What stands in the place of something that is not spaces."""


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
        elif _PASSAGE_IN_OTHER.match(line):
            self._kind = None  # what was open is in another language
        elif heading := _HEADING.match(inside):
            self._close(at)
            end = at + len(line)
            self._found.append(("heading", begin + heading.end(), end))
        elif self._kind == "paragraph" and _UNDERLINE.match(line):
            self._found.append(("heading", self._start, at - 1))
            self._kind = None
        elif item := _ITEM.match(inside):
            self._close(at)
            self._in_list = True
            self._open("item" if not quote or self._note else "quote", begin + item.end())
        elif quote and not inside.strip():
            self._close(at)
        elif quote:
            self._go_on("paragraph" if self._note else "quote", begin)
        elif not self._kind and not self._in_list and not self._note and self._is_indented(at):
            return  # code by its indent
        else:
            self._in_list = self._in_list and line[0] == " "
            self._go_on("paragraph", at)

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
