"""Cite this: a line at the foot of what belongs to the record, true to its front matter."""

import re

import lxml.html
import pytest

from site_builder.compose.frame.citations import citation, citation_of
from site_builder.compose.frame.structured_data import Subject
from site_builder.read.addresses import Addresses
from site_builder.read.content import read_content
from site_builder.read.theme.theme import read_theme
from site_builder.relate.record import relate
from site_builder.relate.visibility import Viewer
from site_builder.settings import read_settings
from tests.compose.conftest import PROJECT
from tests.compose.pages.test_every_page import REASON, ROOT
from tests.compose.stories import write_stories, write_story
from tests.conftest import SiteFolder


def citations(site: SiteFolder, address: str) -> list[str]:
    return cited_in(site.files()[f"{address}index.html"])


def cited_in(page: bytes) -> list[str]:
    found = lxml.html.document_fromstring(page.decode()).xpath("//p[@class='aside cite']/text()")
    assert isinstance(found, list)
    return list(map(str, found))


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (
            "case-studies/warm-homes/",
            "Small record, “Warm homes in Leeds”, 10 February 2025, ",
        ),
        (
            "council/2025-q1/",
            "Small record, “Council of January to March 2025 (illustrative)”, 27 March 2025, ",
        ),
        ("missions/health/", "Small record, “Good health”, "),
        (
            "commitments/second-street/",
            "Small record, “Warm a second street. (illustrative)”, 27 March 2025, ",
        ),
    ],
)
def test_item_has_one_citation_with_its_day_and_address(
    site: SiteFolder, address: str, said: str
) -> None:
    """Publisher, title, the day from the record if it has one, and where it stays."""
    site.build()
    assert citations(site, address) == [f"Cite this: {said}{ROOT}{address}"]


def test_citation_says_when_an_item_was_changed(site: SiteFolder) -> None:
    """Who cites a corrected story cites it as corrected; a minor change alters nothing it says."""
    changes = "{date: 2025-05-01, note: Better., kind: correction}, "
    changes += "{date: 2025-06-01, note: A comma., kind: minor}"
    write_story(site, "better", "Better", date="2025-04-01", extra=f"changes: [{changes}]")
    site.build()
    (said,) = citations(site, "case-studies/better/")
    assert "“Better”, 1 April 2025, changed 1 May 2025, " in said


def test_title_that_says_itself_that_it_is_illustrative_says_so_once(site: SiteFolder) -> None:
    """An author who was more careful than the citation is not repeated."""
    write_story(site, "made-up", "Made up (illustrative)", extra="illustrative: true")
    site.build()
    (said,) = citations(site, "case-studies/made-up/")
    assert said.count("illustrative") == 1


def test_only_what_belongs_to_the_record_is_cited(site: SiteFolder) -> None:
    """Lists, their later parts, plain pages, withdrawals and old addresses have no citation."""
    write_stories(site, 20)
    write_story(site, "gone", "Gone", extra=f"aliases: [before]\n{REASON}")
    site.build()
    for address in (
        "", "about/", "case-studies/", "missions/health/page/2/", "data/", "places/leeds/",
        "case-studies/gone/", "case-studies/before/",
    ):  # fmt: skip
        assert citations(site, address) == [], address


def test_site_without_an_address_offers_no_citation(site: SiteFolder) -> None:
    """What may stand anywhere tomorrow has no address to cite."""
    site.edit("mkdocs.yml", f"site_url: {ROOT}\n", "")
    site.build()
    assert citations(site, "case-studies/warm-homes/") == []


RECORD = relate(read_content(PROJECT, "content"), Viewer())
SETTINGS = read_settings(PROJECT / "mkdocs.yml")
WORDS = read_theme(SETTINGS.theme, "en").words


@pytest.mark.parametrize("kind", sorted(set(RECORD.shelves) - {"page"}))
def test_item_of_every_kind_is_cited_by_its_title_and_its_day(kind: str) -> None:
    """No content type is forgotten; all but missions and principles have a day."""
    item = next(iter(RECORD.shelves[kind].values()))
    subject = Subject("The title", Addresses().of(item), "", "en", (), item, None)
    said = citation_of(subject, SETTINGS, WORDS)
    has_day = kind not in ("mission", "principle")
    mark = " (illustrative)" if item.illustrative else ""
    assert f"“The title{mark}”, " in said
    assert said.endswith(f", https://missions.example.org/{Addresses().of(item)}")
    assert bool(re.search(r"”, \d+ \w+ 20\d\d, ", said)) == has_day


@pytest.mark.parametrize(
    ("authors", "said"),
    [
        ("The team", f"The team, {SETTINGS.publisher}, "),
        (SETTINGS.publisher, f"{SETTINGS.publisher}, “"),
        ("", f"{SETTINGS.publisher}, “"),
    ],
)
def test_who_writes_and_publishes_is_named_once(authors: str, said: str) -> None:
    """A byline that is the publisher's own adds nothing."""
    cited = citation(SETTINGS, WORDS, title="A", address="a/", day=None, authors=authors)
    assert cited.removeprefix("Cite this: ").startswith(said)
    assert cited.count(SETTINGS.publisher) == 1
