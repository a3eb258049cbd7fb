"""A strict Content-Security-Policy: what it has to say, and what makes it loose."""

from collections.abc import Iterator

CLOSED = ({"'none'"}, {"'self'"})
NEEDED = ("default-src", "base-uri", "form-action")
"""What does not follow from another directive has to be said."""
ALLOWED = {"'none'", "'self'", "'wasm-unsafe-eval'"}
"""The last lets a search run its index and nothing that a page could be made to evaluate."""


def loose_parts(policy: str) -> Iterator[str]:
    """Yield each part of a policy that is missing or lets in more than the site itself."""
    directives = dict(_directives(policy))
    for name in NEEDED:
        if directives.get(name) not in CLOSED:
            yield f"{name} is not closed"
    for name, sources in directives.items():
        for source in sorted(sources):
            if not _is_strict(name, source):
                yield f"{name} allows {source}"


def _directives(policy: str) -> Iterator[tuple[str, set[str]]]:
    for part in policy.split(";"):
        if words := part.split():
            yield words[0], set(words[1:])


def _is_strict(name: str, source: str) -> bool:
    is_hash = source.startswith(("'sha256-", "'sha384-", "'sha512-"))
    return source in ALLOWED or is_hash or (name == "img-src" and source == "data:")
