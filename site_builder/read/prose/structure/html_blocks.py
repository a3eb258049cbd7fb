"""HTML that stands on lines of its own in a text of Markdown, and where Markdown goes on in it.

As in CommonMark, a block of HTML ends with a blank line, and what follows is Markdown again. An
element with `markdown="1"`, and every `<details>`, has Markdown inside from its first line.
"""

import re

_HOLDS_BLOCKS = frozenset(
    {"article", "aside", "blockquote", "center", "dd", "details", "div", "figure", "footer"}
    | {"header", "li", "main", "nav", "section", "td", "th"}
)
_HOLDS_WORDS = frozenset(
    {"caption", "dt", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "p", "summary"}
)
BLOCK_TAGS = (
    _HOLDS_BLOCKS
    | _HOLDS_WORDS
    | {"address", "base", "basefont", "body", "col", "colgroup", "dialog", "dir", "dl", "fieldset"}
    | {"form", "frame", "frameset", "head", "hr", "html", "iframe", "legend", "link", "menu"}
    | {"menuitem", "noframes", "ol", "optgroup", "option", "param", "search", "table", "tbody"}
    | {"tfoot", "thead", "title", "tr", "track", "ul"}
)
_COUNTED = frozenset(
    {"article", "aside", "blockquote", "center", "details", "div", "dl", "figure", "form", "ol"}
    | {"section", "table", "ul"}
)
"""Elements that are closed by a tag of their own, always."""

_START = re.compile(r"(?i) {0,3}<(?:/?([a-z][a-z0-9]*)(?=[\s>/]|$)|([!?]))")
_VERBATIM = {
    "pre": re.compile(r"(?i)</pre>"),
    "script": re.compile(r"(?i)</script>"),
    "style": re.compile(r"(?i)</style>"),
    "textarea": re.compile(r"(?i)</textarea>"),
}
_ENDS = (
    (re.compile(r" {0,3}<!--"), re.compile("-->")),
    (re.compile(r" {0,3}<\?"), re.compile(r"\?>")),
    (re.compile(r" {0,3}<!\[CDATA\["), re.compile(r"\]\]>")),
    (re.compile(r" {0,3}<![A-Za-z]"), re.compile(">")),
)
BLANK = re.compile(r"(?!)")
"""The end of a block that ends with a blank line: no line has it inside."""

_TAG = re.compile(r"(?i) *<(/?)([a-z][a-z0-9]*)((?:\s[^<>]*)?)/?>")
_ANY_TAG = re.compile(r"(?i)<(/?)([a-z][a-z0-9]*)\b[^<>]*>")
_MARKDOWN = re.compile(r"""(?i)\smarkdown(?:\s*=\s*["']?(?:1|block|span)["']?)?(?=[\s/]|$)""")
_ONE = re.compile(r"(?i) *<([a-z][a-z0-9]*)((?:\s[^<>]*)?)>(.*?)</\1>")
_LAST = re.compile(r"(?i)(.*\S) *(</([a-z][a-z0-9]*)>) *$")


def end_of_html(line: str) -> re.Pattern[str] | None:
    """Return what ends the block of HTML that a line begins; nothing when it begins none."""
    start = _START.match(line)
    if not start:
        return None
    tag = (start[1] or "").lower()
    if tag in _VERBATIM and "</" not in start[0]:
        return _VERBATIM[tag]
    if start[2]:
        return next((end for begin, end in _ENDS if begin.match(line)), None)
    return BLANK if tag in BLOCK_TAGS else None


def change_of_depth(html: str) -> int:
    """Return how many more elements some HTML opens than it closes."""
    tags = [(closing, tag.lower()) for closing, tag in _ANY_TAG.findall(html)]
    return sum(-1 if closing else 1 for closing, tag in tags if tag in _COUNTED)


class MarkdownInside:
    """Which elements are open at a line that have Markdown inside from their first line."""

    def __init__(self) -> None:
        self._open: list[str] = []

    @property
    def is_open(self) -> bool:
        return bool(self._open)

    def closes(self, line: str) -> bool:
        """Tell whether a line closes one of them."""
        found = _TAG.match(line)
        return bool(found and found[1] and found[2].lower() in self._open)

    def tag_at(self, line: str) -> tuple[str, str] | None:
        """Return the tag at the start of a line that opens or closes one, and what follows."""
        found = _TAG.match(line)
        tag = found[2].lower() if found else ""
        if not found or tag not in _HOLDS_BLOCKS:
            return None
        if found[1]:
            if tag not in self._open:
                return None
            self._open.remove(tag)
        elif self._open or tag == "details" or _MARKDOWN.search(found[3]):
            self._open.append(tag)
        else:
            return None
        return _MARKDOWN.sub("", found[0].strip()), line[found.end() :]

    def element_at(self, line: str) -> tuple[str, str, str] | None:
        """Return the element that begins a line: its tag with attributes, its words, the rest."""
        found = _ONE.match(line)
        if not found or found[1].lower() not in _HOLDS_WORDS:
            return None
        if not self._open and not _MARKDOWN.search(found[2]):
            return None
        return found[1].lower() + _MARKDOWN.sub("", found[2]), found[3], line[found.end() :]

    def end_of(self, line: str) -> tuple[str, str] | None:
        """Return the words of a line, and the tag at its end, where that closes one of them."""
        found = _LAST.match(line) if self._open else None
        if not found or found[3].lower() not in self._open or f"<{found[3]}" in found[1]:
            return None
        return found[1], found[2]
