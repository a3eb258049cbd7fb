"""Looks for nouns in what a site says of itself, on every page and in every feed and calendar.

What authors wrote is theirs: a noun that stands between the same words somewhere in the content is
passed over. So the words of the interface are told from it by what stands beside each noun.
"""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import lxml.etree
import lxml.html

DEFAULT = (
    *("mission", "missions", "council", "councils", "promise", "promises", "promised", "steward"),
    *("stewards", "case study", "case studies", "story", "stories", "principle", "principles"),
    *("partner", "partners", "barrier", "barriers", "deliberation", "deliberations"),
    *("mandate letter", "mandate letters", "event", "events", "place", "places"),
    *("quarter", "quarters", "quarterly"),
)
"""What things are called where a site has no names of its own."""

_IDIOM = re.compile(r"\b(takes?|took|in|of) (the |its )?place\b", re.I)
_TECHNICAL = re.compile(r"\S*[/@]\S*|\S+\.\w+|\(from [\w-]+ to [\w-]+\)")
"""Addresses, names of files, and what the page of the graph says of the names of types."""
_WORD = re.compile(r"\w+(?:[-’]\w+)*")
_SPOKEN = ("aria-label", "alt", "title", "placeholder", "content", "text")
_NOT_SAID = ("script", "style", "code", "ins", "del")
"""What is said in those is said to machines, or a piece of what an author wrote."""
_SAID = ("SUMMARY", "DESCRIPTION", "LOCATION", "NAME", "X-WR-CALNAME", "X-WR-CALDESC", "CATEGORIES")


def texts_of(path: str, data: bytes) -> Iterator[str]:
    """Yield each text of a file that people read or hear; nothing for what only machines do."""
    ending = path.rpartition(".")[2]
    if path.startswith(("data/", "assets/", "pagefind/")) and ending != "html":
        return
    if ending == "html":
        yield from _of_html(data.decode())
    elif ending in ("xml", "atom", "opml") and not path.endswith("sitemap.xml"):
        yield from _of_xml(data)
    elif ending == "json":
        yield from _of_json(json.loads(data))
    elif ending == "ics":
        yield from _of_calendar(data.decode())
    elif ending == "txt" and path != "robots.txt":
        yield from data.decode().splitlines()


def _of_xml(data: bytes) -> Iterator[str]:
    for element in lxml.etree.fromstring(data).iter():
        if isinstance(element.tag, str):
            yield from (str(element.get(name)) for name in _SPOKEN if element.get(name))
            yield from _maybe_html(element.text or "")


def _of_calendar(text: str) -> Iterator[str]:
    for line in text.replace("\r\n ", "").splitlines():
        if line.split(":")[0].split(";")[0] in _SAID:
            yield line.partition(":")[2].replace("\\n", "\n").replace("\\", "")


def _of_html(page: str) -> Iterator[str]:
    tree = lxml.html.document_fromstring(page)
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.get("name") == "generator":
            continue
        yield from (str(element.get(name)) for name in _SPOKEN if element.get(name))
        if element.tag == "script" and "ld+json" in str(element.get("type")):
            yield from _of_json(json.loads(element.text or "{}"))
        if element.tag not in _NOT_SAID and element.text:
            yield element.text
        above = element.getparent()
        if element.tail and above is not None and above.tag not in _NOT_SAID:
            yield element.tail


def _of_json(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            if not name.startswith("@"):
                yield from _of_json(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _of_json(inner)
    elif isinstance(value, str):
        yield from _maybe_html(value)


def _maybe_html(text: str) -> Iterator[str]:
    if "<" in text and text.strip():
        yield from _of_html(text)
    else:
        yield text


class Authors:
    """The words of the authors of a site, in their order."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        """`files` are those of the content, and the settings."""
        texts = [data.decode() for name, data in files.items() if name.endswith((".md", ".yml"))]
        self._words = f" {' '.join(_words(' '.join(texts)))} "
        self._links = set(re.findall(r"\[(\w+)\]\(", " ".join(texts)))

    def wrote(self, words: Sequence[str]) -> bool:
        """Tell whether words stand next to one another somewhere in the content."""
        return f" {' '.join(words)} " in self._words if len(words) > 1 else words[0] in self._links


def nouns_in(
    files: Mapping[str, bytes], nouns: Collection[str], authors: Authors | None = None
) -> set[tuple[str, str, str]]:
    """Return each noun that a file says and no author wrote: the file, the noun, and the text."""
    longest_first = "|".join(sorted(nouns, key=len, reverse=True))
    found = re.compile(rf"(?<![\w-])(?:{longest_first})(?![\w-])", re.I)
    told = set()
    for path, data in files.items():
        for part in _parts(texts_of(path, data)):
            for noun in found.finditer(part):
                before, after = _words(part[: noun.start()]), _words(part[noun.end() :])
                said = _words(noun[0])
                sides = [one for one in (before[-2:] + said, said + after[:2]) if one != said]
                if not (authors and any(map(authors.wrote, sides or [said]))):
                    told.add((path, noun[0].lower(), part))
    return told


def _parts(texts: Iterable[str]) -> Iterator[str]:
    """Yield the parts of texts; what is put into a sentence stands apart from its words."""
    for text in texts:
        plain = _TECHNICAL.sub("|", _IDIOM.sub(" ", " ".join(text.split())))
        yield from re.split(r"[–“”:|;()]|, ", plain)


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(re.sub(r"[*_`\[\]]|\([^)\s]*\)", " ", text))]
