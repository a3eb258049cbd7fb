"""Calendars as programs meet them: read back with icalendar, whose parser is not our writer."""

import datetime as dt
import re
from collections.abc import Iterable
from typing import Any

import icalendar
import pytest

from tests.compose.events import FIELDS, write_event
from tests.compose.markup import elements, tree
from tests.compose.pages.people.test_events import PANEL
from tests.conftest import SiteFolder

ROOT = "https://record.example.org/"
HOST = "record.example.org"
ALL = "events/calendar.ics"
TIMES = 'starts: "{}"\nends: "{}"'
CHANGED = """changes:
  - {date: 2025-05-01, note: It moved to another hall., kind: substantial}
  - {date: 2025-05-10, note: A comma., kind: minor}
  - {date: 2025-04-20, note: It starts later., kind: correction}"""
HOSTILE = 'Sun; rain, "fog" \\ hail: 日本 🙂 ' + "very long " * 12
OFF = "called_off: The hall is flooded."


def calendar_of(site: SiteFolder, address: str = ALL) -> Any:
    site.build()
    return icalendar.Calendar.from_ical(site.files()[address])


def events_of(site: SiteFolder, address: str = ALL) -> dict[str, Any]:
    """Return the events of a calendar by the part of their id before the host."""
    events = calendar_of(site, address).events
    return {str(one["uid"]).removesuffix(f"@{HOST}"): one for one in events}


def one_event(site: SiteFolder, extra: str) -> Any:
    write_event(site, "evening", extra)
    return events_of(site)["event/evening"]


@pytest.mark.parametrize(
    ("day", "times", "starts", "ends"),
    [
        ("2025-01-20", ("18:00", "20:00"), "20250120T180000Z", "20250120T200000Z"),
        ("2025-06-20", ("18:00", "20:00"), "20250620T170000Z", "20250620T190000Z"),
        # The clocks go forward at 1 on 30 March 2025, and back at 2 on 26 October 2025.
        ("2025-03-30", ("00:30", "02:30"), "20250330T003000Z", "20250330T013000Z"),
        ("2025-10-26", ("00:30", "02:30"), "20251025T233000Z", "20251026T023000Z"),
    ],
)
def test_times_are_london_times_told_in_utc(
    site: SiteFolder, day: str, times: tuple[str, str], starts: str, ends: str
) -> None:
    """A program anywhere shows the moment that the author meant, on both sides of the clock."""
    event = one_event(site, f"held_on: {day}\n{TIMES.format(*times)}")
    assert event["dtstart"].to_ical().decode() == starts
    assert event["dtend"].to_ical().decode() == ends


def test_day_without_time_lasts_the_whole_day(site: SiteFolder) -> None:
    """Nobody is told of an hour that no author wrote."""
    event = one_event(site, "held_on: 2025-05-20")
    assert event.start == dt.date(2025, 5, 20)
    assert event.duration == dt.timedelta(days=1)
    assert "dtend" not in event


def test_start_without_end_has_no_end(site: SiteFolder) -> None:
    """An end that is not known is not made up."""
    event = one_event(site, 'starts: "18:00"')
    assert event.start == dt.datetime(2025, 5, 20, 17, tzinfo=dt.UTC)
    assert "dtend" not in event


@pytest.mark.parametrize(
    ("times", "starts", "ends"),
    [
        (
            'starts: "22:00"\nends: "02:00"\nends_on: 2025-06-21',
            "20250620T210000Z",
            "20250621T010000Z",
        ),
        (
            'starts: "10:00"\nends: "16:00"\nends_on: 2025-06-22',
            "20250620T090000Z",
            "20250622T150000Z",
        ),
        # The end of the last day, when nothing says at what time it ends.
        ('starts: "10:00"\nends_on: 2025-06-22', "20250620T090000Z", "20250622T230000Z"),
        # A day as an end is the first on which it is over.
        ("ends_on: 2025-06-22", "20250620", "20250623"),
        ("ends_on: 2025-06-20", "20250620", None),
    ],
)
def test_what_lasts_past_midnight_or_for_days_is_told_whole(
    site: SiteFolder, times: str, starts: str, ends: str | None
) -> None:
    """The last day counts in calendars, in structured data and on the page."""
    event = one_event(site, f"held_on: 2025-06-20\n{times}")
    assert event["dtstart"].to_ical().decode() == starts
    assert (event["dtend"].to_ical().decode() if "dtend" in event else None) == ends
    page = site.page("events/evening/index.html")
    last = times.rpartition(" ")[2]
    if ends:
        assert f"{int(last[-2:])} June 2025" in page.partition("<main")[2]
    assert f'"endDate":"{last}' in page


@pytest.mark.parametrize("kind", ["event", "council", "session"])
def test_what_was_withdrawn_stays_as_cancelled(site: SiteFolder, kind: str) -> None:
    """Whoever has it learns that it will not be, and why; nothing else of it is told."""
    path, field, uid = {
        "event": ("events/evening", "title", "event/evening"),
        "council": ("council/2025-q3", "quarter", "council-summary/2025-q3"),
        "session": ("deliberations/panel", "title", "session/panel/tenants"),
    }[kind]
    write_event(site, "evening", f"mission: health\n{TIMES.format('18:00', '20:00')}")
    council = FIELDS["council summary"].format(title="Secretly", quarter="2025-Q3")
    site.write(
        "content/council/2025-q3.md", f"---\n{council.replace('agreed', 'announced')}\n---\n"
    )
    panel = PANEL.format(state="illustrative: true", public="public: {attend: In.}")
    site.write("content/deliberations/panel.md", panel)
    before = events_of(site)[uid]
    gone = "status: withdrawn\nwithdrawn: {on: 2025-05-02, reason: The date was wrong.}"
    site.edit(f"content/{path}.md", f"{field}:", f"{gone}\n{field}:")
    after = events_of(site)[uid]
    assert after["status"] == "CANCELLED"
    assert after["sequence"] > before["sequence"]
    assert after["dtstamp"].dt > before["dtstamp"].dt
    assert after["summary"].endswith(" was withdrawn")
    url = f"{ROOT}{path}/"
    why = "It was withdrawn on 2 May 2025. The reason: The date was wrong."
    assert str(after["description"]).split("\n") == [why, url]
    assert {*after} == {*before} - {"LOCATION", "CATEGORIES", "DTEND", "CREATED"} | {
        "LAST-MODIFIED"
    }
    assert after.start == before["dtstart"].dt or after.start == before["dtstart"].dt.date()
    name = "tenants" if kind == "session" else "event"
    alone = site.files()[f"{path}/{name}.ics"]
    assert b"STATUS:CANCELLED" in alone
    if kind == "event":
        assert uid in events_of(site, "missions/health/calendar.ics")
    elif kind == "council":
        assert uid in events_of(site, "council/calendar.ics")


def test_hostile_text_comes_back_as_it_was(site: SiteFolder) -> None:
    """Commas, semicolons, backslashes and emoji are escaped, and long lines folded."""
    quoted = HOSTILE.replace('"', '""').replace("\\", "\\\\").replace('""', '\\"')
    event = one_event(site, f'venue: "{quoted.strip()}"\npublic: {{attend: "{quoted.strip()}"}}')
    assert event["location"] == HOSTILE.strip()
    assert f"How to come: {HOSTILE.strip()}\n" in event["description"]
    lines = site.files()[ALL].split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)


def test_text_says_how_to_follow_and_where_to_read_more(site: SiteFolder) -> None:
    """Whoever has only the calendar knows how to come, how to watch, and where the page is."""
    event = one_event(
        site,
        "mission: health\npublic: {attend: Walk in., stream: 'https://example.org/live', "
        "captions: Live captions.}",
    )
    assert str(event["description"]).split("\n") == [
        "Come and ask.",
        "How to come: Walk in.",
        "Watch as it happens: https://example.org/live",
        "Captions and interpreting: Live captions.",
        f"{ROOT}events/evening/",
    ]
    assert event["url"] == f"{ROOT}events/evening/"
    assert event["categories"].to_ical().decode() == "Good health"


def test_stamp_and_sequence_come_from_what_the_author_stated(site: SiteFolder) -> None:
    """Each change counts, a minor one too, and no clock is asked."""
    site.edit("mkdocs.yml", "docs_dir", "now: 2025-05-02T09:00+01:00\ndocs_dir")
    event = one_event(site, f"publish_at: 2025-04-01T10:00+01:00\n{CHANGED}")
    assert event["sequence"] == 9
    assert event["created"].dt == dt.datetime(2025, 4, 1, 9, tzinfo=dt.UTC)
    # The latest of the three days, whatever their order, and a second for each revision.
    assert event["last-modified"].dt == dt.datetime(2025, 5, 10, 8, 0, 9, tzinfo=dt.UTC)
    assert event["dtstamp"].dt == dt.datetime(2025, 5, 10, 8, 0, 9, tzinfo=dt.UTC)


def test_calling_off_is_a_revision_without_a_note(site: SiteFolder) -> None:
    """Programs pass over what does not say that it is newer than what they have."""
    before = one_event(site, CHANGED)
    after = one_event(site, f"{CHANGED}\n{OFF}")
    assert after["sequence"] > before["sequence"]
    assert after["dtstamp"].dt > before["dtstamp"].dt


def test_occasion_of_which_nothing_is_stated_has_a_stamp_that_never_moves(
    site: SiteFolder,
) -> None:
    """The day of the occasion would be later than the first note of a change."""
    event = one_event(site, "held_on: 2025-05-20")
    assert event["dtstamp"].dt == dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
    assert event["sequence"] == 0
    assert "last-modified" not in event
    assert "created" not in event


def test_renamed_or_moved_occasion_keeps_its_id(site: SiteFolder) -> None:
    """A program that has it already moves it, and does not show it twice."""
    write_event(site, "evening")
    before = set(events_of(site))
    (site.root / "content/events/evening.md").unlink()
    write_event(site, "night", "aliases: [evening]\nheld_on: 2025-09-09", title="Another title")
    assert set(events_of(site)) == before
    files = site.files()
    assert files["events/evening/event.ics"] == files["events/night/event.ics"]


def test_calendar_of_renamed_mission_answers_where_it_was(site: SiteFolder) -> None:
    """Whoever follows it goes on following it."""
    text = "---\ntitle: New\nsummary: S.\nstatement: S.\naliases: [old, older]\n---\nWords.\n"
    site.write("content/missions/new.md", text)
    write_event(site, "evening", "mission: new")
    site.build()
    files = site.files()
    calendar = files["missions/new/calendar.ics"]
    assert b"event/evening@" in calendar
    assert files["missions/old/calendar.ics"] == files["missions/older/calendar.ics"] == calendar


def test_session_keeps_its_id_when_it_and_its_deliberation_are_renamed(site: SiteFolder) -> None:
    """A session is known by its own id, not by its title, its day or its place in the list."""
    text = PANEL.format(state="illustrative: true", public="public: {attend: Walk in.}")
    site.write("content/deliberations/panel.md", text)
    ids = {one for one in events_of(site) if one.startswith("session/")}
    assert ids == {"session/panel/tenants"}
    (site.root / "content/deliberations/panel.md").unlink()
    text = text.replace("summary:", "aliases: [panel]\nsummary:").replace(
        "2025-04-12", "2025-04-19"
    )
    text = text.replace("What tenants said", "What people said")
    text = text.replace("sessions:", "sessions:\n  - {id: first, title: A, held_on: 2025-04-02}")
    site.write("content/deliberations/homes.md", text)
    events = events_of(site)
    assert {one for one in events if one.startswith("session/")} == ids
    session = events["session/panel/tenants"]
    assert session["url"] == f"{ROOT}deliberations/homes/#_session-tenants"
    page = tree(site.page("deliberations/homes/index.html"))
    assert len(elements(page, "//*[@id='_session-tenants']")) == 1


@pytest.mark.parametrize("kind", ["event", "council", "session"])
def test_what_is_called_off_is_cancelled_and_says_why(site: SiteFolder, kind: str) -> None:
    """It stays in the calendar as cancelled: an entry that vanished would tell nobody."""
    write_event(site, "evening", OFF)
    site.edit("content/council/2025-q2.md", "state: draft", f"state: announced\n{OFF}")
    site.edit("content/council/2025-q2.md", "commitment_updates:", "#")
    text = (site.root / "content/council/2025-q2.md").read_text()
    site.write("content/council/2025-q2.md", re.sub(r"#\n(  .*\n)*", "", text))
    panel = PANEL.format(state="illustrative: true", public=f"public: {{attend: In.}}, {OFF}")
    site.write("content/deliberations/panel.md", panel)
    uid = {
        "event": "event/evening",
        "council": "council-summary/2025-q2",
        "session": "session/panel/tenants",
    }[kind]
    events = events_of(site)
    assert events[uid]["status"] == "CANCELLED"
    assert events[uid]["summary"].startswith("Called off: ")
    first, *_ = str(events[uid]["description"]).split("\n")
    assert first == "This is called off. The reason: The hall is flooded."
    assert events["council-summary/2025-q1"]["status"] == "CONFIRMED"
    page = site.page(str(events[uid]["url"]).removeprefix(ROOT).partition("#")[0] + "index.html")
    assert "Called off: " in page
    assert "The hall is flooded." in page


def test_invented_occasion_says_so_where_calendars_show_it(site: SiteFolder) -> None:
    """Nobody travels to a meeting that was made up."""
    events = events_of(site)
    assert events["council-summary/2025-q1"]["summary"].endswith("(illustrative)")
    assert "did not happen" in events["council-summary/2025-q1"]["description"]
    assert not one_event(site, "")["summary"].endswith("(illustrative)")


def test_calendar_to_follow_says_what_it_is(site: SiteFolder) -> None:
    """Programs name it, link to its page, and know how often to ask; RFC 7986 has the words."""
    write_event(site, "evening", "mission: health")
    calendar = calendar_of(site, "missions/health/calendar.ics")
    # The parser takes these two for unknown, and leaves their escapes in.
    assert calendar["name"] == calendar["x-wr-calname"]
    assert calendar["name"] == "Small record: Good health\\, events and meetings"
    assert calendar["url"] == f"{ROOT}missions/health/"
    assert calendar["source"] == f"{ROOT}missions/health/calendar.ics"
    assert calendar["source"].params["value"] == "URI"
    assert calendar["refresh-interval"].dt == dt.timedelta(hours=12)
    assert "method" not in calendar


def test_calendar_of_withdrawn_mission_answers_and_is_empty(site: SiteFolder) -> None:
    """Whoever follows it learns that nothing more will come."""
    gone = "status: withdrawn\nwithdrawn: {on: 2025-04-01, reason: Gone.}\naliases: [old]"
    site.write(
        "content/missions/new.md", f"---\ntitle: A\nsummary: S.\nstatement: S.\n{gone}\n---\n"
    )
    calendar = calendar_of(site, "missions/new/calendar.ics")
    assert calendar["name"] == "This mission was withdrawn"
    assert calendar.events == []
    files = site.files()
    assert files["missions/old/calendar.ics"] == files["missions/new/calendar.ics"]


def test_each_calendar_has_its_own_occasions(site: SiteFolder) -> None:
    """Whoever follows one mission is told of that mission, and the council of its meetings."""
    write_event(site, "evening", "mission: health")
    councils = {"council-summary/2025-q1", "council-summary/2025-q2"}
    assert set(events_of(site, "council/calendar.ics")) == councils
    assert set(events_of(site, "missions/health/calendar.ics")) == {"event/evening"}
    energy = events_of(site, "missions/clean-energy/calendar.ics")
    assert set(energy) == {"council-summary/2025-q1"}
    assert set(events_of(site)) == {*councils, "event/evening"}


def test_calendar_without_occasions_is_still_a_calendar(site: SiteFolder) -> None:
    """Whoever follows it is told of the first; a calendar must hold something until then."""
    calendar = calendar_of(site, "missions/health/calendar.ics")
    assert calendar.events == []
    (zone,) = calendar.timezones
    summer = dt.datetime(2025, 7, 1, tzinfo=zone.to_tz(lookup_tzid=False))
    assert summer.utcoffset() == dt.timedelta(hours=1)


def test_file_of_one_occasion_holds_it_alone_and_as_the_calendar_has_it(site: SiteFolder) -> None:
    """Adding one event adds that event, under the id that the calendar knows it by."""
    write_event(site, "evening", TIMES.format("18:00", "20:00"))
    write_event(site, "other", title="Another")
    alone = calendar_of(site, "events/evening/event.ics")
    (event,) = alone.events
    assert event.to_ical() == events_of(site)["event/evening"].to_ical()
    assert "name" not in alone


def offered_by(site: SiteFolder, event: str) -> Iterable[str]:
    return links_to_files(site.page(f"events/{event}/index.html"))


def links_to_files(page: str) -> Iterable[str]:
    return [str(one.get("href")) for one in elements(tree(page), "//main//a") if _is_file(one)]


def _is_file(link: object) -> bool:
    return str(getattr(link, "attrib", {}).get("href", "")).endswith(".ics")


def test_page_of_what_is_to_come_offers_to_add_it(site: SiteFolder) -> None:
    """An event to come can be added; one that is past, called off or recorded can not."""
    write_event(site, "evening", "held_on: 2025-05-20")
    write_event(site, "off", OFF, title="Off")
    write_event(site, "told", "public: {recording: 'https://example.org/'}", title="Told")
    site.build(now="2025-05-20T23:00+01:00")
    assert links_to_files(site.page("events/evening/index.html")) == [
        "../../events/evening/event.ics"
    ]
    assert links_to_files(site.page("events/off/index.html")) == []
    assert links_to_files(site.page("events/told/index.html")) == []
    site.build(now="2025-05-21T00:01+01:00")
    assert links_to_files(site.page("events/evening/index.html")) == []


def test_lists_lead_to_the_address_of_their_calendar(site: SiteFolder) -> None:
    """A calendar is followed by its address; whoever opens its file has a copy that grows old."""
    site.build()
    for folder, offered in (
        ("events", "subscribe/#_calendars"),
        ("council", "council/subscribe/"),
        ("missions/health", "missions/health/subscribe/"),
    ):
        page, root = site.page(f"{folder}/index.html"), "../" * (folder.count("/") + 1)
        assert links_to_files(page) == []
        links = elements(tree(page), "//main//a[contains(., 'in your calendar')]")
        assert [one.get("href") for one in links] == [f"{root}{offered}"]
        there, _, fragment = offered.partition("#")
        page = site.page(f"{there}index.html")
        assert f"<code>{ROOT}{folder}/calendar.ics</code>" in page
        assert not fragment or f'id="{fragment}"' in page
        webcal = f"webcal://{HOST}/{folder}/calendar.ics"
        assert len(elements(tree(page), f"//main//a[@href='{webcal}']")) == 1


def test_site_without_address_has_no_calendar_and_no_link_to_one(site: SiteFolder) -> None:
    """An entry would have no page to lead to, and no host for its id."""
    write_event(site, "evening", "mission: health")
    site.edit("mkdocs.yml", "site_url: https://record.example.org/\n", "")
    site.build()
    files = site.files()
    assert not [path for path in files if path.endswith(".ics")]
    assert not [path for path, data in files.items() if path.endswith(".html") and b".ics" in data]
