"""JSON-LD: in the words of schema.org, true to the front matter, and safe inside a page."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import html5lib
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from site_builder.compose.frame.structured_data import data_block
from tests.compose.frame.vocabulary import ASKED, Node, faults_of, nodes_in
from tests.compose.pages.test_every_page import ROOT, fill, pages_of
from tests.compose.stories import write_story
from tests.conftest import SiteFolder
from tests.panels import PANEL, write_panel


def blocks(files: Mapping[str, bytes]) -> Iterator[tuple[str, Node]]:
    """Yield the one block of JSON-LD of each page that has one."""
    for name, page in pages_of(files):
        found = page.findall(".//script[@type='application/ld+json']")
        assert len(found) <= 1, name
        if found:
            yield name, json.loads(found[0].text or "")


def things(site: SiteFolder, address: str) -> dict[str, Node]:
    """Return the things that a page tells of, by type."""
    data = dict(blocks(site.files()))[f"{address}index.html"]
    return {node["@type"]: node for node in nodes_in(data)}


def hold(site: SiteFolder, front_matter: str) -> None:
    """Make the second meeting of the small site, which is illustrative, a real one."""
    site.edit("content/council/2025-q2.md", "illustrative: true\n", front_matter)


def test_data_of_every_page_is_in_the_words_of_schema_org(
    site: SiteFolder, demonstration: Mapping[str, bytes]
) -> None:
    """Each type and property is known, each value is of an expected type, nothing is missing."""
    fill(site)
    access = "public: {stream: 'https://example.org/live', recording: 'https://example.org/seen'}"
    hold(site, f"venue: Leeds Town Hall\nstarts: '14:00'\n{access}\n")
    site.build()
    kinds = set()
    for files in (site.files(), demonstration):
        found = dict(blocks(files))
        faults = {
            name: [fault for node in nodes_in(data) for fault in faults_of(node)]
            for name, data in found.items()
        }
        assert {name: these for name, these in faults.items() if these} == {}
        kinds |= {node["@type"] for data in found.values() for node in nodes_in(data)}
    assert kinds == {"Article", "BreadcrumbList", "Dataset", "Event", "Person", "WebSite"}


@pytest.mark.parametrize(
    ("node", "fault"),
    [
        ({"@type": "Story"}, "Story is no type that we use"),
        ({"@type": "VirtualLocation"}, "VirtualLocation has no url"),
        ({"@type": "Place", "colour": "red"}, "Place has no property colour"),
        ({"@type": "Place", "name": " "}, "Place.name can not be ' '"),
        ({"@type": "CreativeWork", "url": "../"}, "CreativeWork.url can not be '../'"),
        ({"@type": "ListItem", "position": "1", "name": "A"}, "ListItem.position can not be '1'"),
        ({"@type": "BreadcrumbList", "itemListElement": []}, "a trail of one step leads nowhere"),
    ],
)
def test_reader_of_the_vocabulary_finds_what_is_wrong(node: Node, fault: str) -> None:
    """The reader that the other tests trust does find faults."""
    assert list(faults_of(node)) == [fault]


def test_moment_without_an_offset_is_no_moment() -> None:
    """09:00 somewhere is not a time."""
    article = {"@type": "Article", "datePublished": "2025-08-26T09:00:00"}
    faults = list(faults_of(article, {}))
    assert faults == ["Article.datePublished can not be '2025-08-26T09:00:00'"]


def test_story_is_an_article_with_its_dates_place_and_publisher(site: SiteFolder) -> None:
    """Dates are those of the front matter, at 09:00 in London, with the offset of that day."""
    extra = "changes: [{date: 2025-07-01, note: Better., kind: minor}]"
    write_story(site, "warm", "Warm & dry", date="2025-02-10", extra=extra)
    site.build()
    article = things(site, "case-studies/warm/")["Article"]
    assert article["headline"] == "Warm & dry"
    assert article["url"] == f"{ROOT}case-studies/warm/"
    assert article["datePublished"] == "2025-02-10T09:00:00+00:00"
    assert article["dateModified"] == "2025-07-01T09:00:00+01:00"
    assert article["articleSection"] == "Good health"
    assert article["contentLocation"]["name"] == "Leeds"
    assert article["publisher"] == {"@type": "Organization", "name": "Small record", "url": ROOT}


@pytest.mark.parametrize(
    ("extra", "mode", "places"),
    [
        ("venue: Town Hall", "Offline", ["Place"]),
        ("public: {stream: 'https://example.org/live'}", "Online", ["VirtualLocation"]),
        (
            "venue: Town Hall\npublic: {stream: 'https://example.org/live'}",
            "Mixed",
            ["Place", "VirtualLocation"],
        ),
    ],
)
def test_meeting_is_an_event_that_says_how_to_be_there(
    site: SiteFolder, extra: str, mode: str, places: list[str]
) -> None:
    """A venue is a place, a stream is a virtual one; together the meeting is mixed."""
    hold(site, f"{extra}\nstarts: '14:00'\nends: '16:30'\n")
    site.build()
    event = things(site, "council/2025-q2/")["Event"]
    found = event["location"] if isinstance(event["location"], list) else [event["location"]]
    assert [one["@type"] for one in found] == places
    assert event["eventAttendanceMode"] == f"https://schema.org/{mode}EventAttendanceMode"
    assert event["eventStatus"] == "https://schema.org/EventScheduled"
    assert event["startDate"] == "2025-06-26T14:00:00+01:00"
    assert event["endDate"] == "2025-06-26T16:30:00+01:00"


def test_meeting_without_a_time_starts_on_its_day(site: SiteFolder) -> None:
    """No time is made up for it."""
    hold(site, "venue: Town Hall\n")
    site.build()
    event = things(site, "council/2025-q2/")["Event"]
    assert event["startDate"] == "2025-06-26"
    assert "endDate" not in event


def test_meeting_that_was_nowhere_is_no_event(site: SiteFolder) -> None:
    """A calendar has no use for a meeting to which no way leads, and search engines refuse it."""
    hold(site, "")
    site.build()
    assert set(things(site, "council/2025-q2/")) == {"BreadcrumbList"}


def test_illustrative_item_is_neither_article_nor_event(site: SiteFolder) -> None:
    """What did not happen is told to people with a notice, and to machines not at all."""
    write_story(site, "made-up", "Made up", extra="illustrative: true")
    hold(site, "venue: Town Hall\nillustrative: true\n")
    site.build()
    assert set(things(site, "case-studies/made-up/")) == {"BreadcrumbList"}
    assert set(things(site, "council/2025-q2/")) == {"BreadcrumbList"}


def test_session_that_anybody_could_follow_is_an_event(site: SiteFolder) -> None:
    """A session with seats or a stream is offered; one of which nothing is said is not."""
    write_panel(site, "")
    site.build()
    event = things(site, "deliberations/warm-panel/")["Event"]
    assert event["name"] == "A panel on warm homes: What a cold home does"
    assert event["startDate"] == "2024-10-05T10:00:00+01:00"
    assert event["location"]["name"] == "Leeds Town Hall"
    data = dict(blocks(site.files()))["deliberations/warm-panel/index.html"]
    nodes = nodes_in(data)
    assert [fault for node in nodes for fault in faults_of(node)] == []
    assert [node["@type"] for node in nodes].count("Event") == 1


def test_session_behind_closed_doors_is_no_event(site: SiteFolder) -> None:
    """A venue alone is no invitation, and a recording is not the session."""
    write_panel(site, "")
    site.edit(PANEL, "      attend: There were seats for 40 visitors.\n", "")
    site.build()
    assert set(things(site, "deliberations/warm-panel/")) == {"BreadcrumbList"}


def test_session_of_an_illustrative_deliberation_is_no_event(site: SiteFolder) -> None:
    """An invented session must not turn up in anybody's calendar."""
    write_panel(site)
    site.build()
    assert set(things(site, "deliberations/warm-panel/")) == {"BreadcrumbList"}


def test_trail_leads_from_home_to_the_page(site: SiteFolder) -> None:
    """The steps are those that people see, and the last is the page itself."""
    site.build()
    steps = things(site, "case-studies/warm-homes/")["BreadcrumbList"]["itemListElement"]
    assert [(step["name"], step.get("item")) for step in steps] == [
        ("Home", ROOT),
        ("Missions", f"{ROOT}missions/"),
        ("Clean energy", f"{ROOT}missions/clean-energy/"),
        ("Warm homes in Leeds", None),
    ]


def test_every_page_below_home_has_a_trail_and_home_is_the_site(site: SiteFolder) -> None:
    """Whoever arrives from a search sees where the page stands."""
    fill(site)
    site.build()
    listed = {name: nodes_in(data) for name, data in blocks(site.files())}
    assert [node["@type"] for node in listed.pop("index.html")] == ["WebSite"]
    assert all(nodes[-1]["@type"] == "BreadcrumbList" for nodes in listed.values())
    assert len(listed) > 30


def test_site_without_an_address_tells_what_it_can(site: SiteFolder) -> None:
    """Nothing is said that would need the site's address, and the rest is still right."""
    site.edit("mkdocs.yml", f"site_url: {ROOT}\n", "")
    site.build()
    found = {name: nodes_in(data) for name, data in blocks(site.files())}
    asked = {**ASKED, "WebSite": frozenset({"name"})}
    assert [fault for nodes in found.values() for n in nodes for fault in faults_of(n, asked)] == []
    kinds = {node["@type"] for nodes in found.values() for node in nodes}
    assert kinds == {"Article", "WebSite"}
    assert not any("url" in node for nodes in found.values() for node in nodes)


def read_back(text: str) -> Any:
    """Return the name of a thing as a browser and a reader of JSON find it in a page."""
    page = f"<!doctype html><title>T</title><script>{data_block([{'name': text}])}</script><p>after"
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    assert [element.text for element in tree.iter("p")] == ["after"]
    return json.loads(next(tree.iter("script")).text)["name"]


@given(st.text())
@example("</script><script>alert(1)</script>")
@example("<!--<script>")
@example("]]>&amp;\u2028\u2029\x00")
def test_any_text_in_data_comes_back_whole_and_breaks_nothing(text: str) -> None:
    """No title can end its script element early, open a comment, or be changed on the way."""
    assert read_back(text) == text


def test_data_is_as_short_as_it_can_be(site: SiteFolder) -> None:
    """Letters stay letters, and there is no space between the parts."""
    assert data_block([{"@type": "Place", "name": "Tŷ"}]) == (
        '{"@context":"https://schema.org","@type":"Place","name":"Tŷ"}'
    )
