"""The policy in force: what is put into a page gets nowhere, and a preview still reloads."""

from collections.abc import Iterator
from threading import Thread

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as BrowserPage

from site_builder.doors.preview import Preview
from tests.browser.pages import SitePage
from tests.browser.window import Window
from tests.conftest import SiteFolder

pytestmark = pytest.mark.browser

WATCH = """
window.refused = [];
document.addEventListener("securitypolicyviolation", event =>
  refused.push(`${event.effectiveDirective} ${event.blockedURI}`));
"""
TRY = """async () => {
  const add = (name, parts) => document.body.append(
    Object.assign(document.createElement(name), parts));
  add("script", {textContent: "window.ran = true"});
  add("script", {src: "../../feed.xml"});
  add("style", {textContent: "body { color: red }"});
  add("img", {src: "http://127.0.0.1:1/pixel.png"});
  add("iframe", {src: "./"});
  add("base", {href: "http://127.0.0.1:1/"});
  document.body.setAttribute("style", "color: red");
  await fetch("http://127.0.0.1:1/").catch(() => 0);
  await new Promise(done => setTimeout(done, 200));
  return {ran: window.ran ?? false, refused: refused.map(one => one.split(" ")[0])};
}"""


@pytest.fixture
def story(browser: Browser, sample: tuple[SitePage, ...]) -> Iterator[BrowserPage]:
    """Open a story in a page that notes whatever its policy refuses."""
    page = browser.new_page()
    page.add_init_script(WATCH)
    yield Window(page).visit(next(one for one in sample if one.layout == "case-study"))
    page.close()


def test_whatever_else_is_put_into_a_page_is_refused(story: BrowserPage) -> None:
    """A script, a style, a frame, a request or another host's image gets nowhere."""
    found = story.evaluate(TRY)
    assert not found["ran"]
    assert set(found["refused"]) == {
        "script-src-elem", "style-src-elem", "style-src-attr", "img-src", "frame-src",
        "connect-src", "base-uri",
    }  # fmt: skip


@pytest.fixture
def previewed(site: SiteFolder) -> Iterator[Preview]:
    """Serve a preview of the small site from a thread."""
    preview = Preview(site.settings, port=0)
    thread = Thread(target=preview.serve, daemon=True)
    thread.start()
    preview.wait_for_news(0)
    yield preview
    preview.shutdown()
    thread.join(10)


def test_preview_reloads_a_page_in_spite_of_its_policy(
    browser: Browser, previewed: Preview, site: SiteFolder
) -> None:
    """The author sees a change without doing anything, and the console has nothing to say."""
    page = browser.new_page()
    said = complaints_of(page)
    page.goto(f"{previewed.address}about/")
    site.edit("content/pages/about.md", "title: About this site", "title: About another site")
    page.wait_for_selector("h1:text('About another site')")
    page.close()
    assert said == []


def complaints_of(page: BrowserPage) -> list[str]:
    """Return a list that grows with what the console is told."""
    said: list[str] = []
    page.on("console", lambda line: said.append(f"{line.type}: {line.text}"))
    page.on("pageerror", lambda error: said.append(str(error)))
    return said
