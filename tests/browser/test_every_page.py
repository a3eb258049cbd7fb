"""Nobody is shut out: every look at every page, light and dark, on a phone and a desk.

`make test` looks in every way at the layouts that `budget.yml` names, which most readers see, and
reads one page of each other kind; the slow tests, which CI runs, look in every way at all the
others and at every pattern. The pages are dealt out in parts, so that each process takes some.
"""

import pytest

from tests.browser.conftest import Stands
from tests.browser.pages import SitePage
from tests.browser.reading import BUDGETS

pytestmark = pytest.mark.browser

FEW, MANY = 4, 32
"""How many parts the pages are dealt out in."""


@pytest.mark.parametrize("part", range(FEW))
def test_named_layouts_stand_every_look(
    stands_every_look: Stands, sample: tuple[SitePage, ...], part: int
) -> None:
    """One page of each layout that has a budget of its own stands every look at each width."""
    stands_every_look(tuple(page for page in sample if page.layout in BUDGETS)[part::FEW])


@pytest.mark.parametrize("part", range(FEW))
def test_one_page_of_each_kind_is_read_without_a_fault(
    stands_every_reading: Stands, sample: tuple[SitePage, ...], part: int
) -> None:
    """Every other kind keeps to its budget, does not spy, and leads somewhere, without script."""
    stands_every_reading(tuple(page for page in sample if page.layout not in BUDGETS)[part::FEW])


@pytest.mark.slow
@pytest.mark.parametrize("part", range(MANY))
def test_every_other_page_stands_every_look(
    stands_every_look: Stands,
    every_page: tuple[SitePage, ...],
    sample: tuple[SitePage, ...],
    part: int,
) -> None:
    """Every page of every site but those above stands the same looks."""
    done = {page for page in sample if page.layout in BUDGETS}
    stands_every_look(tuple(page for page in every_page if page not in done)[part::MANY])
