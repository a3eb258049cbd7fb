"""Every rule of the stylesheet styles something on a page of the site or on a pattern page."""

import pytest

from tests.browser.conftest import Show
from tests.browser.pages import SitePage
from tests.browser.unused_rules import matched, selectors_of, split
from tests.browser.window import Window

pytestmark = pytest.mark.browser


def test_every_rule_styles_something(without_script: Window, sample: tuple[SitePage, ...]) -> None:
    """A rule that styles nothing on one page of each kind is taken out of the theme."""
    rules, used = set[str](), set[str]()
    for site_page in sample:
        page = without_script.visit(site_page)
        rules |= selectors_of(page)
        used |= matched(page, rules - used)
    assert rules - used == set()


@pytest.mark.parametrize(
    ("css", "is_used"),
    [
        ("main p { color: red }", True),
        ("main > p:hover, em::before { color: red }", True),
        ("@media print { h1 { color: red } }", True),
        ("main:has(p) { color: red }", True),
        ("article p { color: red }", False),
        (".nowhere:focus-visible { color: red }", False),
        ("@media (min-width: 1px) { section { color: red } }", False),
    ],
)
def test_rule_is_used_when_something_has_its_selector(
    show: Show, css: str, *, is_used: bool
) -> None:
    """States are put aside, and media queries are looked into."""
    page = show("<p>One <em>two</em></p>", css)
    own = {one for one in selectors_of(page) if one in css}
    assert (own - matched(page, own) == set()) == is_used


def test_list_of_selectors_is_parted_at_its_commas() -> None:
    """A comma inside brackets belongs to its selector."""
    assert split("a, b:is(c, d) > e,f") == ["a", "b:is(c, d) > e", "f"]
