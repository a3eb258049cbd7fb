"""No two files claim one address, by name or by alias."""

import pytest

from tests.conftest import SiteFolder

STORY = "content/case-studies/night-nurses.md"


def test_alias_of_an_address_in_use_is_named(site: SiteFolder) -> None:
    """The alias is blamed, at its place, and the holder is named."""
    site.edit(STORY, "place: leeds", "place: leeds\naliases: [night-nurses, warm-homes]")
    (problem,) = site.problems()
    assert (problem.path, problem.position.line, problem.position.column) == (STORY, 7, 25)
    assert "which content/case-studies/warm-homes.md has already" in problem.what


def test_alias_that_is_the_own_name_is_right(site: SiteFolder) -> None:
    """A file that has its first name again keeps it under `aliases`, for feeds know it by that."""
    site.edit(STORY, "place: leeds", "place: leeds\naliases: [night-nurses, other]")
    assert site.problems() == ()
    site.build()
    assert "A quiet" in site.page("case-studies/night-nurses/index.html")


def test_alias_claimed_by_two_files_is_named_once(site: SiteFolder) -> None:
    """The second of two claims is the one too many."""
    for name in ("night-nurses", "warm-homes"):
        site.edit(f"content/case-studies/{name}.md", "place: leeds", "place: leeds\naliases: [old]")
    (problem,) = site.problems()
    assert problem.path == "content/case-studies/warm-homes.md"


def test_same_slug_in_two_types_is_no_clash(site: SiteFolder) -> None:
    """A mission and a page may have one slug, since their addresses differ."""
    site.write("content/pages/health.md", "---\ntitle: H\nsummary: About health.\n---\nWords.\n")
    assert site.problems() == ()


def test_page_with_the_address_of_a_list_is_named(site: SiteFolder) -> None:
    """The addresses of the site's own lists are taken."""
    site.write("content/pages/council.md", "---\ntitle: C\nsummary: About it.\n---\nWords.\n")
    (problem,) = site.problems()
    assert "/council/, which the site itself has already" in problem.what


@pytest.mark.parametrize(
    ("register", "line", "where"),
    [
        ("places", "nations: {name: The nations, nation: Wales, region: All}", "places/nations/"),
        ("partners", "kinds: {name: The Kinds, kind: business}", "partners/kinds/"),
    ],
)
def test_entry_with_the_address_of_a_group_is_named(
    site: SiteFolder, register: str, line: str, where: str
) -> None:
    """Nations and kinds of partner have pages, so no place or partner may stand in their way."""
    path = f"content/registers/{register}.yml"
    site.write(path, f"{(site.root / path).read_text('utf-8')}{line}\n")
    (problem,) = site.problems()
    assert (problem.path, problem.position.line, problem.position.column) == (path, 2, 1)
    assert f"/{where}, which the site itself has already" in problem.what
