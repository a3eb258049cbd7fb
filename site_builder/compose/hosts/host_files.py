"""What a host is told beside the pages: `_redirects` and `_headers`, for those that read them.

Both are in the form that Netlify and Cloudflare Pages share: a rule has one `*` at most, and where
two rules give one path the same header, both values are sent. So no two rules here do.
"""

from collections.abc import Iterable, Iterator, Mapping

from site_builder.compose.frame.frame import Frame
from site_builder.compose.frame.old_addresses import RedirectPage
from site_builder.compose.output import Output, blob

_YEAR = {"Cache-Control": "public, max-age=31536000, immutable"}
_FROM_ANYWHERE = {"Access-Control-Allow-Origin": "*"}
_EVERYWHERE = {
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


def _live(media_type: str) -> Mapping[str, str]:
    """Return the headers of what programs ask for again and again, from any site."""
    cache = {"Cache-Control": "public, max-age=900"}
    return {"Content-Type": f"{media_type}; charset=utf-8"} | cache | _FROM_ANYWHERE


HEADERS: Mapping[str, Mapping[str, str]] = {
    "*": _EVERYWHERE,
    "assets/*": _YEAR,
    "images/*": _YEAR,
    "social/*": _YEAR,
    "*feed.xml": _live("application/rss+xml"),
    "*feed-:number.xml": _live("application/rss+xml"),
    "*.atom": _live("application/atom+xml"),
    "*feed.json": _live("application/feed+json"),
    "*feed-:number.json": _live("application/feed+json"),
    "*.opml": _live("text/x-opml"),
    "*.ics": _live("text/calendar"),
    # A letter is for those who asked for it; plain text can not say so itself.
    "digests/*": {"X-Robots-Tag": "noindex"},
    "data/*": _FROM_ANYWHERE,
    "data/*.csv": {"Content-Type": "text/csv; charset=utf-8"},
    "data/*.json": {"Content-Type": "application/json; charset=utf-8"},
}
"""The headers of paths under the site's root. What lives under assets/, images/ and social/ has a
digest of its bytes in its name."""


def host_files(frame: Frame, outputs: Iterable[Output]) -> Iterator[Output]:
    """Yield `_headers`, and `_redirects` for a site on which something was renamed."""
    base = frame.settings.base_path
    yield blob("_headers", "\n".join(_rules(base)).encode())
    lines = [
        f"{base}{output.path.removesuffix('index.html')} {base}{output.inputs.to.address} 301\n"
        for output in outputs
        if _is_rename(output)
    ]
    if lines:
        yield blob("_redirects", "".join(sorted(lines)).encode())


def _rules(base: str) -> Iterator[str]:
    for path, headers in HEADERS.items():
        yield f"{base}{path}"
        yield from (f"  {name}: {value}" for name, value in headers.items())
        yield ""


def _is_rename(output: Output) -> bool:
    """Tell whether a page leads on for good; one that tells of a withdrawal is to be read."""
    return isinstance(output.inputs, RedirectPage) and not output.inputs.why
