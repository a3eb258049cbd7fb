"""One browser and two sites for all of these tests, and one open page for each width."""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright

from tests.browser.chromium import ARGUMENTS, NoBrowser, find_chromium
from tests.browser.sites import (
    DEMONSTRATION,
    PAGES,
    SMALL,
    Served,
    build_demonstration,
    build_small,
    served,
)

# Every way to keep something on the reader's machine leaves a mark in `touched`.
WATCH_STORAGE = """
window.touched = [];
for (const name of ["getItem", "setItem"]) {
  const real = Storage.prototype[name];
  Storage.prototype[name] = function (...given) {
    window.touched.push(name);
    return real.apply(this, given);
  };
}
for (const name of ["localStorage", "sessionStorage"]) {
  const real = Object.getOwnPropertyDescriptor(window, name).get;
  Object.defineProperty(window, name, {
    get() { window.touched.push(name); return real.call(window); },
  });
}
const cookie = Object.getOwnPropertyDescriptor(Document.prototype, "cookie");
Object.defineProperty(document, "cookie", {
  get() { window.touched.push("cookie"); return cookie.get.call(document); },
  set(text) { window.touched.push("cookie"); cookie.set.call(document, text); },
});
"""


WIDTHS = (320, 1280)
"""An old phone, and a desk."""


@dataclass
class Window:
    """An open page of the browser that goes from address to address."""

    page: Page
    addresses: Mapping[str, str]
    """The address of each page under test, by its name in PAGES."""

    def visit(self, name: str) -> Page:
        """Open a page under test and return it."""
        self.page.unroute_all()
        if name == "redirect":
            # The page sends its reader on at once; "no content" keeps them, so it can be read.
            onward = self.addresses["picture"]
            self.page.route(onward, lambda route: route.fulfill(status=204))
        answer = self.page.goto(self.addresses[name])
        assert answer is not None
        assert answer.ok, f"{self.addresses[name]} did not answer"
        return self.page


@dataclass(frozen=True)
class Shown:
    """What a reader has in front of them."""

    text: str
    links: list[str]
    """Where each link leads, in order."""

    @classmethod
    def on(cls, page: Page) -> Self:
        links = page.eval_on_selector_all("a[href]", "all => all.map(one => one.href)")
        return cls(" ".join(page.inner_text("body").split()), links)


@dataclass
class Visit:
    """What happened while one page was read in a browser of its own."""

    requests: list[str] = field(default_factory=list)
    """Addresses that the page asked for, its own first."""
    complaints: list[str] = field(default_factory=list)
    """Errors and warnings in the console, and requests that failed."""
    cookies: list[Any] = field(default_factory=list)
    touched: list[str] = field(default_factory=list)
    """Ways to keep something on the reader's machine that the page used."""
    shown: Shown = Shown("", [])


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium once; without one the tests fail, for a look not taken proves nothing."""
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
        try:
            path = find_chromium(os.environ, shutil.which, own)
        except NoBrowser as error:
            pytest.fail(str(error), pytrace=False)
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(build_demonstration(tmp_path_factory.mktemp("demonstration"))) as site:
        yield site


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(build_small(tmp_path_factory.mktemp("small"))) as site:
        yield site


@pytest.fixture(scope="session")
def addresses(demonstration: Served, small: Served) -> Mapping[str, str]:
    """Return the address of each page under test, by its name."""
    found = {name: demonstration.address(pattern) for name, pattern in DEMONSTRATION.items()}
    return found | {name: small.address(pattern) for name, pattern in SMALL.items()}


@pytest.fixture(scope="session")
def windows(browser: Browser, addresses: Mapping[str, str]) -> Iterator[Mapping[int, Window]]:
    """Keep one page open for each width."""
    pages = {width: browser.new_page(viewport={"width": width, "height": 800}) for width in WIDTHS}
    yield {width: Window(page, addresses) for width, page in pages.items()}
    for page in pages.values():
        page.close()


@pytest.fixture
def narrow(windows: Mapping[int, Window]) -> Window:
    return windows[320]


@pytest.fixture
def wide(windows: Mapping[int, Window]) -> Window:
    return windows[1280]


@pytest.fixture(scope="session")
def without_script(browser: Browser, addresses: Mapping[str, str]) -> Iterator[Window]:
    """Keep a page open in a browser that runs no JavaScript."""
    context = browser.new_context(java_script_enabled=False)
    yield Window(context.new_page(), addresses)
    context.close()


@pytest.fixture(scope="session")
def visits(browser: Browser, addresses: Mapping[str, str]) -> Iterator[Mapping[str, Visit]]:
    """Read each page once in a browser that watches, and say what happened."""
    context = browser.new_context(viewport={"width": 1280, "height": 4000})
    context.add_init_script(WATCH_STORAGE)
    window = Window(context.new_page(), addresses)
    yield {name: _visit(window, name) for name in PAGES}
    context.close()


def _visit(window: Window, name: str) -> Visit:
    visit, page = Visit(), window.page
    listeners: Mapping[Any, Callable[[Any], None]] = {
        "request": lambda request: visit.requests.append(request.url),
        "requestfailed": lambda request: _note_failure(visit, request),
        "pageerror": lambda error: visit.complaints.append(str(error)),
        "console": lambda line: visit.complaints.append(f"{line.type}: {line.text}"),
    }
    page.goto("about:blank")
    page.context.clear_cookies()
    for event, listener in listeners.items():
        page.on(event, listener)
    window.visit(name)
    visit.touched = page.evaluate("window.touched")
    visit.cookies = list(page.context.cookies())
    visit.shown = Shown.on(page)
    for event, listener in listeners.items():
        page.remove_listener(event, listener)
    return visit


def _note_failure(visit: Visit, request: Request) -> None:
    # The way onward from a redirect is held up on purpose.
    if not request.is_navigation_request():
        visit.complaints.append(f"failed: {request.url}")
