"""The part of schema.org that our pages use, and a reader that finds what is not in it.

Types, properties and the values expected of them are those of https://schema.org/Article, /Event
and so on (release 29). What search engines ask for beyond that is from Google Search Central's
pages on article, event, breadcrumb, organization and site name.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

Node = Mapping[str, Any]

_SHOWN = {
    "description": ("Text",),
    "url": ("URL",),
    "inLanguage": ("Text",),
    "image": ("URL",),
}
PROPERTIES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "Article": _SHOWN
    | {
        "headline": ("Text",),
        "datePublished": ("Date", "DateTime"),
        "dateModified": ("Date", "DateTime"),
        "articleSection": ("Text",),
        "contentLocation": ("Place",),
        "author": ("Organization",),
        "publisher": ("Organization",),
    },
    "Event": _SHOWN
    | {
        "name": ("Text",),
        "startDate": ("Date", "DateTime"),
        "endDate": ("Date", "DateTime"),
        "eventStatus": ("EventStatusType",),
        "eventAttendanceMode": ("EventAttendanceModeEnumeration",),
        "location": ("Place", "VirtualLocation"),
        "recordedIn": ("CreativeWork",),
    },
    "WebSite": _SHOWN | {"name": ("Text",), "publisher": ("Organization",)},
    "Dataset": {
        "name": ("Text",),
        "description": ("Text",),
        "url": ("URL",),
        "license": ("URL",),
        "isAccessibleForFree": ("Boolean",),
        "creator": ("Organization",),
        "publisher": ("Organization",),
        "distribution": ("DataDownload",),
    },
    "DataDownload": {"contentUrl": ("URL",), "encodingFormat": ("Text",)},
    "Organization": {"name": ("Text",), "url": ("URL",)},
    "GovernmentOrganization": {"name": ("Text",)},
    "Person": {
        "name": ("Text",),
        "jobTitle": ("Text",),
        "worksFor": ("GovernmentOrganization", "Organization"),
        "description": ("Text",),
        "url": ("URL",),
    },
    "Place": {"name": ("Text",), "address": ("Text",)},
    "VirtualLocation": {"url": ("URL",)},
    "CreativeWork": {"url": ("URL",)},
    "BreadcrumbList": {"itemListElement": ("ListItem",)},
    "ListItem": {"position": ("Integer",), "name": ("Text",), "item": ("URL",)},
}
"""Each property of each type, with the types that its values may have."""

ASKED: Mapping[str, frozenset[str]] = {
    "Article": frozenset({"headline", "datePublished", "author"}),
    "Event": frozenset({"name", "startDate", "location"}),
    "WebSite": frozenset({"name", "url"}),
    "Dataset": frozenset({"name", "description"}),
    "DataDownload": frozenset({"contentUrl"}),
    "Organization": frozenset({"name"}),
    "Person": frozenset({"name"}),
    "BreadcrumbList": frozenset({"itemListElement"}),
    "ListItem": frozenset({"position", "name"}),
    "VirtualLocation": frozenset({"url"}),
}
"""What search engines ask for, of a site that knows its own address."""

_MEMBERS = {
    "EventStatusType": {"EventScheduled", "EventCancelled"},
    "EventAttendanceModeEnumeration": {
        f"{mode}EventAttendanceMode" for mode in ("Mixed", "Offline", "Online")
    },
}


def nodes_in(data: Node) -> tuple[Node, ...]:
    """Return the things that a block of JSON-LD tells of."""
    assert data["@context"] == "https://schema.org"
    plain = {name: value for name, value in data.items() if name != "@context"}
    return tuple(plain["@graph"]) if "@graph" in plain else (plain,)


def faults_of(node: Node, asked: Mapping[str, frozenset[str]] = ASKED) -> Iterator[str]:
    """Yield what is wrong with a thing and with every thing inside it."""
    kind = node.get("@type", "nothing")
    if kind not in PROPERTIES:
        yield f"{kind} is no type that we use"
        return
    yield from (f"{kind} has no {name}" for name in asked.get(kind, frozenset()) - node.keys())
    properties = {name: value for name, value in node.items() if name != "@type"}
    for name, value in properties.items():
        if name in PROPERTIES[kind]:
            yield from _faults_of_values(kind, name, value, asked)
        else:
            yield f"{kind} has no property {name}"
    if kind == "BreadcrumbList":
        yield from _faults_of_steps(node["itemListElement"])
    if kind == "Event":
        yield from _faults_of_places(node.get("location", []))


def _faults_of_values(
    kind: str, name: str, value: Any, asked: Mapping[str, frozenset[str]]
) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            yield from faults_of(one, asked)
        if not any(_fits(one, expected) for expected in PROPERTIES[kind][name]):
            yield f"{kind}.{name} can not be {one!r}"


def _faults_of_steps(steps: list[Node]) -> Iterator[str]:
    if [step.get("position") for step in steps] != list(range(1, len(steps) + 1)):
        yield "the steps of a trail are not counted from 1"
    if len(steps) < 2:
        yield "a trail of one step leads nowhere"
    if any("item" not in step for step in steps[:-1]):
        yield "a step of a trail has no address"


def _faults_of_places(location: Any) -> Iterator[str]:
    for place in location if isinstance(location, list) else [location]:
        if place.get("@type") == "Place" and "address" not in place:
            yield "the place of an event has no address"


def _fits(value: Any, kind: str) -> bool:
    if kind in _READERS:
        return _READERS[kind](value)
    if kind in _MEMBERS:
        return value in {f"https://schema.org/{member}" for member in _MEMBERS[kind]}
    return isinstance(value, dict) and value.get("@type") == kind


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_url(value: Any) -> bool:
    if not isinstance(value, str):
        return False
    parts = urlsplit(value)
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _is_day(value: Any) -> bool:
    return _is_text(value) and len(value) == 10 and bool(dt.date.fromisoformat(value))


def _is_moment(value: Any) -> bool:
    """Tell whether a value has a day, a time and an offset, so that it means one moment."""
    return _is_text(value) and dt.datetime.fromisoformat(value).tzinfo is not None


_READERS: Mapping[str, Callable[[Any], bool]] = {
    "Text": _is_text,
    "URL": _is_url,
    "Date": _is_day,
    "DateTime": _is_moment,
    "Integer": lambda value: type(value) is int,
    "Boolean": lambda value: type(value) is bool,
}
