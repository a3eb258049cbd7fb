"""Paper: what is printed in vain, missing, pale or parted is found; a story starts clean."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Show
from tests.browser.pages import SitePage
from tests.browser.printed import faults_on_paper, sheets
from tests.browser.window import Window, new_context

pytestmark = pytest.mark.browser

SOUND = "<h2>A heading</h2><p>See <a href='https://example.org/a'>a report</a>.</p>"


def test_paper_of_a_sound_page_has_no_fault(show: Show) -> None:
    """Menus are gone, addresses are shown; afterwards the page is as it was."""
    page = show(SOUND)
    assert faults_on_paper(page) == []
    assert page.viewport_size == {"width": 320, "height": 800}
    assert page.evaluate("matchMedia('screen').matches")


def test_paper_with_an_address_in_the_text_needs_it_no_second_time(show: Show) -> None:
    """A link whose text is its address says where it leads."""
    html = "<p><a href='https://example.org/a'>https://example.org/a</a></p>"
    assert faults_on_paper(show(html, "a[href]::after { content: none !important }")) == []


@pytest.mark.parametrize(
    ("css", "faults"),
    [
        ("@media print { nav { display: block } }", {"is of no use on paper and is printed"}),
        ("@media print { .skip { display: block; inset: 0; position: static } }",
         {"is of no use on paper and is printed"}),
        ("@media print { a[href]::after { content: none !important } }",
         {"leads to another site and does not print its address"}),
        ("p { color: #aaa }", {"is too pale: 2.32"}),
        ("@media print { h2 { break-after: auto } }",
         {"can stand at the foot of a sheet without its text"}),
        ("@media print { p { width: 2rem; overflow: hidden; white-space: nowrap } }",
         {"is cut by p"}),
    ],
)  # fmt: skip
def test_paper_of_a_broken_page_has_its_fault(show: Show, css: str, faults: set[str]) -> None:
    """Each fault of the printed page is found."""
    found = {finding.fault for finding in faults_on_paper(show(SOUND, css))}
    assert faults <= found


@pytest.fixture
def sheet_of_paper(browser: Browser) -> Iterator[Page]:
    """Open a page to print from, which playwright can only do without a window."""
    context = new_context(browser, 1280)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("layout", ["case-study", "council-summary"])
def test_story_and_summary_start_clean_on_paper(
    sheet_of_paper: Page, sample: tuple[SitePage, ...], layout: str
) -> None:
    """The first sheet starts with the page's own words, near its title; none is empty."""
    site_page = next(page for page in sample if page.layout == layout)
    page = Window(sheet_of_paper).visit(site_page)
    title = " ".join(page.inner_text("h1").split())
    menu = [" ".join(text.split()) for text in page.locator("nav").all_inner_texts()]
    printed = sheets(page)
    assert title in printed[0][: len(title) + 200]
    assert [text for text in menu if text and text in " ".join(printed)] == []
    assert all(len(sheet) > 20 for sheet in printed)
