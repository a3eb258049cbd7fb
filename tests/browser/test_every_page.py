"""Nobody is shut out: every look at every page, light and dark, on a phone and a desk.

`make test` looks at one page of each layout; the slow tests, which CI runs, look at every page
and at every pattern.
"""

from collections.abc import Mapping

import pytest

from tests.browser.examination import LOOKS, Seen, examine, report
from tests.browser.pages import SitePage
from tests.browser.window import Window

pytestmark = pytest.mark.browser

Found = Mapping[str, list[Seen]]


@pytest.fixture(scope="module")
def on_sample(windows: Mapping[int, Window], sample: tuple[SitePage, ...]) -> Found:
    return examine(windows, [page for page in sample if not page.is_pattern])


@pytest.fixture(scope="module")
def on_every_page(windows: Mapping[int, Window], every_page: tuple[SitePage, ...]) -> Found:
    return examine(windows, every_page)


@pytest.mark.parametrize("look", LOOKS)
def test_look_at_one_page_of_each_layout_finds_nothing(on_sample: Found, look: str) -> None:
    """One page of each layout stands the look at each width."""
    assert on_sample[look] == [], report(on_sample[look])


@pytest.mark.slow
@pytest.mark.parametrize("look", LOOKS)
def test_look_at_every_page_finds_nothing(on_every_page: Found, look: str) -> None:
    """Every page of every site stands the look at each width."""
    assert on_every_page[look] == [], report(on_every_page[look])
