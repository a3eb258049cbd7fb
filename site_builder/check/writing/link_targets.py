"""A link has words and leads somewhere: not to nothing, nor to its author's own machine."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from site_builder.read.content import Content
from site_builder.read.problems import Level, Problem
from site_builder.read.prose.prose import Link
from site_builder.read.prose.videos import HOSTS, host_of_video
from site_builder.relate.visibility import Viewer

Slip = tuple[str, str, str]
"""The rule, the end of the sentence that begins with the link, and how to put it right."""

_DOUBLED = re.compile(r"https?:?/*(?=https?:?/)", re.I)
_NO_SLASHES = re.compile(r"(https?)(?::/?(?!/)|//)(?=\w)", re.I)
_MISTYPED = re.compile(r"(?:htt?ps?|hppts?|htpps?)(?<!^http)(?<!^https)://", re.I)
_BARE_HOST = re.compile(r"www\.[\w-]+\.\w", re.I)
_OWN_FILE = re.compile(r"file:|[a-z]:[\\/]|\\\\|/(?:Users|home)/", re.I)
_OWN_FIX = "Write the address at which the public finds it, or the path of a file of the site."


def links_to_nothing(content: Content, _viewer: Viewer) -> Iterator[Problem]:
    """Yield each link without words, to nothing, mistyped, or to the author's own machine."""
    for item in content.items:
        source = content.sources[item.path]
        for link in item.prose.links:
            for rule, what, fix in _slips(link):
                at = source.position_of_address(link.address, link.occurrence)
                level: Level = "warning" if rule == "video-without-title" else "error"
                yield source.problem(at, rule, f'The link "{link.address}" {what}.', fix, level)


def _slips(link: Link) -> Iterator[Slip]:
    if not link.text:
        what = "has no words, so nobody can see or hear that it is there"
        yield "link-without-words", what, "Write where it leads between the square brackets."
    if slip := wrong_target(link.address):
        yield slip
    elif link.text == link.address and (host := host_of_video(link.address)):
        what = f"leads to a video on {HOSTS[host]} and does not say which"
        yield "video-without-title", what, f"Give it its title: [Title]({link.address})"


def wrong_target(address: str) -> Slip | None:
    """Return what is wrong with where a link leads, whatever is there."""
    if address.strip() in ("", "#"):
        fix = "Write the address between the round brackets, or take the link out."
        return "link-to-nothing", "leads nowhere", fix
    if _OWN_FILE.match(address) or is_this_machine(_host(address)):
        return "link-to-own-machine", "leads to your own machine, where no reader can go", _OWN_FIX
    if meant := _meant(address):
        return "malformed-link", "is not spelt as an address", f"Did you mean {meant}?"
    return None


def is_this_machine(host: str) -> bool:
    """Tell whether a host is the machine on which a page is read."""
    return host in ("localhost", "0.0.0.0", "::1") or host.startswith("127.")  # noqa: S104


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _meant(address: str) -> str:
    """Return how a mistyped address was meant; nothing for one that is right."""
    if found := _DOUBLED.match(address):
        return _meant(address[found.end() :]) or address[found.end() :]
    if found := _NO_SLASHES.match(address):
        return f"{found[1].lower()}://{address[found.end() :]}"
    if found := _MISTYPED.match(address):
        return f"https://{address[found.end() :]}"
    if _BARE_HOST.match(address):
        return f"https://{address}"
    is_whole = address.startswith(("http://", "https://"))
    return address.replace(" ", "%20") if is_whole and " " in address else ""
