"""What a link says of the file behind it, in the place of what its author wrote of that by hand."""

import html
import re
from collections.abc import Callable

NoteFor = Callable[[str], str]
"""Returns what is said of what is at an address, as it is written; nothing for most."""

_LINK = re.compile(
    r'(<a(?: [\w:-]+="[^"]*")*? href="([^"]*)"[^>]*>)(.*?)</a>((?:\s|&nbsp;)*\([^()<>]*\))?', re.S
)
_SAID = re.compile(
    r"(?:\s|&nbsp;)*\((?:[^()<>]*\b)??(?:\d[\d.,]*\s?(?:k|m|g)i?b|pdf|csv|docx?|odt|word|xlsx?|ods|excel"
    r"|pptx?|odp|powerpoint|zip|mp3|mp4|vtt|epub)\b[^()<>]*\)\s*\Z",
    re.I,
)
"""A kind or a size in brackets, where an author wrote it before the build did."""


def with_notes(shown: str, note_for: NoteFor) -> str:
    """Return HTML in which each link of which there is a note ends with it."""

    def put(found: re.Match[str]) -> str:
        note = note_for(html.unescape(found[2]))
        if not note:
            return found[0]
        words, after = _SAID.sub("", found[3]), found[4] or ""
        rest = "" if _SAID.fullmatch(after) else after
        return f"{found[1]}{words} {html.escape(note)}</a>{rest}"

    return _LINK.sub(put, shown) if "<a " in shown else shown
