"""The pages of the data: what there is, and what every column of each file means."""

import inspect
from collections.abc import Iterator
from dataclasses import dataclass, replace

from site_builder.compose.data.dataset import dataset
from site_builder.compose.data.documented import (
    Documented,
    documented,
    documented_sheet,
    leading_to,
    table_link,
)
from site_builder.compose.data.files import (
    RECORD,
    DataFiles,
    File,
    TableFiles,
    data_files,
    table_address,
)
from site_builder.compose.data.graph import EDGES, NODES, Relation, relations_shown
from site_builder.compose.data.tables import OF_ANY_SITE, SLUGS
from site_builder.compose.frame.frame import Frame
from site_builder.compose.output import Output, blob, page_path
from site_builder.compose.views.page import Link, Page, Site
from site_builder.compose.views.sizes import size_in_words
from site_builder.read.theme.retold import retold
from site_builder.relate.data import graph as graph_module
from site_builder.relate.menus import DATA
from site_builder.settings import Licence


@dataclass(frozen=True)
class Download:
    """A file to take away."""

    address: str
    name: str
    size: str
    rows: int


@dataclass(frozen=True)
class Line:
    """A table in the list of all of them."""

    link: Link
    rows: int
    json: Download
    csv: Download


@dataclass(frozen=True)
class Section:
    """A list of rows with its columns, and its CSV file if it has one."""

    name: str
    """What its rows are called; for a list inside rows, its name in the JSON."""
    csv: Download | None
    columns: tuple[Documented, ...]


@dataclass(frozen=True)
class DataPage:
    """Inputs of layouts/data.html."""

    site: Site
    page: Page
    lines: tuple[Line, ...]
    """The tables with something in them, and those that say so when they are empty."""
    licence: Licence | None
    publisher: str
    commitments: Link | None
    barriers_of: Link | None
    """The table that tells which stories share a barrier."""
    withdrawn: Link


@dataclass(frozen=True)
class TablePage:
    """Inputs of layouts/data-table.html."""

    site: Site
    page: Page
    says: str
    """What a row is, in English."""
    json: Download
    csv: Download
    schema: Download
    sections: tuple[Section, ...]
    """The rows first, then each list inside them."""
    relations: tuple[Relation, ...]


def data_pages(frame: Frame) -> Iterator[Output]:
    """Yield the files of the data, the page of all of them, and a page on each table."""
    files = data_files(frame)
    for file in files.all:
        yield blob(file.address, file.data)
    yield _all_of_it(frame, files)
    for table in files.tables:
        yield _table(frame, table, files)
    yield _graph(frame, files)


def _all_of_it(frame: Frame, files: DataFiles) -> Output:
    described = dataset(frame, files)
    page = frame.page(
        frame.say("data.title"),
        DATA,
        frame.say("data.description"),
        things=(described,) if described else (),
    )
    graph = files.graph
    inputs = DataPage(
        site=frame.site,
        page=page,
        lines=(
            *(
                _line(frame, one.table.layout.slug, one.json, one.csv)
                for one in files.tables
                if one.table.rows or one.table.layout in OF_ANY_SITE
            ),
            _line(frame, RECORD, graph.json, graph.csv),
        ),
        licence=frame.settings.licence,
        publisher=frame.settings.publisher,
        commitments=_table_of(frame, "commitment"),
        barriers_of=_table_of(frame, "case study") if frame.has("barrier") else None,
        withdrawn=table_link(frame, "withdrawn"),
    )
    return Output(page_path(DATA), "layouts/data.html", inputs)


def _table_of(frame: Frame, kind: str) -> Link | None:
    """Return the table of a kind that there is something of."""
    return table_link(frame, SLUGS[kind]) if frame.has(kind) else None


def _line(frame: Frame, slug: str, json: File, csv: File) -> Line:
    return Line(table_link(frame, slug), json.rows, _download(frame, json), _download(frame, csv))


def _table(frame: Frame, files: TableFiles, all_files: DataFiles) -> Output:
    layout, published = files.table.layout, all_files.pages
    inner = (
        Section(
            one.sheet.name,
            _download(frame, one.file),
            leading_to(frame, published, documented_sheet(frame.words, one.sheet)),
        )
        for one in files.sheets[1:]
    )
    inputs = TablePage(
        site=frame.site,
        page=_page(frame, layout.slug),
        says=retold(inspect.cleandoc(layout.model.__doc__ or ""), frame.words),
        json=_download(frame, files.json),
        csv=_download(frame, files.csv),
        schema=_download(frame, files.schema),
        sections=(
            Section(
                frame.say("data.rows_of"),
                None,
                leading_to(frame, published, documented(frame.words, layout.columns)),
            ),
            *inner,
        ),
        relations=(),
    )
    return Output(page_path(inputs.page.address), "layouts/data-table.html", inputs)


def _graph(frame: Frame, files: DataFiles) -> Output:
    graph = files.graph
    inputs = TablePage(
        site=frame.site,
        page=_page(frame, RECORD),
        says=retold((graph_module.__doc__ or "").partition("\n\n")[0], frame.words),
        json=_download(frame, graph.json),
        csv=_download(frame, graph.csv),
        schema=_download(frame, graph.schema),
        sections=(
            Section(frame.say("data.nodes"), None, documented(frame.words, NODES)),
            Section(frame.say("data.edges"), None, documented(frame.words, EDGES)),
        ),
        relations=tuple(_relations(frame)),
    )
    return Output(page_path(inputs.page.address), "layouts/data-table.html", inputs)


def _page(frame: Frame, slug: str) -> Page:
    title = table_link(frame, slug).text
    return frame.page(
        title,
        table_address(slug),
        frame.say("data.table_description", table=title),
        trail=(frame.home, Link(frame.say("data.title"), DATA)),
    )


def _download(frame: Frame, file: File) -> Download:
    name = file.address.removeprefix(DATA)
    return Download(file.address, name, size_in_words(frame.words, len(file.data)), file.rows)


def _relations(frame: Frame) -> Iterator[Relation]:
    for one in relations_shown(frame):
        yield replace(one, meaning=retold(one.meaning, frame.words))
