"""The tables of the data: one for each content type, and those made from the whole record."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from pydantic import BaseModel

from site_builder.compose.data.columns import Column, Row, columns_of, row_of
from site_builder.compose.frame.frame import Frame
from site_builder.compose.frame.naming import Titled
from site_builder.read.place.facts import kind_for
from site_builder.read.types import (
    ITEM_KINDS,
    KINDS,
    CouncilSummary,
    Deliberation,
    Item,
    Kind,
    RegisterEntry,
)
from site_builder.read.types.kinds import kind_of
from site_builder.relate.data.file_rows import FileRow, file_rows
from site_builder.relate.data.rows import (
    Body,
    ChangeRow,
    CommitmentRow,
    Entitled,
    Identity,
    WithdrawnRow,
    change_rows,
    commitment_rows,
    withdrawn_rows,
)
from site_builder.relate.menus import DATA
from site_builder.relate.permanence.identity import (
    IdOf,
    commitment_id,
    id_of,
    ids_of,
    recommendation_id,
)


@dataclass(frozen=True)
class Layout:
    """What a table is, whatever is in it."""

    slug: str
    """The name of its files and of its page."""
    one: str
    """The name of the column in which other files hold the id of one of its rows."""
    model: type[BaseModel]
    """What its rows are; its docstring says what the table holds."""
    columns: tuple[Column, ...]


@dataclass(frozen=True)
class Table:
    """A table with its rows."""

    layout: Layout
    rows: tuple[Row, ...]


def layout_of(kind: Kind) -> Layout:
    """Return the layout of a content type."""
    is_item, has_title = kind in ITEM_KINDS, "title" in kind.model.model_fields
    first = Entitled if is_item and not has_title else Identity
    body = columns_of(Body) if is_item else ()
    columns = (*columns_of(first), *columns_of(kind.model), *body)
    slug, one = kind.plural.replace(" ", "-"), kind.name.replace(" ", "_")
    return Layout(slug, one, kind.model, columns)


COMMITMENTS = Layout(
    "commitments",
    "commitment",
    CommitmentRow,
    (*columns_of(Identity), *columns_of(CommitmentRow)),
)
CHANGES = Layout("changes", "change", ChangeRow, columns_of(ChangeRow))
WITHDRAWN = Layout("withdrawn", "withdrawn", WithdrawnRow, columns_of(WithdrawnRow))
FILES = Layout("files", "file", FileRow, columns_of(FileRow))
LAYOUTS = (*map(layout_of, KINDS), COMMITMENTS, CHANGES, WITHDRAWN, FILES)
"""Every table that there can be, in the order in which they are shown."""
OF_ANY_SITE = (CHANGES, WITHDRAWN)
"""Those that say something when they are empty: nothing has changed, and nothing was taken back."""
SLUGS = {kind.name: layout_of(kind).slug for kind in KINDS} | {"commitment": COMMITMENTS.slug}
"""The table that a reference leads to, by the kind of its other end."""


def tables(frame: Frame) -> Iterator[Table]:
    """Yield every table with its rows; of a type that the site has none of there is no table."""
    id_at, root = ids_of(frame.record), data_root(frame)
    for kind in (kind_for(one, frame.record.facts) for one in KINDS):
        if not _things(frame, kind) and not _was_published(frame, layout_of(kind).slug, kind):
            continue
        layout = layout_of(kind)
        things = _things(frame, kind)
        yield Table(layout, tuple(_row(frame, layout, thing, id_at) for thing in things))
    if frame.keeps("commitment"):
        yield Table(COMMITMENTS, tuple(_commitments(frame, id_at)))
    yield _plain(CHANGES, change_rows(frame.record, root), id_at)
    yield _plain(WITHDRAWN, withdrawn_rows(frame.record, root), id_at)
    files = _plain(FILES, file_rows(frame.record, root), id_at)
    if files.rows or _is_recorded(frame, FILES.slug):
        yield files


def _was_published(frame: Frame, slug: str, kind: Kind) -> bool:
    """Tell whether the public had a table of a type once; one is told by what was withdrawn."""
    withdrawn = [kind_of(item).name for item in frame.record.withdrawn]
    return _is_recorded(frame, slug) or kind.name in withdrawn


def _is_recorded(frame: Frame, slug: str) -> bool:
    ledger = frame.record.ledger
    return bool(ledger and f"{DATA}{slug}/" in ledger.addresses)


def data_root(frame: Frame) -> str:
    """Return what stands before each address in the files: they lie one folder down."""
    return frame.settings.site_root or "../"


def title_of(frame: Frame, thing: Item | RegisterEntry) -> str:
    """Return what pages call a thing; every content type has a title, or is called something."""
    return frame.title_of(cast("Titled", thing))


def _things(frame: Frame, kind: Kind) -> Collection[Item | RegisterEntry]:
    record = frame.record
    registers = {"place": record.places, "partner": record.partners}
    shelf = registers.get(kind.name) or record.shelves.get(kind.name, {})
    return tuple(shelf.values())


def _row(frame: Frame, layout: Layout, thing: Item | RegisterEntry, id_at: IdOf) -> Row:
    root = data_root(frame)
    first = {
        "id": id_of(thing),
        "address": root + frame.addresses.of(thing),
        "title": title_of(frame, thing),
    }
    shown = frame.file_links.with_addresses(thing, root) if isinstance(thing, Item) else thing
    row = first | row_of(columns_of(type(thing)), shown, id_at)
    if isinstance(thing, Item):
        row["body_html"] = str(frame.prose(thing, root))
        row["body_text"] = "\n\n".join(thing.prose.passages)
        _name_entries(row, thing)
    return {column.name: row[column.name] for column in layout.columns}


def _name_entries(row: Row, item: Item) -> None:
    """Give entries that are known by an id everywhere that id, in the place of their short one."""
    if isinstance(item, CouncilSummary):
        for made in row["commitments"]:
            made["id"] = commitment_id(made["id"])
    if isinstance(item, Deliberation):
        for one in row["recommendations"]:
            one["id"] = recommendation_id(item, one["id"])


def _commitments(frame: Frame, id_at: IdOf) -> Iterator[Row]:
    root = data_root(frame)
    for name, row in commitment_rows(frame.record):
        address = root + frame.addresses.at("commitment", name)
        first = {"id": commitment_id(name), "address": address}
        yield first | row_of(columns_of(CommitmentRow), row, id_at)


def _plain(layout: Layout, rows: Iterable[BaseModel], id_at: IdOf) -> Table:
    return Table(layout, tuple(row_of(layout.columns, row, id_at) for row in rows))
