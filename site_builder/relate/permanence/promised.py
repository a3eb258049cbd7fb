"""Which files of a site are promised for ever, and by which lines the ledger records them.

A line for a page stands for its file, one for a feed for each of its formats and for the page on
which it can be read. What has a digest in its name, what only hosts read and what is sent as a
letter is not promised: no person and no machine asks for it by an address that they kept.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from site_builder.read.files.kinds import FILES
from site_builder.read.ledger import FEED_ENDINGS, Ledger

_NOT_PROMISED = ("assets/", "images/", "social/", "pagefind/", "digests/")
_FOR_HOSTS = frozenset({"404.html", "CNAME", "_headers", "_redirects"})
_HIDDEN = re.compile(r"(?:.*/)?\.")
"""How a file is called that only machines ask for: .well-known/security.txt."""
_FEED = re.compile(
    rf"(?!{FILES}/)(?P<stem>(?:.*/)?)feed(?P<archive>-\d+)?\.(?:{'|'.join(FEED_ENDINGS)}|\*)"
)


def feed_page(stem: str) -> str:
    """Return the address of the page on which a person can read the feed at a stem."""
    return f"{stem}subscribe/" if stem else "subscribe/everything/"


def promised(paths: Iterable[str]) -> Mapping[str, str]:
    """Return each address that files of a site stand for, with the word for what is there."""
    found: dict[str, str] = {}
    for path in sorted(paths):
        is_for_machines = path in _FOR_HOSTS or _HIDDEN.match(path)
        if not is_for_machines and not path.startswith(_NOT_PROMISED):
            address, word = _line_of(path)
            found[address] = word
    read_with_feeds = [
        feed_page(feed["stem"])
        for address, word in found.items()
        if word == "feed" and (feed := _FEED.fullmatch(address))
    ]
    return {at: word for at, word in found.items() if at not in set(read_with_feeds)}


def unrecorded(ledger: Ledger, paths: Iterable[str]) -> tuple[str, ...]:
    """Return every address that files of a site stand for and that a ledger has not."""
    return tuple(at for at in promised(paths) if at not in ledger.addresses)


def files_of(address: str) -> tuple[str, ...]:
    """Return the files that a line for an address stands for."""
    if feed := _FEED.fullmatch(address):
        files = tuple(f"{address.removesuffix('*')}{ending}" for ending in FEED_ENDINGS)
        return files if feed["archive"] else (*files, f"{feed_page(feed['stem'])}index.html")
    return (f"{address}index.html",) if address == "" or address.endswith("/") else (address,)


def missing(addresses: Iterable[str], paths: Iterable[str]) -> Iterator[str]:
    """Yield each address of which no file, or not every file, is among those of a site."""
    there = frozenset(paths)
    for address in dict.fromkeys(addresses):
        if not there.issuperset(files_of(address)):
            yield address


def _line_of(path: str) -> tuple[str, str]:
    if path == "index.html" or path.endswith("/index.html"):
        return path.removesuffix("index.html"), "page"
    if feed := _FEED.fullmatch(path):
        return f"{feed['stem']}feed{feed['archive'] or ''}.*", "feed"
    if path.endswith(".ics"):
        return path, "calendar"
    return path, "data" if path.startswith("data/") else "file"
