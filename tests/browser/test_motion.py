"""Motion: what moves for a reader who asks for less is found."""

import pytest

from tests.browser.conftest import Show
from tests.browser.motion import moving

pytestmark = pytest.mark.browser

SPIN = "@keyframes spin { to { rotate: 1turn } }"


def test_motion_that_is_only_for_those_who_like_it_is_no_finding(show: Show) -> None:
    """Styles for readers without the preference do not run, nor do those of no duration."""
    calm = f"{SPIN} @media (prefers-reduced-motion: no-preference) {{ p {{ animation: spin 1s }} }}"
    assert moving(show("<p>Words</p>", f"{calm} a {{ transition: color 0s }}")) == []


@pytest.mark.parametrize(
    ("css", "fault"),
    [
        (f"{SPIN} p {{ animation: spin 1s }}", "p “Words”: runs spin"),
        (f"{SPIN} p::before {{ content: ''; animation: spin 1s }}", "p “Words”::before: runs spin"),
        ("p { transition: color .2s }", "p “Words”: changes color slowly"),
        ("p { scroll-behavior: smooth }", "p “Words”: scrolls smoothly"),
    ],
)
def test_motion_in_spite_of_the_preference_is_found(show: Show, css: str, fault: str) -> None:
    """Animations, transitions and smooth scrolling are each reported."""
    found = moving(show("<p>Words</p>", css))
    assert [str(finding).removeprefix("main#main > ") for finding in found] == [fault]
