"""The menu as a site orders and names it, and what stands at the foot."""

import re

import pytest

from site_builder.read.addresses import Addresses
from site_builder.relate.menus import menu_address
from site_builder.settings import SettingsError
from tests.shown import ShownFolder

PLUGINS = "plugins: [missions]"


def with_menu(site: ShownFolder, menu: str) -> None:
    site.edit("mkdocs.yml", PLUGINS, f"plugins:\n  - missions:\n      menu:\n{menu}")


def links(page: str, part: str) -> list[tuple[str, str]]:
    """Return the names and addresses of the menu (header) or of the foot (footer)."""
    found = re.search(rf"<{part}.*?</{part}>", page, re.S)
    assert found
    lists = re.search(r"<ul.*?</ul>", found[0], re.S)
    assert lists
    return [
        (name, to.removeprefix("./"))
        for to, name in re.findall(r'<li><a href="([^"]*)"[^>]*>([^<]*)</a>', lists[0])
    ]


def test_menu_has_the_order_and_the_names_of_the_site(site: ShownFolder) -> None:
    """Types by their folders, pages and single things by their addresses; the rest at the foot."""
    with_menu(
        site,
        "        - Our stories: case-studies\n        - about\n        - missions/health\n"
        "        - council\n        - Early 2025: quarters/2025-q1\n"
        "        - places/nations/england\n",
    )
    site.build()
    page = site.page("index.html")
    assert links(page, "header") == [
        ("Our stories", "case-studies/"),
        ("About this site", "about/"),
        ("Good health", "missions/health/"),
        ("Council", "council/"),
        ("Early 2025", "quarters/2025-q1/"),
        ("England", "places/nations/england/"),
    ]
    foot = links(page, "footer")
    assert ("Missions", "missions/") in foot
    assert ("Search", "search/") in foot
    assert not {"case-studies/", "about/", "council/"} & {to for _, to in foot}
    assert len(foot) == len(set(foot))


def test_entry_of_a_type_without_items_is_left_out(site: ShownFolder) -> None:
    """A menu may be written before there is anything; nothing leads to an empty list."""
    with_menu(site, "        - deliberations\n        - missions\n        - hundred-days\n")
    site.build(strict=True)
    assert [to for _, to in links(site.page("index.html"), "header")] == ["missions/"]


def test_entry_of_a_page_that_is_a_draft_is_left_out(site: ShownFolder) -> None:
    """It comes into the menu when the page is published."""
    with_menu(site, "        - About us: about\n        - missions\n")
    site.edit("content/pages/about.md", "title:", "status: draft\ntitle:")
    site.build()
    assert [to for _, to in links(site.page("index.html"), "header")] == ["missions/"]


def test_unknown_entry_is_a_problem_with_its_line_and_the_nearest(site: ShownFolder) -> None:
    """Whoever mistyped it is told where and what may be meant."""
    with_menu(site, "        - missions\n        - case-studys\n        - missions/\n")
    found = [one for one in site.problems() if one.path == "mkdocs.yml"]
    assert [(one.position.line, one.what) for one in found] == [
        (10, 'The menu leads to "case-studys", which is no type and no page of this site.'),
        (11, 'The menu leads to "missions/" twice.'),
    ]
    assert 'Did you mean "case-studies"?' in found[0].fix


@pytest.mark.parametrize(
    ("menu", "said"),
    [("        - [missions]\n", "is no entry of a menu"), ("        missions\n", "is not a list")],
)
def test_menu_of_another_shape_is_refused(site: ShownFolder, menu: str, said: str) -> None:
    """The remedy shows the shape."""
    with_menu(site, menu)
    with pytest.raises(SettingsError, match=said):
        site.settings()


@pytest.mark.parametrize(
    ("to", "address"),
    [
        ("case studies", "case-studies/"),
        ("Case study", "case-studies/"),
        ("council", "council/"),
        ("council-summaries", "council/"),
        ("registers/places", "places/"),
        ("/about/", "about/"),
        ("/", ""),
    ],
)
def test_type_is_known_by_its_name_its_plural_and_its_folder(to: str, address: str) -> None:
    """Whichever a team thinks of first is right."""
    assert menu_address(to, Addresses()) == address
