"""The page of changes: every change, newest first, and nothing taken away in silence."""

import pytest
from lxml.html import HtmlElement

from tests.compose.events import write_event
from tests.compose.markup import elements, texts, tree, words
from tests.compose.stories import write_story
from tests.conftest import SiteFolder

WITHDRAWN = "status: withdrawn\nwithdrawn: {on: 2025-07-02, reason: Its source is lost.%s}"
THREAD = "//ol[@class='thread']/li"
CHANGE = "changes: [{date: %s, note: %s, kind: %s}]"


def page_of_changes(site: SiteFolder, part: str = "") -> HtmlElement:
    site.build()
    return tree(site.page(f"changes/{part}index.html"))


def test_changes_stand_newest_first_under_their_month(site: SiteFolder) -> None:
    """Each says when, of what kind of thing, what sort of change, which, and what."""
    write_story(site, "a", "Story A", extra=CHANGE % ("2025-08-01", "More is known.", "new"))
    write_story(site, "b", "Story B", extra=CHANGE % ("2025-08-30", "It was 41.", "correction"))
    write_event(site, "c", CHANGE % ("2025-06-02", "A comma.", "minor") + "\nillustrative: true")
    page = page_of_changes(site)
    assert texts(page, "//h2/text()") == ["August 2025", "June 2025"]
    assert [words(one, ".") for one in elements(page, THREAD)] == [
        "30 August 2025, case study, correction Story B It was 41.",
        "1 August 2025, case study, new Story A More is known.",
        "2 June 2025, event, small change. Illustrative. An event A comma.",
    ]
    assert texts(page, "//ol[@class='thread']//h3/a/@href")[0] == "../case-studies/b/"


def test_withdrawal_is_a_change_that_names_no_title(site: SiteFolder) -> None:
    """What was taken away is told with its day and reason, and leads to its own address."""
    write_story(site, "gone", "A canary", extra=WITHDRAWN % "")
    page = page_of_changes(site)
    assert [words(one, ".") for one in elements(page, THREAD)] == [
        (
            "2 July 2025, case study, withdrawn This case study was withdrawn on 2 July 2025 "
            "Its source is lost."
        )
    ]
    assert texts(page, "//ol[@class='thread']//a/@href") == ["../case-studies/gone/"]
    assert "canary" not in site.page("changes/index.html")


def test_replacement_is_a_change_of_what_replaces(site: SiteFolder) -> None:
    """The reader is led to what stands there now."""
    write_story(site, "gone", "A canary", extra=WITHDRAWN % ", replaced_by: warm-homes")
    page = page_of_changes(site)
    assert [words(one, ".") for one in elements(page, THREAD)] == [
        (
            "2 July 2025, case study, replacement Warm homes in Leeds This takes the place of "
            "another case study, which was withdrawn. The reason: Its source is lost."
        )
    ]
    assert texts(page, "//ol[@class='thread']//a/@href") == ["../case-studies/warm-homes/"]


REWORDING = "{date: 2025-04-02, from: Old., to: New., because: People asked for it.%s}"


@pytest.mark.parametrize(
    ("invented", "said"), [("", ""), (", illustrative: true", " Illustrative.")]
)
def test_goal_that_is_reworded_is_a_change(site: SiteFolder, invented: str, said: str) -> None:
    """The page of the mission has a place of its own for it, so its foot does not say it again."""
    site.edit(
        "content/missions/health.md", "order: 1", f"wording_history: [{REWORDING % invented}]"
    )
    (told,) = elements(page_of_changes(site), THREAD)
    stop = "." if said else ""
    assert words(told, ".") == (
        f"2 April 2025, mission, goal reworded{stop}{said} Good health People asked for it."
    )
    assert "What changed" not in site.page("missions/health/index.html")


def test_changes_of_what_is_hidden_or_withdrawn_are_not_told(site: SiteFolder) -> None:
    """A withdrawn item takes its own notes along; a draft has none for the public."""
    change = CHANGE % ("2025-06-01", "A canary.", "new")
    write_story(site, "gone", "Gone", extra=f"{change}\n{WITHDRAWN % ''}")
    write_story(site, "draft", "Draft", extra=f"{change}\nstatus: draft")
    write_story(site, "late", "Late", extra=f"{change}\npublish_at: 2025-09-01T09:00Z")
    assert "canary" not in words(page_of_changes(site))
    assert len(elements(page_of_changes(site), THREAD)) == 1


def test_list_of_changes_is_cut_into_parts(site: SiteFolder) -> None:
    """Twenty-four to a part, and a month goes on in the next."""
    for number in range(30):
        extra = CHANGE % (f"2025-08-{number + 1:02}", f"Note {number}.", "new")
        write_story(site, f"s-{number}", f"Story {number}", extra=extra)
    first, second = page_of_changes(site), page_of_changes(site, "page/2/")
    assert [len(elements(page, THREAD)) for page in (first, second)] == [24, 6]
    assert texts(second, "//h2/text()") == ["August 2025"]
    assert texts(first, "//a[@rel='next']/@href") == ["../changes/page/2/"]


def test_every_page_leads_to_the_changes(site: SiteFolder) -> None:
    """The foot of each page has the way, also while nothing has changed."""
    page = page_of_changes(site)
    assert "Nothing has changed since it was published." in words(page)
    assert "./changes/" in texts(tree(site.page("index.html")), "//footer//a/@href")
