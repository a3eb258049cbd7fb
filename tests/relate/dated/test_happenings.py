"""Everything dated is found, in order, and belongs to its missions."""

import datetime as dt

import pytest

from site_builder.relate.dated.happenings import Happening
from tests.conftest import SiteFolder

HEADS = {
    "stewards/kim": """name: Kim
role: Lead official
kind: other
missions: [health]
from: 2025-01-02
until: 2025-05-01""",
    "mandate-letters/health-2025": """title: A letter
to: kim
from: The chair
date: 2025-01-10
missions: [health, clean-energy]
asks: [{text: Ask.}]""",
    "deliberations/panel": """title: A panel
mission: health
kind: citizens-panel
convened_by: The chair
question: What would help?
phases: [{name: Learning, starts: 2025-01-11, ends: 2025-01-20}]
sessions: [{id: first, title: The first evening, held_on: 2025-01-15}]""",
    "barriers/records": """title: Records that do not meet
kind: data
named_by: Nurses
named_on: 2025-02-01
state: removed
removed_on: 2025-06-01
what_helped: One form.""",
    "events/evening": """title: An open evening
held_on: 2025-07-01
mission: health""",
    "events/walk": """title: A walk
held_on: 2025-07-02
called_off: The weather.""",
}


@pytest.fixture
def whole(site: SiteFolder) -> SiteFolder:
    for path, head in HEADS.items():
        site.write(
            f"content/{path}.md", f"---\nsummary: Told in one sentence.\n{head}\n---\nText.\n"
        )
    return site


def told(site: SiteFolder) -> list[tuple[str, str, str]]:
    return [(f"{one.day:%m-%d}", one.kind, one.item.slug) for one in site.record().happenings]


def one_of(site: SiteFolder, kind: str) -> Happening:
    (found,) = (one for one in site.record().happenings if one.kind == kind)
    return found


def test_happenings_of_every_type_are_in_the_order_of_their_days(whole: SiteFolder) -> None:
    """Each dated thing of each type stands on its day, the newest first."""
    assert told(whole) == [
        ("07-02", "event_called_off", "walk"),
        ("07-01", "event", "evening"),
        ("06-26", "meeting", "2025-q2"),
        ("06-01", "barrier_removed", "records"),
        ("05-01", "steward_ends", "kim"),
        ("03-27", "meeting", "2025-q1"),
        ("03-05", "story", "night-nurses"),
        ("02-10", "story", "warm-homes"),
        ("02-01", "barrier_named", "records"),
        ("01-20", "deliberation_ends", "panel"),
        ("01-15", "session", "panel"),
        ("01-11", "deliberation_begins", "panel"),
        ("01-10", "letter", "health-2025"),
        ("01-02", "steward_begins", "kim"),
    ]


def test_happening_belongs_to_every_mission_of_its_item(whole: SiteFolder) -> None:
    """A letter about two missions is in the timelines of both; an event may have none."""
    assert one_of(whole, "letter").missions == ("health", "clean-energy")
    assert one_of(whole, "session").missions == ("health",)
    assert one_of(whole, "event_called_off").missions == ()


def test_mission_tells_of_its_vision_and_of_each_rewording(site: SiteFolder) -> None:
    """What people agreed to and what was reworded happened on a day; a vision may have none."""
    extra = """vision: {text: Warm homes., validated_on: 2025-03-01}
wording_history: [{date: 2025-03-02, from: Warm, to: Warmer, because: Asked.}]"""
    site.edit("content/missions/health.md", "---\n", f"---\n{extra}\n")
    assert one_of(site, "vision").note == "Warm homes."
    assert one_of(site, "rewording").note == "Asked."


def test_change_happened_on_its_day_unless_it_is_minor(site: SiteFolder) -> None:
    """A correction is part of what happened; a minor change is not."""
    changes = """changes:
  - {date: 2025-04-01, note: A figure was wrong., kind: correction}
  - {date: 2025-04-02, note: A comma., kind: minor}"""
    site.edit("content/case-studies/warm-homes.md", "---\n", f"---\n{changes}\n")
    assert one_of(site, "change").day == dt.date(2025, 4, 1)


def test_announced_meeting_has_not_happened(site: SiteFolder) -> None:
    """A meeting that is announced is said to be still to come."""
    site.edit("content/council/2025-q2.md", "state: draft", "state: announced")
    assert one_of(site, "meeting_to_come").item.slug == "2025-q2"


def test_withdrawn_item_tells_only_that_it_was_withdrawn(site: SiteFolder) -> None:
    """Nothing else of it is dated: not its story, and not its changes."""
    gone = "status: withdrawn\nwithdrawn: {on: 2025-05-05, reason: It was wrong.}"
    site.edit("content/case-studies/warm-homes.md", "---\n", f"---\n{gone}\n")
    assert [one for one in told(site) if one[2] == "warm-homes"] == [
        ("05-05", "withdrawal", "warm-homes")
    ]
    assert one_of(site, "withdrawal").note == "It was wrong."
