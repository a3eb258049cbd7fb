"""What the data say of the files that a site publishes as files."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from site_builder.read.types.fields.text import Part
from site_builder.relate.data.rows import Address, RecordId, Shape
from site_builder.relate.own_files import ACCESS_FIELDS, accesses, file_at
from site_builder.relate.permanence.identity import id_of
from site_builder.relate.record import Record


class FileRow(Part):
    """A file that is published as it is: minutes, a transcript, a table, a recording."""

    address: Address = Field(description="Its permanent address.")
    name: Annotated[str, Shape("text")] = Field(description="Its name, with its folders.")
    media_type: Annotated[str, Shape("text")] = Field(description="What kind of file it is.")
    bytes: int = Field(description="How many bytes it has.")
    digest: Annotated[str, Shape("text")] = Field(
        description="BLAKE2b of its bytes, 128 bits as 32 hexadecimal digits."
    )
    linked_from: tuple[RecordId, ...] = Field(
        (), description="Ids of what leads to it, in the text or in a field."
    )


def file_rows(record: Record, root: str) -> Iterator[FileRow]:
    """Yield the row of each file, in the order of their addresses, which come after `root`."""
    linked = _linked(record)
    for file in sorted(
        (one for one in record.files.values() if one.is_linked), key=lambda one: one.address
    ):
        yield FileRow(
            address=root + file.address,
            name=file.address.partition("/")[2],
            media_type=file.media_type,
            bytes=file.size,
            digest=file.digest,
            linked_from=tuple(sorted(linked.get(file.path, ()))),
        )


def _linked(record: Record) -> dict[str, set[str]]:
    found = defaultdict[str, set[str]](set)
    shelves = record.shelves.values() if record.files else ()
    for item in (item for shelf in shelves for item in shelf.values()):
        written = [link.address for link in item.prose.links]
        for _, public in accesses(item):
            written += filter(None, (getattr(public, name) for name in ACCESS_FIELDS))
        for address in written:
            if file := file_at(address, item.path, record.files, record.site_root):
                found[file.path].add(id_of(item))
    return dict(found)
