"""A reference leads to something the public can see whenever it sees the reference."""

from tests.conftest import SiteFolder

STORY = "content/case-studies/night-nurses.md"
MISSION = "content/missions/health.md"


def rules(site: SiteFolder) -> set[tuple[str, str]]:
    return {(problem.path, problem.rule) for problem in site.problems()}


def test_withdrawn_mission_of_public_story_is_named(site: SiteFolder) -> None:
    """A story can not be shown under a mission that is no longer shown."""
    withdrawn = "order: 1\nstatus: withdrawn\nwithdrawn: {on: 2025-05-01, reason: Ended.}"
    site.edit(MISSION, "order: 1", withdrawn)
    assert (STORY, "hidden-reference") in rules(site)


def test_draft_story_may_have_draft_mission(site: SiteFolder) -> None:
    """Both may wait; the preview shows both."""
    site.edit(MISSION, "order: 1", "order: 1\nstatus: draft")
    site.edit(STORY, "place: leeds", "place: leeds\nstatus: draft")
    assert all(path != STORY for path, _ in rules(site))


def test_hidden_case_study_of_a_council_is_left_out(site: SiteFolder) -> None:
    """A council may name a story that is not public yet; it is shown when the story is."""
    (site.root / "content/case-studies/warm-homes.md").unlink()
    for path in ("council/2025-q1.md", "council/2025-q2.md", "missions/health.md"):
        text = (site.root / "content" / path).read_text()
        for old in (
            "    case_study: warm-homes\n",
            "See [warm homes](../case-studies/warm-homes.md).",
        ):
            text = text.replace(old, "")
        site.write(f"content/{path}", text.replace("[warm-homes]", "[night-nurses]"))
    site.edit(STORY, "place: leeds", "place: leeds\nstatus: draft")
    site.edit("content/pages/about.md", "See [all stories](../case-studies/) and", "See")
    site.edit("content/pages/about.md", "[places](../registers/places.yml)", "places")
    assert rules(site) == set()


def test_broken_other_end_is_told_once(site: SiteFolder) -> None:
    """What refers to a broken file or register is not blamed for it."""
    site.edit(MISSION, "order: 1", "order: first")
    site.edit("content/registers/places.yml", "nation: England", "nation: Engeland")
    site.edit("content/council/2025-q1.md", "state: agreed", "state: agred")
    assert rules(site) == {
        (MISSION, "wrong-value"),
        ("content/registers/places.yml", "wrong-value"),
        ("content/council/2025-q1.md", "wrong-value"),
    }
