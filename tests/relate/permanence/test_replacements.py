"""What was withdrawn leads to what stands in its place now, however long the way."""

import pytest

from site_builder.relate.visibility import Viewer
from tests.compose.stories import write_story
from tests.conftest import SiteFolder

REPLACED = "status: withdrawn\nwithdrawn: {on: 2025-05-01, reason: Wrong., replaced_by: %s}"


def found(site: SiteFolder) -> dict[str, str]:
    """Return the slug of each replacement by that of what it replaces."""
    replacements = site.record(Viewer()).replacements
    stem = "content/case-studies/"
    return {
        path.removeprefix(stem).removesuffix(".md"): item.slug
        for path, item in replacements.items()
    }


def test_chain_leads_to_its_public_end(site: SiteFolder) -> None:
    """From wherever in the chain one comes."""
    for slug, other in (("a", "b"), ("b", "c"), ("c", "warm-homes")):
        write_story(site, slug, slug, extra=REPLACED % other)
    assert found(site) == dict.fromkeys("abc", "warm-homes")


@pytest.mark.parametrize("end", ["status: draft", "publish_at: 2025-09-01T09:00Z"])
def test_chain_to_something_hidden_leads_nowhere(site: SiteFolder, end: str) -> None:
    """Nobody is led to what answers nobody."""
    write_story(site, "a", "A", extra=REPLACED % "b")
    write_story(site, "b", "B", extra=end)
    assert found(site) == {}


@pytest.mark.parametrize("circle", ["a", "ab", "abc"])
def test_circle_leads_nowhere_and_ends(site: SiteFolder, circle: str) -> None:
    """The check stops it; a preview of drafts or a tool that relates must still come to an end."""
    write_story(site, "into", "Into", extra=REPLACED % "a")
    for slug, other in zip(circle, circle[1:] + circle[0], strict=True):
        write_story(site, slug, slug, extra=REPLACED % other)
    assert found(site) == {}


def test_slug_of_another_kind_is_no_replacement(site: SiteFolder) -> None:
    """A story is replaced by a story."""
    write_story(site, "a", "A", extra=REPLACED % "health")
    assert found(site) == {}
