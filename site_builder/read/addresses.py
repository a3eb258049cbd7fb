"""Where everything stands on a site: the address of each section, and of each thing in it.

An address is written without a slash in front ("missions/health/"), so that any page can put the
way back to the root before it and one build works at the root of a domain and under a path. A site
that calls its things by names of its own has those in its addresses too.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from site_builder.read.types.item import Item
from site_builder.read.types.kinds import KINDS, kind_of
from site_builder.read.types.registers import RegisterEntry

NAMES: Mapping[str, str] = {
    "mission": "missions",
    "principle": "principles",
    "case_study": "case-studies",
    "council": "council",
    "commitment": "commitments",
    "steward": "stewards",
    "mandate_letter": "mandate-letters",
    "deliberation": "deliberations",
    "barrier": "barriers",
    "place": "places",
    "partner": "partners",
    "event": "events",
    "quarter": "quarters",
}
"""The terms that have an address, each with the one that it has if a site gives no other."""

SECTIONS: Mapping[str, str] = {
    "mission": "{mission}/",
    "principle": "{principle}/",
    "case study": "{case_study}/",
    "council summary": "{council}/",
    "steward": "{steward}/",
    "mandate letter": "{mandate_letter}/",
    "deliberation": "{deliberation}/",
    "barrier": "{barrier}/",
    "barrier state": "{barrier}/states/",
    "barrier kind": "{barrier}/kinds/",
    "learning": "learning/",
    "learning of mission": "learning/{mission}/",
    "unknown": "learning/unknown/",
    "unknown of mission": "learning/unknown/{mission}/",
    "event": "{event}/",
    "commitment": "{commitment}/",
    "commitment state": "{commitment}/states/",
    "page": "",
    "place": "{place}/",
    "partner": "{partner}/",
    "quarter": "{quarter}/",
    "nation": "{place}/nations/",
    "partner kind": "{partner}/kinds/",
}
"""Where the list of all things of each kind stands, with the terms that are named in it."""
HOME = "home"
"""The slug of the page that its authors write for the root of the site."""
_OTHERS = (
    "subscribe/",
    "search/",
    "a-z/",
    "data/",
    "hundred-days/",
    "changes/",
    "digests/",
    "{barrier}/subscribe/",
    "{commitment}/subscribe/",
    "languages/",
    "assets/",
    "images/",
    "pagefind/",
)


_FOLDERS = ("files/", "social/")
"""Folders of files, at which no page stands: a page may have such a name, and no term may."""


class Promise(Protocol):
    """A commitment, which is no item of its own and has an address all the same."""

    @property
    def slug(self) -> str:
        """The last part of its address."""


Addressed = Item | RegisterEntry | Promise
"""Whatever has an address of its own."""


@dataclass(frozen=True)
class Addresses:
    """The addresses of a site."""

    own: Mapping[str, str] = field(default_factory=dict, hash=False)
    """The names in addresses that a site gives in the place of those in `NAMES`, by term."""

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The name in addresses of each term that has one."""
        return {**NAMES, **self.own}

    @cached_property
    def sections(self) -> tuple[str, ...]:
        """The address of every list of things."""
        return tuple(address for address in self._by_kind.values() if address)

    @cached_property
    def others(self) -> tuple[str, ...]:
        """Addresses that the site itself uses beside those of its sections."""
        return tuple(one.format_map(self.names) for one in _OTHERS)

    def section(self, kind: str) -> str:
        """Return the address of the list of all things of a kind, such as "missions/"."""
        return self._by_kind[kind]

    def at(self, kind: str, slug: str) -> str:
        """Return the permanent address of a thing by its kind and slug."""
        return f"{self._by_kind[kind]}{slug}/"

    def of(self, thing: Addressed) -> str:
        """Return the permanent address of an item, of an entry of a register or of a commitment.

        The home page is the root of the site.
        """
        kind = kind_name(thing)
        return "" if (kind, thing.slug) == ("page", HOME) else self.at(kind, thing.slug)

    def earlier(self, thing: Item | RegisterEntry) -> tuple[str, ...]:
        """Return the earlier addresses of an item or an entry of a register, oldest first.

        What has its first name again keeps that name under `aliases`, for the sake of its id.
        """
        names = [slug for slug in thing.aliases if slug != thing.slug]
        return tuple(self.at(kind_of(thing).name, slug) for slug in names)

    def recommendation(self, deliberation: str, recommendation: str) -> str:
        """Return where a recommendation stands on the page of its deliberation."""
        return f"{self.at('deliberation', deliberation)}#_recommendation-{recommendation}"

    def session(self, deliberation: str, session: str) -> str:
        """Return where a session stands on the page of its deliberation."""
        return f"{self.at('deliberation', deliberation)}#_session-{session}"

    def promises(self, mission: Item) -> str:
        """Return the address of the promises for a mission, which stands below its own."""
        return f"{self.of(mission)}{self.own.get('commitment', 'promises')}/"

    def folders(self, content: str) -> dict[str, str]:
        """Return the lists that a link to a folder or to a register leads to, by its path."""
        return {
            f"{content}/{kind.source}": self._by_kind[kind.name]
            for kind in KINDS
            if self._by_kind[kind.name]
        }

    def shared(self) -> Iterator[tuple[str, str]]:
        """Yield each address that a name of the site's own shares, with the term of that name."""
        taken = {one: "" for one in (*self.others, *_FOLDERS) if one.count("/") == 1}
        for kind, address in self._by_kind.items():
            if address in taken:
                ends = (term_of(kind), taken[address])
                yield next(term for term in ends if term in self.own), address
            taken.setdefault(address, term_of(kind))

    @cached_property
    def _by_kind(self) -> Mapping[str, str]:
        return {kind: one.format_map(self.names) for kind, one in SECTIONS.items()}


def term_of(kind: str) -> str:
    """Return the term whose name is in the address of a kind; nothing for "learning"."""
    return SECTIONS[kind].partition("{")[2].partition("}")[0]


def kind_name(thing: Addressed) -> str:
    """Return the kind of a thing that has an address, such as "case study"."""
    return kind_of(thing).name if isinstance(thing, Item | RegisterEntry) else "commitment"
