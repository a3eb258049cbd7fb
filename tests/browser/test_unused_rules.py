"""Every rule of the stylesheet styles something on a page of the site or on a pattern page."""

from urllib.parse import urljoin

import pytest

from tests.browser.conftest import SOUND, Show
from tests.browser.pages import SitePage
from tests.browser.unused_rules import matched, selectors_of, split, styles_of

pytestmark = pytest.mark.browser

ENOUGH = 100
"""A theme has more rules than this, or they were not found."""


def _sheet(page: SitePage, address: str) -> str:
    path = urljoin(page.address, address).removeprefix(page.site.root)
    return (page.site.folder / path).read_text("utf-8")


def test_every_rule_styles_something(show: Show, sample: tuple[SitePage, ...]) -> None:
    """A rule that styles nothing on one page of each kind is taken out of the theme."""
    page = show()
    html = [(one.site.folder / one.path).read_text("utf-8") for one in sample]
    texts = set[str]()
    for site_page, (sheets, styles) in zip(sample, styles_of(page, html), strict=True):
        texts |= {_sheet(site_page, address) for address in sheets} | {*styles}
    rules = selectors_of(page, texts)
    assert len(rules) > ENOUGH
    assert rules - matched(page, html, rules) == set()


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
    page = show()
    own = selectors_of(page, [css])
    html = [SOUND.format(html="", css=""), SOUND.format(html="<p>One <em>two</em></p>", css="")]
    assert (own - matched(page, html, own) == set()) == is_used


def test_list_of_selectors_is_parted_at_its_commas() -> None:
    """A comma inside brackets belongs to its selector."""
    assert split("a, b:is(c, d) > e,f") == ["a", "b:is(c, d) > e", "f"]
