"""Inline patterns are tried only on a text that has the sign which each of them needs.

Nearly every text of a page has few signs in it, and the parser would look for all of them in each.
"""

from typing import Any

from markdown import Markdown
from markdown.inlinepatterns import Pattern
from markdown.treeprocessors import InlineProcessor

_SIGNS = {
    "backtick": ("`",),
    "escape": ("\\",),
    "hard_break": ("\\\n",),
    "footnote": ("[^",),
    "reference": ("[",),
    "link": ("[",),
    "image_link": ("![",),
    "image_reference": ("![",),
    "short_reference": ("[",),
    "short_image_ref": ("![",),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("  \n",),
    "html": ("<",),
    "entity": ("&",),
    "emphasis": ("*", "_", "~~"),
    "em_strong": ("*", "_"),
    "bare_address": (":", "."),
    "bare_mail": ("@",),
}
"""What a text has in it wherever one of these patterns can match; others are always tried."""


class QuickInline(InlineProcessor):
    """The parser's own processor, which passes over patterns that can not match."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        names = {name: md.inlinePatterns[name] for name in _SIGNS if name in md.inlinePatterns}
        self._signs = {id(pattern): _SIGNS[name] for name, pattern in names.items()}

    def _InlineProcessor__applyPattern(  # noqa: N802 - the library's name for its own step
        self, pattern: Pattern, data: str, number: int, start: int = 0
    ) -> tuple[str, bool, int]:
        signs = self._signs.get(id(pattern))
        if signs and not any(sign in data for sign in signs):
            return data, False, 0
        parent: Any = super()
        done: tuple[str, bool, int] = parent._InlineProcessor__applyPattern(  # noqa: SLF001
            pattern, data, number, start
        )
        return done
