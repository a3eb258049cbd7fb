"""Each promise has a page with all that was said of it, to which all that shows it leads."""

import pytest

from site_builder.compose.frame.old_addresses import WithdrawnPage
from site_builder.compose.pages.council.commitments import CommitmentPage
from site_builder.compose.views.page import Link
from tests.compose.markup import elements, texts, tree, words
from tests.compose.promises import (
    QUARTER,
    inputs_of,
    promise,
    write_barrier,
    write_council,
    write_panel,
    write_promises,
)
from tests.compose.stories import write_story
from tests.conftest import SiteFolder

PAGE = "commitments/second-street/index.html"
GONE = "status: withdrawn\nwithdrawn: {on: 2025-05-01, reason: The wrong quarter.%s}\nillustrative"
STORY = "content/case-studies/warm-homes.md"


def page_of(site: SiteFolder, path: str = PAGE) -> CommitmentPage:
    page = inputs_of(site)[path]
    assert isinstance(page, CommitmentPage)
    return page


def test_page_tells_who_promised_what_and_every_later_word(site: SiteFolder) -> None:
    """A citizen reads it from the promise to the story that shows it, oldest first."""
    more = "commitment_updates: [{commitment: second-street, state: changed, note: A third one.}]"
    write_council(site, "2025-q3", "2025-09-25", more=more)
    page = page_of(site)
    assert (page.promise.text, page.promise.owner) == (
        "Warm a second street.",
        "The mission's lead official",
    )
    assert (page.promise.due, page.promise.mission.name) == ("June 2025", "Clean energy")
    assert (page.made.date, page.made.council) == (
        "27 March 2025",
        Link("Council of January to March 2025", "council/2025-q1/"),
    )
    assert [(word.state, word.note, word.date) for word in page.words] == [
        ("kept", "The street is warm.", "26 June 2025"),
        ("changed", "A third one.", "25 September 2025"),
    ]
    assert page.words[0].story == Link("Warm homes in Leeds", "case-studies/warm-homes/")
    assert page.others == Link("Promises for Clean energy", "missions/clean-energy/promises/")


def test_page_says_its_state_in_words(site: SiteFolder) -> None:
    """The state stands under the promise, and each step is headed by the state it brought."""
    site.build()
    page = tree(site.page(PAGE))
    assert words(page, "//main/article/h1") == "Warm a second street."
    assert words(page, "//main/article/p[@class='lead']") == "Kept."
    assert texts(page, "//main//ol[@class='thread']/li/h2/text()") == ["Made", "Kept"]


def test_page_says_plainly_when_the_latest_council_said_nothing(site: SiteFolder) -> None:
    """Silence is the last step of an open promise, and names the meeting."""
    site.edit("content/council/2025-q2.md", "state: kept", "state: under-way")
    write_council(site, "2025-q3", "2025-09-25")
    site.build()
    page = tree(site.page(PAGE))
    assert words(page, "//p[@class='lead']") == "Under way. No word at the last council."
    last = elements(page, "//ol[@class='thread']/li[last()]")[0]
    silence = "Nothing was said of it at the council of July to September 2025."
    assert words(last, "p") == silence
    assert texts(last, ".//a/@href") == ["../../council/2025-q3/"]


def test_promise_of_the_latest_council_says_that_there_was_none_since(site: SiteFolder) -> None:
    """Nobody has been silent on a promise that was just made."""
    write_council(site, "2025-q3", "2025-09-25", [promise("new")])
    site.build()
    page = tree(site.page("commitments/new/index.html"))
    assert words(page, "//p[@class='lead']") == "Made. There has been no council since."
    assert texts(page, "//ol[@class='thread']/li/h2/text()") == ["Made"]


def test_recommendation_that_became_a_promise_is_its_first_step(site: SiteFolder) -> None:
    """The chain begins with the people who asked, and how many of them were for it."""
    write_panel(site)
    (ask,) = page_of(site).asks
    assert (ask.text, ask.support, ask.date) == (
        "Ask the neighbours.",
        "31 of 36 members",
        "20 January 2025",
    )
    address = "deliberations/warm-street-panel/#_recommendation-neighbours-first"
    assert ask.deliberation == Link("The warm street panel", address)
    site.build()
    assert texts(tree(site.page(PAGE)), "//ol/li/h2/text()") == ["Asked for", "Made", "Kept"]


def test_barrier_that_a_promise_should_remove_is_among_its_facts(site: SiteFolder) -> None:
    """A promise that is meant to remove something says what."""
    write_barrier(site)
    assert page_of(site).barrier == Link("Nobody may share a key", "barriers/one-key/")
    site.build()
    barrier = tree(site.page("barriers/one-key/index.html"))
    link = "//main//a[@href='../../commitments/second-street/']/text()"
    assert texts(barrier, link) == ["Warm a second street."]


def test_ends_that_are_not_public_are_not_shown(site: SiteFolder) -> None:
    """A draft asks for nothing, a draft stands in nobody's way, and a draft shows nothing."""
    write_panel(site, more="status: draft")
    write_barrier(site, more="status: draft")
    write_story(site, "late", "A late story", extra="status: draft")
    site.edit("content/council/2025-q2.md", "case_study: warm-homes", "case_study: late")
    page = page_of(site)
    assert (page.asks, page.barrier, page.words[0].story) == ((), None, None)


def test_story_that_names_a_promise_is_shown_by_it_and_shows_it(site: SiteFolder) -> None:
    """A story can show a promise before any council says so; both ends tell of it."""
    write_story(
        site, "street", "Two streets", date="2025-05-02", extra="commitments: [second-street]"
    )
    inputs = inputs_of(site)
    shown = inputs[PAGE].words[0]
    assert (shown.state, shown.date) == ("", "2 May 2025")
    assert shown.story == Link("Two streets", "case-studies/street/")
    (shows,) = inputs["case-studies/street/index.html"].shows
    assert shows.promise == Link("Warm a second street.", "commitments/second-street/")
    assert (shows.state, shows.said_at) == ("kept", None)


def test_story_that_a_council_named_is_one_step_even_if_it_names_the_promise(
    site: SiteFolder,
) -> None:
    """The council's word has the story with it; it is not told twice, at either end."""
    site.edit(STORY, "place:", "commitments: [second-street]\nplace:")
    inputs = inputs_of(site)
    assert [word.state for word in inputs[PAGE].words] == ["kept"]
    (shows,) = inputs["case-studies/warm-homes/index.html"].shows
    assert shows.said_at is not None


@pytest.mark.parametrize(
    "address",
    [
        "council/2025-q1/index.html",
        "council/2025-q2/index.html",
        "missions/clean-energy/index.html",
        "missions/clean-energy/promises/index.html",
        "case-studies/warm-homes/index.html",
        "commitments/index.html",
        "commitments/states/kept/index.html",
        "a-z/w/index.html",
    ],
)
def test_every_page_that_shows_a_promise_leads_to_its_own(site: SiteFolder, address: str) -> None:
    """Its words are the link, wherever it stands."""
    site.build()
    root = "../" * address.count("/")
    page = tree(site.page(address))
    link = f"//main//a[@href='{root}commitments/second-street/']/text()"
    assert texts(page, link) == ["Warm a second street."]


def test_council_keeps_the_anchor_of_each_of_its_promises(site: SiteFolder) -> None:
    """A link into a summary that somebody kept still leads to the promise."""
    site.build()
    page = tree(site.page("council/2025-q1/index.html"))
    assert len(elements(page, "//li[@id='_second-street']")) == 1


def test_page_of_an_illustrative_promise_says_so_and_is_no_news_item(site: SiteFolder) -> None:
    """It says so at its head and in its title, and machines are told of no event."""
    site.edit(QUARTER, "chair:", "venue: A hall\nchair:")
    site.build()
    page = tree(site.page(PAGE))
    assert "illustrative example" in words(page, "//main")
    assert words(page, "//title") == "Warm a second street. (illustrative) – Small record"
    assert '"Event"' not in site.page(PAGE)
    assert '"BreadcrumbList"' in site.page(PAGE)
    site.edit(QUARTER, "illustrative: true\n", "")
    site.build()
    assert "llustrative" not in words(tree(site.page(PAGE)), "//article/*[not(self::ol)]")
    assert words(tree(site.page(PAGE)), "//title") == "Warm a second street. – Small record"


def test_invented_words_on_a_real_promise_say_so(site: SiteFolder) -> None:
    """Where the promise is not an example, each word and each ask that is one says so itself."""
    write_panel(site)
    site.edit(QUARTER, "illustrative: true\n", "")
    page = page_of(site)
    assert (page.asks[0].is_illustrative, page.made.is_illustrative) == (True, False)
    assert [word.is_illustrative for word in page.words] == [True]


def test_promise_can_be_searched_with_all_that_its_page_shows(site: SiteFolder) -> None:
    """What was said of it, who asked for it and what it should remove can be looked for."""
    write_panel(site)
    write_barrier(site)
    index = inputs_of(site)["pagefind/"]
    (record,) = [one for one in index.records if one.address == "commitments/second-street/"]
    assert (record.title, record.accent) == ("Warm a second street.", "clean-energy")
    assert record.facts == "Promise, Clean energy, March 2025, illustrative"
    assert dict(record.filters) == {
        "type": ("Promise",), "mission": ("Clean energy",), "year": ("2025",)
    }  # fmt: skip
    for said in ("lead official", "The street is warm.", "Ask the neighbours.", "share a key"):
        assert said in record.text


def test_map_of_the_site_has_the_day_of_the_last_word(site: SiteFolder) -> None:
    """A robot comes back when a council has spoken of a promise again."""
    lines = {line.url: line.changed for line in inputs_of(site)["sitemap.xml"].lines}
    assert lines["https://record.example.org/commitments/second-street/"] == "2025-06-26"


@pytest.mark.parametrize(
    ("instead", "to"), [("", None), (", replaced_by: 2025-q2", "council/2025-q2/")]
)
def test_promise_of_a_withdrawn_council_keeps_its_address_and_says_why(
    site: SiteFolder, instead: str, to: str | None
) -> None:
    """The address answers with day and reason, and nothing of the promise is left."""
    site.edit(QUARTER, "illustrative", GONE % instead)
    inputs = inputs_of(site)
    notice = inputs[PAGE]
    assert isinstance(notice, WithdrawnPage)
    assert notice.page.title == "This promise was withdrawn"
    assert notice.why == "It was withdrawn on 1 May 2025. The reason: The wrong quarter."
    assert (notice.instead.address if notice.instead else None) == to
    assert inputs["commitments/index.html"].promises == ()
    site.build()
    assert not [name for name, data in site.files().items() if b"Warm a second" in data]


def test_promise_that_another_council_has_on_record_again_has_its_page(site: SiteFolder) -> None:
    """A withdrawal does not stand in the way of the promise's own address."""
    site.edit(QUARTER, "illustrative", GONE % "")
    write_council(site, "2024-q4", "2024-12-20", [promise("second-street")])
    page = page_of(site)
    assert page.made.date == "20 December 2024"


def test_promise_of_a_draft_is_nowhere(site: SiteFolder) -> None:
    """A promise comes out with its council, and not before."""
    site.edit(QUARTER, "illustrative", "status: draft\nillustrative")
    inputs = inputs_of(site)
    assert PAGE not in inputs
    assert not [path for path in inputs if path.startswith("commitments/")]


def test_page_of_a_promise_does_not_grow_with_the_record(site: SiteFolder) -> None:
    """However many promises there are, each page has its own alone."""
    before = page_of(site)
    write_promises(site, 60)
    after = page_of(site)
    assert (after.words, after.asks, after.promise) == (before.words, before.asks, before.promise)
