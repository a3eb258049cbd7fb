"""Nobody is shut out: every look at every page, light and dark, on a phone and a desk.

`make test` looks at one page of each kind; the slow tests, which CI runs, at all the others and
at every pattern. The pages are dealt out in parts, so that each process of the tests takes some.
"""

import pytest

from tests.browser.conftest import Stands
from tests.browser.pages import SitePage

pytestmark = pytest.mark.browser


def parts(number: int, name: str) -> list[object]:
    """Return the numbers of parts, each of which any process may take."""
    group = pytest.mark.xdist_group
    return [pytest.param(part, marks=group(f"{name} {part}")) for part in range(number)]


FEW = parts(8, "sample")
MANY = parts(24, "rest")


@pytest.mark.parametrize("part", FEW)
def test_one_page_of_each_kind_stands_every_look(
    stands_every_look: Stands, sample: tuple[SitePage, ...], part: int
) -> None:
    """One page of each layout stands every look at each width."""
    stands_every_look(sample[part :: len(FEW)])


@pytest.mark.slow
@pytest.mark.parametrize("part", MANY)
def test_every_other_page_stands_every_look(
    stands_every_look: Stands,
    every_page: tuple[SitePage, ...],
    sample: tuple[SitePage, ...],
    part: int,
) -> None:
    """Every other page of every site stands the same looks."""
    others = tuple(page for page in every_page if page not in sample)
    stands_every_look(others[part :: len(MANY)])
