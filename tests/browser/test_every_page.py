"""Nobody is shut out: every look at every page, light and dark, on a phone and a desk.

`make test` looks at one page of each kind; the slow tests, which CI runs, at all the others and
at every pattern. The pages are dealt out in parts, so that each process of the tests takes some.
"""

import pytest

from tests.browser.conftest import Stands
from tests.browser.pages import SitePage

pytestmark = pytest.mark.browser


FEW, MANY = 8, 24
"""How many parts the pages are dealt out in."""


@pytest.mark.parametrize("part", range(FEW))
def test_one_page_of_each_kind_stands_every_look(
    stands_every_look: Stands, sample: tuple[SitePage, ...], part: int
) -> None:
    """One page of each layout stands every look at each width."""
    stands_every_look(sample[part::FEW])


@pytest.mark.slow
@pytest.mark.parametrize("part", range(MANY))
def test_every_other_page_stands_every_look(
    stands_every_look: Stands,
    every_page: tuple[SitePage, ...],
    sample: tuple[SitePage, ...],
    part: int,
) -> None:
    """Every other page of every site stands the same looks."""
    others = tuple(page for page in every_page if page not in sample)
    stands_every_look(others[part::MANY])
