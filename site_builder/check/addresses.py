"""An address belongs to one item for ever, so no two files may claim the same one."""

from collections.abc import Iterator

from site_builder.read.content import Content
from site_builder.read.problems import Problem
from site_builder.relate.addresses import (
    OTHER_ADDRESSES,
    SECTION_ADDRESSES,
    address_of,
    alias_addresses,
)
from site_builder.relate.visibility import Viewer


def shared_addresses(content: Content, _viewer: Viewer) -> Iterator[Problem]:
    """Yield each address that is claimed a second time, by a file name or by an alias."""
    taken = dict.fromkeys((*SECTION_ADDRESSES, *OTHER_ADDRESSES), "the site itself")
    for item in content.items:
        yield from _claim(content, taken, item.path, address_of(item), "The file's name")
    for item in content.items:
        for number, address in enumerate(alias_addresses(item)):
            yield from _claim(
                content, taken, item.path, address, "The alias", ("aliases", number)
            )


def _claim(
    content: Content,
    taken: dict[str, str],
    path: str,
    address: str,
    claim: str,
    loc: tuple[str | int, ...] = (),
) -> Iterator[Problem]:
    if address not in taken:
        taken[address] = path
        return
    source = content.sources[path]
    what = f"{claim} gives the address /{address}, which {taken[address]} has."
    fix = "Give one of the two another file name or alias."
    yield source.problem(source.position_of(loc), "shared-address", what, fix)
