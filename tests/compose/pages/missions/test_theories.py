"""A theory of action is drawn, said again in a table, and shown at each of its other ends."""

import pytest

from tests.compose.markup import elements, texts, tree, words
from tests.conftest import SiteFolder

THEORY = """theory_of_action:
  illustrative: true
  outcomes:
    - {id: doors, text: More doors open, leads_to: [{outcome: warm, case_studies: [warm-homes]}]}
    - {id: warm, text: Homes are warm}
  actors:
    - partner: leeds-city-council
      does: Pays for the work
      because: It owns the homes.
      leads_to: [{outcome: doors}, {outcome: warm, case_studies: [night-nurses, warm-homes]}]
  assumptions:
    - {text: Bills fall., tested_by: warm-homes, state: in-doubt}
    - {text: Neighbours have time.}
"""
MISSION = "content/missions/clean-energy.md"
PAGE = "missions/clean-energy/theory-of-action/index.html"


@pytest.fixture
def theory(site: SiteFolder) -> SiteFolder:
    site.edit(MISSION, "---\n", f"---\n{THEORY}")
    return site


def rows(site: SiteFolder) -> list[tuple[str, ...]]:
    page = tree(site.page(PAGE))
    return [
        tuple(words(cell, ".") for cell in elements(row, "th|td"))
        for row in elements(page, "//table/tbody/tr")
    ]


def test_table_says_each_step_with_its_stories(theory: SiteFolder) -> None:
    """Where no story gives evidence the table says so; nobody has to see the drawing."""
    theory.build()
    assert rows(theory) == [
        ("A: Pays for the work", "1: More doors open", "No story yet"),
        (
            "A: Pays for the work",
            "2: Homes are warm",
            "Night nurses answer the phone; Warm homes in Leeds",
        ),
        ("1: More doors open", "2: Homes are warm", "Warm homes in Leeds"),
    ]


def test_drawing_holds_what_the_table_holds(theory: SiteFolder) -> None:
    """A line for each row, dotted where there is no story; a mark for each actor and outcome."""
    theory.build()
    page = tree(theory.page(PAGE))
    dotted = [bool(path.get("stroke-dasharray")) for path in elements(page, "//figure//path")]
    assert dotted == [row[2] == "No story yet" for row in rows(theory)]
    assert texts(page, "//figure//text/text()") == ["A", "1", "2"]
    assert len(elements(page, "//figure//rect")) == 1
    (label,) = texts(page, "//svg[@role='img']/@aria-label")
    assert label == (
        "Drawing of 1 actor and 2 outcomes. The lists and the table below say the same."
    )


def test_story_that_the_public_may_not_see_gives_no_evidence(theory: SiteFolder) -> None:
    """Its line is dotted, and its name is nowhere."""
    path = "content/case-studies/night-nurses.md"
    theory.edit(path, "mission: health", "mission: health\nstatus: draft")
    link = "[next story](night-nurses.md#on-call)"
    theory.edit("content/case-studies/warm-homes.md", link, "next story")
    theory.build()
    assert rows(theory)[1][2] == "Warm homes in Leeds"


def test_illustrative_theory_says_so_at_its_head_and_at_its_other_ends(theory: SiteFolder) -> None:
    """The mission is real and its theory invented: only what is invented says so."""
    theory.build()
    says = "This theory of action is an illustrative example, and nobody has agreed to it."
    assert says in words(tree(theory.page(PAGE)))
    assert says not in theory.page("missions/clean-energy/index.html")
    theory.edit(MISSION, "  illustrative: true\n", "")
    theory.build()
    assert says not in theory.page(PAGE)


def test_assumptions_say_what_became_of_them(theory: SiteFolder) -> None:
    """Each has its state in words and the story that tests it, or says that none does."""
    theory.build()
    page = words(tree(theory.page(PAGE)))
    assert "Bills fall. It is in doubt. Put to the test by: Warm homes in Leeds." in page
    assert "Neighbours have time. Not tested yet. No story puts it to the test." in page


def test_story_shows_every_step_and_assumption_that_it_speaks_to(theory: SiteFolder) -> None:
    """The other end of each piece of evidence, linked to the theory."""
    theory.build()
    page = tree(theory.page("case-studies/warm-homes/index.html"))
    panel = elements(page, "//section[h2='What it says about a theory of action']/ul/li")
    assert [words(one, "text()[1]") for one in panel] == [
        "Pays for the work: this should lead to “Homes are warm”.",
        "More doors open: this should lead to “Homes are warm”.",
        "Bills fall.",
    ]
    assert set(texts(panel[0], ".//a/@href")) == {"../../missions/clean-energy/theory-of-action/"}


def test_partner_shows_its_part(theory: SiteFolder) -> None:
    """The other end of an actor; a partner without a story of its own has a page as well."""
    theory.edit(MISSION, "partner: leeds-city-council", "partner: reading-group")
    register = theory.root / "content/registers/partners.yml"
    with register.open("a") as partners:
        partners.write("reading-group: {name: Reading group, kind: citizens}\n")
    theory.build()
    page = words(tree(theory.page("partners/reading-group/index.html")))
    assert "Its part in a theory of action Pays for the work (Clean energy: theory" in page


def test_mission_leads_to_its_theory(theory: SiteFolder) -> None:
    """And has no such link when it has none."""
    theory.build()
    assert "theory-of-action/" in theory.page("missions/clean-energy/index.html")
    assert "theory-of-action/" not in theory.page("missions/health/index.html")


def test_actors_beyond_the_alphabet_have_two_letters(theory: SiteFolder) -> None:
    """The 27th actor is AA."""
    actor = (
        "    - partner: leeds-city-council\n      does: Helps\n      leads_to: [{outcome: warm}]\n"
    )
    theory.edit(MISSION, "  assumptions:\n", f"{actor * 27}  assumptions:\n")
    theory.build()
    assert texts(tree(theory.page(PAGE)), "//figure//text/text()")[25:28] == ["Z", "AA", "AB"]
