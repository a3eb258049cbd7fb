"""What changed is told on the page of every item, of whatever kind."""

import pytest

from site_builder.read.addresses import Addresses
from site_builder.read.types import ITEM_KINDS, Kind
from tests.compose.events import slugs_of, write_item
from tests.compose.markup import elements, texts, tree, words
from tests.compose.stories import write_stories, write_story
from tests.conftest import SiteFolder

CHANGES = """\
changes:
  - {date: 2025-10-01, note: The figure was 41., kind: correction}
  - {date: 2025-11-02, note: The second year is in., kind: substantial}
contact: The public desk"""
REPLACED = (
    "status: withdrawn\nwithdrawn: {on: 2025-12-03, reason: It was elsewhere., replaced_by: %s}"
)

of_every_kind = pytest.mark.parametrize("kind", ITEM_KINDS, ids=lambda kind: kind.name)


def told_at_the_foot(page: str) -> list[str]:
    """Return what a page tells of changes."""
    lines = elements(tree(page), "//h2[.='What changed']/../ul/li")
    return [words(line, ".") for line in lines]


@of_every_kind
def test_page_of_every_kind_tells_what_changed_and_whom_to_ask(
    site: SiteFolder, kind: Kind
) -> None:
    """The newest change stands first, each with its day and its kind in words."""
    slug = slugs_of(kind)[0]
    write_item(site, kind, slug, CHANGES)
    site.build()
    page = site.page(f"{Addresses().at(kind.name, slug)}index.html")
    assert told_at_the_foot(page) == [
        "2 November 2025, substantial change: The second year is in.",
        "1 October 2025, correction: The figure was 41.",
    ]
    assert "Questions about this page: The public desk" in words(tree(page))


@of_every_kind
def test_page_of_every_kind_tells_what_it_took_the_place_of(site: SiteFolder, kind: Kind) -> None:
    """Who is sent on from what was withdrawn finds when and why, and not what it was called."""
    slug, gone, _ = slugs_of(kind)
    write_item(site, kind, slug)
    write_item(site, kind, gone, REPLACED % slug)
    site.edit(f"content/{kind.source}/{gone}.md", "The canary", "The cuckoo")
    site.build()
    page = site.page(f"{Addresses().at(kind.name, slug)}index.html")
    (told,) = told_at_the_foot(page)
    assert told.startswith("3 December 2025, replacement: This takes the place of another ")
    assert told.endswith(", which was withdrawn. The reason: It was elsewhere.")
    assert "cuckoo" not in page


def test_small_change_is_told_on_its_page(site: SiteFolder) -> None:
    """What no feed brings is still no secret."""
    write_story(
        site, "new", "New", extra="changes: [{date: 2025-08-01, note: 'A comma.', kind: minor}]"
    )
    site.build()
    page = tree(site.page("case-studies/new/index.html"))
    assert texts(page, "//h2[.='What changed']/../ul//time/@datetime") == ["2025-08-01"]
    assert "1 August 2025, small change: A comma." in words(page)


def test_page_without_a_change_says_nothing_of_changes(site: SiteFolder) -> None:
    """There is no heading over nothing, and no page that is not of an item has a history."""
    site.build()
    for address in ("case-studies/warm-homes/", "", "missions/", "council/2025-q1/"):
        assert "What changed" not in site.page(f"{address}index.html")


def test_history_stands_on_the_first_part_of_a_list_alone(site: SiteFolder) -> None:
    """A mission with many stories tells of its changes once."""
    write_stories(site, 14)
    change = "changes: [{date: 2025-08-01, note: It was reworded.}]\n"
    site.edit("content/missions/health.md", "order: 1\n", f"order: 1\n{change}")
    site.build()
    assert "It was reworded." in site.page("missions/health/index.html")
    assert "It was reworded." not in site.page("missions/health/page/2/index.html")


def test_note_of_a_change_is_text_and_no_html(site: SiteFolder) -> None:
    """Whatever an author writes is shown as it is written."""
    write_story(site, "new", "New", extra="changes: [{date: 2025-08-01, note: 'Now <b>41</b>.'}]")
    site.build()
    assert "Now &lt;b&gt;41&lt;/b&gt;." in site.page("case-studies/new/index.html")
