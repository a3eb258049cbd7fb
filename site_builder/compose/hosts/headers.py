"""The one table of what hosts are told of files: media types, caches and headers of safety.

`_headers` and the ready file of every host are made from it. A rule names its files as `_headers`
does: `*` stands for any characters, and `:number` for any but a slash. Where two rules fit one
path, no header is in both, so a host may add them up, or take the first or the last.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from site_builder.read.files.kinds import MEDIA_TYPES

CACHE = "Cache-Control"
TYPE = "Content-Type"


@dataclass(frozen=True)
class Rule:
    """What is said of some files, whoever the host is."""

    what: str
    """The files in plain words."""
    pattern: str
    """Their paths, seen from the site's root."""
    headers: Mapping[str, str]


_YEAR = {CACHE: "public, max-age=31536000, immutable"}
_FROM_ANYWHERE = {"Access-Control-Allow-Origin": "*"}
EVERYWHERE: Mapping[str, str] = {
    # Only a header can say this; the rest of the policy stands in each page.
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": (
        "browsing-topics=(), camera=(), display-capture=(), geolocation=(), microphone=(), "
        "payment=(), usb=()"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""What is said of every file, and of the answer that there is none."""


def _live(media_type: str) -> Mapping[str, str]:
    """Return the headers of what programs ask for again and again, from any site."""
    cache = {CACHE: "public, max-age=900"}
    return {TYPE: f"{media_type}; charset=utf-8"} | cache | _FROM_ANYWHERE


# What lives under assets/, images/ and social/ has a digest of its bytes in its name.
RULES = (
    Rule("everything", "*", EVERYWHERE),
    Rule("styles and scripts", "assets/*", _YEAR),
    Rule("pictures", "images/*", _YEAR),
    Rule("cards", "social/*", _YEAR),
    Rule("feeds in RSS", "*feed.xml", _live("application/rss+xml")),
    Rule("archives in RSS", "*feed-:number.xml", _live("application/rss+xml")),
    Rule("feeds in Atom", "*.atom", _live("application/atom+xml")),
    Rule("feeds in JSON", "*feed.json", _live("application/feed+json")),
    Rule("archives in JSON", "*feed-:number.json", _live("application/feed+json")),
    Rule("the list of all feeds", "*.opml", _live("text/x-opml")),
    Rule("calendars", "*.ics", _live("text/calendar")),
    # A letter is for those who asked for it; plain text can not say so itself.
    Rule("digests", "digests/*", {"X-Robots-Tag": "noindex"}),
    Rule("the data", "data/*", _FROM_ANYWHERE),
    Rule("tables of the data", "data/*.csv", {TYPE: "text/csv; charset=utf-8"}),
    Rule("documents of the data", "data/*.json", {TYPE: "application/json; charset=utf-8"}),
)
"""Every rule, in the order of `_headers`."""

REST: Mapping[str, str] = {CACHE: "public, max-age=300"}
"""What is said of a file of which no rule says it. Hosts that read `_headers` are not told this:
where two rules fit, they send both values, and of themselves they ask anew each time."""

TYPES: Mapping[str, str] = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".vtt": "text/vtt; charset=utf-8",
    ".pdf": "application/pdf",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".zip": "application/zip",
    **{
        f".{ending}": MEDIA_TYPES[ending]
        for ending in ("docx", "xlsx", "pptx", "odt", "ods", "odp", "epub")
    },
}
"""The type of each ending where no rule has a type. Hosts that read `_headers` know these."""

PACKED = frozenset((".atom", ".css", ".csv", ".html", ".ics", ".js", ".json", ".opml", ".svg"))
PACKED |= {".txt", ".xml"}
"""The endings of text, which gets smaller when it is packed; pictures are packed already."""


def expression(pattern: str, base: str = "/") -> str:
    """Return a pattern as a regular expression for whole paths that every server here reads."""
    escaped = re.sub(r"([.+?^$()|\[\]{}\\])", r"\\\1", base + pattern)
    return "^" + re.sub(r":\w+", "[^/]+", escaped.replace("*", ".*")) + "$"


def headers_of(path: str) -> Mapping[str, str]:
    """Return all that a host is to say of a file, by the path of the file in the site."""
    said = {TYPE: TYPES[ending]} if (ending := PurePosixPath(path).suffix) in TYPES else {}
    fitting = (one for one in RULES if re.match(expression(one.pattern), f"/{path}"))
    return {
        **said,
        **REST,
        **{name: value for one in fitting for name, value in one.headers.items()},
    }


def typed_rules() -> tuple[tuple[str, str], ...]:
    """Return patterns with the type of what fits, the particular before the general."""
    rules = ((one.pattern, one.headers[TYPE]) for one in RULES if TYPE in one.headers)
    return (*rules, *((f"*{ending}", value) for ending, value in TYPES.items()))


def rules_of(header: str) -> tuple[tuple[str, str], ...]:
    """Return the patterns of the rules that say a header, each with its value."""
    return tuple((one.pattern, one.headers[header]) for one in RULES if header in one.headers)


def some_have() -> tuple[str, ...]:
    """Return the headers, beside the type, that are said of some files and not of all."""
    names = (name for one in RULES for name in one.headers)
    return tuple(dict.fromkeys(name for name in names if name not in {TYPE, *EVERYWHERE}))
