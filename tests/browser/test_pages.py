"""The pages of a site are all found, and one of each kind is chosen."""

from pathlib import Path

import pytest

from tests.browser.host import Served
from tests.browser.pages import one_of_each_kind, pages_of, some_of_each_kind

LAYOUTS = {
    "index.html": "layouts/home.html",
    "missions/a/index.html": "layouts/mission.html",
    "missions/b/index.html": "layouts/mission.html",
    "places/index.html": "layouts/index.html",
    "places/a/index.html": "layouts/collection.html",
    "partners/a/index.html": "layouts/collection.html",
    "partners/a/page/2/index.html": "layouts/collection.html",
}


@pytest.fixture
def site(tmp_path: Path) -> Served:
    """Return a site whose pages each are a byte longer than the one before."""
    for size, path in enumerate([*LAYOUTS, "pattern.html"]):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("x" * size)
    (tmp_path / "feed.xml").touch()
    return Served(tmp_path, "http://127.0.0.1/a/", LAYOUTS)


def test_pages_are_found_by_walking_the_folder(site: Served) -> None:
    """Every HTML file is a page, known by its layout; one that no build made by its path."""
    found = {page.path: page for page in pages_of(site)}
    assert set(found) == {*LAYOUTS, "pattern.html"}
    assert found["missions/a/index.html"].address == "http://127.0.0.1/a/missions/a/"
    assert found["missions/a/index.html"].layout == "mission"
    assert found["pattern.html"].layout == "pattern.html"
    assert str(found["index.html"]) == "/"


def test_largest_page_of_each_kind_is_chosen(site: Served) -> None:
    """A kind is a layout in one folder of the site at one depth."""
    assert [page.path for page in one_of_each_kind(pages_of(site))] == [
        "index.html",
        "missions/b/index.html",
        "partners/a/index.html",
        "partners/a/page/2/index.html",
        "pattern.html",
        "places/a/index.html",
        "places/index.html",
    ]


def test_some_of_each_kind_are_the_largest_the_smallest_and_some_between(tmp_path: Path) -> None:
    """Few pages are all taken; of many, those whose sizes lie evenly apart, the same each time."""
    layouts = {f"places/{number}/index.html": "layouts/collection.html" for number in range(10)}
    layouts |= {f"missions/{number}/index.html": "layouts/mission.html" for number in range(2)}
    for path in layouts:
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).write_text("x" * int(path.split("/")[1]))
    pages = pages_of(Served(tmp_path, "http://127.0.0.1/", layouts))
    chosen = some_of_each_kind(pages, 4)
    assert [page.size for page in chosen if page.layout == "collection"] == [9, 6, 3, 0]
    assert [page.size for page in chosen if page.layout == "mission"] == [1, 0]
    assert {*some_of_each_kind(reversed(pages), 4)} == {*chosen}
