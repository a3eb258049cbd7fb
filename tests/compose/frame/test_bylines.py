"""A byline is on the page, in its citation, in feeds, in the data, and for machines."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from lxml import etree

from site_builder.read.types.page import Page
from tests.conftest import SITES, SiteFolder
from tests.shown import ShownFolder

STORY = "content/case-studies/night-nurses.md"
WRITTEN = """\
author:
  - The night team
  - {name: Sam Example, kind: person, link: "https://example.org/sam"}
"""
ATOM = "{http://www.w3.org/2005/Atom}"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"


@pytest.fixture(scope="module")
def bylined(tmp_path_factory: pytest.TempPathFactory) -> ShownFolder:
    """Return the small site with a story by two, and a page by one."""
    root = tmp_path_factory.mktemp("bylines")
    for file in sorted((SITES / "small").rglob("*")):
        if file.is_file():
            SiteFolder(root).write(str(file.relative_to(SITES / "small")), file.read_bytes())
    site = ShownFolder(root)
    site.edit(STORY, "place: leeds\n", f"place: leeds\n{WRITTEN}")
    site.edit("content/pages/about.md", "order: 1\n", "order: 1\nauthor: The public record team\n")
    site.build(strict=True)
    return site


def test_byline_is_on_the_page_and_in_its_citation(bylined: ShownFolder) -> None:
    """In the order written, a link where there is one; a page without one says nothing."""
    page = bylined.page("case-studies/night-nurses/index.html")
    assert 'By The night team and <a href="https://example.org/sam">Sam Example</a></p>' in page
    assert "Cite this: The night team, Sam Example, Small record, “Night nurses" in page
    assert "By The public record team" in bylined.page("about/index.html")
    other = bylined.page("case-studies/warm-homes/index.html")
    assert ">By " not in other
    assert "Cite this: Small record, “Warm homes" in other


def test_byline_is_for_machines_too(bylined: ShownFolder) -> None:
    """A person is a Person, a team an Organization; without a byline it is the publisher."""
    assert authors(bylined, "case-studies/night-nurses/index.html", "Article") == [
        {"@type": "Organization", "name": "The night team"},
        {"@type": "Person", "name": "Sam Example", "url": "https://example.org/sam"},
    ]
    assert authors(bylined, "about/index.html", "WebPage") == [
        {"@type": "Organization", "name": "The public record team"}
    ]
    publisher = authors(bylined, "case-studies/warm-homes/index.html", "Article")
    assert publisher["name"] == "Small record"


def authors(site: ShownFolder, path: str, kind: str) -> Any:
    block = site.page(path).partition('type="application/ld+json">')[2].partition("</script>")[0]
    data: Mapping[str, Any] = json.loads(block)
    nodes = data.get("@graph", [data])
    return next(one["author"] for one in nodes if one["@type"] == kind)


def test_byline_is_in_every_format_of_a_feed(bylined: ShownFolder) -> None:
    """dc:creator in RSS, author in Atom, authors in JSON Feed; else the publisher."""
    files = bylined.files()
    (item,) = (
        one
        for one in etree.fromstring(files["feed.xml"]).iter("item")
        if "night-nurses" in one.findtext("link", "")
    )
    assert [one.text for one in item.findall(CREATOR)] == ["The night team", "Sam Example"]
    (entry,) = (
        one
        for one in etree.fromstring(files["feed.atom"]).iter(f"{ATOM}entry")
        if one.findtext(f"{ATOM}title") == "Night nurses answer the phone"
    )
    told = [
        (one.findtext(f"{ATOM}name"), one.findtext(f"{ATOM}uri"))
        for one in entry.findall(f"{ATOM}author")
    ]
    assert told == [("The night team", None), ("Sam Example", "https://example.org/sam")]
    by_title = {one["title"]: one["authors"] for one in json.loads(files["feed.json"])["items"]}
    assert by_title["Night nurses answer the phone"] == [
        {"name": "The night team"},
        {"name": "Sam Example", "url": "https://example.org/sam"},
    ]
    assert by_title["Warm homes in Leeds"] == [{"name": "Small record"}]


def test_byline_is_in_the_data(bylined: ShownFolder) -> None:
    """As JSON with its parts, and in a sheet."""
    rows = json.loads(bylined.files()["data/case-studies.json"])
    found = json.dumps(rows)
    assert "The night team" in found
    sheets = [path for path in bylined.paths() if path.endswith(".csv")]
    (sheet,) = [path for path in sheets if b"The night team" in bylined.files()[path]]
    assert b"Sam Example,person,https://example.org/sam" in bylined.files()[sheet]


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("A team", ["A team"]),
        (["A team", "A council"], ["A team", "A council"]),
        ({"name": "A team"}, ["A team"]),
        ([{"name": "A team", "kind": "team"}, "A council"], ["A team", "A council"]),
        ((), []),
    ],
)
def test_byline_may_be_written_short(written: object, names: list[str]) -> None:
    """A name, several, or with more said of each: the same in the end."""
    page = Page.model_validate(
        {"slug": "a", "path": "a.md", "prose": {}, "title": "A", "summary": "S.", "author": written}
    )
    assert [one.name for one in page.author] == names


@pytest.mark.parametrize(
    ("written", "what"),
    [
        ("author:", "`author` is empty."),
        ("author: {name: A, kind: robot}", "`kind` (number 1 of `author`) is"),
        ("author: [{link: x.org}]", "`name` (number 1 of `author`) is missing"),
        ("author: true", "author"),
    ],
)
def test_slip_in_a_byline_is_told_at_its_line(site: SiteFolder, written: str, what: str) -> None:
    """As for any other field."""
    site.edit(STORY, "place: leeds\n", f"place: leeds\n{written}\n")
    told = [one for one in site.problems() if one.level == "error"]
    assert what in " ".join(one.what for one in told)
    assert {one.position.line for one in told} == {7}


def test_short_and_long_form_are_in_the_schema() -> None:
    """Editors that check front matter take a name alone as well."""
    field = Page.model_json_schema()["properties"]["author"]
    assert {"type": "string"} in field["anyOf"]
