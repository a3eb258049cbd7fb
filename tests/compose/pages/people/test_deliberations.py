"""A deliberation's page answers what a citizen asks, and each of its joins shows both ends."""

import pytest

from tests.compose.events import write_event
from tests.compose.markup import elements, texts, tree, words
from tests.compose.pages.test_every_page import ROOT, dead_links
from tests.compose.stories import write_story
from tests.conftest import SiteFolder
from tests.panels import PANEL, recommendations, write_panel, write_workshop

PAGE = "deliberations/warm-panel/index.html"
MISSION = "content/missions/health.md"


def headings(page: str, level: int = 2) -> list[str]:
    return [words(one, ".") for one in elements(tree(page), f"//main//h{level}")]


def section(page: str, heading: str) -> str:
    """Return the words under a heading of the second level, up to the next one."""
    text = words(tree(page))
    names = [*headings(page), ""]
    after = names[names.index(heading) + 1]
    part = text.split(heading, 1)[1]
    return (part.split(after, 1)[0] if after else part).strip()


def test_page_answers_in_the_order_in_which_a_citizen_asks(site: SiteFolder) -> None:
    """The question comes first, then who took part, when, what they said, and the answers."""
    write_panel(site)
    site.build(strict=True)
    page = site.page(PAGE)
    main = tree(page)
    assert words(main, "//h1") == "A panel on warm homes"
    assert words(main, "//p[@class='lead']") == "Which homes should be made warm first?"
    assert words(main, "//p[@class='kicker']") == "Citizens’ panel"
    assert headings(page) == [
        "Who took part",
        "When it happened",
        "Sessions",
        "What they said",
        "Where they did not agree",
        "What they asked for, and the answers",
        "How to stay involved",
        "What they read and heard",
    ]


def test_page_says_who_took_part_and_how_they_were_helped(site: SiteFolder) -> None:
    """How people were chosen decides what their word is worth."""
    write_panel(site)
    site.build()
    said = section(site.page(PAGE), "Who took part")
    for words_of in ("36 people", "By lot from 4,000 letters.", "The tenants of", "Childcare, and"):
        assert words_of in said


def test_page_without_participants_says_that_none_are_recorded(site: SiteFolder) -> None:
    """A gap in the record is said, and not left for the reader to notice."""
    write_workshop(site, "one")
    site.build()
    page = site.page("deliberations/one/index.html")
    assert section(page, "Who took part") == "It is not recorded who took part."


def test_phases_are_a_list_of_days_in_words(site: SiteFolder) -> None:
    """Phases are read without styles; one day is not said to go from itself to itself."""
    write_panel(site)
    site.build()
    found = elements(
        tree(site.page(PAGE)), "//h2[.='When it happened']/following-sibling::ol[1]/li"
    )
    assert [words(one, ".") for one in found] == [
        "Learning: 5 October 2024 to 26 October 2024.",
        "Deciding: 18 January 2025.",
    ]


def test_session_says_when_where_and_how_the_public_could_watch(site: SiteFolder) -> None:
    """A session that nobody could follow is told as one of which nothing is recorded."""
    write_panel(site)
    site.build()
    found = elements(tree(site.page(PAGE)), "//h2[.='Sessions']/following-sibling::ol[1]/li")
    first, second = (words(one, ".") for one in found)
    assert first == (
        "What a cold home does 5 October 2024, 10am to 4pm. Leeds Town Hall "
        "How to come: There were seats for 40 visitors. "
        "Watch afterwards: Recording of “What a cold home does”"
    )
    assert second.endswith("It is not recorded how the public could follow this session.")


def test_session_with_captions_alone_does_not_say_how_to_follow_it(site: SiteFolder) -> None:
    """Captions help those who can come or watch, and are no way in."""
    write_panel(site)
    site.edit(PANEL, "held_on: 2025-01-18}", "held_on: 2025-01-18, public: {captions: Live.}}")
    site.build()
    page = words(tree(site.page(PAGE)))
    assert "Captions and interpreting: Live. It is not recorded how the public" in page


def test_links_of_two_sessions_have_words_of_their_own(site: SiteFolder) -> None:
    """No two links of a page have the same words and lead to different places."""
    write_panel(site)
    public = "public: {recording: 'https://example.org/vote'}"
    site.edit(PANEL, "held_on: 2025-01-18}", f"held_on: 2025-01-18, {public}}}")
    site.build()
    found = texts(tree(site.page(PAGE)), "//a[contains(@href, 'example.org/')]/text()")
    assert len(found) == len(set(found))
    assert "Recording of “The vote”" in found


def test_each_recommendation_says_support_answer_and_reason(site: SiteFolder) -> None:
    """What was asked for stands with how many were for it, and with the answer in words."""
    write_panel(site)
    site.build()
    found = elements(tree(site.page(PAGE)), "//li[starts-with(@id, '_recommendation-')]")
    assert [words(one, ".") for one in found] == [
        (
            "Let tenants say which street comes next. For it: 31 of 36 members. Accepted. "
            "It became a promise at the council of January to March 2025: Warm a second street. "
            "Kept. Illustrative."
        ),
        "Have one number to call. Accepted in part. Each region has its own.",
        "Charge nobody. For it: Every member. Declined. Nobody can pay.",
        "Report each year. No answer yet.",
    ]


def test_recommendation_and_the_promise_that_it_became_lead_to_each_other(
    site: SiteFolder,
) -> None:
    """From the recommendation to the promise's page, and back to where it was asked for."""
    write_panel(site)
    site.build()
    (link,) = elements(tree(site.page(PAGE)), "//a[.='Warm a second street.']")
    assert link.get("href") == "../../commitments/second-street/"
    back = texts(tree(site.page("commitments/second-street/index.html")), "//main//a/@href")
    assert "../../deliberations/warm-panel/#_recommendation-tenants-first" in back
    assert list(dead_links(site.files(), ROOT)) == []


def test_events_of_a_deliberation_are_shown_on_its_page(site: SiteFolder) -> None:
    """An event names its deliberation, and the deliberation leads to the event."""
    write_panel(site)
    write_event(site, "evening", "deliberation: warm-panel", title="An open evening")
    write_event(site, "other", title="Another evening")
    site.build()
    (panel,) = elements(tree(site.page(PAGE)), "//section[h2[.='What you can come to']]")
    assert texts(panel, ".//li/a/@href") == ["../../events/evening/"]


def test_promise_for_another_mission_says_which(site: SiteFolder) -> None:
    """A reader is not left to wonder why the promise is missing from this mission."""
    write_panel(site)
    site.edit(PANEL, "mission: clean-energy", "mission: health")
    site.build()
    said = words(tree(site.page(PAGE)))
    assert "Warm a second street. It was made for another mission: Clean energy. Kept." in said


def test_promise_without_a_word_at_the_latest_council_is_told_as_such(site: SiteFolder) -> None:
    """The state is the present one, silence included."""
    write_panel(site)
    site.edit(
        "content/council/2025-q2.md",
        "commitment_updates:\n  - commitment: second-street\n    state: kept\n"
        "    note: The street is warm.\n    case_study: warm-homes\n",
        "",
    )
    site.build()
    assert "Made. No word at the last council." in words(tree(site.page(PAGE)))


def test_promise_of_a_hidden_council_is_not_shown(site: SiteFolder) -> None:
    """A recommendation stays, and what it became is told once the council is public."""
    write_panel(site)
    site.edit("content/council/2025-q1.md", "state: agreed", "state: agreed\nstatus: draft")
    site.edit("content/council/2025-q2.md", "state: draft", "state: draft\nstatus: draft")
    site.build()
    page = site.page(PAGE)
    assert "Let tenants say which street comes next." in page
    assert "second street" not in page


def test_vision_and_rewording_are_shown_where_people_asked_for_them(site: SiteFolder) -> None:
    """A mission says what it took up; the deliberation shows it, and leads to the mission."""
    write_panel(site)
    site.edit(
        MISSION,
        "order: 1\n",
        "order: 1\n"
        "vision: {text: Care is near., validated_on: 2025-01-18, deliberation: warm-panel}\n"
        "wording_history:\n"
        "  - {date: 2025-02-01, from: A., to: Nobody waits long for care., because: It was vague.,"
        " deliberation: warm-panel}\n",
    )
    site.build()
    page = site.page(PAGE)
    assert section(page, "What it changed") == (
        "The vision of Good health was agreed here on 18 January 2025: Care is near. "
        "The wording of Good health was changed on 1 February 2025, as people asked here: "
        "Nobody waits long for care. The reason: It was vague."
    )
    links = elements(tree(page), "//h2[.='What it changed']/following-sibling::ul//a")
    assert {one.get("href") for one in links} == {"../../missions/health/"}


def test_vision_without_a_day_is_shown_without_one(site: SiteFolder) -> None:
    """Nobody is told of a day that is not recorded."""
    write_panel(site)
    site.edit(MISSION, "order: 1\n", "order: 1\nvision: {text: Near., deliberation: warm-panel}\n")
    site.build()
    said = section(site.page(PAGE), "What it changed")
    assert said == "The vision of Good health was agreed here: Near."


def test_invented_vision_says_so_where_people_agreed_to_it(site: SiteFolder) -> None:
    """A mission that is real can show a vision that is not."""
    write_panel(site, "")
    vision = "vision: {text: Near., illustrative: true, deliberation: warm-panel}\n"
    site.edit(MISSION, "order: 1\n", f"order: 1\n{vision}")
    site.build()
    assert section(site.page(PAGE), "What it changed").endswith("Near. Illustrative.")


def test_mission_lists_its_deliberations_with_question_and_answers(site: SiteFolder) -> None:
    """The other end of the join: one line each, newest first, that leads to the deliberation."""
    write_panel(site)
    write_workshop(site, "later", mission="clean-energy", extra=recommendations(accepted=1))
    site.build()
    (panel,) = elements(
        tree(site.page("missions/clean-energy/index.html")),
        "//section[h2[.='What people thought through together']]",
    )
    assert [words(one, ".") for one in elements(panel, ".//li")] == [
        "Workshop later: What next? One recommendation, and it was accepted.",
        (
            "A panel on warm homes: Which homes should be made warm first? Of 4 recommendations "
            "1 was accepted, 1 was accepted in part, 1 was declined and 1 is waiting for an "
            "answer. Illustrative."
        ),
    ]
    assert texts(panel, ".//a/@href") == [
        "../../deliberations/later/",
        "../../deliberations/warm-panel/",
    ]


def test_mission_with_many_deliberations_shows_four_and_leads_to_the_others(
    site: SiteFolder,
) -> None:
    """The page of a mission does not grow with the years."""
    for number in range(4):
        write_workshop(site, f"number-{number}")
    site.build()
    assert "All deliberations" not in site.page("missions/health/index.html")
    write_workshop(site, "number-4", day="2025-03-01")
    site.build()
    page = tree(site.page("missions/health/index.html"))
    (panel,) = elements(page, "//section[h2[.='What people thought through together']]")
    assert len(elements(panel, ".//li")) == 4
    assert texts(panel, ".//p/a/@href") == ["../../deliberations/"]


def test_second_page_of_a_mission_has_no_deliberations(site: SiteFolder) -> None:
    """They stand once, on the first page of a mission."""
    write_workshop(site, "one")
    for number in range(12):
        write_story(site, f"s-{number}", f"Story {number}")
    site.build()
    assert "Workshop one" not in site.page("missions/health/page/2/index.html")


@pytest.mark.parametrize("state", ["status: draft", "publish_at: 2030-01-01T09:00Z"])
def test_hidden_deliberation_is_in_no_file(site: SiteFolder, state: str) -> None:
    """A mission may refer to what is not public yet; nothing of it is shown anywhere."""
    site.edit(MISSION, "order: 1\n", "order: 1\nvision: {text: Near., deliberation: warm-panel}\n")
    write_panel(site, state)
    site.build()
    for name, data in site.files().items():
        assert b"warm-panel" not in data, name
        assert b"panel on warm homes" not in data, name
        assert b"tenants" not in data, name


def test_withdrawn_deliberation_keeps_its_address_and_nothing_else(site: SiteFolder) -> None:
    """The address answers with the day and the reason."""
    write_panel(site, "status: withdrawn\nwithdrawn: {on: 2025-05-01, reason: It was not held.}")
    site.build()
    page = words(tree(site.page(PAGE)))
    assert "This deliberation was withdrawn" in page
    assert "It was not held." in page
    assert "Which homes" not in page
    assert "warm-panel" not in site.page("missions/clean-energy/index.html")


def test_illustrative_deliberation_says_so_on_its_page_and_in_lists(site: SiteFolder) -> None:
    """Nobody takes an invented panel for one that met."""
    write_panel(site)
    site.build()
    assert elements(tree(site.page(PAGE)), "//p[@class='notice']")
    for address in ("deliberations/", "missions/clean-energy/"):
        page = tree(site.page(f"{address}index.html"))
        (line,) = elements(page, "//li[.//a[.='A panel on warm homes']][not(.//h3)]")
        assert "Illustrative." in words(line, ".")


def test_list_of_deliberations_is_newest_first_in_parts(site: SiteFolder) -> None:
    """Twelve stand on a page, each with its question and its answers."""
    for number in range(14):
        write_workshop(site, f"n-{number}", day=f"2024-01-{number + 1:02}")
    site.build()
    first = tree(site.page("deliberations/index.html"))
    second = tree(site.page("deliberations/page/2/index.html"))
    titles = [*texts(first, "//main//h2/a/text()"), *texts(second, "//main//h2/a/text()")]
    assert titles == [f"Workshop n-{number}" for number in reversed(range(14))]
    assert words(elements(first, "//main//li[h2]")[0], ".") == (
        "Workshop, 14 January 2024. Good health. Workshop n-13 What next? "
        "No recommendation has been published."
    )
    assert "14 deliberations." in words(first)


def test_list_that_was_published_and_is_empty_says_so(site: SiteFolder) -> None:
    """Its address goes on answering, and nothing leads to it."""
    site.write("content/permanent.tsv", "# What was published.\n/deliberations/\tpage\n")
    site.build()
    page = tree(site.page("deliberations/index.html"))
    assert "No deliberation has been published yet." in words(page)
    assert "../deliberations/" not in texts(page, "//footer//a/@href")


def test_deliberation_is_found_by_search_a_to_z_and_site_map(site: SiteFolder) -> None:
    """Whoever looks for it by name finds it, with the mission and the month."""
    write_panel(site)
    site.build()
    assert "deliberations/warm-panel/</loc>" in site.page("sitemap.xml")
    line = words(tree(site.page("a-z/a/index.html")), "//ul[@class='titles']")
    assert "Deliberation, Clean energy, October 2024, illustrative" in line


def test_changes_and_contact_stand_on_the_page(site: SiteFolder) -> None:
    """What changed after publication is told, as on every page."""
    write_panel(
        site, "contact: The panel's office\nchanges: [{date: 2025-02-01, note: One answer came.}]"
    )
    site.build()
    page = words(tree(site.page(PAGE)))
    assert "One answer came." in page.split("What changed")[1]
    assert "Questions about this page: The panel's office" in page


def test_session_that_is_called_off_says_why_and_is_not_one_to_add(site: SiteFolder) -> None:
    """Whoever kept the day free is told; and it is not told that nobody could follow it."""
    write_panel(site)
    site.edit(PANEL, "held_on: 2025-01-18}", "held_on: 2025-01-18, called_off: The hall is cold.}")
    site.build()
    page = tree(site.page(PAGE))
    vote = words(page, "//*[@id='_session-vote']")
    assert vote == (
        "Called off: The vote 18 January 2025. This is called off. The reason: The hall is cold."
    )
    kinds = words(tree(site.page("quarters/2025-q1/index.html")))
    assert "session called off" in kinds


def test_two_sessions_can_not_have_one_id(site: SiteFolder) -> None:
    """Calendars would take them for one."""
    write_panel(site)
    site.edit(PANEL, "{id: vote,", "{id: cold-homes,")
    (problem,) = (one for one in site.problems() if one.level == "error")
    assert problem.rule == "repeated-id"
    assert problem.what.startswith("`id` (number 2 of `sessions`)")
