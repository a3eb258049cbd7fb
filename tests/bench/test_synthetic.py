"""A made-up site is a site like any other: it builds, and its maker repeats itself exactly."""

from pathlib import Path

import pytest

from tests.bench.synthetic import write_synthetic_site
from tests.conftest import SiteFolder
from tests.shown import ShownFolder

STORIES = 60
"""Enough for each mission to have a story every half year, so that none is said to be silent."""


@pytest.fixture(scope="module")
def synthetic(tmp_path_factory: pytest.TempPathFactory) -> ShownFolder:
    folder = tmp_path_factory.mktemp("synthetic")
    write_synthetic_site(folder, STORIES)
    return ShownFolder(folder)


def test_synthetic_site_builds_without_a_problem(synthetic: ShownFolder) -> None:
    """What is measured is a build that succeeds, though its councils forget many a promise."""
    built = synthetic.build()
    assert {problem.rule for problem in built.problems} == {"promise-without-word"}
    stories = [path for path in synthetic.paths() if path.startswith("case-studies/story-")]
    assert len(stories) == STORIES
    assert b"<h1>" in synthetic.files()[stories[-1]]


def test_synthetic_site_has_every_join(synthetic: ShownFolder) -> None:
    """Stories have missions, places, partners, principles, councils, promises and neighbours."""
    record = synthetic.record()
    kinds = {kind for kind, _ in record.stories}
    wider = {"nation", "partner kind"}
    assert kinds == {"mission", "principle", "place", "partner", "barrier", "quarter"} | wider
    assert len(record.councils) == 20
    assert any(one.updates for one in record.commitments.values())
    assert all(record.related.values())
    assert record.told_at
    assert record.shown_by
    assert all(shelf for kind, shelf in record.shelves.items() if kind != "page")


def test_synthetic_site_made_twice_is_the_same(synthetic: ShownFolder, tmp_path: Path) -> None:
    """The same number of stories gives the same bytes, so that figures can be compared."""
    write_synthetic_site(tmp_path, STORIES)
    assert SiteFolder(tmp_path).files("content") == synthetic.files("content")
