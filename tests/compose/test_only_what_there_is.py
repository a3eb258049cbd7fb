"""A site speaks of what it has: no menu, page, feed or table of a type that it has none of."""

import re
import shutil
from collections.abc import Mapping
from urllib.parse import urljoin

import pytest
from lxml import html

from site_builder.compose.output import page_path
from site_builder.read.addresses import Addresses
from site_builder.relate.menus import lists
from tests.conftest import SITES
from tests.shown import ShownFolder

WITHOUT = ("council", "stewards", "mandate-letters", "deliberations", "barriers", "events")
"""Folders of types that this site has nothing of."""
NAMES = re.compile(
    r"\b(mandate letter|deliberation|steward|council|commitment|promise|calendar)s?\b", re.I
)
"""What a site with only stories and missions has no word of."""


@pytest.fixture(scope="module")
def stories_only(tmp_path_factory: pytest.TempPathFactory) -> ShownFolder:
    """Return a site of missions and stories, with what these need, as it is built."""
    folder = tmp_path_factory.mktemp("stories-only") / "site"
    shutil.copytree(SITES / "small", folder, ignore=shutil.ignore_patterns(*WITHOUT))
    site = ShownFolder(folder)
    site.edit("content/case-studies/warm-homes.md", "The council's surveyors", "Surveyors")
    site.build()
    return site


@pytest.fixture(scope="module")
def pages(stories_only: ShownFolder) -> Mapping[str, html.HtmlElement]:
    """Return every page of the site by its path."""
    files = stories_only.files()
    return {
        path: html.fromstring(data.decode())
        for path, data in files.items()
        if path.endswith(".html")
    }


def test_no_file_belongs_to_a_type_without_items(stories_only: ShownFolder) -> None:
    """No page, no feed, no calendar and no table."""
    of_others = re.compile(
        r"^(data/(schemas/)?)?(council|stewards|mandate-letters|deliberations|barriers|events"
        r"|commitments)|\.ics$|/promises/"
    )
    assert [path for path in stories_only.files() if of_others.search(path)] == []


def test_pages_lead_only_to_what_is_there(
    stories_only: ShownFolder, pages: Mapping[str, html.HtmlElement]
) -> None:
    """No link of any page leads to a file that is not made."""
    files = stories_only.files()
    dead = {
        (path, to)
        for path, page in pages.items()
        for to in page.xpath("//a/@href|//link[@rel='alternate']/@href")
        if not re.match(r"[a-z]+:|#", to) and _file(path, to) not in files
    }
    assert dead == set()


def _file(path: str, to: str) -> str:
    at = urljoin(f"https://record.example.org/{path}", to).partition("#")[0]
    inside = at.removeprefix("https://record.example.org/")
    return page_path(inside) if inside == "" or inside.endswith("/") else inside


def test_pages_name_no_type_without_items(pages: Mapping[str, html.HtmlElement]) -> None:
    """Menus, footers, homes and lists are silent about it; columns of tables keep their names."""
    named = {
        (path, found[0])
        for path, page in pages.items()
        if not path.startswith("data/")
        for text in page.xpath("//body//text()[not(ancestor::script or ancestor::code)]")
        if (found := NAMES.search(re.sub("leeds.city.council", "", text, flags=re.I)))
    }
    assert named == set()


def test_data_page_lists_no_empty_table_of_a_type(pages: Mapping[str, html.HtmlElement]) -> None:
    """What is listed has rows, but for what says something when it is empty."""
    lines = [one.text_content() for one in pages["data/index.html"].xpath("//dl[1]//dt")]
    empty = [line for line in lines if re.search(r"\b0 rows", line)]
    assert [line.partition(",")[0] for line in empty] == ["Data on changes", "Data on withdrawals"]


def test_demonstration_has_every_list(demonstration: Mapping[str, bytes]) -> None:
    """What leaves out can also not leave out: a site with all types has a list of each."""
    assert [at for at in lists(Addresses()) if page_path(at) not in demonstration] == []


def test_type_whose_items_are_all_drafts_has_no_list(site: ShownFolder) -> None:
    """A draft is nowhere, and so is the list that would hold it alone."""
    site.write("content/stewards/ada.md", STEWARD)
    site.build()
    assert "stewards/index.html" not in site.files()
    site.edit("content/stewards/ada.md", "status: draft\n", "")
    site.build()
    assert b"stewards/" in site.files()["index.html"]


STEWARD = """---
name: Ada Example
role: Leads the work on health
summary: Answers for health in public.
kind: other
missions: [health]
from: 2025-01-01
status: draft
illustrative: true
---
"""


def test_list_that_was_published_goes_on_answering_and_is_in_no_menu(site: ShownFolder) -> None:
    """A recorded address of a type that became empty is kept: page, feed, calendar and data."""
    recorded = (
        "/council/\tpage\n/council/feed.*\tfeed\n/council/calendar.ics\tcalendar\n"
        "/data/council-summaries/\tpage\n/commitments/\tpage\n/commitments/feed.*\tfeed\n"
        "/events/\tpage\n/data/commitments/\tpage\n"
    )
    site.write("content/permanent.tsv", f"# What was published.\n{recorded}")
    shutil.rmtree(site.root / "content/council")
    site.build()
    files = site.files()
    kept = ("council/index.html", "council/feed.xml", "council/calendar.ics", "events/index.html")
    assert [path for path in kept if path not in files] == []
    assert "data/council-summaries.json" in files
    nav = re.findall(r"<nav.*?</nav>", files["index.html"].decode(), re.S)
    assert nav
    assert [one for one in nav if "council" in one or "commitments" in one] == []


def test_link_to_a_folder_of_which_there_is_no_list_is_a_problem(site: ShownFolder) -> None:
    """An author who leads to a list that is not made is told so."""
    site.write("content/stewards/ada.md", STEWARD)
    site.edit("content/pages/about.md", "See [all", "See [them](../stewards/) and [all")
    said = [one for one in site.problems() if one.rule == "dead-link"]
    assert [one.what for one in said] == [
        'The link "../stewards/" leads to a list, and nothing is in it yet.'
    ]
