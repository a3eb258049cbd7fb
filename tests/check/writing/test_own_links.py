"""A link by the site's own whole address is held to the same as a link from file to file."""

import pytest

from site_builder.build import ProblemsFound
from tests.conftest import SiteFolder

ABOUT = "content/pages/about.md"
ROOT = "https://record.example.org/"


def put(site: SiteFolder, *addresses: str) -> None:
    """Put links on the page about the site."""
    links = " ".join(f"[w{number}]({one})" for number, one in enumerate(addresses))
    site.edit(ABOUT, "[places](../registers/places.yml)", links)


def found(site: SiteFolder, address: str) -> list[tuple[str, str]]:
    put(site, address)
    return [(one.rule, one.level) for one in site.problems()]


WORKING = (
    *("", "case-studies/warm-homes/", "case-studies/warm-homes", "council/2025-q1/"),
    *("case-studies/warm-homes/#how-it-worked", "about/#_main", "missions/", "places/"),
    # What the site makes by itself.
    *("feed.xml", "places/leeds/", "quarters/2025-q1/", "search/?q=care", "subscribe/"),
    *("missions/health/feed.atom", "missions/health/calendar.ics"),
)


def test_links_that_work_are_no_problem_and_lead_inside(site: SiteFolder) -> None:
    """They are published relative, so that one build works at any address."""
    put(site, *(f"{ROOT}{one}" for one in WORKING))
    assert site.problems() == ()
    site.build()
    page = site.page("about/index.html")
    body = page.partition("<main")[2].partition("</main>")[0]
    assert f'href="{ROOT}' not in body
    assert 'href="../case-studies/warm-homes/#how-it-worked"' in body
    assert 'href="../search/?q=care"' in body
    assert 'href="../feed.xml"' in body
    assert 'href="../"' in body


@pytest.mark.parametrize(
    ("address", "rules"),
    [
        (f"{ROOT}case-studies/warm-home/", [("dead-link", "error")]),
        (f"{ROOT}nowhere.html", [("dead-link", "error")]),
        (f"{ROOT}content/pages/about.md", [("dead-link", "error")]),
        (f"{ROOT}quarters/1999-q1/", [("dead-link", "error")]),
        (f"{ROOT}case-studies/warm-homes/#nothing", [("dead-anchor", "error")]),
        ("http://record.example.org/about/", [("other-own-address", "warning")]),
        ("https://www.record.example.org/about/", [("other-own-address", "warning")]),
        (
            "http://record.example.org/nowhere/",
            [("dead-link", "error"), ("other-own-address", "warning")],
        ),
        ("https://record.example.net/nowhere/", []),
    ],
)
def test_link_that_does_not_work_is_named(
    site: SiteFolder, address: str, rules: list[tuple[str, str]]
) -> None:
    """The check and the build say the same, and nothing is published."""
    assert found(site, address) == rules
    if any(level == "error" for _, level in rules):
        with pytest.raises(ProblemsFound) as caught:
            site.build()
        assert [(one.rule, one.level) for one in caught.value.problems] == rules
        assert not (site.root / "site").exists()


def test_dead_link_is_told_at_its_place_with_the_nearest_page(site: SiteFolder) -> None:
    """The author sees which link, and what it should have been."""
    put(site, f"{ROOT}about/", f"{ROOT}case-studies/warm-home/")
    (problem,) = site.problems()
    assert problem.excerpt[problem.position.column - 1 :].startswith(f"{ROOT}case-studies/warm-")
    assert problem.fix.startswith(f'Did you mean "{ROOT}case-studies/warm-homes/"?')


def test_link_to_what_is_hidden_is_named(site: SiteFolder) -> None:
    """A whole address gives a draft away as much as a path does."""
    site.edit("content/case-studies/warm-homes.md", "title:", "status: draft\ntitle:")
    assert ("hidden-link", "error") in found(site, f"{ROOT}case-studies/warm-homes/")


def test_link_to_an_earlier_name_works(site: SiteFolder) -> None:
    """Whoever wrote the address before a file was renamed has done nothing wrong."""
    site.edit("content/case-studies/warm-homes.md", "title:", "aliases: [old-homes]\ntitle:")
    assert found(site, f"{ROOT}case-studies/old-homes/#how-it-worked") == []


def test_image_by_its_whole_address_is_asked_for_by_its_path(site: SiteFolder) -> None:
    """It is no picture of another site, and is not called one."""
    site.edit(ABOUT, "[places](../registers/places.yml)", f"![A lamp.]({ROOT}images/a.jpg)")
    (problem,) = site.problems()
    assert problem.rule == "remote-image"
    assert "another site" not in problem.what


def test_preview_leads_inside_and_checks_as_the_build_does(site: SiteFolder) -> None:
    """A preview stands at an address of its own; links by the published one lead inside it."""
    from site_builder.doors.preview import Preview  # noqa: PLC0415 - no check knows a door

    put(site, f"{ROOT}feed.xml")
    preview = Preview(site.settings, port=0, poll=True, say=lambda _line: None)
    preview.rebuild()
    assert b'href="../feed.xml"' in preview.page_for("/about/")[1]
    site.edit(ABOUT, f"{ROOT}feed.xml", f"{ROOT}feed.xyz")
    preview.rebuild()
    assert b"leads nowhere" in preview.page_for("/about/")[1]
    preview.shutdown()
