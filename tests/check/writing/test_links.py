"""A link inside the site leads to a file that is there, public, and has that heading."""

import pytest

from tests.conftest import SiteFolder

ABOUT = "content/pages/about.md"


def rules(site: SiteFolder, link: str) -> list[str]:
    """Return the rules that a link on the page about the site breaks."""
    site.edit(ABOUT, "[places](../registers/places.yml)", link)
    return [problem.rule for problem in site.problems()]


@pytest.mark.parametrize(
    "link",
    [
        "[x](../case-studies/warm-homes.md)",
        "[x](../case-studies/warm-homes.md#how-it-worked)",
        "[x](../council/2025-q1.md)",
        "[x](../missions/)",
        "[x](../registers/partners.yml)",
        "[x](https://example.org/nowhere.md#x)",
        "[x](mailto:a@example.org)",
        "`[x](nowhere.md)`",
    ],
)
def test_link_that_works_is_no_problem(site: SiteFolder, link: str) -> None:
    """Files, folders of a type, registers, other sites and code are not blamed."""
    assert rules(site, link) == []


@pytest.mark.parametrize(
    ("link", "rule"),
    [
        ("[x](nowhere.md)", "dead-link"),
        ("[x](warm-homes.md)", "dead-link"),
        ("[x](/case-studies/warm-homes/)", "dead-link"),
        ("[x](../case-studies/warm-homes)", "dead-link"),
        ("[x](../../mkdocs.yml)", "dead-link"),
        ("[x](../case-studies/warm-homes.md#nothing)", "dead-anchor"),
        ("[x](#nothing)", "dead-anchor"),
    ],
)
def test_link_that_leads_nowhere_is_named(site: SiteFolder, link: str, rule: str) -> None:
    """An address of the site is not a path, and a file is not found in another folder."""
    assert rules(site, link) == [rule]


def test_dead_link_hint_finds_file_in_other_folder(site: SiteFolder) -> None:
    """The hint is the whole path that should have been written."""
    rules(site, "[x](warm-homes.md)")
    (problem,) = site.problems()
    assert problem.fix.startswith('Did you mean "../case-studies/warm-homes.md"?')


@pytest.mark.parametrize("state", ["status: draft", "publish_at: 2030-01-01T00:00Z"])
def test_link_to_what_is_hidden_is_named(site: SiteFolder, state: str) -> None:
    """A public page does not lead to what is nowhere; a draft may lead to a draft."""
    site.edit("content/case-studies/night-nurses.md", "place: leeds", f"place: leeds\n{state}")
    (problem,) = site.problems()
    assert (problem.path, problem.rule) == ("content/case-studies/warm-homes.md", "hidden-link")
    site.edit("content/case-studies/warm-homes.md", "place: leeds", "place: leeds\nstatus: draft")
    assert all("night-nurses.md" not in problem.what for problem in site.problems())


def test_link_to_broken_file_is_not_blamed(site: SiteFolder) -> None:
    """What a broken file causes elsewhere is not told as well."""
    site.edit("content/case-studies/night-nurses.md", "title:", "titel:")
    assert [one.path for one in site.problems()] == ["content/case-studies/night-nurses.md"]


def test_same_dead_link_twice_is_placed_twice(site: SiteFolder) -> None:
    """Each link that does not work has a place of its own."""
    rules(site, "[x](no.md), no.md and [x](no.md)")
    assert [one.position.column for one in site.problems()] == [45, 67]
