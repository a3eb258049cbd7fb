"""Places and partners of which nothing is told any more: they had a page and feeds, so they answer.

What was published is known from the ledger. Without one, what a withdrawn story says of itself has
to do: its place and its partners had a page for as long as it was there.
"""

from collections.abc import Collection, Iterable

from site_builder.read.content import Content
from site_builder.read.types import Item, RegisterEntry
from site_builder.read.types.kinds import kind_of
from site_builder.relate.references import references_of

_KINDS = frozenset({"place", "partner"})


def resting(
    content: Content, used: Collection[tuple[str, str]], withdrawn: Iterable[Item]
) -> tuple[RegisterEntry, ...]:
    """Return the entries that were published and are not any more, in the order of registers."""
    recorded = content.ledger.addresses if content.ledger else frozenset()
    address_of = content.addresses.of
    named = {
        (reference.kind, reference.slug)
        for item in withdrawn
        for reference in references_of(item)
        if reference.kind in _KINDS
    }
    ends = ((kind_of(entry).name, entry.slug, entry) for entry in content.entries)
    return tuple(
        entry
        for kind, slug, entry in ends
        if (kind, slug) not in used and ((kind, slug) in named or address_of(entry) in recorded)
    )
