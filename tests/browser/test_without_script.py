"""Without JavaScript: what a page keeps from a browser that runs none is found."""

from collections.abc import Mapping

import pytest

from tests.browser.pages import SitePage
from tests.browser.privacy import Visit
from tests.browser.window import Window
from tests.browser.without_script import Shown, lost_without_script

PLAIN = Shown("Words", ("/a", "/b"), has_script=False)
RICH = Shown("Words and more", ("/a", "/b", "/a"), has_script=True)


def test_page_that_is_the_same_loses_nothing() -> None:
    """A page without a script looks the same in both browsers."""
    assert list(lost_without_script(PLAIN, PLAIN)) == []


@pytest.mark.parametrize(
    "plain",
    [
        Shown("Other words", ("/a", "/b"), has_script=False),
        Shown("Words", ("/a",), has_script=False),
    ],
)
def test_page_without_a_script_that_differs_is_found(plain: Shown) -> None:
    """What differs can only have been hidden from one of the two."""
    assert list(lost_without_script(plain, PLAIN)) == [
        "the page is not the same without JavaScript"
    ]


def test_page_with_a_script_may_show_more_but_lead_nowhere_else() -> None:
    """A link that only the script offers is missing for those who run none."""
    assert list(lost_without_script(PLAIN, RICH)) == []
    more = Shown("Words", ("/a", "/c"), has_script=True)
    assert list(lost_without_script(PLAIN, more)) == [
        "the link to /c is missing without JavaScript"
    ]


@pytest.mark.browser
def test_sample_without_script_loses_nothing(
    visits: Mapping[SitePage, Visit], without_script: Window
) -> None:
    """One page of each kind shows every text and link to a browser that runs no JavaScript."""
    assert lost(visits, without_script) == []


@pytest.mark.browser
@pytest.mark.slow
def test_every_page_without_script_loses_nothing(
    every_visit: Mapping[SitePage, Visit], without_script: Window
) -> None:
    """Every page does."""
    assert lost(every_visit, without_script) == []


def lost(visits: Mapping[SitePage, Visit], without_script: Window) -> list[str]:
    return [
        f"{page}: {fault}"
        for page, visit in visits.items()
        for fault in lost_without_script(Shown.on(without_script.visit(page)), visit.shown)
    ]
