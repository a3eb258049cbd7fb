"""A second parser of Markdown as a judge: what CommonMark sees in a text must be on our page.

Lists, tables, quotations, emphasis and links are compared with the words in each; what Markdown of
ours sees besides is no loss.
"""

import re
from collections import Counter
from html.parser import HTMLParser
from urllib.parse import unquote

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from site_builder.read.prose.html_allow_list import clean
from site_builder.read.prose.prose import convert

JUDGED = frozenset({"li", "table", "tr", "td", "th", "blockquote", "em", "strong", "a", "del"})
_OWN_WORDS = frozenset({"li", "blockquote"})
"""What is judged by the words that stand in it alone: an inner list may be ours only."""
_SAME = {"s": "del", "figcaption": "em"}
"""What is the same by another name: a line in italics under a picture is its caption here."""
_OURS_ONLY = re.compile(r"\{[^{}]*\}|\]\([^()]*\)")
"""Attributes, and links whose address has spaces or nothing but a title."""


def _common_mark() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return parser.use(footnote_plugin)


_COMMON_MARK, _WITHOUT_HTML = _common_mark(), _common_mark()
for _rule in ("html_block", "html_inline"):
    _WITHOUT_HTML.add_render_rule(_rule, lambda *_: "")


Things = Counter[tuple[str, str]]


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[tuple[str, list[str]]] = []
        self.things: Things = Counter()

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if _SAME.get(tag, tag) in JUDGED:
            self._open.append((_SAME.get(tag, tag), []))

    def handle_endtag(self, tag: str) -> None:
        tag = _SAME.get(tag, tag)
        if tag not in [one for one, _ in self._open]:
            return
        while self._open:
            closed, words = self._open.pop()
            self.things[closed, _plain("".join(words))] += 1
            if closed == tag:
                break

    def handle_data(self, data: str) -> None:
        for tag, words in reversed(self._open):
            words.append(data)
            if tag in _OWN_WORDS:
                break


def _plain(words: str) -> str:
    """Return what of some words two parsers must agree on: their letters and numbers."""
    return "".join(re.findall(r"\w+", unquote(_OURS_ONLY.sub("", words)).replace("_", "")))


def things_in(html: str) -> Things:
    """Return everything that is judged in some HTML, by its tag and its words."""
    seen = _Seen()
    seen.feed(html)
    seen.close()
    return seen.things


def lost(markdown: str) -> list[tuple[str, str]]:
    """Return what CommonMark sees in a text and our page does not show."""
    markdown = markdown.replace("\r\n", "\n")
    # HTML of authors is no Markdown, and where it is indented CommonMark takes it for code.
    theirs = things_in(clean(_COMMON_MARK.render(markdown)))
    theirs &= things_in(clean(_WITHOUT_HTML.render(markdown)))
    ours = things_in(convert(markdown).html)
    return sorted(one for one in (theirs - ours).elements() if one[1])
