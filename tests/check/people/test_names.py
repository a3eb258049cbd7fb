"""Real names stand beside no pseudonym, and only where they can be left out by themselves."""

import pytest

from site_builder.check.people.names import is_reference
from site_builder.read.problems import Problem
from tests.compose.stories import photograph, write_story
from tests.conftest import SiteFolder

STORY = "content/case-studies/warm-homes.md"


@pytest.mark.parametrize("who", ["form 12", "paper form 12", "CF-12", "12/2025", "box 3, sheet 4"])
def test_place_of_a_form_is_a_reference(who: str) -> None:
    """A number, and no word that could be a name."""
    assert is_reference(who)


@pytest.mark.parametrize("who", ["Ada Example", "Ada Example, form 12", "ada", "Éa 12", "the team"])
def test_what_could_be_a_name_is_no_reference(who: str) -> None:
    """A word with a capital could be a name, whatever else stands there."""
    assert not is_reference(who)


def told(site: SiteFolder) -> Problem:
    (problem,) = site.problems()
    return problem


@pytest.mark.parametrize("who", ["Bea Example", "Bron (Bea Example)", "Bea Example, form 12"])
def test_real_name_in_the_consent_of_a_pseudonym_is_an_error(site: SiteFolder, who: str) -> None:
    """The file would say who is behind the pseudonym."""
    site.edit(STORY, "who: form 12", f'who: "{who}"')
    problem = told(site)
    assert (problem.rule, problem.level) == ("name-given-away", "error")
    assert problem.what.startswith('Number 2 of `voices` is of "Bron", and its consent is of "B')
    assert problem.excerpt[problem.position.column - 1 :].startswith(f'"{who}"')
    assert "form 12" in problem.fix


@pytest.mark.parametrize("who", ["Bron", "bron", "paper form 7"])
def test_consent_of_a_pseudonym_that_says_no_name_is_right(site: SiteFolder, who: str) -> None:
    """The pseudonym itself, or where the paper is kept."""
    site.edit(STORY, "who: form 12", f"who: {who}")
    assert site.problems() == ()


def test_consent_of_somebody_else_is_an_error(site: SiteFolder) -> None:
    """A name is shown with the consent of its own person."""
    site.edit(STORY, "who: Ada Example", "who: Cai Example")
    problem = told(site)
    assert problem.rule == "name-given-away"
    assert problem.excerpt[problem.position.column - 1 :].startswith("ada}")
    assert problem.fix == "Name the consent that this person gave, or correct `who`."


@pytest.mark.parametrize(
    ("voice", "is_right"),
    [
        ("name: Bea Example, ", False),
        ("pseudonym: Elin, ", False),
        ("pseudonym: Bron, ", True),
        ("", True),
    ],
)
def test_form_of_a_pseudonym_stands_for_one_person_on_the_whole_site(
    site: SiteFolder, voice: str, *, is_right: bool
) -> None:
    """The number of a form must not lead from a pseudonym to a name in another file."""
    given = "{id: a, who: form 12, given_on: 2025-01-01, scope: [name, quote]}"
    spoken = f"{{{voice}role: a walker, quote: Hello., consent: a}}"
    write_story(site, "walk", "A walk", extra=f"voices: [{spoken}]\nconsent: [{given}]")
    assert [one.rule for one in site.problems()] == ([] if is_right else ["name-given-away"])


def test_face_of_somebody_under_a_pseudonym_is_a_warning(site: SiteFolder) -> None:
    """Neighbours know a face, and then they know who was meant."""
    site.write("content/images/door.jpg", photograph())
    site.edit(STORY, "## How it", "![A door](../images/door.jpg){people=bron}\n\n## How it")
    site.edit(STORY, "scope: [quote]", "scope: [quote, image]")
    problem = told(site)
    assert (problem.rule, problem.level) == ("name-given-away", "warning")
    assert problem.excerpt.strip().startswith("- {id: bron")
