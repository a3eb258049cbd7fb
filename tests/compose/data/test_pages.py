"""The pages on the data: every file is named, every column is explained."""

from collections.abc import Mapping

import lxml.html
import pytest

from site_builder.compose.data.graph import relations
from site_builder.compose.data.sheets import sheets_of
from site_builder.compose.data.tables import LAYOUTS, Layout
from tests.compose.data.taking import Files, cells, document
from tests.compose.stories import write_stories
from tests.conftest import SiteFolder

EXAMPLES = ("kept",)
"""The small site has no barrier, so no table tells which places share one."""
"""The questions that the page of all data answers in words."""

by_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.slug)


def page_of(files: Files, slug: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(files[f"data/{slug}/index.html"].decode())


def lists_of(page: lxml.html.HtmlElement) -> Mapping[str, list[str]]:
    """Return the names that each list of a page explains, by its heading."""
    return {
        str(found.xpath("string(preceding-sibling::h2[1])")): [
            dt.text_content().strip() for dt in found.iter("dt")
        ]
        for found in page.iter("dl")
    }


@by_layout
def test_page_explains_every_column_of_every_csv_file(demonstration: Files, layout: Layout) -> None:
    """Each name in the first line of a file is on the page of its table, and no other is."""
    explained = lists_of(page_of(demonstration, layout.slug))
    rows, *inner = sheets_of(layout.slug, layout.one, layout.columns)
    (first, *_) = demonstration[f"data/{rows.slug}.csv"].decode("utf-8-sig").splitlines()
    assert set(first.split(",")) <= set(explained["Columns of each row"])
    for sheet in inner:
        header = demonstration[f"data/{sheet.slug}.csv"].decode("utf-8-sig").splitlines()[0]
        assert explained[sheet.name] == header.split(",")
    assert len(explained) == 1 + len(inner)


@by_layout
def test_page_explains_every_name_in_json(demonstration: Files, layout: Layout) -> None:
    """What is only in the JSON is explained as well, and what is explained is there."""
    explained = lists_of(page_of(demonstration, layout.slug))["Columns of each row"]
    schema = document(demonstration, f"schemas/{layout.slug}")
    names = schema["properties"]["rows"]["items"]["properties"].keys()
    assert list(dict.fromkeys(name.partition(".")[0] for name in explained)) == list(names)


def test_page_of_the_record_explains_every_relation_of_its_edges(demonstration: Files) -> None:
    """No edge has a name that is not on the page."""
    page, graph = page_of(demonstration, "record"), document(demonstration, "record")
    told = set(lists_of(page)["What an edge can say"])
    assert {edge["relation"] for edge in graph["edges"]} <= told
    assert told == {relation.name for relation in relations()}


def test_page_of_all_data_links_every_table_with_its_rows(site: SiteFolder) -> None:
    """A reader sees what there is, how much, and in which formats."""
    write_stories(site, 3)
    site.build()
    page = lxml.html.document_fromstring(site.page("data/index.html"))
    filled = [one.slug for one in LAYOUTS if f"data/{one.slug}.json" in site.files()]
    assert len(list(page.iter("dt"))) == len(filled) + 1 + len(EXAMPLES)
    assert page.xpath("string(//dt[a='Data on case studies'])") == "Data on case studies, 5 rows"
    assert page.xpath("//dl/div[dt/a='Data on case studies']//a/@href") == [
        "../data/case-studies/", "../data/case-studies.json", "../data/case-studies.csv",
    ]  # fmt: skip
    assert len(cells(site.files()["data/case-studies.csv"])) == 5


def test_every_data_file_is_linked_from_a_page(demonstration: Files) -> None:
    """No file has to be guessed."""
    pages = {name for name in demonstration if name.startswith("data/") and ".html" in name}
    linked = {
        str(a.get("href")).removeprefix("../../").removeprefix("../")
        for name in pages
        for a in lxml.html.document_fromstring(demonstration[name].decode()).iter("a")
    }
    files = {name for name in demonstration if name.startswith("data/") and ".html" not in name}
    assert files - linked == set()


def test_foot_of_every_page_leads_to_the_data(site: SiteFolder) -> None:
    """The data are two steps from anywhere."""
    site.build()
    for address in ("index.html", "case-studies/warm-homes/index.html"):
        page = lxml.html.document_fromstring(site.page(address))
        assert str(page.xpath("string(//footer//a[.='Open data']/@href)")).endswith("data/")


def test_size_of_a_page_does_not_grow_with_the_record(site: SiteFolder) -> None:
    """Files grow with the number of stories; the pages on them do not."""
    site.build()
    before = {name: len(site.files()[name]) for name in site.files() if "data/" in name}
    write_stories(site, 60)
    site.build()
    for name, size in before.items():
        if name.endswith(".html"):
            assert len(site.files()[name]) - size < 40, name
