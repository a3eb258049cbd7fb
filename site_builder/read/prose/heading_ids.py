"""The ids of headings: made of their words in any script, and never lost once published.

Ids had only the letters a to z before. A heading whose words have others has an id of all of them
now, and carries the earlier one in an empty element, so that every link made before still leads
there.
"""

import re
import unicodedata
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.toc import unique
from markdown.treeprocessors import Treeprocessor

_SLUG_GAPS = re.compile(r"[^a-z0-9]+")
_PUT_ASIDE = re.compile("\x02[^\x03]*\x03")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NO_LETTER = "section"


def heading_id(text: str, separator: str = "-") -> str:
    """Return an id of small letters from a to z and numbers; none starts with an underscore."""
    return _SLUG_GAPS.sub(separator, text.casefold()).strip(separator) or _NO_LETTER


def section_id(text: str, separator: str = "-") -> str:
    """Return an id with the letters, marks and numbers of any script."""
    plain = unicodedata.normalize("NFC", text.casefold())
    kept = (one if _is_kept(one) else " " for one in plain)
    return separator.join("".join(kept).split()) or _NO_LETTER


def _is_kept(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character).startswith("M")


class OwnIds(Treeprocessor):
    """Mark the headings to which their authors gave ids."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.headings: list[Element] = []
        """The headings without such an id."""

    def run(self, root: Element) -> None:
        self.headings = [one for one in _headings(root) if "id" not in one.attrib]


class IdsInAnyScript(Treeprocessor):
    """Give headings ids in their own script, and leave the earlier ones in them."""

    def __init__(self, md: Markdown, own_ids: OwnIds) -> None:
        super().__init__(md)
        self._own_ids = own_ids

    def run(self, root: Element) -> None:
        taken = {one.attrib["id"] for one in root.iter() if "id" in one.attrib}
        for heading in self._own_ids.headings:
            text = _PUT_ASIDE.sub("", "".join(heading.itertext()))
            if section_id(text) != heading_id(text):
                earlier = heading.get("id", "")
                heading.set("id", unique(section_id(text), taken))
                _leave(earlier, heading)


def _headings(root: Element) -> Iterator[Element]:
    return (one for one in root.iter() if one.tag in _HEADINGS)


def _leave(earlier: str, heading: Element) -> None:
    mark = Element("span", id=earlier)
    mark.tail, heading.text = heading.text, None
    heading.insert(0, mark)
