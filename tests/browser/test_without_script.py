"""Without JavaScript: what a page keeps from a browser that runs none is found."""

import pytest

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
