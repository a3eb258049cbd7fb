"""The ledger lists every promise once, newest first, in parts, by its last word and by mission."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from site_builder.compose.pages.council.ledger import PART
from site_builder.compose.views.page import Link
from site_builder.relate.council.commitments import STATES
from tests.compose.markup import texts, tree, words
from tests.compose.promises import inputs_of, promise, write_council, write_promises
from tests.conftest import SiteFolder

UPDATES = "commitment_updates:\n" + "\n".join(
    f"  - {{commitment: to-be-{state}, state: {state}, note: It is so.}}" for state in STATES[1:]
)


def write_one_of_each_state(site: SiteFolder) -> None:
    made = [promise(f"to-be-{state}") for state in STATES]
    write_council(site, "2024-q3", "2024-09-20", made)
    write_council(site, "2024-q4", "2024-12-20", more=UPDATES)


def ids_at(inputs: dict[str, Any], address: str) -> list[str]:
    return [one.id for one in inputs[f"{address}index.html"].promises]


def parts_of(inputs: dict[str, Any], address: str) -> Iterator[Any]:
    """Yield a list's page, and each that its way to older ones leads to."""
    at: str | None = address
    while at is not None:
        page = inputs[f"{at}index.html"]
        yield page
        at = page.pager.older


def test_ledger_has_every_promise_newest_council_first(site: SiteFolder) -> None:
    """Those of one council stand as it made them."""
    write_one_of_each_state(site)
    assert ids_at(inputs_of(site), "commitments/") == [
        "second-street", "to-be-made", "to-be-under-way", "to-be-kept", "to-be-changed",
        "to-be-dropped",
    ]  # fmt: skip


@pytest.mark.parametrize("state", STATES)
def test_list_of_a_state_has_those_whose_last_word_it_is(site: SiteFolder, state: str) -> None:
    """A promise is in one list: that of the last word on it."""
    write_one_of_each_state(site)
    ids = ids_at(inputs_of(site), f"commitments/states/{state}/")
    assert ids == (["second-street"] if state == "kept" else []) + [f"to-be-{state}"]


def test_list_of_a_mission_has_its_promises_where_it_always_was(site: SiteFolder) -> None:
    """The list that a mission's page leads to is one of the ledger's lists."""
    write_one_of_each_state(site)
    inputs = inputs_of(site)
    assert ids_at(inputs, "missions/clean-energy/promises/") == ["second-street"]
    assert len(ids_at(inputs, "missions/health/promises/")) == len(STATES)
    assert inputs["missions/health/promises/index.html"].show_mission is False


@pytest.mark.parametrize(
    "address", ["commitments/", "commitments/states/made/", "missions/health/promises/"]
)
def test_long_list_is_cut_into_parts_that_hold_each_promise_once(
    site: SiteFolder, address: str
) -> None:
    """Whoever follows "older" reads every promise once."""
    write_promises(site, 3 * PART + 1)
    pages = list(parts_of(inputs_of(site), address))
    found = [one.id for page in pages for one in page.promises if one.id != "second-street"]
    assert len(pages) == 4
    assert max(len(page.promises) for page in pages) == PART
    assert found == [f"number-{number:03}" for number in range(3 * PART + 1)]


def test_no_list_grows_with_the_number_of_promises(site: SiteFolder) -> None:
    """Twice as many promises make more parts, and no part longer."""
    write_promises(site, 2 * PART + 2)
    site.build()
    few = sizes(site)
    write_promises(site, 4 * PART + 2)
    site.build()
    many = sizes(site)
    last = {name for name in few if re.search(r"/page/3/", name)}
    assert {name for name in few if many[name] > few[name] + 300} <= last
    assert many.keys() - few.keys()


def sizes(site: SiteFolder) -> dict[str, int]:
    """Return the size of each list of promises."""
    lists = re.compile(
        r"(commitments|missions/[^/]+/promises)/(states/[^/]+/)?(page/\d+/)?index.html"
    )
    return {name: len(site.files()[name]) for name in site.files() if lists.fullmatch(name)}


def test_filters_lead_to_every_list_with_counts(site: SiteFolder) -> None:
    """Each is a plain link; a state that no promise is in says so by its nought."""
    site.build()
    page = tree(site.page("commitments/states/kept/index.html"))
    nav = "//nav[@class='filters']"
    lines = texts(page, f"{nav}//li") and [
        " ".join(item.text_content().split()) for item in page.xpath(f"{nav}//li")
    ]
    assert lines == [
        "Every promise (1)", "Made (0)", "Under way (0)", "Kept (1)", "Changed (0)", "Dropped (0)",
        "Good health (0)", "Clean energy (1)",
    ]  # fmt: skip
    assert texts(page, f"{nav}//a/@href") == [
        "../../../commitments/",
        *(f"../../../commitments/states/{state}/" for state in STATES),
        "../../../missions/health/promises/",
        "../../../missions/clean-energy/promises/",
    ]
    assert texts(page, f"{nav}//a[@aria-current='page']/text()") == ["Kept"]


def test_list_without_a_promise_keeps_its_address_and_says_so(site: SiteFolder) -> None:
    """A state can be empty again next quarter; whoever kept its address finds it."""
    site.build()
    page = tree(site.page("commitments/states/dropped/index.html"))
    assert "No promise stands like this now." in words(page)
    assert words(page, "//h1") == "Promises dropped"


def test_site_without_a_council_has_an_empty_ledger(empty_site: SiteFolder) -> None:
    """One that was published once goes on answering."""
    empty_site.write("content/permanent.tsv", "# What was published.\n/commitments/\tpage\n")
    empty_site.write("content/pages/about.md", "---\ntitle: About\nsummary: About.\n---\nText.\n")
    empty_site.build()
    page = tree(empty_site.page("commitments/index.html"))
    assert "No council has made a promise yet." in words(page)
    assert texts(page, "//nav[@class='filters']//a") == []


def test_ledger_and_home_count_promises_in_words(site: SiteFolder) -> None:
    """How many there are of each state that some are in, each a way to them."""
    write_one_of_each_state(site)
    inputs = inputs_of(site)
    counts = inputs["commitments/index.html"].counts
    assert counts == inputs["index.html"].promises
    assert [link.text for link in counts] == [
        "1 made, with no word since", "1 under way", "2 kept", "1 changed", "1 dropped",
    ]  # fmt: skip
    assert counts[2] == Link("2 kept", "commitments/states/kept/")
    assert inputs["commitments/states/kept/index.html"].counts == ()


def test_mission_page_shows_the_newest_promises_and_leads_to_all(site: SiteFolder) -> None:
    """It shows four; the list of all is one of the ledger's."""
    write_promises(site, 6)
    page = inputs_of(site)["missions/health/index.html"]
    assert [one.id for one in page.promises] == [f"number-00{number}" for number in range(4)]
    assert page.all_promises == Link("All 6 promises for Good health", "missions/health/promises/")
