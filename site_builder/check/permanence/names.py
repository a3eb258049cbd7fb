"""A name in addresses is for ever: one that was recorded is what the settings must go on saying."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from site_builder.read.addresses import NAMES, SECTIONS, term_of
from site_builder.read.ledger import Ledger
from site_builder.read.problems import Problem
from site_builder.read.theme.terms import ADDRESS
from site_builder.settings import Settings


def moved_sections(ledger: Ledger | None, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for each term whose address is another one than was recorded.

    It stands for everything that would be lost below it, so nothing else need be looked at.
    """
    for term, recorded in _recorded(ledger).items():
        now, before = settings.addresses.names[term], max(recorded, key=lambda one: recorded[one])
        # A line that is wrong by itself is told of elsewhere.
        if now not in recorded:
            what = f"`terms.{term}` would move everything at /{before}/ to /{now}/, for ever."
            fix = f"Write `address: {before}` under `{term}`; what it is called may change."
            if before == NAMES[term]:
                fix = f"Take `address` out of `{term}`; what it is called may change."
            yield settings.own_terms.place(term, ADDRESS).problem(what, fix)


def _recorded(ledger: Ledger | None) -> Mapping[str, Mapping[str, int]]:
    """Return how often each term has each name in recorded addresses."""
    terms = {kind: term for kind in SECTIONS if (term := term_of(kind))}
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for line in ledger.lines if ledger else ():
        if line.is_thing and line.kind in terms:
            found[terms[line.kind]][line.address.partition("/")[0]] += 1
    return found
