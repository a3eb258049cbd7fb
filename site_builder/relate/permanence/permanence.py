"""What answers at which address, and by which id it is known: what a site promises for ever.

The ledger says what was published before; this says what a viewer would find now at the addresses
of things. What stands at all others is told by the outputs of a build; see `promised`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit
from zlib import crc32

from site_builder.read.addresses import Addresses
from site_builder.read.content import Content
from site_builder.read.ledger import Last, Ledger, Thing
from site_builder.read.types import CouncilSummary, Item, RegisterEntry
from site_builder.read.types.kinds import kind_of
from site_builder.relate.permanence.identity import commitment_id
from site_builder.relate.permanence.ids import Ids, Told, own_day
from site_builder.relate.permanence.likeness import letters_of
from site_builder.relate.record import Record
from site_builder.relate.visibility import Sight, Viewer
from site_builder.settings import Settings

NO_CHANGES = "0"


@dataclass(frozen=True)
class Answer:
    """What is found at an address."""

    thing: Thing
    """Its kind and its first name."""
    id: str
    """Its id as a line of the ledger has it."""
    of: Item | RegisterEntry | None = None
    """What answers; nothing for a commitment."""


def answers(content: Content, viewer: Viewer) -> Mapping[str, Answer]:
    """Return what a viewer finds at each address that authors answer for.

    An entry of a register keeps its page when no story names it any more, and a quarter when
    nothing is dated in it, so neither is in the way of a withdrawal.
    """
    ids = Ids((content.ledger.authority if content.ledger else None) or "", content.ledger)
    found: dict[str, Answer] = {}
    for item in content.items:
        if viewer.sight_of(item) is not Sight.HIDDEN:
            found |= _of_thing(item, ids, content.addresses)
    for entry in content.entries:
        found |= _of_thing(entry, ids, content.addresses)
    return found


def _of_thing(thing: Item | RegisterEntry, ids: Ids, addresses: Addresses) -> Mapping[str, Answer]:
    answer = Answer((kind_of(thing).name, thing.first_slug), ids.in_ledger(thing), thing)
    # The root answers whoever writes the home page, and if nobody does.
    its_own = (at for at in (addresses.of(thing), *addresses.earlier(thing)) if at)
    return dict.fromkeys(its_own, answer) | dict(_promises(thing, addresses))


def _promises(thing: Item | RegisterEntry, addresses: Addresses) -> Iterator[tuple[str, Answer]]:
    """Yield the promises of a council; they keep their pages when it is withdrawn."""
    if isinstance(thing, CouncilSummary):
        for made in thing.commitments:
            answer = Answer(("commitment", made.id), commitment_id(made.id))
            yield addresses.at("commitment", made.id), answer


def ids_of_site(ledger: Ledger | None, settings: Settings) -> Ids:
    """Return the ids of a site, minted under the first host that it had.

    It has that one for as long as it is; nothing for a site that never knew its own address.
    """
    minted_under = ledger.authority if ledger else None
    return Ids(minted_under or urlsplit(settings.site_root or "").hostname or "", ledger)


def published(record: Record, ids: Ids) -> Mapping[str, str]:
    """Return the id of every thing that a site publishes and promises for ever, by its address."""
    entries: tuple[RegisterEntry, ...] = (*record.places.values(), *record.partners.values())
    things: tuple[Item | RegisterEntry, ...] = (*record.items, *entries)
    found = {
        address: answer.id
        for thing in things
        for address, answer in _of_thing(thing, ids, record.addresses).items()
    }
    return found | dict(_quarters(record))


def _quarters(record: Record) -> Iterator[tuple[str, str]]:
    for quarter in record.quarters:
        yield record.addresses.at("quarter", quarter.slug), f"quarter/{quarter.slug}"


def last_of(thing: Item | RegisterEntry, content: Content) -> Last:
    """Return what a ledger keeps of a thing that is published now."""
    day = own_day(thing).isoformat() if isinstance(thing, Told) else None
    return Last(day, told_changes(thing), letters_of(thing, content))


def told_changes(thing: Item | RegisterEntry) -> str:
    """Return what tells the stated changes of a thing from others, the minor ones left out."""
    changes = thing.changes if isinstance(thing, Item) else ()
    told = [f"{one.date} {one.note}" for one in changes if one.kind != "minor"]
    return f"{crc32(chr(10).join(told).encode()):08x}" if told else NO_CHANGES


def is_told_anew(item: Item, last: Last | None) -> bool:
    """Tell whether readers are told of a change that was not told when it was last published."""
    return told_changes(item) not in (NO_CHANGES, last.changes if last else NO_CHANGES)
