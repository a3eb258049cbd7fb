"""Privacy: what a page asks for, keeps, complains of and forbids itself while it is read."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, Request

from tests.browser.pages import SitePage
from tests.browser.policy import loose_parts
from tests.browser.weight import Weight, counting, weight_of
from tests.browser.window import WIDTHS, Window, new_context
from tests.browser.without_script import Shown

# Every way to keep something on the reader's machine leaves a mark in `touched`, and whatever a
# policy holds off leaves one in `heldOff`.
WATCH = """
window.touched = [];
window.heldOff = [];
for (const name of ["getItem", "setItem"]) {
  const real = Storage.prototype[name];
  Storage.prototype[name] = function (...given) {
    window.touched.push(name);
    return real.apply(this, given);
  };
}
for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
  const real = Object.getOwnPropertyDescriptor(window, name)?.get;
  if (real) Object.defineProperty(window, name, {
    get() { window.touched.push(name); return real.call(window); },
  });
}
const cookie = Object.getOwnPropertyDescriptor(Document.prototype, "cookie");
Object.defineProperty(document, "cookie", {
  get() { window.touched.push("cookie"); return cookie.get.call(document); },
  set(text) { window.touched.push("cookie"); cookie.set.call(document, text); },
});
addEventListener("securitypolicyviolation", event =>
  window.heldOff.push(`${event.effectiveDirective} held off ${event.blockedURI}`));
"""

POLICIES = """[...document.querySelectorAll("meta[http-equiv='Content-Security-Policy' i]")]
    .filter(one => !document.querySelector("link,script,style,img")
        || one.compareDocumentPosition(document.querySelector("link,script,style,img"))
            & Node.DOCUMENT_POSITION_FOLLOWING)
    .map(one => one.content)
"""
FETCH_ALL = """() => {
    const late = [...document.querySelectorAll("[loading=lazy]")];
    for (const one of late) one.loading = "eager";
    return Promise.all(late.map(one => one.complete !== false ||
        new Promise(done => { one.onload = one.onerror = done; })));
}"""
NOTED = f"() => [window.touched, window.heldOff, {POLICIES}]"

NOTHING = Shown("", (), has_script=False)
WEIGHTLESS = Weight(())


@dataclass
class Visit:
    """What happened while one page was read."""

    requests: list[str] = field(default_factory=list)
    """Addresses that the page asked for, its own first."""
    complaints: list[str] = field(default_factory=list)
    """Errors and warnings in the console, and requests that failed."""
    cookies: list[Any] = field(default_factory=list)
    touched: list[str] = field(default_factory=list)
    """Ways to keep something on the reader's machine that the page used."""
    held_off: list[str] = field(default_factory=list)
    """What the page's own policy did not let it do."""
    policies: list[str] = field(default_factory=list)
    """Policies that stand before anything they are to rule."""
    shown: Shown = NOTHING
    weight: Weight = WEIGHTLESS


def watching_context(browser: Browser) -> BrowserContext:
    """Return a context in which pages are watched, as wide as a desk."""
    return watched(new_context(browser, max(WIDTHS)))


def watched(context: BrowserContext) -> BrowserContext:
    """Have every page of a context watched from before its first line."""
    context.add_init_script(WATCH)
    return context


def read(window: Window, site_page: SitePage) -> Visit:
    """Read one page in a window that watches, at a desk, and say what happened."""
    return read_at(window, site_page, (max(WIDTHS),))[max(WIDTHS)]


def read_at(window: Window, site_page: SitePage, widths: Iterable[int]) -> dict[int, Visit]:
    """Read one page at some widths, and say what had happened until the end of each.

    The page is opened at the first of them; then the window is made wider, as readers do. What
    waits until somebody comes near is fetched too, after the first view was weighed.
    """
    page, visit, visits = window.page, Visit(), dict[int, Visit]()
    with _noting(page, visit), counting(page) as parts:
        for width in widths:
            window.resize(width)
            if not visits:
                window.visit(site_page)
                visit.weight = weight_of(page, parts)
            page.evaluate(FETCH_ALL)
            visits[width] = _so_far(page, visit)
    return visits


def _so_far(page: Page, visit: Visit) -> Visit:
    """Return what happened up to now, and what the page shows now."""
    touched, held_off, policies = page.evaluate(NOTED)
    cookies = list(page.context.cookies())
    if cookies:
        page.context.clear_cookies()
    return replace(
        visit,
        requests=[*visit.requests],
        complaints=[*visit.complaints],
        cookies=cookies,
        touched=touched,
        held_off=held_off,
        policies=policies,
        shown=Shown.on(page),
    )


@contextmanager
def _noting(page: Page, visit: Visit) -> Iterator[None]:
    """Note until the block ends what a page asks for and complains of, from its own address on."""
    listeners: Mapping[Any, Callable[[Any], None]] = {
        "request": lambda request: visit.requests.append(request.url),
        "requestfailed": lambda request: _note_failure(visit, request),
        "pageerror": lambda error: visit.complaints.append(str(error)),
        "console": lambda line: visit.complaints.append(f"{line.type}: {line.text}"),
    }
    page.goto("about:blank")
    for event, listener in listeners.items():
        page.on(event, listener)
    yield
    for event, listener in listeners.items():
        page.remove_listener(event, listener)


def strangers(visit: Visit) -> Iterator[str]:
    """Yield each request to another origin than the page's own."""
    origin = "/".join(visit.requests[0].split("/")[:3])
    for address in visit.requests:
        if not address.startswith((f"{origin}/", "data:")):
            yield f"asks {address}"


def traces(visit: Visit) -> Iterator[str]:
    """Yield each way in which the page keeps or looks for something on the reader's machine."""
    for name in visit.touched:
        yield f"touches {name}"
    for cookie in visit.cookies:
        yield f"sets the cookie {cookie['name']}"


def policy_faults(visit: Visit) -> Iterator[str]:
    """Yield what is wrong with the page's policy, and what it had to hold off."""
    if not visit.policies:
        yield "has no policy before its first style or script"
    for policy in visit.policies:
        yield from loose_parts(policy)
    yield from visit.held_off


def _note_failure(visit: Visit, request: Request) -> None:
    # The way onward from a redirect is held up on purpose.
    if not request.is_navigation_request():
        visit.complaints.append(f"failed: {request.url}")
