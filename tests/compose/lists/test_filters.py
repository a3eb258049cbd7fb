"""Filters lead from every list of stories to every other, and say how many stories are there."""

import posixpath
import re
from collections.abc import Mapping

import pytest

from tests.compose.markup import elements, texts, tree
from tests.compose.stories import write_stories, write_story
from tests.conftest import SiteFolder


def filters_on(data: bytes) -> Mapping[str, list[tuple[str, str, str]]]:
    """Return each filter's options: words, address from the page, what stands behind it."""
    page = tree(data)
    return {
        section.findtext("h3") or "": [
            (a.text or "", a.get("href", ""), (a.tail or "").strip()) for a in section.iter("a")
        ]
        for section in elements(page, "//nav[@class='filters']//section")
    }


def current_on(data: bytes) -> list[str]:
    page = tree(data)
    return texts(page, "//nav[@class='filters']//a[@aria-current='page']/text()")


def test_filters_offer_every_way_with_counts(site: SiteFolder) -> None:
    """Mission, principle, nation, kind of partner and quarter are plain links with counts."""
    site.build()
    assert filters_on(site.page("case-studies/index.html").encode()) == {
        "All": [("Every story", "../case-studies/", "(2)")],
        "Mission": [
            ("Good health", "../missions/health/", "(2)"),
            ("Clean energy", "../missions/clean-energy/", "(1)"),
        ],
        "Principle": [
            ("Solving problems together", "../principles/solving-together/", "(2)"),
        ],
        "Nation": [
            ("England", "../places/nations/england/", "(2)"),
            ("Every place", "../places/", ""),
        ],
        "Kind of partner": [
            ("Local government", "../partners/kinds/local-government/", "(2)"),
        ],
        "Quarter": [
            ("January to March 2025", "../quarters/2025-q1/", "(2)"),
            ("Every quarter", "../council/", ""),
        ],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("address", "current"),
    [
        ("case-studies/", "Every story"),
        ("missions/health/", "Good health"),
        ("principles/solving-together/", "Solving problems together"),
        ("places/nations/england/", "England"),
        ("partners/kinds/local-government/", "Local government"),
        ("quarters/2025-q1/", "January to March 2025"),
    ],
)
def test_list_marks_itself_among_its_filters(site: SiteFolder, address: str, current: str) -> None:
    """A reader moves sideways from any list, and sees which one this is."""
    site.build()
    assert current_on(site.page(f"{address}index.html").encode()) == [current]


def test_later_part_of_a_list_has_the_filters_too(site: SiteFolder) -> None:
    """Whoever has leafed on can still choose, and is still told where they are."""
    write_stories(site, 14)
    site.build()
    assert current_on(site.page("missions/health/page/2/index.html").encode()) == ["Good health"]


def test_count_of_an_option_is_the_length_of_its_list(demonstration: Mapping[str, bytes]) -> None:
    """Each filter keeps its word: so many stories are in the list that it leads to."""
    found = filters_on(demonstration["case-studies/index.html"])
    options = [one for filter_ in found.values() for one in filter_ if one[2]]
    assert len(options) > 20
    for words, address, count in options:
        folder = posixpath.normpath(posixpath.join("case-studies", address))
        parts = [name for name in demonstration if _is_part(name, folder)]
        cards = sum(len(tree(demonstration[name]).find_class("card")) for name in parts)
        assert f"({cards})" == count, words


def _is_part(name: str, folder: str) -> bool:
    return re.fullmatch(rf"{re.escape(folder)}/(page/\d+/)?index\.html", name) is not None


def test_mission_without_a_story_is_not_offered(site: SiteFolder) -> None:
    """No filter leads to an empty list."""
    mission = (site.root / "content/missions/health.md").read_text("utf-8")
    site.write("content/missions/idle.md", mission.replace("Good health", "Idle"))
    site.build()
    offered = filters_on(site.page("case-studies/index.html").encode())["Mission"]
    assert [words for words, _, _ in offered] == ["Good health", "Clean energy"]


def test_filters_offer_the_newest_eight_quarters_and_the_current_one(site: SiteFolder) -> None:
    """The list of quarters is bounded, and an old quarter still sees itself."""
    for year in (2020, 2021, 2022):
        for month in ("02", "05", "08", "11"):
            day = f"{year}-{month}-01"
            write_story(site, f"story-{day}", f"Story of {day}", date=day)
    site.build()
    newest = filters_on(site.page("case-studies/index.html").encode())["Quarter"]
    assert [words for words, _, _ in newest][::7] == ["January to March 2025", "April to June 2021"]
    assert len(newest) == 8 + 1
    old = filters_on(site.page("quarters/2020-q1/index.html").encode())["Quarter"]
    assert len(old) == 8 + 2
    assert current_on(site.page("quarters/2020-q1/index.html").encode()) == [
        "January to March 2020"
    ]


def test_site_without_stories_has_no_filters(empty_site: SiteFolder) -> None:
    """Where there is nothing to choose from, nothing is offered."""
    empty_site.write("content/permanent.tsv", "# What was published.\n/case-studies/\tpage\n")
    empty_site.write("content/pages/about.md", "---\ntitle: About\nsummary: About.\n---\nText.\n")
    empty_site.build()
    assert "filters" not in empty_site.page("case-studies/index.html")
