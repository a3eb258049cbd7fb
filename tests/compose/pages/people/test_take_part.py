"""Take part: one page with every way of every mission, whoever wrote it down."""

from collections.abc import Mapping

import pytest

from tests.compose.markup import elements, texts, tree, words
from tests.compose.pages.test_every_page import ROOT, dead_links
from tests.conftest import SiteFolder
from tests.panels import write_panel, write_workshop

PAGE = "take-part/index.html"
PLAIN = "content/pages/take-part.md"
WRITTEN = """\
---
title: How to join in
summary: What anybody can do.
contact: The editor
---
## Write to us

We read it.
"""


def ways_on(page: str) -> Mapping[str, list[str]]:
    """Return the words of each way, by the heading that it stands under."""
    return {
        words(section, "h2"): [words(way, ".") for way in elements(section, "ul/li")]
        for section in elements(tree(page), "//main/section")
    }


ALL_WAYS = {
    "What you can do for Good health": [
        "Read about the record The page says what is in it. At any time.",
        (
            "Write to the nurses Say when you last rang. Write to nurses@example.org. "
            "Until 3 June 2025."
        ),
    ],
    "What you can do for Clean energy": [
        (
            "Come to the tenants' table It meets each spring. At any time. "
            "From A panel on warm homes. Illustrative."
        )
    ],
}


def test_page_is_made_when_there_is_a_way_and_no_author_wrote_one(site: SiteFolder) -> None:
    """Standing and dated ways of missions and deliberations are listed by mission."""
    write_panel(site)
    site.build()
    page = site.page(PAGE)
    assert words(tree(page), "//h1") == "Take part"
    assert ways_on(page) == ALL_WAYS
    assert list(dead_links(site.files(), ROOT)) == []


def test_ways_stand_under_what_an_author_wrote(site: SiteFolder) -> None:
    """The author's title, text and contact stay, and all ways come after the text."""
    site.write(PLAIN, WRITTEN)
    write_panel(site)
    site.build()
    page = site.page(PAGE)
    text = words(tree(page))
    assert words(tree(page), "//h1") == "How to join in"
    assert ways_on(page) == ALL_WAYS
    assert text.index("We read it.") < text.index("What you can do for") < text.index("The editor")


def test_ways_of_what_is_invented_say_so(site: SiteFolder) -> None:
    """Nobody sets out to a table that does not stand anywhere."""
    write_panel(site, "")
    site.build()
    assert "Illustrative." not in words(tree(site.page(PAGE)))
    site.edit("content/missions/health.md", "order: 1", "order: 1\nillustrative: true")
    site.build()
    (section,) = elements(tree(site.page(PAGE)), "//section[@id='_health']")
    assert words(section, "p") == "Illustrative."


def test_page_of_an_author_stays_without_ways(site: SiteFolder) -> None:
    """With nothing to list, the page says so under its text."""
    site.write(PLAIN, WRITTEN)
    _take_ways_out(site)
    site.build()
    assert "No mission has said yet what people can do." in words(tree(site.page(PAGE)))


def test_site_without_any_way_has_no_such_page(site: SiteFolder) -> None:
    """The menu leads to no empty page."""
    _take_ways_out(site)
    site.build()
    assert PAGE not in site.files()
    assert "take-part" not in site.page("index.html")


@pytest.mark.parametrize("has_page", [True, False])
def test_menu_and_home_lead_to_the_page(site: SiteFolder, has_page: bool) -> None:
    """Written or made, the page is one step from every other."""
    if has_page:
        site.write(PLAIN, WRITTEN)
    site.build()
    page = tree(site.page("index.html"))
    name = "How to join in" if has_page else "Take part"
    assert name in texts(page, "//header//a[@href='./take-part/']/text()")
    assert name in texts(page, "//main//a[@href='./take-part/']/text()")
    assert not texts(page, "//footer//a[@href='./take-part/']/text()")


def test_hidden_page_of_an_author_leaves_the_made_one(site: SiteFolder) -> None:
    """A draft does not take the page away, and nothing of it is shown."""
    site.write(PLAIN, WRITTEN.replace("contact:", "status: draft\ncontact:"))
    site.build()
    text = words(tree(site.page(PAGE)))
    assert "Take part" in text
    assert "We read it." not in text


@pytest.mark.parametrize(
    ("path", "fields", "said"),
    [
        (
            PLAIN,
            "status: withdrawn\nwithdrawn: {on: 2025-05-01, reason: It moved.}\n",
            "It was withdrawn on 1 May 2025.",
        ),
        ("content/pages/join.md", "aliases: [take-part]\n", "This page has moved"),
    ],
)
def test_address_of_a_page_withdrawn_or_renamed_is_left_to_it(
    site: SiteFolder, path: str, fields: str, said: str
) -> None:
    """An address once published goes on answering; no page is made in its place."""
    site.write(path, WRITTEN.replace("contact:", f"{fields}contact:"))
    write_workshop(site, "one", extra=_tables(6))
    site.build()
    assert said in words(tree(site.page(PAGE)))
    # The mission then shows every way itself.
    assert "Table 5" in site.page("missions/health/index.html")


def test_way_that_leads_to_the_page_itself_is_no_link_there(site: SiteFolder) -> None:
    """A link to where the reader already is leads nowhere."""
    site.write(PLAIN, WRITTEN)
    site.edit("content/missions/health.md", "page: about", "page: take-part")
    site.build()
    way = "//h3[.='Read about the record']/a/@href"
    assert texts(tree(site.page(PAGE)), way) == []
    assert texts(tree(site.page("missions/health/index.html")), way) == ["../../take-part/"]


def test_mission_shows_standing_ways_of_its_deliberations(site: SiteFolder) -> None:
    """The other end of the join: beside the mission's own ways, with where each comes from."""
    write_panel(site)
    site.build()
    page = tree(site.page("missions/clean-energy/index.html"))
    (panel,) = elements(page, "//section[h2[.='How to take part']]")
    assert words(panel, "ul") == ALL_WAYS["What you can do for Clean energy"][0]
    assert texts(panel, ".//p/a/@href") == ["../../deliberations/warm-panel/"]


def test_mission_with_many_ways_shows_some_and_leads_to_all(site: SiteFolder) -> None:
    """The page of a mission does not grow with the years; its own ways are always there."""
    write_workshop(site, "one", extra=_tables(6))
    site.build()
    page = tree(site.page("missions/health/index.html"))
    (panel,) = elements(page, "//section[h2[.='How to take part']]")
    titles = [words(one, ".") for one in elements(panel, ".//h3")]
    assert titles[:2] == ["Read about the record", "Write to the nurses"]
    assert titles[2:] == [f"Table {number}" for number in range(4)]
    assert texts(panel, "p/a/@href") == ["../../take-part/#_health"]
    assert list(dead_links(site.files(), ROOT)) == []
    assert len(ways_on(site.page(PAGE))["What you can do for Good health"]) == 8


def _tables(count: int) -> str:
    lines = (f"  - {{title: Table {number}, how: Sit down.}}" for number in range(count))
    return "\n".join(("mechanisms:", *lines))


def _take_ways_out(site: SiteFolder) -> None:
    text = (site.root / "content/missions/health.md").read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith(("ways_to", "  - {title"))]
    site.write("content/missions/health.md", "\n".join(lines))
