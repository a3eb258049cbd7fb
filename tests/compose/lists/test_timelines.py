"""Quarters, missions and the first hundred days tell what happened, from what the record dates."""

import pytest
from lxml.html import HtmlElement

from tests.compose.markup import elements, texts, tree, words
from tests.compose.stories import write_stories
from tests.conftest import SiteFolder

ENTRIES = "//ol[@class='thread']/li"


def page_of(site: SiteFolder, address: str) -> HtmlElement:
    return tree(site.page(f"{address}index.html"))


def told(page: HtmlElement) -> list[str]:
    return [words(one, "p[@class='aside']") for one in elements(page, ENTRIES)]


def write_barrier(site: SiteFolder, day: str, number: int = 1) -> None:
    head = f"title: Barrier {number}\nsummary: In the way.\nkind: data\nnamed_by: Nurses"
    text = f"---\n{head}\nnamed_on: {day}\nstate: named\n---\nText.\n"
    site.write(f"content/barriers/barrier-{number}.md", text)


def start_at(site: SiteFolder, day: str) -> None:
    """Count the first hundred days from a day."""
    site.edit("mkdocs.yml", "site_name", f"hundred_days_from: {day}\nsite_name")


def test_quarter_tells_of_everything_in_it_and_of_nothing_else(site: SiteFolder) -> None:
    """What happened stands newest first, besides the stories; the whole timeline has those too."""
    write_barrier(site, "2025-01-31")
    write_barrier(site, "2025-04-01", 2)
    site.build()
    page = page_of(site, "quarters/2025-q1/")
    assert told(page) == ["27 March 2025, council. Illustrative.", "31 January 2025, barrier named"]
    assert "2 stories" in texts(page, "//h2/text()")
    assert words(page, "//p[@class='onward']") == "The whole timeline: 4 entries"
    assert told(page_of(site, "quarters/2025-q1/timeline/")) == [
        "27 March 2025, council. Illustrative.",
        "5 March 2025, case study",
        "10 February 2025, case study",
        "31 January 2025, barrier named",
    ]


def test_quarter_leads_to_the_quarters_beside_it(site: SiteFolder) -> None:
    """A reader goes from quarter to quarter."""
    site.build()
    first, second = page_of(site, "quarters/2025-q1/"), page_of(site, "quarters/2025-q2/")
    assert texts(first, "//main/ul/li/a/text()") == ["Later: April to June 2025"]
    assert texts(second, "//main/ul/li/a/text()") == ["Earlier: January to March 2025"]


@pytest.mark.parametrize(
    ("due", "quarters"),
    [("2025-04", ["q2"]), ("2025-06-30", ["q2"]), ("2025-07-01", ["q3"]), ("2025", [])],
)
def test_quarter_tells_which_promises_are_due_in_it(
    site: SiteFolder, due: str, quarters: list[str]
) -> None:
    """A promise that is due in a month or on a day stands in that quarter, with its state."""
    write_barrier(site, "2025-07-02")
    site.edit("content/council/2025-q1.md", "due: 2025-06", f"due: {due}")
    site.build()
    heading = "//h2[.='Promises due']/following-sibling::*[1]"
    told = {
        quarter: words(page_of(site, f"quarters/2025-{quarter}/"), heading)
        for quarter in ("q1", "q2", "q3")
    }
    assert [quarter for quarter, text in told.items() if "Kept." in text] == quarters


def test_quarter_without_a_council_says_so_and_has_its_page(site: SiteFolder) -> None:
    """Nothing at all in a quarter is said in a plain sentence, there and on the council's list."""
    site.edit("content/council/2025-q2.md", "quarter: 2025-Q2", "quarter: 2025-Q4")
    site.edit("content/council/2025-q2.md", "held_on: 2025-06-26", "held_on: 2025-12-11")
    (site.root / "content/council/2025-q2.md").rename(site.root / "content/council/2025-q4.md")
    site.build()
    says = "There is no council summary for July to September 2025."
    page = page_of(site, "quarters/2025-q3/")
    assert says in words(page)
    assert "Nothing is dated in this quarter." in words(page)
    assert says in words(page_of(site, "council/"))
    assert "no council summary" not in words(page_of(site, "quarters/2025-q4/"))


def test_long_timeline_is_in_parts_whatever_the_number_of_stories(site: SiteFolder) -> None:
    """No page of a timeline grows with the record."""
    write_stories(site, 40)
    site.build()
    parts = ("", "page/2/", "page/3/", "page/4/")
    entries = [told(page_of(site, f"missions/health/timeline/{part}")) for part in parts]
    assert [len(part) for part in entries] == [12, 12, 12, 6]
    assert len(set(map(tuple, entries))) == 4


def test_mission_leads_to_its_whole_timeline(site: SiteFolder) -> None:
    """Its own page shows the newest six; the timeline shows all, each with what it was."""
    write_stories(site, 10)
    site.build()
    page = page_of(site, "missions/health/")
    assert len(told(page)) == 6
    (link,) = texts(page, "//p[@class='onward']/a/@href")
    assert link == "../../missions/health/timeline/"
    whole = page_of(site, "missions/health/timeline/")
    assert len(told(whole)) > 6
    assert "accent-health" in texts(whole, "//body/@class")


def test_short_timeline_of_a_mission_needs_no_link(site: SiteFolder) -> None:
    """What the page shows already is not offered again."""
    site.build()
    assert "whole timeline" not in site.page("missions/health/index.html")


def test_silent_mission_says_since_when(site: SiteFolder) -> None:
    """A citizen is told what the author is warned of."""
    site.build(now="2025-09-03T09:00:00+01:00")
    says = (
        "There has been no new story of this mission for 26 weeks: the newest is of 5 March 2025."
    )
    assert says in words(page_of(site, "missions/health/"))
    site.build(now="2025-09-02T09:00:00+01:00")
    assert "no new story" not in site.page("missions/health/index.html")


def test_hundred_days_are_counted_from_the_first_as_day_1(site: SiteFolder) -> None:
    """Both ends belong to it, in the order of the days; the day after the last does not."""
    start_at(site, "2025-02-10")
    write_barrier(site, "2025-05-20")
    write_barrier(site, "2025-05-21", 2)
    write_barrier(site, "2025-02-09", 3)
    site.build()
    assert told(page_of(site, "hundred-days/")) == [
        "Day 1: 10 February 2025, case study",
        "Day 24: 5 March 2025, case study",
        "Day 46: 27 March 2025, council. Illustrative.",
        "Day 100: 20 May 2025, barrier named",
    ]


def test_hundred_days_without_anything_dated_say_so(site: SiteFolder) -> None:
    """An empty page says that it is empty."""
    start_at(site, "2020-01-01")
    site.build()
    assert "Nothing is dated in this time." in words(page_of(site, "hundred-days/"))


def test_site_without_a_first_day_has_no_hundred_days(site: SiteFolder) -> None:
    """Where the settings name no day, no page is made."""
    site.build()
    assert not (site.root / "site/hundred-days").exists()
    assert "hundred-days" not in site.page("index.html")


def test_every_page_leads_to_the_hundred_days(site: SiteFolder) -> None:
    """The foot of each page has the way to them, once a day is set."""
    start_at(site, "2025-02-10")
    site.build()
    foot = "//footer//a[@href='../../hundred-days/']/text()"
    assert texts(page_of(site, "missions/health/"), foot) == ["The first hundred days"]


@pytest.mark.parametrize("address", ["quarters/2025-q2/", "quarters/2025-q2/timeline/"])
def test_withdrawn_item_is_told_without_its_title(site: SiteFolder, address: str) -> None:
    """A timeline says that something was withdrawn, why, and nothing else of it."""
    gone = "status: withdrawn\nwithdrawn: {on: 2025-05-05, reason: It was wrong.}\nmission"
    site.edit("content/case-studies/night-nurses.md", "mission", gone)
    site.build()
    entries = words(page_of(site, address))
    assert "5 May 2025, withdrawn A case study that was withdrawn It was wrong." in entries
    assert "Night nurses" not in entries
