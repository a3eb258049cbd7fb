"""Addresses that stand in a text as they are, and become links."""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import HTML_PLACEHOLDER_RE
from pymdownx.magiclink import RE_LINK, RE_MAIL, MagiclinkMailPattern, MagiclinkPattern

_PUT_ASIDE = "\x02"
_TRAILING = "?!.,:*_~'\""
_CONFIG = {"hide_protocol": False, "repo_url_shortener": False}

Found = tuple[Element | None, int | None, int | None]


def link_addresses(md: Markdown) -> None:
    """Let a converter link whole addresses of pages and of email, after emphasis is found."""
    md.inlinePatterns.register(_Address(RE_LINK, md), "bare_address", 45)
    md.inlinePatterns.register(_Mail(RE_MAIL, md), "bare_mail", 44)


class _Address(MagiclinkPattern):  # type: ignore[misc]
    config = _CONFIG

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # noqa: N802
        is_ftp = m[0].lower().startswith("ftp")  # browsers follow no such link
        if is_ftp or _is_inside_link(self, data[: m.start()]):
            return None, None, None
        link, start, end = super().handleMatch(m, data)
        cut = data.find(_PUT_ASIDE, m.start())
        if link is not None and start is not None and 0 <= cut < end:
            shorter = data[start:cut].rstrip(_TRAILING)
            link, start, end = super().handleMatch(m, data[: start + len(shorter)])
        return link, start, end


class _Mail(MagiclinkMailPattern):  # type: ignore[misc]
    config = _CONFIG

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # noqa: N802
        if _is_inside_link(self, data[: m.start()]):
            return None, None, None
        found: Found = super().handleMatch(m, data)
        return found


def _is_inside_link(pattern: InlineProcessor, before: str) -> bool:
    """Tell whether a link in HTML was opened and not closed before a place."""
    raw = pattern.md.htmlStash.rawHtmlBlocks
    is_inside = False
    for found in HTML_PLACEHOLDER_RE.finditer(pattern.unescape(before) if raw else ""):
        tag = str(raw[int(found[1])])[:3].lower()
        is_inside = tag in ("<a ", "<a>", "<a\n") or (is_inside and tag != "</a")
    return is_inside
