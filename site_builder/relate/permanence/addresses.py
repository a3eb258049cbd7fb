"""Where everything stands on the site, and where a link in a file leads.

An address is written without a slash in front ("missions/health/"), so that any page can put the
way back to the root before it and one build works at the root of a domain and under a path.
"""

import posixpath
from dataclasses import dataclass
from unicodedata import normalize
from urllib.parse import unquote, urlsplit

from site_builder.read.types import KINDS, Item, RegisterEntry
from site_builder.read.types.kinds import kind_of
from site_builder.relate.council.commitments import Commitment

_SECTIONS = {
    "mission": "missions/",
    "principle": "principles/",
    "case study": "case-studies/",
    "council summary": "council/",
    "steward": "stewards/",
    "mandate letter": "mandate-letters/",
    "deliberation": "deliberations/",
    "barrier": "barriers/",
    "barrier state": "barriers/states/",
    "barrier kind": "barriers/kinds/",
    "learning": "learning/",
    "learning of mission": "learning/missions/",
    "unknown": "learning/unknown/",
    "unknown of mission": "learning/unknown/missions/",
    "event": "events/",
    "commitment": "commitments/",
    "commitment state": "commitments/states/",
    "page": "",
    "place": "places/",
    "partner": "partners/",
    "quarter": "quarters/",
    "nation": "places/nations/",
    "partner kind": "partners/kinds/",
}
HOME = "home"
"""The slug of the page that its authors write for the root of the site."""
SECTION_ADDRESSES = tuple(address for address in _SECTIONS.values() if address)
OTHER_ADDRESSES = (
    "subscribe/",
    "search/",
    "a-z/",
    "data/",
    "hundred-days/",
    "changes/",
    "digests/",
    "barriers/subscribe/",
    "commitments/subscribe/",
    "languages/",
    "assets/",
    "images/",
    "pagefind/",
)
"""Addresses that the site itself uses beside those of its sections."""


def section_address(kind: str) -> str:
    """Return the address of the list of all things of a kind, such as "missions/"."""
    return _SECTIONS[kind]


def address_for(kind: str, slug: str) -> str:
    """Return the permanent address of a thing by its kind and slug."""
    return f"{_SECTIONS[kind]}{slug}/"


def kind_name(thing: Item | RegisterEntry | Commitment) -> str:
    """Return the kind of a thing that has an address, such as "case study"."""
    return "commitment" if isinstance(thing, Commitment) else kind_of(thing).name


def address_of(thing: Item | RegisterEntry | Commitment) -> str:
    """Return the permanent address of an item, of an entry of a register or of a commitment.

    The home page is the root of the site.
    """
    kind = kind_name(thing)
    return "" if (kind, thing.slug) == ("page", HOME) else address_for(kind, thing.slug)


def recommendation_address(deliberation: str, recommendation: str) -> str:
    """Return where a recommendation stands on the page of its deliberation."""
    return f"{address_for('deliberation', deliberation)}#_recommendation-{recommendation}"


def session_address(deliberation: str, session: str) -> str:
    """Return where a session stands on the page of its deliberation."""
    return f"{address_for('deliberation', deliberation)}#_session-{session}"


def alias_addresses(thing: Item | RegisterEntry) -> tuple[str, ...]:
    """Return the earlier addresses of an item or an entry of a register, oldest first.

    What has its first name again keeps that name under `aliases`, for the sake of its id.
    """
    names = [slug for slug in thing.aliases if slug != thing.slug]
    return tuple(address_for(kind_of(thing).name, slug) for slug in names)


def folder_addresses(content: str) -> dict[str, str]:
    """Return the lists that a link to a folder or to a register leads to, by its path."""
    return {
        f"{content}/{kind.source}": _SECTIONS[kind.name] for kind in KINDS if _SECTIONS[kind.name]
    }


@dataclass(frozen=True)
class Destination:
    """Where a link in a file leads, inside `content/`."""

    path: str
    """The file or folder, seen from the folder of the settings."""
    fragment: str
    """The id of a heading in it, or nothing."""


def destination(address: str, from_path: str) -> Destination | None:
    """Return where a link or an image of a file leads; nothing when it leads out of the site.

    Links inside the site are written as in any Markdown folder: from file to file.
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme or parts.netloc:
        return None
    path = from_path
    if parts.path:
        joined = posixpath.join(posixpath.dirname(from_path), unquote(parts.path))
        path = normalize("NFC", posixpath.normpath(joined))
    return Destination(path, unquote(parts.fragment))
