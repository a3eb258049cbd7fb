"""Fields that exclude one another are told at their place, and so is a choice not made."""

import pytest

from tests.conftest import SiteFolder

STORY = "content/case-studies/warm-homes.md"
MISSION = "content/missions/health.md"
BOTH = "has `{}` and `{}`, but it can have only one."


@pytest.mark.parametrize(
    ("path", "old", "new", "found"),
    [
        (
            STORY,
            "{name: Ada Example,",
            "{name: Ada Example, pseudonym: Bea,",
            ("name", "pseudonym"),
        ),
        (MISSION, "standing: true", "standing: true, until: 2025-06-03", ("until", "standing")),
        (MISSION, "page: about,", "page: about, email: a@example.org,", ("email", "page")),
        (
            MISSION,
            "email: nurses@example.org,",
            "email: nurses@example.org, url: 'https://example.org/',",
            ("url", "email"),
        ),
    ],
)
def test_two_fields_where_one_can_stand_are_told(
    site: SiteFolder, path: str, old: str, new: str, found: tuple[str, str]
) -> None:
    """An author who fills in both is told which two, and at the second."""
    site.edit(path, old, new)
    (problem,) = site.problems()
    assert problem.rule == "one-too-many"
    assert problem.what.endswith(BOTH.format(*found))
    assert problem.excerpt[problem.position.column - 1 :].startswith(found[1])


@pytest.mark.parametrize("new", ["", ", standing: false"])
def test_way_that_says_no_end_is_told(site: SiteFolder, new: str) -> None:
    """Whoever wants to take part must know whether there is still time."""
    site.edit(MISSION, ", until: 2025-06-03", new)
    (problem,) = site.problems()
    assert (problem.rule, problem.position.line) == ("missing-field", 11)
    assert problem.what == "Number 2 of `ways_to_take_part` has no `until` and no `standing`."


def test_voice_without_a_name_and_way_without_an_address_are_right(site: SiteFolder) -> None:
    """A role alone can speak, and words alone can say what to do."""
    site.edit(STORY, "{name: Ada Example, ", "{")
    site.edit(STORY, "who: Ada Example", "who: form 11")
    site.edit(MISSION, "page: about, ", "")
    assert site.problems() == ()
