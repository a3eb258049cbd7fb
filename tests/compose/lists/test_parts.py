"""Each part of a list says where it stands and leads to the others."""

from collections.abc import Sequence

import pytest

from tests.compose.markup import elements, texts, tree, words
from tests.compose.stories import write_stories
from tests.conftest import SiteFolder


@pytest.mark.parametrize(
    ("part", "where", "links"),
    [
        (
            "",
            "Page 1 of 4: 1 to 12 of 42",
            [("Older: page 2", "page/2/"), ("Oldest: page 4", "page/4/")],
        ),
        (
            "page/2/",
            "Page 2 of 4: 13 to 24 of 42",
            [("Newer: page 1", ""), ("Older: page 3", "page/3/"), ("Oldest: page 4", "page/4/")],
        ),
        (
            "page/3/",
            "Page 3 of 4: 25 to 36 of 42",
            [("Newest: page 1", ""), ("Newer: page 2", "page/2/"), ("Older: page 4", "page/4/")],
        ),
        (
            "page/4/",
            "Page 4 of 4: 37 to 42 of 42",
            [("Newest: page 1", ""), ("Newer: page 3", "page/3/")],
        ),
    ],
)
def test_part_says_which_it_is_and_leads_to_the_others(
    site: SiteFolder, part: str, where: str, links: Sequence[tuple[str, str]]
) -> None:
    """No two links of a part lead to the same part, and the words say which way they lead."""
    write_stories(site, 40)
    site.build()
    page = tree(site.page(f"case-studies/{part}index.html"))
    (pager,) = elements(page, "//nav[@class='pager']")
    assert pager.get("aria-label")
    assert words(pager, "p") == where
    found = [(a.text, a.get("href", "").partition("case-studies/")[2]) for a in pager.iter("a")]
    assert found == links
    for rel, word in (("prev", "Newer"), ("next", "Older")):
        with_rel = texts(pager, f".//a[@rel='{rel}']/text()")
        assert with_rel == [text for text, _ in links if text.startswith(f"{word}:")]


def test_list_of_one_part_has_no_pager(site: SiteFolder) -> None:
    """Twelve stories fit on one page."""
    write_stories(site, 10)
    site.build()
    assert "pager" not in site.page("case-studies/index.html")
