"""Drawings in SVG made safe: what could run, or ask another site for something, is refused.

What a drawing program notes for itself is left out silently: who drew it, with which program, and
where it lay on their disk. Everything else stays, and what is not known does not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_NAMESPACES = frozenset({None, _XLINK, _XML})
_BASE = f"{{{_XML}}}base"
_ELEMENTS = frozenset(
    [
        "a",
        "animate",
        "animateMotion",
        "animateTransform",
        "circle",
        "clipPath",
        "defs",
        "desc",
        "ellipse",
        "feBlend",
        "feColorMatrix",
        "feComponentTransfer",
        "feComposite",
        "feConvolveMatrix",
        "feDiffuseLighting",
        "feDisplacementMap",
        "feDistantLight",
        "feDropShadow",
        "feFlood",
        "feFuncA",
        "feFuncB",
        "feFuncG",
        "feFuncR",
        "feGaussianBlur",
        "feImage",
        "feMerge",
        "feMergeNode",
        "feMorphology",
        "feOffset",
        "fePointLight",
        "feSpecularLighting",
        "feSpotLight",
        "feTile",
        "feTurbulence",
        "filter",
        "g",
        "image",
        "line",
        "linearGradient",
        "marker",
        "mask",
        "mpath",
        "path",
        "pattern",
        "polygon",
        "polyline",
        "radialGradient",
        "rect",
        "set",
        "stop",
        "style",
        "svg",
        "switch",
        "symbol",
        "text",
        "textPath",
        "title",
        "tspan",
        "use",
        "view",
    ]
)
_DANGEROUS = frozenset(
    [
        "script",
        "foreignObject",
        "handler",
        "listener",
        "iframe",
        "object",
        "embed",
        "audio",
        "video",
        "canvas",
    ]
)
_RUNS_IN_A_LINK = re.compile(r"(?:javascript|vbscript|data):", re.I)
_PASSED_OVER = re.compile(r"[\s\x00-\x20]+")
"""What browsers pass over in an address."""
_PICTURE = re.compile(r"data:image/(?:png|jpe?g|gif|webp|avif)[;,]", re.I)
_ELSEWHERE = re.compile(
    r"@import|url\(\s*['\"]?(?!\s*['\"]?(?:#|data:image/(?!svg)))|expression\(", re.I
)
_ESCAPED = re.compile(r"\\([0-9a-f]{1,6})\s?|\\(.)", re.I | re.S)
_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_NUMBER = re.compile(r"-?\d*\.?\d+(?:e-?\d+)?", re.I)
_PIXELS = re.compile(r"\s*(\d*\.?\d+)\s*(?:px)?\s*")


@dataclass(frozen=True)
class Slip:
    """One thing in a drawing that may not be published."""

    line: int
    what: str
    fix: str


@dataclass(frozen=True)
class Drawn:
    """A drawing without what may not be published, and what that was."""

    data: bytes
    slips: tuple[Slip, ...]
    size: tuple[float, float] | None = None
    """How wide and how high it is, in proportion to each other; nothing where it does not say."""


def safe_svg(data: bytes) -> Drawn:
    """Return a drawing made safe. One that is none has a slip and no bytes."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 1
        fix = "Save it again as plain SVG."
        return Drawn(b"", (Slip(line, "The drawing can not be read as SVG.", fix),))
    if root.tag != f"{{{SVG}}}svg":
        fix = f'Save it again as plain SVG; it begins with <svg xmlns="{SVG}">.'
        return Drawn(b"", (Slip(1, "This is not an SVG, although its name says so.", fix),))
    slips = tuple(sorted(_clean(root), key=lambda one: one.line))
    if root.getroottree().docinfo.internalDTD is not None and b"<!ENTITY" in data:
        line = data[: data.index(b"<!ENTITY")].count(b"\n") + 1
        fix = "Save it again as plain SVG, not as a file of the drawing program."
        slips = (Slip(line, "It has entities, which stand for text that nobody sees.", fix), *slips)
    etree.cleanup_namespaces(root)
    return Drawn(etree.tostring(root, encoding="utf-8"), slips, _size(root))


def _clean(root: Any) -> Iterator[Slip]:
    for element in list(root.iter()):
        if not isinstance(element.tag, str):
            _drop(element)
            continue
        name = etree.QName(element)
        if name.localname in _DANGEROUS:
            what = f"`<{name.localname}>` may not be published: it can run, or show another page."
            yield Slip(element.sourceline or 1, what, "Take it out, and save the drawing again.")
            _drop(element)
        elif name.namespace != SVG or name.localname not in _ELEMENTS:
            _drop(element)
        else:
            yield from _clean_element(element)


def _clean_element(element: Any) -> Iterator[Slip]:
    line = element.sourceline or 1
    for key, value in list(element.attrib.items()):
        name = etree.QName(key)
        if name.namespace not in _NAMESPACES or key == _BASE:
            del element.attrib[key]
        elif what := _wrong(element, name.localname, value):
            yield Slip(line, what, "Take it out, and save the drawing again.")
            del element.attrib[key]
    if etree.QName(element).localname == "style" and _leads_away(element.text or ""):
        what = "`<style>` asks another site for something."
        yield Slip(line, what, "Take that rule out, and save the drawing again.")
        element.text = ""


def _wrong(element: Any, name: str, value: str) -> str:
    """Return what is wrong with an attribute; nothing for one that may stay."""
    tag = etree.QName(element).localname
    if name.lower().startswith("on"):
        return f"`{name}` on `<{tag}>` runs a script."
    if name == "attributeName" and value.strip().lower().rpartition(":")[2] in ("href", "style"):
        return f"`<{tag}>` changes where a link leads."
    if name == "href":
        return _wrong_target(tag, value)
    return f"`{name}` on `<{tag}>` asks another site for something." * _leads_away(value)


def _wrong_target(tag: str, value: str) -> str:
    if value.startswith("#"):
        return ""
    if tag == "a":
        plain = _PASSED_OVER.sub("", value)
        return f"A link in it runs a script: {plain[:40]}" * bool(_RUNS_IN_A_LINK.match(plain))
    if tag in ("image", "feImage") and _PICTURE.match(value):
        return ""
    shown = value if len(value) <= 40 else f"{value[:40]}…"
    return f"`<{tag}>` shows what stands in another file: {shown}"


def _leads_away(style: str) -> bool:
    plain = _ESCAPED.sub(lambda one: _meant(one[1], one[2]), _COMMENT.sub("", style))
    return bool(_ELSEWHERE.search(plain))


def _meant(number: str | None, sign: str | None) -> str:
    if number is None:
        return sign or ""
    code = int(number, 16)
    return chr(code) if 0 < code < 0x110000 else ""


def _drop(element: Any) -> None:
    """Take an element out; the text after it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)


def _size(root: Any) -> tuple[float, float] | None:
    numbers = _NUMBER.findall(root.get("viewBox") or "")
    if len(numbers) == 4:
        wide, high = float(numbers[2]), float(numbers[3])
    else:
        found = [_PIXELS.fullmatch(root.get(name) or "") for name in ("width", "height")]
        if not all(found):
            return None
        wide, high = (float(one[1]) for one in found if one)
    return (wide, high) if wide > 0 and high > 0 else None
