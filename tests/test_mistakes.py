"""Authors' mistakes: each is named where it stands, in whole sentences, and nothing is published.

Each folder of `sites_invalid` holds the files that are put over a copy of the small site, and in
`expected.txt` the whole report. A new case is a new folder. No two folders hold the same file,
so that all mistakes can also be made at once.
"""

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from site_builder.build import ProblemsFound
from site_builder.check.report import report
from site_builder.read.problems import Problem
from tests.conftest import SiteFolder

MISTAKES = sorted(path for path in (Path(__file__).parent / "sites_invalid").iterdir())
NAMES = [path.name for path in MISTAKES]


def make(mistake: Path, site: SiteFolder) -> None:
    """Put the files of a mistake over those of a site."""
    shutil.copytree(mistake / "content", site.root / "content", dirs_exist_ok=True)


def expected(mistake: Path) -> str:
    return (mistake / "expected.txt").read_text("utf-8").rstrip("\n")


OF_A_WHOLE_RECORD = ("quarter-without-council", "mission-without-story", "day-far-ahead")
"""What is wrong with a file only beside others: check/test_cadence.py and test_far_days.py."""


def told(problems: Iterable[Problem]) -> str:
    """Return the report of what is wrong with a site's files."""
    return report([one for one in problems if one.rule not in OF_A_WHOLE_RECORD])


def stopped(site: SiteFolder) -> Iterable[Problem]:
    """Return the problems that stop a build."""
    with pytest.raises(ProblemsFound) as found:
        site.build(strict=True)
    return found.value.problems


def headlines(text: str) -> set[str]:
    """Return the lines of a report that say where and what, without the last one."""
    return {part.split("\n", 1)[0] for part in text.split("\n\n")[:-1]}


@pytest.mark.parametrize("mistake", MISTAKES, ids=NAMES)
def test_mistake_is_reported_in_full_and_nothing_is_published(
    mistake: Path, site: SiteFolder, published: SiteFolder
) -> None:
    """A mistake is told with its place, line and remedy; there is no site, or that of before."""
    make(mistake, site)
    assert told(stopped(site)) == expected(mistake)
    assert not (site.root / "site").exists()
    shutil.copytree(published.root / "site", site.root / "site")
    assert told(stopped(site)) == expected(mistake)
    assert site.files() == published.files()


def test_all_mistakes_at_once_are_all_named_in_one_run(site: SiteFolder) -> None:
    """No mistake hides another: one run names them all."""
    for mistake in MISTAKES:
        make(mistake, site)
    alone = set().union(*(headlines(expected(mistake)) for mistake in MISTAKES))
    assert headlines(told(site.problems())) == alone
