"""What is wrong with a feed, as its specification and a careful reader would see it."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from functools import cache
from pathlib import Path
from typing import Any

import lxml.html
from jsonschema import Draft202012Validator
from lxml import etree

GRAMMARS = Path(__file__).parent / "grammars"
FEED = re.compile(r"(?:^|/)feed(?:-\d+)?\.(?:xml|atom|json)$")
ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
MODIFIED = "{http://purl.org/dc/terms/}modified"
UNWANTED = frozenset(
    {"script", "style", "form", "iframe", "frame", "object", "embed", "input", "button", "link"}
)


@dataclass(frozen=True)
class Seen:
    """An item as a reader has it, of whatever format."""

    id: str
    title: str
    url: str
    published: str
    updated: str
    summary: str
    content: str
    author: str
    tags: tuple[str, ...]
    enclosures: tuple[tuple[str, str, str], ...]
    """The address, the media type and the length of each."""


def feeds_among(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the feeds of a site by their address."""
    return {name: files[name] for name in files if FEED.search(name)}


def items_in(name: str, data: bytes) -> tuple[Seen, ...]:
    """Return what a feed tells; its format is told by the end of its address."""
    read = {"xml": _of_rss, "atom": _of_atom, "json": _of_json}[name.rpartition(".")[2]]
    return tuple(read(data))


def faults_of(name: str, data: bytes) -> Iterator[str]:
    """Yield each fault of a feed: of grammar, of ids, of what its items hold."""
    if faults := tuple(_of_grammar(name, data)):
        yield from faults
        return
    items = items_in(name, data)
    if len({item.id for item in items}) != len(items):
        yield "two items have one id"
    for item in items:
        yield from (f"{item.id}: {fault}" for fault in faults_in_html(item.content))


def _of_grammar(name: str, data: bytes) -> Iterator[str]:
    if name.endswith(".json"):
        yield from (one.message[:300] for one in _schema().iter_errors(json.loads(data)))
        return
    grammar = _grammar("atom" if name.endswith(".atom") else "rss")
    if not grammar.validate(etree.fromstring(data)):
        yield str(grammar.error_log.last_error)


def faults_in_html(content: str) -> Iterator[str]:
    """Yield what a reader would refuse, or would lead nowhere."""
    for element in lxml.html.fragment_fromstring(content, create_parent="div").iter():
        if element.tag in UNWANTED or not isinstance(element.tag, str):
            yield f"<{element.tag}>"
        for attribute, value in element.attrib.items():
            if attribute.startswith("on") or attribute in ("style", "srcset"):
                yield f"{attribute}="
            if attribute in ("href", "src", "cite") and not _is_whole(value):
                yield f'{attribute}="{value}"'
        if element.tag == "img" and "alt" not in element.attrib:
            yield "an image without words"


def _is_whole(address: str) -> bool:
    return re.match(r"(?:https?://[^/]|mailto:|tel:)", address) is not None


def _of_rss(data: bytes) -> Iterator[Seen]:
    for item in etree.fromstring(data).iter("item"):
        published = parsedate_to_datetime(item.findtext("pubDate", "")).isoformat()
        yield Seen(
            id=item.findtext("guid", ""),
            title=item.findtext("title", ""),
            url=item.findtext("link", ""),
            published=published,
            updated=item.findtext(MODIFIED, published),
            summary=html.unescape(item.findtext("description", "")),
            content=item.findtext(CONTENT, ""),
            author=item.findtext(CREATOR, ""),
            tags=tuple(one.text or "" for one in item.findall("category")),
            enclosures=tuple(
                (one.get("url", ""), one.get("type", ""), one.get("length", ""))
                for one in item.findall("enclosure")
            ),
        )


def _of_atom(data: bytes) -> Iterator[Seen]:
    for entry in etree.fromstring(data).iter(f"{ATOM}entry"):
        links = {str(one.get("rel")): one for one in entry.findall(f"{ATOM}link")}
        yield Seen(
            id=entry.findtext(f"{ATOM}id", ""),
            title=entry.findtext(f"{ATOM}title", ""),
            url=links["alternate"].get("href", ""),
            published=entry.findtext(f"{ATOM}published", ""),
            updated=entry.findtext(f"{ATOM}updated", ""),
            summary=entry.findtext(f"{ATOM}summary", ""),
            content=entry.findtext(f"{ATOM}content", ""),
            author=entry.findtext(f"{ATOM}author/{ATOM}name", ""),
            tags=tuple(one.get("term", "") for one in entry.findall(f"{ATOM}category")),
            enclosures=tuple(
                (one.get("href", ""), one.get("type", ""), one.get("length", ""))
                for rel, one in links.items()
                if rel == "enclosure"
            ),
        )


def _of_json(data: bytes) -> Iterator[Seen]:
    for item in json.loads(data)["items"]:
        yield Seen(
            id=item["id"],
            title=item["title"],
            url=item["url"],
            published=item["date_published"],
            updated=item["date_modified"],
            summary=item["summary"],
            content=item["content_html"],
            author=item["authors"][0]["name"],
            tags=tuple(item["tags"]),
            enclosures=tuple(
                (one["url"], one["mime_type"], str(one["size_in_bytes"]))
                for one in item.get("attachments", ())
            ),
        )


@cache
def _grammar(name: str) -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(GRAMMARS / f"{name}.rng"))


@cache
def _schema() -> Any:
    return Draft202012Validator(json.loads((GRAMMARS / "json-feed.json").read_text("utf-8")))
