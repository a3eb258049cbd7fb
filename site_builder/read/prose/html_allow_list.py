"""Which HTML may reach a page, whoever wrote it.

Authors write Markdown. What raw HTML they add is held against one list: text-level elements,
quotations, tables, details. How things look is the theme's, so `style`, `class`, `width` and the
like are taken off without a word. Scripts, frames, forms, event handlers and strange links never
pass; `forbidden` names them for the author and `clean` makes sure.
"""

import re
from difflib import get_close_matches
from html.parser import HTMLParser
from urllib.parse import urlsplit

import nh3

from site_builder.read.prose.structure.canonical import KINDS_OF_NOTE

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_WORDS = {
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "br",
    "cite",
    "code",
    "del",
    "dfn",
    "em",
    "i",
    "ins",
    "kbd",
}
_WORDS |= {"mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var"}
_WORDS |= {"wbr", "ruby", "rp", "rt"}
_BLOCKS = {"blockquote", "details", "summary", "div", "dl", "dt", "dd", "ol", "ul", "li", "hr", "p"}
_BLOCKS |= {"pre", "h1", "h2", "h3", "h4", "h5", "h6", "img", "figure", "figcaption"}
_TABLES = {"table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"}
TAGS = frozenset(_WORDS | _BLOCKS | _TABLES)
_ANYWHERE = frozenset({"id", "lang", "dir", "title"})
_KINDS = {f"note-{kind}" for kind in KINDS_OF_NOTE}
_ATTRIBUTES = {
    "a": {"href", "hreflang"},
    "bdo": {"dir"},
    "code": {"class"},
    "del": {"datetime"},
    "details": {"open"},
    "img": {"src", "alt", "width", "height", "role", "people"},
    "ins": {"datetime"},
    "li": {"value"},
    "ol": {"start", "reversed"},
    "td": {"class", "colspan", "rowspan"},
    "th": {"class", "colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
_CLASSES = {
    "a": {"footnote-ref", "footnote-backref", "transcript"},
    "div": {"footnote", "note", *_KINDS},
    "li": {"task"},
    "p": {"note-title", "video", *_KINDS},
    "span": {"task-done", "task-to-do", "video-youtube", "video-vimeo"},
    "summary": _KINDS,
}
"""Classes that the product itself gives, for the theme."""
ATTRIBUTES = {"*": set(_ANYWHERE)} | _ATTRIBUTES

_HARMLESS_TAGS = frozenset(
    {"acronym", "address", "article", "aside", "big", "center", "dir", "dialog", "font", "footer"}
    | {"header", "hgroup", "main", "menu", "nav", "nobr", "picture", "section", "strike", "tt"}
    | {"col", "colgroup"}
)
"""Elements that are taken off the page without a word; what they hold stays."""
_REFUSED_ATTRIBUTES = frozenset({"action", "formaction", "ping", "srcdoc", "xlink:href"})
OF_OTHER_SITES = frozenset({"target", "rel", "loading", "decoding", "fetchpriority"})
"""Attributes of links and pictures that are for the theme to decide, and harm nobody."""
_OF_LOOKS = frozenset({"style", "class", "width", "height", "align", "valign", "bgcolor", "border"})
_HANDLER = "on"
_OURS = ("decorative", "people", "lang", "transcript", "poster")
"""Attributes that do something here, so that a slip in one is worth a word."""

_NO_CLASS = re.compile(r"""(<[a-z][a-z0-9]*(?: [\w:-]+="[^"]*")*?) class=""(?=[ >])""")
"""What the cleaner leaves of a class of the author's own."""

_CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
    allowed_classes={tag: set(names) for tag, names in _CLASSES.items()},
    url_schemes=set(SCHEMES),
    link_rel=None,
    strip_comments=True,
    clean_content_tags={"script", "style"},
)


def clean(html: str) -> str:
    """Return HTML in which only what the list allows is left, well formed."""
    return _NO_CLASS.sub(r"\1", _CLEANER.clean(html))


def forbidden(html: str) -> tuple[str, ...]:
    """Return what of some HTML the list does not allow, in order: "<script>", "onclick", ….

    Each is written as its author would look for it in the text.
    """
    finder = _Finder()
    # The parser gives up where `<![` opens nothing that it knows; no text needs it.
    finder.feed(html.replace("<![", "&lt;!["))
    finder.close()
    sections = ["<!["] if "<![" in html else []
    return tuple(dict.fromkeys(finder.found + sections))


def is_taken_off(tag: str, name: str) -> bool:
    """Tell whether an attribute of how things look never reaches a page, and harms nobody."""
    is_known = name in OF_OTHER_SITES | _OF_LOOKS and tag in TAGS
    is_kept = name in _ATTRIBUTES.get(tag, set()) or (name == "class" and tag in _CLASSES)
    return is_known and not is_kept


class _Finder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS | _HARMLESS_TAGS and ":" not in tag:
            self.found.append(f"<{tag}")
            return
        allowed = _ANYWHERE | _ATTRIBUTES.get(tag, set())
        for name, value in attrs:
            if name.startswith(_HANDLER) or name in _REFUSED_ATTRIBUTES:
                self.found.append(name)
            elif name in ("href", "src") and _strange(value or ""):
                self.found.append(value or "")
            elif name not in allowed and is_slip(name):
                self.found.append(name)

    def handle_decl(self, decl: str) -> None:
        name = decl.split(maxsplit=1)[:1]
        self.found.append("<!" + "".join(name))

    def handle_pi(self, _data: str) -> None:
        self.found.append("<?")


def is_slip(name: str) -> str:
    """Return which attribute of the product's own a name is nearly, and is not."""
    near = get_close_matches(name, _OURS, n=1, cutoff=0.8)
    return near[0] if near and name not in _OURS else ""


def _strange(address: str) -> bool:
    try:
        return urlsplit("".join(address.split())).scheme.lower() not in SCHEMES | {""}
    except ValueError:
        return True
