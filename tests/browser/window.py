"""Windows of the browser: open pages of different widths that go from address to address."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, Route

from tests.browser.pages import SitePage

WIDTHS = (320, 1280)
"""An old phone, and a desk."""
HEIGHT = 800
GIVEN = tuple(
    (Path(__file__).parent / name).read_text("utf-8")
    for name in ("seeing.js", "painted.js", "axe.js")
)
"""What each page is given before its own first line."""
# axe is half a megabyte: a page that nobody looks at with it does not have to run it.
AXE_ON_DEMAND = f"window.loadAxe = () => {{ {AXE_SCRIPT} }};"


@dataclass
class Window:
    """An open page of the browser."""

    page: Page
    is_held: bool = False
    """Whether the page is kept from being left."""

    def visit(self, site_page: SitePage) -> Page:
        """Open a page of a site and return it."""
        if self.is_held:
            self.page.unroute_all()
        self.is_held = site_page.layout == "redirect"
        if self.is_held:
            self.page.route(lambda url: url != site_page.address, _stay)
        answer = self.page.goto(site_page.address)
        assert answer is not None
        assert answer.ok, f"{site_page.address} did not answer"
        return self.page

    def resize(self, width: int) -> None:
        """Make the window as wide as this, and as high as a screen."""
        size = {"width": width, "height": HEIGHT}
        if self.page.viewport_size != size:
            self.page.set_viewport_size(size)  # type: ignore[arg-type]


def _stay(route: Route) -> None:
    """Keep a reader who is sent on: "no content" leaves them where they are."""
    if route.request.is_navigation_request():
        route.fulfill(status=204)
    else:
        route.continue_()


def new_context(browser: Browser, width: int) -> BrowserContext:
    """Return a context whose pages hold still and can be asked what is seen of them."""
    size = {"width": width, "height": HEIGHT}
    context = browser.new_context(viewport=size, reduced_motion="reduce")  # type: ignore[arg-type]
    for script in (*GIVEN, AXE_ON_DEMAND):
        context.add_init_script(script)
    return context


@contextmanager
def as_high_as_its_content(page: Page) -> Iterator[None]:
    """Show the whole page at once until the block ends."""
    before = page.viewport_size
    assert before
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": before["width"], "height": max(height, before["height"])})
    yield
    page.set_viewport_size(before)


@contextmanager
def with_styles(page: Page, css: str) -> Iterator[None]:
    """Add styles of the reader's own until the block ends; no policy of the page holds them off."""
    page.evaluate(
        """css => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(css);
            document.adoptedStyleSheets = [sheet];
        }""",
        css,
    )
    yield
    page.evaluate("() => { document.adoptedStyleSheets = []; }")


@contextmanager
def with_doubled_text(page: Page) -> Iterator[None]:
    """Double the size of text that the browser starts from, as its settings do.

    This is what a reader does who asks for very large text. Lengths in rem grow, and so do those
    in media queries, which a style for the root would leave as they were.
    """
    session = page.context.new_cdp_session(page)
    _set_font_sizes(session, 2)
    yield
    _set_font_sizes(session, 1)
    session.detach()


def _set_font_sizes(session: CDPSession, times: int) -> None:
    sizes = {"standard": 16 * times, "fixed": 13 * times}
    session.send("Page.setFontSizes", {"fontSizes": sizes})


def start_over(page: Page) -> None:
    """Put the keyboard before everything on the page."""
    page.evaluate(
        """() => {
            scrollTo(0, 0);
            document.body.tabIndex = -1;
            document.body.focus({ preventScroll: true });
            document.body.removeAttribute("tabindex");
        }"""
    )
