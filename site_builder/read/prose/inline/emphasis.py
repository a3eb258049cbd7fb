"""Emphasis and struck words as CommonMark finds them: which signs open, close, belong together.

The steps are those of the specification, "An algorithm for parsing nested emphasis", and those of
GitHub's for ~~struck words~~. What they find no emphasis in is left to the parser's own, more
generous rules.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import INLINE_PLACEHOLDER_RE

_RUNS = re.compile(r"\*+|_+|(?:~~)+(?!~)")
_TAKEN_OUT = INLINE_PLACEHOLDER_RE
_PUT_ASIDE = "\x02\x03"
"""What stands around the number of a link, code or HTML that was found before."""


@dataclass(frozen=True)
class Span:
    """Words with emphasis, or struck through, between two runs of signs."""

    start: int
    end: int
    signs: int
    """How many signs are on each side: one for emphasis, two for what is strong or struck."""
    tag: str


@dataclass
class _Run:
    sign: str
    start: int
    end: int
    length: int
    opens: bool
    closes: bool


def spans(text: str) -> list[Span]:
    """Return every span of a text; each stands wholly inside or outside of each other."""
    found: list[Span] = []
    openers: list[_Run] = []
    bottoms: dict[tuple[str, bool, int], int] = {}
    for run in (_run(text, one) for one in _RUNS.finditer(text)):
        while run.closes and run.start < run.end:
            key = run.sign, run.opens, run.length % 3
            at = _opener_for(run, openers, bottoms.get(key, 0))
            if at is None:
                bottoms[key] = len(openers)
                break
            found.append(_pair(openers[at], run))
            del openers[at + (openers[at].start < openers[at].end) :]
            bottoms = {one: min(bottom, len(openers)) for one, bottom in bottoms.items()}
        if run.opens and run.start < run.end:
            openers.append(run)
    return found


def _run(text: str, found: re.Match[str]) -> _Run:
    before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
    if found.start() == 0:
        before = ""
    is_left = _flanks(after, before)
    is_right = _flanks(before, after)
    opens, closes = is_left, is_right
    if found[0][0] == "_":
        opens = is_left and (not is_right or _is_punctuation(before))
        closes = is_right and (not is_left or _is_punctuation(after))
    start, end = found.span()
    return _Run(found[0][0], start, end, end - start, opens, closes)


def _flanks(inner: str, outer: str) -> bool:
    """Tell whether a run stands at the edge of words, by the characters inside and outside."""
    if not inner or inner.isspace():
        return False
    return not _is_punctuation(inner) or not outer or outer.isspace() or _is_punctuation(outer)


def _is_punctuation(character: str) -> bool:
    if not character:
        return False
    return character in _PUT_ASIDE or unicodedata.category(character)[0] in "PS"


def _opener_for(closer: _Run, openers: Sequence[_Run], bottom: int) -> int | None:
    for at in range(len(openers) - 1, bottom - 1, -1):
        opener = openers[at]
        is_odd = (
            opener.sign != "~"
            and (opener.closes or closer.opens)
            and (opener.length + closer.length) % 3 == 0
            and (opener.length % 3 or closer.length % 3)
        )
        if opener.sign == closer.sign and not is_odd:
            return at
    return None


def _pair(opener: _Run, closer: _Run) -> Span:
    """Take the signs of one span from both runs."""
    signs = 2 if min(opener.end - opener.start, closer.end - closer.start) >= 2 else 1
    opener.end -= signs
    closer.start += signs
    tag = "del" if opener.sign == "~" else "em" if signs == 1 else "strong"
    return Span(opener.end, closer.start, signs, tag)


class Emphasis(InlineProcessor):
    """Make the elements of the outermost spans of a text, with the inner ones in them."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(r"[*_~]", md)
        self._text: str | None = None
        self._cut = (0, 0)
        """Where the last span was taken out of the text, which then comes back without it."""
        self._spans: dict[int, tuple[Span, list[Span]]] = {}
        """The outermost spans with those inside, by how far from the end of the text they start.

        So a text is looked through once, however many spans there are in it.
        """

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the library's name
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        if not self._is_known(data):
            self._learn(data)
        self._text, self._cut = data, (len(data), 0)
        known = self._spans.get(len(data) - m.start())
        if not known:
            return None, None, None
        span, inside = known
        start, end = m.start(), m.start() + span.end - span.start
        self._cut = start, len(data) - end
        return _element(data[start:end], span, inside), start, end

    def _is_known(self, data: str) -> bool:
        """Tell whether a text is the last one, as it is or without the span that was taken out."""
        if self._text is None or data == self._text:
            return self._text is not None
        before, after = self._cut
        left = self._text[:before], self._text[len(self._text) - after :]
        if not (data.startswith(left[0]) and data.endswith(left[1])):
            return False
        return bool(_TAKEN_OUT.fullmatch(data, before, len(data) - after))

    def _learn(self, data: str) -> None:
        self._spans = {}
        outermost: Span | None = None
        for span in sorted(spans(data), key=lambda one: (one.start, -one.end)):
            if outermost and span.end <= outermost.end:
                self._spans[len(data) - outermost.start][1].append(span)
            else:
                outermost = span
                self._spans[len(data) - span.start] = (span, [])


def _element(text: str, span: Span, inside: Sequence[Span]) -> Element:
    """Return the element of a span, whose text is given, with an element for each inside."""
    element = Element(span.tag)
    open_ = [(span, element)]
    at = span.start + span.signs

    def add(upto: int) -> None:
        """Add the words up to a place to the innermost element."""
        nonlocal at
        words, parent = text[at - span.start : upto - span.start], open_[-1][1]
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + words
        else:
            parent.text = (parent.text or "") + words
        at = upto

    def close() -> None:
        last, _ = open_[-1]
        add(last.end - last.signs)
        at_end.append(open_.pop()[0].end)

    at_end: list[int] = []
    for inner in inside:
        while open_[-1][0].end <= inner.start:
            close()
            at = at_end[-1]
        add(inner.start)
        made = Element(inner.tag)
        open_[-1][1].append(made)
        open_.append((inner, made))
        at = inner.start + inner.signs
    while open_:
        close()
        at = at_end[-1]
    return element
