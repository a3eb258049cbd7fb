"""What answers at which address, and by which id it is known: what a site promises for ever.

The ledger says what was published before; this says what a viewer would find now. Parts of lists,
filters and files are made anew each time, so they are not promised; what stands at the address of
something that was renamed leads on all the same.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from site_builder.read.content import Content
from site_builder.read.ledger import Ledger
from site_builder.read.types import CouncilSummary, Item
from site_builder.read.types.fields.dates import Quarter
from site_builder.relate.permanence.addresses import address_for, address_of, alias_addresses
from site_builder.relate.permanence.identity import commitment_id, id_of
from site_builder.relate.permanence.ids import Told, item_id
from site_builder.relate.record import Record
from site_builder.relate.visibility import Sight, Viewer
from site_builder.settings import Settings


@dataclass(frozen=True)
class Answer:
    """What is found at an address."""

    ids: tuple[str, ...]
    """Its ids: in the data and, if feeds tell of it, the tag of its items there."""
    item: Item | None = None
    """The item that answers; nothing for an entry of a register, a commitment or a quarter."""


def answers(content: Content, viewer: Viewer) -> Mapping[str, Answer]:
    """Return what a viewer finds at each address that authors answer for.

    An entry of a register keeps its page when no story names it any more, and a quarter when
    nothing is dated in it, so neither is in the way of a withdrawal.
    """
    authority = content.ledger.authority if content.ledger else None
    found: dict[str, Answer] = {}
    for item in content.items:
        if viewer.sight_of(item) is not Sight.HIDDEN:
            found |= _of_item(item, ids_of_item(item, authority))
    for entry in content.entries:
        found[address_of(entry)] = Answer((id_of(entry),))
    return found


def ids_of_item(item: Item, authority: str | None) -> tuple[str, ...]:
    """Return every id of an item, the one that a ledger records first."""
    if authority and isinstance(item, Told):
        return item_id(item, authority), id_of(item)
    return (id_of(item),)


def _of_item(item: Item, ids: tuple[str, ...]) -> Mapping[str, Answer]:
    answer = Answer(ids, item)
    found = dict.fromkeys((address_of(item), *alias_addresses(item)), answer)
    return found | dict(_promises(item))


def _promises(item: Item) -> Iterator[tuple[str, Answer]]:
    """Yield the promises of a council; they keep their pages when it is withdrawn."""
    if isinstance(item, CouncilSummary):
        for made in item.commitments:
            yield address_for("commitment", made.id), Answer((commitment_id(made.id),))


def authority_of(ledger: Ledger | None, settings: Settings) -> str:
    """Return the host that ids are minted under: the first that a site had, for as long as it is.

    Nothing for a site that never knew its own address.
    """
    minted_under = ledger.authority if ledger else None
    return minted_under or urlsplit(settings.site_root or "").hostname or ""


def published(record: Record, authority: str | None) -> Mapping[str, str]:
    """Return the id of everything that a site publishes and promises for ever, by its address."""
    found = {
        address: answer.ids[0]
        for item in record.items
        for address, answer in _of_item(item, ids_of_item(item, authority)).items()
    }
    found |= {
        address_of(entry): id_of(entry)
        for entry in (*record.places.values(), *record.partners.values())
    }
    return found | dict(_quarters(record.quarters))


def _quarters(quarters: Iterable[Quarter]) -> Iterator[tuple[str, str]]:
    for quarter in quarters:
        yield address_for("quarter", quarter.slug), f"quarter/{quarter.slug}"
