"""What people are asked to come to has times that can be, and some way to come."""

import pytest

from tests.compose.events import write_event
from tests.compose.pages.people.test_events import PANEL
from tests.conftest import SiteFolder

EVENT = "content/events/evening.md"
COUNCIL = "content/council/2025-q2.md"
TIMES = 'starts: "18:00"\nends: "{}"'


def rules(site: SiteFolder) -> list[tuple[str, str, str]]:
    return [(one.rule, one.level, one.excerpt.strip()) for one in site.problems()]


@pytest.mark.parametrize(
    ("extra", "found"),
    [
        (TIMES.format("18:01"), []),
        (TIMES.format("18:00"), [("end-before-start", "error", 'ends: "18:00"')]),
        (TIMES.format("08:30"), [("end-before-start", "error", 'ends: "08:30"')]),
        (f"{TIMES.format('02:00')}\nends_on: 2025-05-21", []),
        ("ends_on: 2025-05-22", []),
        ("ends_on: 2025-05-20", []),
        (
            f"{TIMES.format('02:00')}\nends_on: 2025-05-20",
            [("end-before-start", "error", 'ends: "02:00"')],
        ),
        ("ends_on: 2025-05-19", [("end-before-start", "error", "ends_on: 2025-05-19")]),
        (
            'held_on: 2025-03-30\nstarts: "01:30"',
            [("time-that-is-not", "error", 'starts: "01:30"')],
        ),
        (
            'held_on: 2025-03-29\nstarts: "22:00"\nends: "01:00"\nends_on: 2025-03-30',
            [("time-that-is-not", "error", 'ends: "01:00"')],
        ),
        ('held_on: 2025-10-26\nstarts: "01:30"\nends: "02:00"', []),
        ('ends: "20:00"', [("end-without-start", "error", 'ends: "20:00"')]),
        ("called_off: No hall.\npublic: {attend: Walk in.}", []),
        (
            "called_off: No hall.\npublic: {transcript: 'https://example.org/'}",
            [("called-off-but-recorded", "error", "called_off: No hall.")],
        ),
    ],
)
def test_event_holds_together(
    site: SiteFolder, extra: str, found: list[tuple[str, str, str]]
) -> None:
    """It ends after it starts, and what did not take place was not written down."""
    write_event(site, "evening", extra)
    assert rules(site) == found


def test_event_without_place_and_stream_is_a_warning(site: SiteFolder) -> None:
    """Nobody could come; but it may be too early to say where, and that stops no build."""
    site.write(EVENT, "---\ntitle: A\nsummary: A.\nheld_on: 2025-05-20\n---\nText.\n")
    assert rules(site) == [("event-without-a-way", "warning", "held_on: 2025-05-20")]
    site.edit(EVENT, "summary", "called_off: No hall.\nsummary")
    assert rules(site) == []


def test_meeting_and_session_end_after_they_start(site: SiteFolder) -> None:
    """The same holds for whatever people are asked to come to, each at its own line."""
    site.edit(COUNCIL, "chair:", f"{TIMES.format('17:00')}\nchair:")
    panel = PANEL.format(state="illustrative: true", public='ends: "09:00"')
    site.write("content/deliberations/panel.md", panel)
    problems = site.problems()
    assert [(one.path, one.rule) for one in problems] == [
        (COUNCIL, "end-before-start"),
        ("content/deliberations/panel.md", "end-before-start"),
    ]
    assert problems[1].excerpt[problems[1].position.column - 1 :].startswith('"09:00"')


def test_council_that_is_called_off_is_announced_at_most(site: SiteFolder) -> None:
    """A summary of a meeting that did not take place is a contradiction, told at its line."""
    site.edit(COUNCIL, "chair:", "called_off: No hall.\nchair:")
    assert rules(site) == [("called-off-but-held", "error", "called_off: No hall.")]


def test_session_that_is_called_off_has_no_recording(site: SiteFolder) -> None:
    """The same contradiction is found in a deliberation."""
    public = "public: {recording: 'https://example.org/'}, called_off: No hall."
    panel = PANEL.format(state="illustrative: true", public=public)
    site.write("content/deliberations/panel.md", panel)
    assert [one.rule for one in site.problems()] == ["called-off-but-recorded"]
