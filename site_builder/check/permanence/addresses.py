"""An address belongs to one thing for ever, so nothing may claim the address of another."""

from collections.abc import Iterator

from site_builder.read.content import Content
from site_builder.read.problems import Position, Problem
from site_builder.read.source import Loc, Source
from site_builder.read.types import CouncilSummary, Item, RegisterEntry
from site_builder.read.types.kinds import kind_of
from site_builder.relate.permanence.addresses import (
    OTHER_ADDRESSES,
    SECTION_ADDRESSES,
    address_for,
    address_of,
)
from site_builder.relate.visibility import Viewer

PARTS_OF_LISTS = (address_for("commitment", "page"),)
"""Folders of the later parts of lists that stand beside what the lists are of."""

Claim = tuple[Item, Loc, str]
"""Who claims an address, where in its front matter (nowhere for a file's name), and which."""


def shared_addresses(content: Content, _viewer: Viewer) -> Iterator[Problem]:
    """Yield each address that is claimed a second time, by a file name, an alias or a register."""
    taken = dict.fromkeys((*SECTION_ADDRESSES, *OTHER_ADDRESSES), "the site itself")
    for item, loc, address in _claims(content):
        if address in taken:
            yield _shared(content.sources[item.path], loc, f"/{address}, which {taken[address]}")
        taken.setdefault(address, item.path)
    for entry in content.entries:
        if address_of(entry) in SECTION_ADDRESSES:
            yield _reserved(content.sources[f"{content.folder}/{kind_of(entry).source}"], entry)
    for item in content.items:
        if isinstance(item, CouncilSummary):
            yield from _reserved_ids(content.sources[item.path], item)


def _claims(content: Content) -> Iterator[Claim]:
    """Yield what file names claim, then what aliases claim, so that an alias is blamed."""
    for item in content.items:
        yield item, (), address_of(item)
    for item in content.items:
        for number, slug in enumerate(item.aliases):
            if slug != item.slug:
                yield item, ("aliases", number), address_for(kind_of(item).name, slug)


def _shared(source: Source, loc: Loc, address: str) -> Problem:
    rule, what = "shared-address", f"gives the address {address} has already."
    if loc:
        fix = "Take the alias out, or write another."
        return source.problem(source.position_of(loc), rule, f"This alias {what}", fix)
    fix = "Give one of the files another name."
    return Problem(source.path, Position(), rule, f"The name of this file {what}", fix)


def _reserved(source: Source, entry: RegisterEntry) -> Problem:
    at = source.position_of((entry.slug,), of_key=True)
    where = f"/{address_of(entry)}, which the site itself has already"
    what = f'The slug "{entry.slug}" gives the address {where}.'
    fix = f"Give the {kind_of(entry).name} another slug, here and in the stories that name it."
    return source.problem(at, "shared-address", what, fix)


def _reserved_ids(source: Source, council: CouncilSummary) -> Iterator[Problem]:
    for number, made in enumerate(council.commitments):
        address = address_for("commitment", made.id)
        if address in (*SECTION_ADDRESSES, *OTHER_ADDRESSES, *PARTS_OF_LISTS):
            at = source.position_of(("commitments", number, "id"))
            where = f"/{address}, which the site itself has already"
            what = f'The id "{made.id}" gives the address {where}.'
            fix = "Give the commitment another id, here and wherever it is named."
            yield source.problem(at, "shared-address", what, fix)
