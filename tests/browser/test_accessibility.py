"""Nobody is shut out: no violation on any template, in light and dark, on a phone and a desk."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal

import pytest
from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Page

from tests.browser.conftest import WIDTHS, Window
from tests.browser.sites import PAGES

pytestmark = pytest.mark.browser

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
# axe holds back what WCAG asks at level AAA unless it is asked for by name.
AXE_OPTIONS = {
    "resultTypes": ["violations"],
    "rules": {
        "color-contrast-enhanced": {"enabled": True},
        "identical-links-same-purpose": {"enabled": True},
    },
}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_page_in_light_and_dark_has_no_violation(
    windows: Mapping[int, Window], width: int, name: str
) -> None:
    """axe finds nothing on a page of each template, best practice and level AAA included."""
    assert "".join(_violations(windows[width].visit(name))) == ""


def _violations(page: Page) -> Iterator[str]:
    """Yield axe's report for each colour scheme in which it finds something."""
    page.evaluate(AXE_SCRIPT)
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        results = AxeResults(page.evaluate("options => axe.run(options)", AXE_OPTIONS))
        if results.violations_count:
            yield f"{scheme}: {results.generate_report()}"


@pytest.mark.parametrize("name", PAGES)
def test_page_on_a_narrow_phone_never_scrolls_sideways(narrow: Window, name: str) -> None:
    """At 320 pixels everything reflows; nothing makes the page wider than the screen."""
    page = narrow.visit(name)
    too_wide = page.evaluate(
        """() => [...document.querySelectorAll("body *")]
            .filter(one => one.getBoundingClientRect().right > innerWidth + 1)
            .filter(one => !one.ownerSVGElement)
            .map(one => `${one.tagName}.${one.className}`)"""
    )
    width = page.evaluate("document.documentElement.scrollWidth")
    assert (width, too_wide) == (320, [])


@pytest.mark.parametrize("name", PAGES)
def test_page_with_tab_first_offers_to_skip_to_the_content(wide: Window, name: str) -> None:
    """The first Tab shows the skip link; following it puts the keyboard in the main content."""
    page = wide.visit(name)
    page.keyboard.press("Tab")
    skip = _focused(page)
    assert (skip["text"], skip["href"]) == ("Skip to main content", "#_main")
    assert skip["left"] >= 0
    assert skip["top"] >= 0
    page.keyboard.press("Enter")
    assert _focused(page)["tag"] == "MAIN"


def _focused(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(
        """() => {
            const one = document.activeElement, box = one.getBoundingClientRect();
            return {tag: one.tagName, text: one.textContent, href: one.getAttribute("href"),
                    left: box.left, top: box.top};
        }"""
    )
    return found
