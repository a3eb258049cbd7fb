"""The plain words of a Markdown text, each still where it stands in the file.

Marks, addresses, code and HTML become spaces, so that the words of a text of the same length are
left.
"""

import html
import re
from collections.abc import Callable, Mapping

from site_builder.check.rules.sentences import BREAK

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
