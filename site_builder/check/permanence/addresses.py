"""An address belongs to one thing for ever, so nothing may claim the address of another."""

from collections.abc import Iterator

from site_builder.read.content import Content
from site_builder.read.problems import Position, Problem
from site_builder.read.source import Loc
from site_builder.read.types import CouncilSummary, Item, RegisterEntry
from site_builder.read.types.kinds import kind_of
from site_builder.relate.visibility import Viewer

Claim = tuple[Item | RegisterEntry, Loc, str]
"""Who claims an address, where in its file (nowhere for a file's name), and which."""


def shared_addresses(content: Content, _viewer: Viewer) -> Iterator[Problem]:
    """Yield each address that is claimed a second time, by a file name, an alias or a register."""
    of_the_site = (*content.addresses.sections, *content.addresses.others)
    taken = dict.fromkeys(of_the_site, "the site itself")
    for thing, loc, address in _claims(content):
        if address in taken and (loc or isinstance(thing, Item)):
            yield _shared(content, thing, loc, address, taken[address])
        taken.setdefault(address, _name(thing))
    for entry in content.entries:
        if content.addresses.of(entry) in content.addresses.sections:
            yield _reserved(content, entry)
    for item in content.items:
        if isinstance(item, CouncilSummary):
            yield from _reserved_ids(content, item)


def _name(thing: Item | RegisterEntry) -> str:
    return thing.path if isinstance(thing, Item) else f"`{thing.slug}`"


def _claims(content: Content) -> Iterator[Claim]:
    """Yield what names and slugs claim, then what aliases claim, so that an alias is blamed."""
    things: tuple[Item | RegisterEntry, ...] = (*content.items, *content.entries)
    for thing in things:
        yield thing, (), content.addresses.of(thing)
    for thing in things:
        within = () if isinstance(thing, Item) else (thing.slug,)
        for number, slug in enumerate(thing.aliases):
            if slug != thing.slug:
                loc = (*within, "aliases", number)
                yield thing, loc, content.addresses.at(kind_of(thing).name, slug)


def _shared(
    content: Content, thing: Item | RegisterEntry, loc: Loc, address: str, taken: str
) -> Problem:
    rule, what = "shared-address", f"gives the address /{address}, which {taken} has already."
    if not loc and isinstance(thing, Item):
        fix = "Give one of the files another name."
        return Problem(thing.path, Position(), rule, f"The name of this file {what}", fix)
    path = thing.path if isinstance(thing, Item) else f"{content.folder}/{kind_of(thing).source}"
    source = content.sources[path]
    fix = "Take the alias out, or write another."
    if content.ledger and address in content.ledger.addresses and taken != "the site itself":
        fix = (
            f"That address was published. If {_name(thing)} had it, give {taken} another name; "
            "if not, take the alias out."
        )
    return source.problem(source.position_of(loc), rule, f"This alias {what}", fix)


def _reserved(content: Content, entry: RegisterEntry) -> Problem:
    source = content.sources[f"{content.folder}/{kind_of(entry).source}"]
    at = source.position_of((entry.slug,), of_key=True)
    where = f"/{content.addresses.of(entry)}, which the site itself has already"
    what = f'The slug "{entry.slug}" gives the address {where}.'
    fix = f"Give the {kind_of(entry).name} another slug, here and in the stories that name it."
    return source.problem(at, "shared-address", what, fix)


def _reserved_ids(content: Content, council: CouncilSummary) -> Iterator[Problem]:
    source, addresses = content.sources[council.path], content.addresses
    # The later parts of the list of commitments stand beside what the list is of.
    taken = (*addresses.sections, *addresses.others, addresses.at("commitment", "page"))
    for number, made in enumerate(council.commitments):
        address = addresses.at("commitment", made.id)
        if address in taken:
            at = source.position_of(("commitments", number, "id"))
            where = f"/{address}, which the site itself has already"
            what = f'The id "{made.id}" gives the address {where}.'
            fix = "Give the commitment another id, here and wherever it is named."
            yield source.problem(at, "shared-address", what, fix)
