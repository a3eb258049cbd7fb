"""Events: each with its page, all that anybody can come to in one list, and what is called off."""

import gzip
import json

import pytest
from lxml.html import HtmlElement

from tests.compose.events import write_event
from tests.compose.frame.test_structured_data import things
from tests.compose.markup import elements, texts, tree, words
from tests.conftest import SiteFolder

PANEL = """---
title: Warmer homes panel
summary: A panel on homes.
{state}
mission: clean-energy
kind: citizens-panel
convened_by: The mission
question: What comes first?
phases: [{{name: Learning, starts: 2025-04-01, ends: 2025-05-30}}]
sessions:
  - {{id: tenants, title: What tenants said, held_on: 2025-04-12, starts: "10:00", venue: York,
     {public}}}
---
Words.
"""
WHOLE = """\
mission: clean-energy
deliberation: panel
starts: "18:00"
ends: "20:30"
public:
  attend: Walk in.
  stream: https://example.org/live
  captions: Live captions.
  recording: https://example.org/seen
  transcript: https://example.org/read"""
OFF = "called_off: The hall is flooded."
THREAD = "//ol[@class='thread']/li"


def built(site: SiteFolder, address: str, now: str | None = None) -> HtmlElement:
    site.build(now=now)
    return tree(site.page(f"{address}index.html"))


def write_panel(
    site: SiteFolder, state: str = "illustrative: true", public: str = "public: {attend: Walk in.}"
) -> None:
    site.write("content/deliberations/panel.md", PANEL.format(state=state, public=public))


def lines(page: HtmlElement) -> list[str]:
    return [words(one, ".") for one in elements(page, THREAD)]


def test_event_page_says_when_where_how_and_for_what(site: SiteFolder) -> None:
    """Whoever wants to come finds all of it on one page."""
    write_panel(site)
    write_event(site, "evening", WHOLE)
    page = built(site, "events/evening/")
    names, values = (elements(page, f"//dl[@class='facts']//{one}") for one in ("dt", "dd"))
    found = {words(dt, "."): dd for dt, dd in zip(names, values, strict=True)}
    assert {name: words(value, ".") for name, value in found.items()} == {
        "When": "20 May 2025, 6pm to 8:30pm",
        "Where": "A hall",
        "How to come": "Walk in.",
        "Watch as it happens": "Live stream of the event",
        "Watch afterwards": "Recording of the event",
        "Captions and interpreting": "Live captions.",
        "Every word": "Transcript of the event",
        "Mission": "Clean energy",
        "Part of": "Warmer homes panel",
    }
    assert texts(found["Mission"], ".//a/@href") == ["../../missions/clean-energy/"]
    assert texts(found["Part of"], ".//a/@href") == ["../../deliberations/panel/"]
    assert texts(found["When"], ".//time/@datetime") == ["2025-05-20"]
    assert "Bring a question." in words(page)


def test_event_page_leaves_out_a_deliberation_that_is_not_public(site: SiteFolder) -> None:
    """A reference to what waits is not shown until it is out."""
    write_panel(site, "status: draft")
    write_event(site, "evening", WHOLE)
    page = built(site, "events/evening/")
    assert "Warmer homes panel" not in words(page)
    assert "Part of" not in words(page)


def test_event_that_is_called_off_says_so_before_all_else(site: SiteFolder) -> None:
    """In its title, wherever that goes, and with its reason at the head of the page."""
    write_event(site, "evening", OFF, title="Open evening")
    page = built(site, "events/evening/")
    assert words(page, "//h1") == "Called off: Open evening"
    assert words(page, "//title").startswith("Called off: Open evening")
    notice = "Please note. This is called off. The reason: The hall is flooded."
    assert [words(one, ".") for one in page.find_class("notice")] == [notice]


def test_list_of_events_has_councils_and_sessions_by_year(site: SiteFolder) -> None:
    """All that a citizen can come to, latest first; each leads to its own page."""
    write_panel(site)
    write_event(site, "evening", WHOLE)
    write_event(site, "older", f"held_on: 2024-12-01\n{OFF}", title="An older one")
    page = built(site, "events/")
    assert texts(page, "//h2/text()") == ["2025", "2024"]
    assert lines(page) == [
        (
            "26 June 2025, council. Illustrative. Council of April to June 2025 "
            "The second meeting looked back."
        ),
        "20 May 2025, event, 6pm to 8:30pm, A hall An event Come and ask.",
        (
            "12 April 2025, session, 10am, York. Illustrative. What tenants said "
            "Warmer homes panel. The question: What comes first?"
        ),
        (
            "27 March 2025, council, 2pm to 4:30pm. Illustrative. Council of January to March 2025 "
            "The first meeting made one promise."
        ),
        (
            "1 December 2024, called off, event, A hall An older one "
            "This is called off. The reason: The hall is flooded."
        ),
    ]
    assert texts(page, f"{THREAD}//h3/a/@href") == [
        "../council/2025-q2/",
        "../events/evening/",
        "../deliberations/panel/",
        "../council/2025-q1/",
        "../events/older/",
    ]


def test_session_behind_closed_doors_is_not_among_events(site: SiteFolder) -> None:
    """Nobody is invited to what they can not come to or follow."""
    write_panel(site, public="public: {captions: Live captions.}")
    assert "What tenants said" not in words(built(site, "events/"))


def test_list_of_events_has_what_is_to_come_first_when_the_time_is_known(
    site: SiteFolder,
) -> None:
    """The soonest is the first to read; the day itself is still to come; then what is past."""
    write_event(site, "today", "held_on: 2025-05-20", title="Today")
    write_event(site, "yesterday", "held_on: 2025-05-19", title="Yesterday")
    page = built(site, "events/", now="2025-05-20T23:00+01:00")
    assert texts(page, "//h2/text()") == ["Still to come", "Past: 2025"]
    assert texts(page, f"{THREAD}//h3/a/text()") == [
        "Today",
        "Council of April to June 2025",
        "Yesterday",
        "Council of January to March 2025",
    ]


def test_list_of_events_is_cut_into_parts(site: SiteFolder) -> None:
    """However many events there are, a page has twenty-four."""
    for number in range(28):
        write_event(site, f"e-{number}", f"held_on: 2025-07-{number + 1:02}")
    first = built(site, "events/")
    second = tree(site.page("events/page/2/index.html"))
    assert [len(elements(page, THREAD)) for page in (first, second)] == [24, 6]


def test_site_without_events_says_so(empty_site: SiteFolder) -> None:
    """The list answers for ever once it was published."""
    empty_site.write("content/permanent.tsv", "# What was published.\n/events/\tpage\n")
    empty_site.write("content/pages/about.md", "---\ntitle: About\nsummary: About.\n---\nText.\n")
    assert "Nothing to come to has been announced yet." in words(built(empty_site, "events/"))


def test_mission_page_shows_its_latest_events_and_leads_to_all(site: SiteFolder) -> None:
    """Three at most, councils left out, those of its deliberations among them."""
    write_panel(site)
    write_event(site, "of-panel", "held_on: 2025-05-02\ndeliberation: panel", title="Of the panel")
    for number in range(1, 3):
        extra = f"held_on: 2025-03-0{number}\nmission: clean-energy"
        write_event(site, f"e-{number}", extra, title=f"Number {number}")
    page = built(site, "missions/clean-energy/")
    (panel,) = elements(page, "//section[h2='What you can come to']")
    assert texts(panel, ".//li/a/text()") == ["Of the panel", "What tenants said", "Number 2"]
    assert "2 May 2025, event, A hall" in words(panel, ".")
    assert texts(panel, "./p/a/@href") == ["../../events/"]
    assert "What you can come to" not in words(tree(site.page("missions/health/index.html")))


def test_deliberation_page_shows_its_events(site: SiteFolder) -> None:
    """The join that an event makes is shown at its other end, without the sessions again."""
    write_panel(site)
    write_event(site, "evening", WHOLE)
    page = built(site, "deliberations/panel/")
    (panel,) = elements(page, "//section[h2='What you can come to']")
    assert texts(panel, ".//li/a/@href") == ["../../events/evening/"]


def test_event_stands_in_search_map_and_a_to_z(site: SiteFolder) -> None:
    """It is found by its title, with what tells it from others."""
    write_event(site, "evening", OFF, title="Zebra evening")
    page = built(site, "a-z/z/")
    assert "Zebra evening Event, May 2025, called off" in words(page)
    assert "https://record.example.org/events/evening/" in site.page("sitemap.xml")


@pytest.mark.parametrize("state", ["status: draft", "publish_at: 2025-09-01T09:00Z"])
def test_event_that_is_not_public_is_nowhere(site: SiteFolder, state: str) -> None:
    """Not in a list, not on its mission's page, not in any file."""
    write_panel(site, state)
    write_event(site, "canary", f"{WHOLE}\nvenue: A canary\n{state}", title="A canary")
    site.build(now="2025-08-01T09:00Z")
    for name, data in site.files().items():
        text = gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
        assert b"canary" not in text.lower(), name
        assert b"Warmer homes panel" not in text, name
    assert not [name for name in site.files() if "canary" in name or "panel" in name]


@pytest.mark.parametrize(("extra", "status"), [("", "EventScheduled"), (OFF, "EventCancelled")])
def test_event_tells_machines_whether_it_takes_place(
    site: SiteFolder, extra: str, status: str
) -> None:
    """A calendar that took it up can take it out again; the name is the event's own."""
    write_event(site, "evening", f'starts: "18:00"\n{extra}', title="Open evening")
    site.build()
    event = things(site, "events/evening/")["Event"]
    assert (event["name"], event["startDate"]) == ("Open evening", "2025-05-20T18:00:00+01:00")
    assert event["eventStatus"] == f"https://schema.org/{status}"


def test_illustrative_event_tells_machines_nothing(site: SiteFolder) -> None:
    """What is invented must not turn up in anybody's calendar."""
    write_event(site, "evening", "illustrative: true")
    page = built(site, "events/evening/")
    (data,) = texts(page, "//script[@type='application/ld+json']/text()")
    assert json.loads(data)["@type"] == "BreadcrumbList"
    assert "This is an illustrative example." in words(page)


def test_council_that_is_called_off_says_so_and_is_not_the_next(site: SiteFolder) -> None:
    """Nobody is sent to it by its page, by a list, by the home page or by the timeline."""
    path = "content/council/2025-q3.md"
    text = f"""---
quarter: 2025-Q3
summary: It was to look back.
held_on: 2025-09-25
chair: The chair
state: announced
agenda: [{{item: Warm homes, mission: clean-energy}}]
case_studies: []
{OFF}
---
Words.
"""
    site.write(path, text)
    page = built(site, "council/2025-q3/")
    assert words(page, "//h1").startswith("Called off: ")
    assert "This is called off. The reason: The hall is flooded." in words(page, "//main")
    assert "25 September 2025, called off" in words(tree(site.page("council/index.html")))
    assert "next meeting is set" not in words(tree(site.page("council/index.html")))
    assert "25 September 2025" not in words(tree(site.page("index.html")))
    mission = words(tree(site.page("missions/clean-energy/index.html")))
    assert "council called off" in mission
    site.write(path, text.replace(OFF, ""))
    assert "next meeting is set" in words(built(site, "council/"))
