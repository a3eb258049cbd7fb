"""Nobody is shut out: every look at every page, light and dark, on a phone and a desk.

`make test` looks in every way at the layouts that `budget.yml` names, which most readers see, and
reads one page of each other kind; the slow tests, which CI runs, look in every way at some pages
of each kind of each site and at every pattern, and `make looks` at every page there is. The pages
are dealt out in parts, so that each process takes some.
"""

import pytest

from tests.browser.conftest import Stands
from tests.browser.pages import SitePage, some_of_each_kind
from tests.browser.reading import BUDGETS

pytestmark = pytest.mark.browser

FEW, MANY = 4, 16
"""How many parts the pages are dealt out in."""
OF_A_KIND = 4
"""How many pages of each kind CI looks at: those that differ most in size."""


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
def test_other_pages_stand_every_look(
    stands_every_look: Stands,
    every_page: tuple[SitePage, ...],
    sample: tuple[SitePage, ...],
    part: int,
    *,
    exhaustive: bool,
) -> None:
    """Some pages of every kind of every site stand the same looks; with --exhaustive, all do."""
    done = {page for page in sample if page.layout in BUDGETS}
    pages = every_page if exhaustive else some_of_each_kind(every_page, OF_A_KIND)
    stands_every_look(tuple(page for page in pages if page not in done)[part::MANY])
