"""A theory of action that does not hold together is told where it breaks."""

import pytest

from tests.conftest import SiteFolder

THEORY = """theory_of_action:
  outcomes:
    - id: doors
      text: More doors open
      leads_to: [{outcome: warm}]
    - {id: warm, text: Homes are warm}
  actors:
    - partner: leeds-city-council
      does: Pays
      leads_to: [{outcome: doors}]
  assumptions:
    - {text: Bills fall., tested_by: warm-homes, state: holds}
"""
PATH = "content/missions/clean-energy.md"


@pytest.fixture
def theory(site: SiteFolder) -> SiteFolder:
    site.edit(PATH, "---\n", f"---\n{THEORY}")
    return site


def test_theory_that_holds_together_has_no_problem(theory: SiteFolder) -> None:
    """Every rule lets a right theory be."""
    assert theory.problems() == ()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("{id: warm,", "{id: doors,", (7, "repeated-id", "another outcome has already")),
        ("[{outcome: doors}]", "[{outcome: door}]", (11, "unknown-reference", '"door"')),
        ("{outcome: warm}", "{outcome: doors}", (6, "circle", 'leads back to "doors"')),
        ("[{outcome: doors}]", "[{outcome: warm}]", (4, "unreached-outcome", 'to "doors"')),
        ("state: holds", "state: untested", (13, "untested-but-tested", "is untested, but")),
        ("tested_by: warm-homes, ", "", (13, "tested-without-story", "no story puts it")),
    ],
)
def test_slip_is_told_on_its_line(
    theory: SiteFolder, old: str, new: str, told: tuple[int, str, str]
) -> None:
    """Each slip has its rule, its line, and words that say what is wrong."""
    line, rule, says = told
    theory.edit(PATH, old, new)
    found = {one.rule: one for one in theory.problems()}
    assert rule in found
    assert found[rule].position.line == line
    assert says in found[rule].what


def test_circle_of_two_outcomes_is_found(theory: SiteFolder) -> None:
    """An outcome that comes back to itself by way of another is told once."""
    theory.edit(
        PATH,
        "{id: warm, text: Homes are warm}",
        "{id: warm, text: Homes are warm, leads_to: [{outcome: doors}]}",
    )
    assert [one.rule for one in theory.problems()] == ["circle"]


def test_story_that_is_no_story_is_told_with_the_nearest(theory: SiteFolder) -> None:
    """Evidence and tests are references like any other."""
    theory.edit(PATH, "tested_by: warm-homes", "tested_by: warm-homs")
    (found,) = theory.problems()
    assert (found.rule, found.position.line) == ("unknown-reference", 13)
    assert 'Did you mean "warm-homes"?' in found.fix
