"""Barriers: by state and by kind, each with its course, its stories and what was promised."""

from collections.abc import Mapping

import pytest

from tests.compose.barriers import ran_into, write_barrier
from tests.compose.markup import elements, texts, tree, words
from tests.compose.search.test_search import records_of
from tests.compose.stories import write_stories, write_story
from tests.conftest import SiteFolder

REMOVED = "owner: The ward\nremoved_on: 2025-04-01\nwhat_helped: One key for both doors."
QUARTER = "content/council/2025-q1.md"
STORY = "case-studies/night-nurses"


def lists_on(site: SiteFolder, address: str) -> Mapping[str, str]:
    """Return the lists that a page of barriers leads to: words with counts, and addresses."""
    links = elements(tree(site.page(f"{address}index.html")), "//main//ul[@class='letters']//a")
    return {words(a, "."): a.get("href", "") for a in links}


def titles_on(site: SiteFolder, address: str) -> list[str]:
    page = tree(site.page(f"{address}index.html"))
    return texts(page, "//ul[@class='index']/li/a/text()")


def steps_on(site: SiteFolder, slug: str) -> list[tuple[str, str]]:
    """Return the course of a barrier: what each step is called, and what it says."""
    page = tree(site.page(f"barriers/{slug}/index.html"))
    steps = elements(page, "//ol[@class='thread']/li")
    return [(words(step, "h2"), words(step, "p")) for step in steps]


def write_three(site: SiteFolder) -> None:
    write_barrier(site, "one-key", "One key", named_on="2025-01-10")
    write_barrier(site, "no-car", "No car", kind="kit", state="stuck", named_on="2025-03-10")
    write_barrier(site, "door", "A door", state="removed", named_on="2025-02-10", extra=REMOVED)


def test_barriers_are_listed_newest_first_by_state_and_by_kind(site: SiteFolder) -> None:
    """Each list is a plain page, and each link to it says how many barriers are there."""
    write_three(site)
    site.build()
    assert lists_on(site, "barriers/") == {
        "Every barrier (3)": "../barriers/",
        "Named (1)": "../barriers/states/named/",
        "Removed (1)": "../barriers/states/removed/",
        "Stuck (1)": "../barriers/states/stuck/",
        "Kit (1)": "../barriers/kinds/kit/",
        "Rules (2)": "../barriers/kinds/rules/",
    }
    assert titles_on(site, "barriers/") == ["No car", "A door", "One key"]
    assert titles_on(site, "barriers/states/stuck/") == ["No car"]
    assert titles_on(site, "barriers/kinds/rules/") == ["A door", "One key"]


def test_list_that_has_emptied_keeps_its_address(site: SiteFolder) -> None:
    """When the last stuck barrier goes, the page of stuck ones answers and says so."""
    write_three(site)
    site.build()
    page = tree(site.page("barriers/states/owned/index.html"))
    assert words(page, "//main/p[last()]") == "No barrier is here now."
    current = elements(page, "//main//a[@aria-current='page']")
    assert [words(a, ".") for a in current] == ["Owned (0)"]


def test_site_without_barriers_says_so_and_has_no_more_lists(site: SiteFolder) -> None:
    """A list that was published once goes on answering."""
    site.write("content/permanent.tsv", "# What was published.\n/barriers/\tpage\n")
    site.build()
    assert "No barrier has been named yet." in words(tree(site.page("barriers/index.html")))
    folders = {name.split("/")[1] for name in site.files() if name.startswith("barriers/")}
    assert {one for one in folders if not one.startswith("feed.")} == {"index.html", "subscribe"}


def test_list_of_many_barriers_is_cut_into_parts(site: SiteFolder) -> None:
    """No list grows with the record: 30 barriers make two parts of it."""
    for number in range(10, 40):
        write_barrier(site, f"wall-{number}", f"Wall {number}", named_on=f"2025-01-{number - 9:02}")
    site.build()
    for address in ("barriers/", "barriers/states/named/", "barriers/kinds/rules/"):
        first, second = (titles_on(site, f"{address}{part}") for part in ("", "page/2/"))
        assert (len(first), first[0]) == (24, "Wall 39")
        assert (len(second), second[-1]) == (6, "Wall 10")


def test_barrier_tells_its_course_from_its_naming_to_its_end(site: SiteFolder) -> None:
    """Who named it and when, who owned it, what removed it, and the day it was gone."""
    write_three(site)
    site.build()
    assert steps_on(site, "door") == [
        ("Named", "The night nurses, 10 February 2025"),
        ("Who owned it", "The ward"),
        ("What removed it", "One key for both doors."),
        ("Removed", "1 April 2025"),
    ]
    assert "A body about A door." in words(tree(site.page("barriers/door/index.html")))


@pytest.mark.parametrize(
    ("extra", "steps"),
    [
        ("", [("Who owns it", "Nobody has taken it on yet.")]),
        (
            "owner: A bus firm\nwhat_helped: A lift.",
            [("Who owns it", "A bus firm"), ("What has helped so far", "A lift.")],
        ),
    ],
)
def test_barrier_that_is_stuck_says_what_has_helped_so_far(
    site: SiteFolder, extra: str, steps: list[tuple[str, str]]
) -> None:
    """What nobody owns is said; what helped a little is not told as what removed it."""
    write_barrier(site, "no-car", "No car", state="stuck", extra=extra)
    site.build()
    assert steps_on(site, "no-car")[1:] == steps


def test_removed_barrier_without_owner_is_not_waiting_for_one(site: SiteFolder) -> None:
    """A barrier can fall without anybody having taken it on."""
    extra = REMOVED.replace("owner: The ward\n", "")
    write_barrier(site, "door", "A door", state="removed", extra=extra)
    site.build()
    assert [step for step, _ in steps_on(site, "door")] == ["Named", "What removed it", "Removed"]


def test_barrier_shows_its_history_and_its_notice(site: SiteFolder) -> None:
    """A change is told on the page, and an invented barrier says that it is one."""
    extra = (
        "illustrative: true\ncontact: The ward\n"
        "changes: [{date: 2025-05-01, note: It was called named.}]"
    )
    write_barrier(site, "no-car", "No car", state="stuck", extra=extra)
    site.build()
    said = words(tree(site.page("barriers/no-car/index.html")))
    assert "Please note. This is an illustrative example." in said
    assert "1 May 2025, substantial change: It was called named." in said
    assert "Questions about this page: The ward" in said


def test_story_and_barrier_lead_to_each_other(site: SiteFolder) -> None:
    """The story says how it stands with the barrier now; the barrier shows the story."""
    write_three(site)
    extra = ran_into("no-car", "door")
    write_story(site, "walk", "A long walk", mission="clean-energy", extra=extra)
    site.build()
    story = tree(site.page("case-studies/walk/index.html"))
    panel = "//section[h2='What stood in the way']"
    assert [words(li, ".") for li in elements(story, f"{panel}//li")] == [
        "No car Stuck.", "A door Removed.",
    ]  # fmt: skip
    assert texts(story, f"{panel}//a/@href") == ["../../barriers/no-car/", "../../barriers/door/"]
    barrier = tree(site.page("barriers/door/index.html"))
    assert texts(barrier, "//article//h3/a/@href") == ["../../case-studies/walk/"]
    missions = "//section[h2='Missions that it stood in the way of']//a/text()"
    assert texts(barrier, missions) == ["Clean energy"]


def test_story_says_that_a_barrier_is_invented(site: SiteFolder) -> None:
    """A real story beside an illustrative barrier does not lend it its truth."""
    write_barrier(site, "no-car", "No car", extra="illustrative: true")
    write_story(site, "walk", "A long walk", extra=ran_into("no-car"))
    site.build()
    story = tree(site.page("case-studies/walk/index.html"))
    (line,) = elements(story, "//section[h2='What stood in the way']//li")
    assert words(line, ".") == "No car Named. Illustrative."


@pytest.mark.parametrize(
    "hiding", ["status: draft", "publish_at: 2030-01-01T00:00Z",
               "status: withdrawn\nwithdrawn: {on: 2025-05-01, reason: Wrong.}"],
)  # fmt: skip
def test_hidden_barrier_is_on_no_story_and_no_reason_to_be_related(
    site: SiteFolder, hiding: str
) -> None:
    """What the public may not see is not named, not counted, not searched and not a reason."""
    write_barrier(site, "no-car", "Hush car", extra=hiding)
    for slug in ("walk", "run"):
        write_story(site, slug, f"A {slug}", extra=ran_into("no-car"))
    site.build()
    told = [site.files()[name] for name in site.files() if not name.startswith("pagefind/")]
    assert not any(b"Hush car" in data for data in told)
    assert "same barrier" not in site.page("case-studies/walk/index.html")
    assert "What stood in the way" not in site.page("case-studies/walk/index.html")
    assert not any("Hush" in one.text for one in records_of(site).values())


def test_stories_of_one_barrier_are_related_for_it(site: SiteFolder) -> None:
    """The page of a story says that a related one ran into the same barrier."""
    write_barrier(site, "no-car", "No car")
    for slug in ("walk", "run"):
        write_story(site, slug, f"A {slug}", extra=ran_into("no-car"))
    site.build()
    page = tree(site.page("case-studies/walk/index.html"))
    lines = elements(page, "//section[h2='Related stories']//li")
    (run,) = [words(line, ".") for line in lines if "A run" in words(line, ".")]
    assert run == "A run (same principle and partner and place and barrier)"


def test_barrier_of_many_stories_shows_them_in_parts(site: SiteFolder) -> None:
    """The second part has stories, and not the course of the barrier again."""
    write_barrier(site, "no-car", "No car")
    write_stories(site, 14)
    for number in range(14):
        path = f"content/case-studies/story-{number}.md"
        site.edit(path, "place: leeds", f"place: leeds\n{ran_into('no-car')}")
    site.build()
    first, second = (
        tree(site.page(f"barriers/no-car/{part}index.html")) for part in ("", "page/2/")
    )
    cards = "//article[contains(@class, 'card')]"
    assert (len(elements(first, cards)), len(elements(second, cards))) == (12, 2)
    assert elements(first, "//ol[@class='thread']")
    assert not elements(second, "//ol[@class='thread']")
    assert words(second, "//h1") == "No car (page 2 of 2)"


def test_barrier_can_be_found_by_its_words_and_under_its_letter(site: SiteFolder) -> None:
    """Search and A to Z have it with its state and its kind."""
    write_three(site)
    site.build()
    record = records_of(site)["barriers/door/"]
    assert record.facts == "Barrier, Removed, Rules, February 2025"
    assert dict(record.filters) == {"type": ("Barrier",), "year": ("2025",)}
    for said in ("The night nurses.", "The ward.", "One key for both doors.", "A body"):
        assert said in record.text
    line = "//ul[@class='titles']/li[a='No car']"
    assert (
        words(tree(site.page("a-z/n/index.html")), line) == "No car Barrier, Stuck, Kit, March 2025"
    )


def test_map_of_the_site_has_barriers_with_their_latest_day(site: SiteFolder) -> None:
    """A barrier that is removed has changed on the day it went."""
    write_three(site)
    site.build()
    entries = site.page("sitemap.xml").split("<url>")
    days = {
        slug: entry.partition("<lastmod>")[2][:10]
        for entry in entries
        for slug in ("door", "no-car")
        if f"/barriers/{slug}/<" in entry
    }
    assert days == {"door": "2025-04-01", "no-car": "2025-03-10"}
    assert any("/barriers/kinds/kit/<" in entry for entry in entries)


def promise_to_remove(site: SiteFolder, slug: str) -> None:
    site.edit(QUARTER, "    due: 2025-06", f"    due: 2025-06\n    barrier: {slug}")


def test_barrier_shows_what_was_promised_to_remove_it(site: SiteFolder) -> None:
    """A promise that is meant to remove it stands on its page, with what became of the promise."""
    write_barrier(site, "one-key", "One key")
    promise_to_remove(site, "one-key")
    site.build()
    page = tree(site.page("barriers/one-key/index.html"))
    (promise,) = elements(page, "//h2[.='What was promised to remove it']/following::ul[1]/li")
    assert words(promise, "h3") == "Warm a second street."
    assert "Kept. The street is warm." in words(promise, ".")


def test_barrier_of_a_hidden_council_shows_no_promise(site: SiteFolder) -> None:
    """A promise that is not public yet is not told by the barrier that it should remove."""
    write_barrier(site, "one-key", "One key")
    promise_to_remove(site, "one-key")
    site.edit(QUARTER, "illustrative", "status: draft\nillustrative")
    site.build()
    page = words(tree(site.page("barriers/one-key/index.html")))
    assert "Warm a second street." not in page
    assert "What was promised" not in page
