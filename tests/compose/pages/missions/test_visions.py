"""A mission says what success looks like, who agreed to it, and how its goal was reworded."""

import pytest

from tests.compose.markup import elements, texts, tree, words
from tests.conftest import SiteFolder

EXTRA = """vision: {text: Warm homes., validated_on: 2025-01-18, deliberation: panel}
wording_history:
  - {date: 2024-12-05, from: Warm., to: Warmer., because: Nobody said.}
  - date: 2025-01-18
    from: Warmer.
    to: Warm and cheap.
    because: It was dear.
    asked_by: Tenants
    deliberation: panel
    illustrative: true
"""
PANEL = """---
title: The panel
summary: People met.
mission: clean-energy
kind: citizens-panel
convened_by: The council
question: What is warm?
phases: [{name: All, starts: 2025-01-10, ends: 2025-01-18}]
---
They met.
"""
PAGE = "missions/clean-energy/index.html"


@pytest.fixture
def mission(site: SiteFolder) -> SiteFolder:
    site.edit("content/missions/clean-energy.md", "---\n", f"---\n{EXTRA}")
    site.write("content/deliberations/panel.md", PANEL)
    return site


def test_vision_says_when_and_where_people_agreed_to_it(mission: SiteFolder) -> None:
    """The vision links to the deliberation that agreed to it."""
    mission.build()
    page = tree(mission.page(PAGE))
    panel = words(page, "//section[h2='What success looks like']")
    assert panel == "What success looks like Warm homes. Agreed on 18 January 2025. The panel"


def test_rewordings_are_told_newest_first_with_their_reasons(mission: SiteFolder) -> None:
    """Before, after, why, and who asked; an invented one says that it is."""
    mission.build()
    history = "//h2[.='How the goal was reworded']/following-sibling::ol[1]/li"
    first, second = elements(tree(mission.page(PAGE)), history)
    assert words(first, "p[1]") == "18 January 2025. Illustrative."
    assert texts(first, "dl/dd/text()") == ["Warmer.", "Warm and cheap."]
    assert words(first, "p[2]") == "It was dear. Asked for by: Tenants. The panel"
    assert words(second, "p[1]") == "5 December 2024"
    assert words(second, "p[2]") == "Nobody said."


def test_hidden_deliberation_is_not_named(mission: SiteFolder) -> None:
    """The vision still says when; of the deliberation nothing is told."""
    mission.edit("content/deliberations/panel.md", "title:", "status: draft\ntitle:")
    mission.build()
    page = words(tree(mission.page(PAGE)))
    assert "Agreed on 18 January 2025." in page
    assert "The panel" not in page


def test_mission_without_them_shows_neither(site: SiteFolder) -> None:
    """No empty panel, no empty list."""
    site.build()
    page = site.page(PAGE)
    assert "What success looks like" not in page
    assert "reworded" not in page
