"""Places tell how far the record reaches: sentences, a table, a page for each nation and place."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.bench.synthetic import write_synthetic_site
from tests.compose.markup import elements, texts, tree, words
from tests.compose.pages.places.registers import add_place, write_story_of
from tests.conftest import SiteFolder
from tests.shown import ShownFolder


def add_places(site: SiteFolder) -> None:
    """Add two places in London, one elsewhere and one everywhere, each with a story."""
    add_place(site, "camden", "name: Camden, nation: England, region: London, tier: city")
    add_place(site, "pimlico", "name: Pimlico, nation: England, region: London")
    add_place(site, "bangor", "name: Bangor, nation: Northern Ireland, region: Northern Ireland")
    add_place(site, "all", "name: All, nation: United Kingdom, region: All nations, tier: nation")
    for place in ("camden", "pimlico", "bangor", "all"):
        write_story_of(site, f"story-of-{place}", place=place)


def test_places_say_in_sentences_how_many_stories_are_from_outside_the_capital(
    site: SiteFolder,
) -> None:
    """The capital and the whole of the United Kingdom are neither of them outside."""
    add_places(site)
    site.build()
    text = words(tree(site.page("places/index.html")))
    assert "3 of the 6 stories are from outside London." in text
    assert "1 story is of the United Kingdom as a whole." in text
    assert "England: 4 stories, from 3 places in 2 regions." in text
    assert "Northern Ireland: 1 story, from 1 place in 1 region." in text
    assert "%" not in text


@pytest.mark.parametrize(
    ("region", "says"),
    [
        ("West Yorkshire", "Every story is from outside London."),
        ("London", "No story is from outside London yet."),
    ],
)
def test_places_say_when_all_or_none_are_from_outside_the_capital(
    site: SiteFolder, region: str, says: str
) -> None:
    """All and none are said as such."""
    site.edit("content/registers/places.yml", "West Yorkshire", region)
    site.build()
    assert says in words(tree(site.page("places/index.html")))


def test_table_has_each_region_once_below_its_nation(site: SiteFolder) -> None:
    """The table is the map in words: its heads have scopes, its places are links."""
    add_places(site)
    site.edit("content/registers/places.yml", "name: Leeds", "name: Armley")
    site.build()
    page = tree(site.page("places/index.html"))
    (table,) = page.iter("table")
    assert table.findtext("caption")
    assert [th.get("scope") for th in elements(table, "./thead//th")] == ["col"] * 3
    groups = [
        (
            words(body, ".//th[@scope='rowgroup']"),
            [
                (words(row, "th"), texts(row, "td[1]/a/text()"), words(row, "td[2]"))
                for row in elements(body, "tr[th/@scope='row']")
            ],
        )
        for body in table.iter("tbody")
    ]
    assert groups == [
        ("England", [("London", ["Camden", "Pimlico"], "2"), ("West Yorkshire", ["Armley"], "2")]),
        ("Northern Ireland", [("Northern Ireland", ["Bangor"], "1")]),
        ("United Kingdom", [("All nations", ["All"], "1")]),
    ]


def test_nation_lists_its_stories_and_all_its_places(site: SiteFolder) -> None:
    """A region of many places names some on the page of all, and all on its nation's page."""
    for number in range(10):
        add_place(site, f"p{number}", f"name: P{number}, nation: Wales, region: Dyfed")
        write_story_of(site, f"story-{number}", place=f"p{number}")
    site.build()
    nation = words(tree(site.page("places/nations/wales/index.html")))
    assert "10 stories, from 10 places in 1 region." in nation
    assert nation.count("Story story-") == 10 * 2  # title and summary
    assert "P9" in nation
    everything = words(tree(site.page("places/index.html")))
    assert "P7; 2 more" in everything
    assert "P9" not in everything.split("Places with a story")[1]


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ("name: York, nation: England, region: North, tier: city", "A city in North, England."),
        ("name: York, nation: England, region: North", "In North, England."),
        ("name: North, nation: England, region: North, tier: region", "A region in England."),
        ("name: Wales, nation: Wales, region: Wales, tier: nation", "The whole of Wales."),
        ("name: Rural Wales, nation: Wales, region: Wales, tier: region", "A region in Wales."),
    ],
)
def test_place_says_what_it_is_and_where(site: SiteFolder, fields: str, says: str) -> None:
    """Tier, region and nation make one sentence, and nothing is said twice."""
    add_place(site, "york", fields)
    write_story_of(site, "one", place="york")
    site.build()
    page = tree(site.page("places/york/index.html"))
    assert words(page, "//p[@class='lead']") == says


def test_place_names_other_places_of_its_region(site: SiteFolder) -> None:
    """Whoever looks for what happened near them is led on: to the region, to the nation."""
    add_places(site)
    write_story_of(site, "more", place="pimlico")
    site.build()
    page = tree(site.page("places/camden/index.html"))
    (sentence,) = elements(page, "//p[starts-with(., 'Also in London:')]")
    assert sentence.text_content() == "Also in London: Pimlico (2)."
    assert texts(page, "//nav[@class='trail']//a/text()") == ["Home", "Places", "England"]
    assert "Also in" not in site.page("places/bangor/index.html")


@pytest.mark.slow
def test_pages_of_places_stay_small_on_a_record_of_hundreds(tmp_path: Path) -> None:
    """Places grow with stories; their pages are bounded by regions, of which there are few."""
    site = ShownFolder(tmp_path)
    write_synthetic_site(tmp_path, 300)
    _scatter(site, 300)
    site.build()
    assert len(site.page("places/index.html")) < 60_000


def _scatter(site: SiteFolder, count: int) -> None:
    """Give each story a place of its own, all in nine regions of four nations."""
    path = "content/registers/places.yml"
    lines = (
        f"spot-{number}: {{name: Spot {number}, nation: Wales, region: Region {number % 9}}}\n"
        for number in range(count)
    )
    site.write(path, (site.root / path).read_text("utf-8") + "".join(lines))
    for number, file in enumerate(sorted((site.root / "content/case-studies").iterdir())):
        text = file.read_text("utf-8")
        start = text.index("\nplace: ") + 1
        file.write_text(
            text[:start] + f"place: spot-{number}" + text[text.index("\n", start) :], "utf-8"
        )


def test_demonstration_says_what_is_true_of_its_places(demonstration: Mapping[str, bytes]) -> None:
    """The stories of the nations are together all stories."""
    page = tree(demonstration["places/index.html"])
    stories = sum(int(cell) for cell in texts(page, "//table//tr/td[2]/text()"))
    listed = tree(demonstration["case-studies/index.html"])
    assert words(listed, "//main//h2[1]").startswith(f"{stories} ")
