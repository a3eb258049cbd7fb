"""Reflow (WCAG 1.4.10): nothing makes a page wider than its window."""

from playwright.sync_api import Page

from tests.browser.finding import Finding, find

TOO_WIDE = """() => {
    const page = document.documentElement;
    const found = [...document.querySelectorAll("body *")]
        .filter(one => !one.ownerSVGElement)
        .filter(one => one.getBoundingClientRect().right > page.clientWidth + 1)
        .map(one => [seeing.name(one), "reaches beyond the right edge"]);
    if (page.scrollWidth > page.clientWidth) {
        found.unshift(["the page", `scrolls sideways: ${page.scrollWidth} px wide`]);
    }
    return found;
}"""


def too_wide(page: Page) -> list[Finding]:
    """Return what reaches beyond the right edge of the window."""
    return find(page, TOO_WIDE)
