"""The index is made when what can be found has changed, and at no other time."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from site_builder.compose.output import Output, blob
from site_builder.compose.search.search import BUNDLE, INDEXER, SearchIndex
from site_builder.publish.search import search_index
from site_builder.publish.search.pagefind import Files, IndexerFailed, make_index
from site_builder.publish.search.search_index import with_search_index
from tests.conftest import SiteFolder
from tests.publish.search.test_pagefind import index_of

NURSES = "content/case-studies/night-nurses.md"
PLACES = "content/registers/places.yml"


made_once = cache(make_index)


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Count the runs of the indexer: the number of records of each."""
    counted: list[int] = []

    def noted(index: SearchIndex) -> Files:
        counted.append(len(index.records))
        return made_once(index)

    monkeypatch.setattr(search_index, "make_index", noted)
    return counted


def edit_of_body(site: SiteFolder) -> None:
    site.edit(NURSES, "A quiet", "A loud")


def edit_of_title(site: SiteFolder) -> None:
    site.edit(NURSES, "title: Night nurses", "title: Day nurses")


def edit_of_place_name(site: SiteFolder) -> None:
    site.edit(PLACES, "name: Leeds", "name: Great Leeds")


def new_page(site: SiteFolder) -> None:
    site.write("content/pages/new.md", "---\ntitle: New\nsummary: A new page.\n---\nWords.\n")


def withdrawal(site: SiteFolder) -> None:
    reason = "status: withdrawn\nwithdrawn: {on: 2025-05-01, reason: Wrong.}"
    site.edit("content/pages/about.md", "---\n", f"---\n{reason}\n")


SEARCHABLE = (edit_of_body, edit_of_title, edit_of_place_name, new_page, withdrawal)


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("edit", SEARCHABLE)
def test_edit_of_what_can_be_found_makes_the_index_anew(
    site: SiteFolder, runs: list[int], edit: Callable[[SiteFolder], None]
) -> None:
    """A word, a title, a name, a page that comes or goes: each makes the index once."""
    edit(site)
    site.build()
    assert len(runs) == 1


def coordinates(site: SiteFolder) -> None:
    site.edit(PLACES, "lat: 53.80", "lat: 53.70")


def colour(site: SiteFolder) -> None:
    site.edit("content/missions/health.md", "#004f86", "#00573f")


def site_name(site: SiteFolder) -> None:
    site.edit("mkdocs.yml", "site_name: Small", "site_name: Tiny")


def hidden_page(site: SiteFolder) -> None:
    text = "---\ntitle: New\nsummary: A page.\nstatus: draft\n---\nWords.\n"
    site.write("content/pages/new.md", text)


def address_of_the_site(site: SiteFolder) -> None:
    site.edit("mkdocs.yml", "record.example.org/", "record.example.org/under/a/path/")


def nothing(site: SiteFolder) -> None:
    """Change nothing."""


OTHER = (coordinates, colour, site_name, hidden_page, address_of_the_site, nothing)


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("edit", OTHER)
def test_edit_of_what_can_not_be_found_keeps_the_index(
    site: SiteFolder, runs: list[int], edit: Callable[[SiteFolder], None]
) -> None:
    """What a reader can not search for does not make the index again."""
    edit(site)
    site.build()
    assert runs == []


def kept(site: SiteFolder) -> Path:
    (path,) = (site.root / ".cache/search").iterdir()
    return path


def delete(path: Path) -> None:
    path.unlink()


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-100] ^= 1
    path.write_bytes(data)


def rubbish(path: Path) -> None:
    path.write_bytes(b"\xff\n[]\n")


def other_index(path: Path) -> None:
    """Put a whole index of other records in the place of this one."""
    elsewhere = path.parent.parent / "elsewhere"
    _ = with_search_index((Output(BUNDLE, INDEXER, index_of(2)),), elsewhere)
    (foreign,) = elsewhere.iterdir()
    foreign.replace(path)


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("harm", [delete, cut, flip, rubbish, other_index, folder])
def test_kept_index_that_is_not_whole_or_foreign_is_made_again(
    site: SiteFolder, runs: list[int], harm: Callable[[Path], None]
) -> None:
    """The site is the same whatever becomes of the cache."""
    before = site.files()
    harm(kept(site))
    site.build()
    assert site.files() == before
    assert runs[-1:] == [11]


@pytest.mark.usefixtures("built")
def test_only_the_newest_index_is_kept(site: SiteFolder) -> None:
    """The cache does not grow with the edits of a day."""
    first = kept(site)
    edit_of_body(site)
    site.build()
    assert kept(site) != first


@pytest.mark.usefixtures("built")
def test_index_that_can_not_be_made_leaves_the_site(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A site without its search is never published in the place of one that has it."""
    before = site.files()

    def fail(index: SearchIndex) -> Files:
        raise IndexerFailed("No.")

    monkeypatch.setattr(search_index, "make_index", fail)
    edit_of_body(site)
    with pytest.raises(IndexerFailed):
        site.build()
    assert site.files() == before


def test_outputs_that_are_no_index_pass_unchanged(tmp_path: Path) -> None:
    """Only the one output becomes many; every file of it stands in its folder."""
    page = blob("index.html", b"<p>")
    first, *files = with_search_index((page, Output(BUNDLE, INDEXER, index_of(2))), tmp_path)
    assert first is page
    assert len(files) > 5
    assert all(file.path.startswith("pagefind/") for file in files)
