"""The ways to take part in a mission: its own, then what its deliberations left behind."""

from tests.conftest import SiteFolder
from tests.panels import write_panel, write_workshop

TABLE = "mechanisms:\n  - {title: The table, how: Sit down., email: table@example.org}"


def titles(site: SiteFolder, mission: str) -> list[tuple[str, str | None]]:
    """Return the title of each way, and the deliberation that it comes from."""
    return [
        (one.way.title, one.deliberation.slug if one.deliberation else None)
        for one in site.record().ways[mission]
    ]


def test_ways_of_a_mission_come_before_those_of_its_deliberations(site: SiteFolder) -> None:
    """A reader first sees what the mission itself asks for."""
    write_workshop(site, "one", extra=TABLE)
    assert titles(site, "health") == [
        ("Read about the record", None),
        ("Write to the nurses", None),
        ("The table", "one"),
    ]


def test_way_that_outlives_two_deliberations_stands_once(site: SiteFolder) -> None:
    """The newest deliberation that names a way is the one that it is said to come from."""
    write_workshop(site, "old", day="2024-01-01", extra=TABLE)
    write_workshop(site, "new", extra=TABLE.replace("Sit down.", "Sit down with us."))
    assert titles(site, "health")[2:] == [("The table", "new")]


def test_ways_with_one_title_and_two_addresses_stand_both(site: SiteFolder) -> None:
    """Two tables in two places are two ways."""
    write_workshop(site, "old", day="2024-01-01", extra=TABLE)
    write_workshop(site, "new", extra=TABLE.replace("table@", "other@"))
    assert [slug for _, slug in titles(site, "health")[2:]] == ["new", "old"]


def test_mission_without_ways_has_no_entry(site: SiteFolder) -> None:
    """A mission is in the list of ways once there is one, from wherever."""
    assert list(site.record().ways) == ["health"]
    write_panel(site)
    assert list(site.record().ways) == ["health", "clean-energy"]
