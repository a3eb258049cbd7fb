"""Nobody is shut out: every look at every page, light and dark, on a phone and a desk.

`make test` looks at the layouts that `budget.yml` names, which most readers see; the slow tests,
which CI runs, look at every page of every layout and at every pattern.
"""

from collections.abc import Mapping

import pytest

from tests.browser.examination import LOOKS, Seen, examine, report
from tests.browser.pages import SitePage
from tests.browser.weight import read_budgets
from tests.browser.window import Window

pytestmark = pytest.mark.browser

Found = Mapping[str, list[Seen]]


@pytest.fixture(scope="module")
def on_sample(windows: Mapping[int, Window], sample: tuple[SitePage, ...]) -> Found:
    named = read_budgets()
    return examine(windows, [page for page in sample if page.layout in named])


@pytest.fixture(scope="module")
def on_every_page(windows: Mapping[int, Window], every_page: tuple[SitePage, ...]) -> Found:
    return examine(windows, every_page)


@pytest.mark.parametrize("look", LOOKS)
def test_look_at_each_named_layout_finds_nothing(on_sample: Found, look: str) -> None:
    """One page of each layout that has a budget of its own stands the look at each width."""
    assert on_sample[look] == [], report(on_sample[look])


@pytest.mark.slow
@pytest.mark.parametrize("look", LOOKS)
def test_look_at_every_page_finds_nothing(on_every_page: Found, look: str) -> None:
    """Every page of every site stands the look at each width."""
    assert on_every_page[look] == [], report(on_every_page[look])
