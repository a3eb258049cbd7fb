"""Links lead there safely, and stand where they can be followed."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from site_builder.check.rules.links.places import place_of
from site_builder.check.rules.rule import ANY, Found, Rule, found
from site_builder.check.rules.writing import Writing

_IN_FIELD = re.compile(
    r"https?://\S+|\bwww\.[\w-]+\.\S+|\b[\w-]+\.(?:gov|org|co|ac)\.uk\b\S*", re.I
)
_SECURE = frozenset(
    [
        "gov.uk",
        "nhs.uk",
        "parliament.uk",
        "police.uk",
        "gov.scot",
        "gov.wales",
        "senedd.wales",
        "parliament.scot",
        "legislation.gov.uk",
        "bbc.co.uk",
        "bbc.com",
        "theguardian.com",
        "wikipedia.org",
        "wikimedia.org",
        "github.com",
        "youtube.com",
        "youtu.be",
        "vimeo.com",
        "twitter.com",
        "x.com",
        "facebook.com",
        "linkedin.com",
        "instagram.com",
        "google.com",
        "microsoft.com",
        "apple.com",
        "w3.org",
        "mozilla.org",
        "who.int",
        "un.org",
        "europa.eu",
        "doi.org",
        "nature.com",
        "bmj.com",
        "thelancet.com",
        "kingsfund.org.uk",
        "nesta.org.uk",
        "jrf.org.uk",
    ]
)
"""Hosts that are known to answer by https; what stands before them counts too."""
_ONLY_ITSELF = frozenset({"gov.uk", "nhs.uk", "police.uk"})
"""Names under which many bodies have hosts of their own, of which not all are secure."""


def addresses_in_fields(writing: Writing) -> Iterator[Found]:
    """Yield each address in a title or a summary, where nobody can follow it."""
    for name in ("title", "summary"):
        text = getattr(writing.item, name, None) or ""
        if address := _IN_FIELD.search(text):
            yield found((name,), field=name, address=address[0].rstrip(".,;)"))


def insecure_addresses(writing: Writing) -> Iterator[Found]:
    """Yield each link by http to a host that is known to answer by https."""
    for link in writing.item.prose.links:
        if link.address.startswith("http://") and _is_secure(link.address):
            address = link.address.removeprefix("http://")
            yield found(place_of(writing, link), address=link.address, instead=f"https://{address}")


def _is_secure(address: str) -> bool:
    try:
        host = (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return False
    if host in _SECURE:
        return True
    parents = host.split(".")
    return any(".".join(parents[n:]) in _SECURE - _ONLY_ITSELF for n in range(1, len(parents)))


RULES = (
    Rule(
        id="address-in-title",
        grade="warning",
        asks="No address stands in a title or a summary, where none can be followed.",
        what="`{field}` has an address in it, {address}, that nobody can follow there.",
        fix="Say in words what is there, and put the link into the text.",
        because="Titles and summaries are shown on cards, in feeds and in search, as plain words.",
        find=addresses_in_fields,
        languages=ANY,
    ),
    Rule(
        id="insecure-address",
        grade="hint",
        asks="A link begins with https wherever the other side is known to answer so.",
        what="{address} is not secure, and the same page can be had safely.",
        fix="Write {instead}",
        because="By http anybody on the way can read and change what a reader sees.",
        find=insecure_addresses,
        languages=ANY,
    ),
)
