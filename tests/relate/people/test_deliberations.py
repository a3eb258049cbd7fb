"""Deliberations are found from the missions that they were held for and those they changed."""

from tests.conftest import SiteFolder
from tests.panels import PANEL, write_panel, write_workshop

MISSION = "content/missions/health.md"
VISION = "vision: {text: Nobody waits., validated_on: 2025-01-18, deliberation: warm-panel}\n"
REWORDING = (
    "wording_history:\n"
    "  - {date: 2025-02-01, from: Wait less., to: Nobody waits long., because: It was vague.,"
    " deliberation: warm-panel}\n"
    "  - {date: 2025-03-01, from: Nobody waits long., to: Nobody waits long for care.,"
    " because: It was short.}\n"
)


def change_mission(site: SiteFolder, fields: str) -> None:
    site.edit(MISSION, "order: 1\n", f"order: 1\n{fields}")


def test_deliberation_is_found_from_its_mission_newest_first(site: SiteFolder) -> None:
    """A mission is told of what was held for it, and of nothing else."""
    write_panel(site)
    write_workshop(site, "old", day="2024-01-01", mission="clean-energy")
    write_workshop(site, "other")
    deliberated = site.record().deliberated
    assert [one.slug for one in deliberated["clean-energy"]] == ["warm-panel", "old"]
    assert [one.slug for one in deliberated["health"]] == ["other"]


def test_vision_is_found_from_the_deliberation_that_agreed_to_it(site: SiteFolder) -> None:
    """A vision names its deliberation, and the deliberation knows the mission and the vision."""
    write_panel(site)
    change_mission(site, VISION)
    ((agreed,), rewordings) = _shaped(site)
    assert (agreed.mission.slug, agreed.vision.text, rewordings) == ("health", "Nobody waits.", ())


def test_rewording_is_found_from_the_deliberation_that_asked_for_it(site: SiteFolder) -> None:
    """Of all rewordings of a goal, a deliberation knows those that it asked for."""
    write_panel(site)
    change_mission(site, REWORDING)
    (visions, (asked,)) = _shaped(site)
    assert (asked.mission.slug, asked.rewording.because, visions) == (
        "health",
        "It was vague.",
        (),
    )


def test_deliberation_that_changed_nothing_shaped_nothing(site: SiteFolder) -> None:
    """Only what a mission itself says counts as changed."""
    write_panel(site)
    change_mission(site, VISION.replace(", deliberation: warm-panel", ""))
    assert site.record().shaped == {}


def test_hidden_deliberation_is_found_from_nowhere(site: SiteFolder) -> None:
    """What the public may not see leaves no trace in a mission or among the ways to take part."""
    write_panel(site, "status: draft")
    change_mission(site, VISION)
    record = site.record()
    assert "warm-panel" not in record.deliberations
    assert record.deliberated == {}
    assert list(record.ways) == ["health"]
    assert site.problems() == ()
    assert (site.root / PANEL).exists()


def _shaped(site: SiteFolder):  # type: ignore[no-untyped-def]
    shaped = site.record().shaped["warm-panel"]
    return shaped.visions, shaped.rewordings
