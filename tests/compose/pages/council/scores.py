"""Find what would turn promises into scores: percentages, traffic lights, bars and gauges.

A story may well have figures: what is looked at closely is where a page shows promises, which is
all of a page of promises, and elsewhere whatever holds a link to one.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import chain

import lxml.html
from lxml import etree
from lxml.html import HtmlElement

from site_builder.relate.council.commitments import STATES
from tests.compose.markup import elements, texts

PAGES_OF_PROMISES = re.compile(r"(commitments|missions/[^/]+/promises)/")
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"

_PERCENTAGE = re.compile(r"\d\s?(?:%|\N{FULLWIDTH PERCENT SIGN}|per\s?cent\b)", re.I)
_LIGHTS = re.compile(
    r"\bRAG\b|\b(?:red|amber|yellow|green)[ -](?:rat|light|flag|stat)|traffic.light"
    r"|\b(?:on|off)[ -](?:track|target)\b|\bat risk\b|\b(?:ahead of|behind) (?:schedule|target)\b",
    re.I,
)
_SIGNS = re.compile("[✅❌✔✘✓✗★☆●○◐-◕■-◗⬛⬜▁-▏█▒▓\N{LARGE RED CIRCLE}\N{LARGE BLUE CIRCLE}🟠-🟩]")
_LIGHT_CLASS = rf"(?:red|amber|yellow|green|rag|{'|'.join(STATES)})"
_CLASSES = re.compile(
    rf"(?:[\w]+-+)?(?:{_LIGHT_CLASS}|bar|progress|meter|gauge|score|target|percent\w*)(?:-+\w+)?"
)
_LIGHT_CLASSES = re.compile(rf"(?:[\w]+-+)?{_LIGHT_CLASS}(?:-+\w+)?")
_GAUGES = "self::progress or self::meter or @role='progressbar' or @role='meter' or @aria-valuenow"
_DRAWN = "self::svg or self::canvas or self::img or self::picture or self::object"


def scores_in(files: Mapping[str, bytes]) -> Iterator[str]:
    """Yield each thing of a built site that stands for a promise other than in words."""
    for name in files:
        if name.endswith(".html"):
            page = lxml.html.document_fromstring(files[name].decode())
            yield from (f"{name}: {found}" for found in scores_on(page, name))
        elif name.endswith(".css"):
            yield from (f"{name}: {found}" for found in lights_in(files[name].decode()))
        elif name.endswith("feed.xml"):
            yield from (f"{name}: {found}" for found in _in_feed(files[name]))


def scores_on(page: HtmlElement, name: str) -> Iterator[str]:
    """Yield each score on a page; a gauge is one wherever it stands."""
    for gauge in elements(page, f"//*[{_GAUGES}]"):
        yield f"<{gauge.tag}>"
    for part in parts_with_promises(page, name):
        yield from _in_text(_text(part))
        yield from _in_elements(part)


def parts_with_promises(page: HtmlElement, name: str = "") -> list[HtmlElement]:
    """Return the parts of a page that show promises."""
    if PAGES_OF_PROMISES.match(name):
        return elements(page, "//main")
    links = "//a[contains(@href, 'commitments/') and not(ancestor::header)]"
    nearest = f"{links}/ancestor::*[self::li or self::tr or self::dd or self::p][1]"
    return [*elements(page, nearest), *elements(page, f"{links}[not({nearest[len(links) + 1 :]})]")]


def _in_feed(data: bytes) -> Iterator[str]:
    for item in etree.fromstring(data).iter(CONTENT):
        yield from scores_on(lxml.html.document_fromstring(item.text or "<p>"), "")


def _text(part: HtmlElement) -> str:
    """Return the words of a part, but for the titles of stories, which may have a figure."""
    story = "ancestor-or-self::a[contains(@href, 'case-studies/')]"
    return "".join(texts(part, f".//text()[not({story})]"))


def _in_text(text: str) -> Iterator[str]:
    for pattern in (_PERCENTAGE, _LIGHTS, _SIGNS):
        yield from (f'"{found[0]}"' for found in pattern.finditer(text))


def _in_elements(part: HtmlElement) -> Iterator[str]:
    for drawn in elements(part, f".//*[{_DRAWN}]"):
        yield f"<{drawn.tag}> beside a promise"
    for styled in elements(part, "descendant-or-self::*[@style or @data-state or @data-value]"):
        yield f"<{styled.tag}> with a style or a state"
    above = elements(part, "ancestor::*[ancestor::body]")
    for one in chain(above, elements(part, "descendant-or-self::*")):
        for name in (one.get("class") or "").split():
            if not name.startswith("accent-") and _CLASSES.fullmatch(name):
                yield f'class="{name}"'


def lights_in(styles: str) -> Iterator[str]:
    """Yield each selector of a stylesheet that gives a state of a promise a look of its own."""
    styles = re.sub(r"/\*.*?\*/", "", styles, flags=re.S)
    for name in re.findall(r"\.([a-z][\w-]*)(?=[^{}]*\{)", styles):
        if _LIGHT_CLASSES.fullmatch(name) and not name.startswith("accent-"):
            yield f".{name}"
    yield from re.findall(r"(?<![\w.#-])(?:progress|meter)\b(?=[^{};]*\{)|\[data-state", styles)
