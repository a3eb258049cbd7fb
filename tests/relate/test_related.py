"""Related stories say why they are related, and a new story changes only its neighbours."""

import datetime as dt

import pytest

from site_builder.read.types import CaseStudy
from site_builder.read.types.case_study import PrincipleShown
from site_builder.relate.related import MOST, related_stories
from tests.conftest import SiteFolder


@pytest.fixture
def story(site: SiteFolder) -> CaseStudy:
    """Return a story to make others from."""
    return site.record().case_studies["warm-homes"]


def like(story: CaseStudy, number: int, **changes: object) -> CaseStudy:
    """Return a story that shares nothing with any other but what is given."""
    own = {
        "slug": f"story-{number}",
        "date": dt.date(2025, 1, 1) + dt.timedelta(days=number),
        "place": f"place-{number}",
        "partners": (f"partner-{number}",),
        "principles": (PrincipleShown(principle=f"principle-{number}", how="So."),),
    }
    return story.model_copy(update=own | changes)


def shown(*slugs: str) -> tuple[PrincipleShown, ...]:
    return tuple(PrincipleShown(principle=slug, how="So.") for slug in slugs)


@pytest.mark.parametrize(
    ("shared", "reason"),
    [
        ({"place": "leeds"}, "place"),
        ({"partners": ("council",)}, "partner"),
        ({"principles": shown("together")}, "principle"),
        ({"principles": shown("together"), "partners": ("council",)}, "partner principle"),
        ({"place": "leeds", "partners": ("a", "b")}, "place partner"),
    ],
)
def test_related_story_says_what_is_shared(
    story: CaseStudy, shared: dict[str, object], reason: str
) -> None:
    """The reason names what two stories have in common."""
    one, other = like(story, 1, **shared), like(story, 2, **shared)
    related = related_stories((other, one))
    assert [(found.story.slug, " ".join(found.shares)) for found in related["story-1"]] == [
        ("story-2", reason)
    ]


def test_shared_barrier_is_the_strongest_reason(story: CaseStudy) -> None:
    """Who ran into the same wall elsewhere comes before who works at the same place."""
    here = like(story, 10, place="leeds", barriers=("wall", "ditch"))
    others = [like(story, 11, place="leeds"), like(story, 30, barriers=("ditch", "wall"))]
    related = related_stories([*others[::-1], here], {"wall", "ditch"})["story-10"]
    assert [(found.story.slug, found.shares) for found in related] == [
        ("story-30", ("barrier",)),
        ("story-11", ("place",)),
    ]


def test_hidden_barrier_relates_no_stories(story: CaseStudy) -> None:
    """A barrier that the public may not see is no reason that it could be told."""
    one, other = (like(story, number, barriers=("wall",)) for number in (1, 2))
    assert related_stories((other, one), {"ditch"}) == {"story-1": (), "story-2": ()}


def test_stories_with_nothing_in_common_are_not_related(story: CaseStudy) -> None:
    """No reason, no relation; nor does a principle relate stories of different missions."""
    one = like(story, 1, principles=shown("together"))
    other = like(story, 2, principles=shown("together"), mission="health")
    assert related_stories((other, one)) == {"story-1": (), "story-2": ()}


def test_strongest_reason_comes_first_then_nearest_in_time(story: CaseStudy) -> None:
    """A shared place outweighs a shared principle; among equals the nearest in time is first."""
    here = like(story, 10, place="leeds", principles=shown("together"))
    others = [
        like(story, 11, principles=shown("together")),
        like(story, 30, place="leeds"),
        like(story, 12, place="leeds"),
    ]
    related = related_stories([*others, here])["story-10"]
    assert [found.story.slug for found in related] == ["story-12", "story-30", "story-11"]


def test_a_story_names_only_a_few_and_never_itself(story: CaseStudy) -> None:
    """However many share a place, a story names a few neighbours."""
    stories = [like(story, number, place="leeds") for number in range(20, 0, -1)]
    for slug, related in related_stories(stories).items():
        assert len(related) == MOST
        assert slug not in {found.story.slug for found in related}


def test_new_story_changes_only_its_neighbours(story: CaseStudy) -> None:
    """One more story at a busy place leaves the pages of far stories as they were."""
    stories = [like(story, number, place="leeds") for number in range(40, 0, -1)]
    before = related_stories(stories)
    after = related_stories([like(story, 41, place="leeds"), *stories])
    changed = {slug for slug, related in before.items() if after[slug] != related}
    assert changed
    assert changed <= {"story-40", "story-39", "story-38"}


@pytest.mark.parametrize(("new", "far", "near"), [(41, 1, 40), (0, 40, 1)])
def test_new_story_with_much_in_common_leaves_far_stories_alone(
    story: CaseStudy, new: int, far: int, near: int
) -> None:
    """A far story keeps its neighbours, even when the new one has more in common with it."""
    both = {"partners": ("council",), "principles": shown("together")}
    each = [dict([pair]) for pair in both.items()]
    shares = {number: each[number % 2] for number in range(41)} | {new: both, far: both}
    stories = [like(story, number, **shares[number]) for number in sorted(shares, reverse=True)]
    after = related_stories(stories)
    before = related_stories([one for one in stories if one.slug != f"story-{new}"])
    assert after[f"story-{far}"] == before[f"story-{far}"]
    assert after[f"story-{near}"] != before[f"story-{near}"]
