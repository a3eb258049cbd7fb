"""Where an entry of a menu leads: to the list of a type, or to an address of the site."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from site_builder.read.addresses import NAMES, Addresses, term_of
from site_builder.read.types import KINDS, AnyItem, RegisterEntry
from site_builder.read.types.fields.dates import Quarter
from site_builder.relate.record import Record

MENU = ("mission", "case study", "council summary", "commitment", "place")
"""The kinds of things whose lists the menu leads to; those of FOOTER stand at the foot."""
FOOTER = (
    "principle",
    "partner",
    "steward",
    "mandate letter",
    "deliberation",
    "event",
    "barrier",
    "learning",
)
SUBSCRIBE = "subscribe/"
SEARCH = "search/"
CHANGES = "changes/"
A_TO_Z = "a-z/"
DATA = "data/"
HUNDRED_DAYS = "hundred-days/"
OTHER_PAGES: Mapping[str, str] = {
    "": "sections.home",
    SUBSCRIBE: "subscribe.title",
    SEARCH: "search.title",
    HUNDRED_DAYS: "hundred_days.title",
    CHANGES: "changes.list",
    A_TO_Z: "a_z.title",
    DATA: "data.title",
}
"""The pages that the site makes beside its lists, with the key of what each is called."""
LISTED = (*MENU, *FOOTER)
"""The kinds that have a list."""


def lists(addresses: Addresses) -> Mapping[str, str]:
    """Return the kinds that have a list, by its address."""
    return {addresses.section(kind): kind for kind in LISTED}


def _names(addresses: Addresses) -> Mapping[str, str]:
    """Return the address of each list by whatever a type is called, with the site's own names."""
    return {
        name: addresses.section(kind.name)
        for kind in KINDS
        if kind.name in LISTED
        for name in (kind.name, kind.plural, kind.source.removesuffix(".yml"))
    } | {NAMES[term]: addresses.section(kind) for kind in LISTED if (term := term_of(kind))}


def menu_address(to: str, addresses: Addresses) -> str:
    """Return the address that an entry of a menu leads to, as the site writes addresses.

    A type may be named as authors name it, or as its folder is called.
    """
    plain, names = to.strip().strip("/"), _names(addresses)
    if named := names.get(plain.replace("-", " ").casefold()) or names.get(plain):
        return named
    return f"{plain}/" if plain and "." not in plain.rpartition("/")[2] else plain


@dataclass(frozen=True)
class MenuEnds:
    """What a menu may lead to beside lists and other pages of the site, by address."""

    things: Mapping[str, AnyItem | RegisterEntry]
    quarters: Mapping[str, Quarter]
    nations: Mapping[str, str]
    """By the names of the nations."""


def menu_ends(record: Record) -> MenuEnds:
    """Return every single page that a menu may lead to; each has a name of its own."""
    shelves = chain(record.shelves.values(), (record.places, record.partners))
    places = record.places.values()
    return MenuEnds(
        {record.addresses.of(thing): thing for shelf in shelves for thing in shelf.values()},
        {record.addresses.at("quarter", one.slug): one for one in record.quarters},
        {record.addresses.at("nation", one.nation_slug): one.nation for one in places},
    )
