"""One browser in each process, every site once for all, and one open page."""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import ARGUMENTS, NoBrowser, find_chromium
from tests.browser.examination import Examined, Examiner, report
from tests.browser.host import Served, served
from tests.browser.pages import SitePage, one_of_each_kind, pages_of
from tests.browser.privacy import watched
from tests.browser.shared import build_shared
from tests.browser.sites import BUILDERS, OTHER_FACES
from tests.browser.window import WIDTHS, Window, new_context
from tests.conftest import LOOKS_TAKEN

SOUND = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A page – A site</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
:root {{ color-scheme: light dark; background: Canvas; color: CanvasText }}
:focus-visible {{ outline: 3px solid CanvasText; outline-offset: 3px }}
a {{ color: inherit }}
.skip {{ position: absolute; inset-inline-start: -99rem; padding: .5rem }}
.skip:focus {{ inset-inline-start: 1rem }}
@media print {{ .skip, nav {{ display: none }} h2 {{ break-after: avoid }}
  a[href^="http"]::after {{ content: " (" attr(href) ")" }} }}
{css}
</style></head>
<body><a class="skip" href="#main">Skip to the content</a>
<header><nav aria-label="Main"><a href="/home" style="display:inline-block;padding:.5rem">Home</a>
</nav></header>
<main id="main" tabindex="-1"><h1>A page</h1>{html}</main></body></html>"""
"""A page without a fault, to which a test adds one."""

Show = Callable[..., Page]
Stands = Callable[[tuple[SitePage, ...]], None]


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
def sites(
    tmp_path_factory: pytest.TempPathFactory, worker_id: str
) -> Iterator[Mapping[str, Served]]:
    """Build every site once for all processes of the tests, and serve it in each, by name."""
    own = tmp_path_factory.getbasetemp()
    run = own if worker_id == "master" else own.parent
    with ExitStack() as stack:
        built = build_shared(BUILDERS, run / "sites")
        yield {
            name: stack.enter_context(served(site.folder, site.layouts))
            for name, site in built.items()
        }


@pytest.fixture(scope="session")
def every_page(sites: Mapping[str, Served]) -> tuple[SitePage, ...]:
    return tuple(page for site in sites.values() for page in pages_of(site))


@pytest.fixture(scope="session")
def sample(sites: Mapping[str, Served]) -> tuple[SitePage, ...]:
    """Return one page of each layout, and what stands for a layout's other faces."""
    chosen: dict[object, SitePage] = {}
    for name, site in sites.items():
        for page in one_of_each_kind(pages_of(site)):
            chosen.setdefault(page.layout, page)
        chosen |= {page: page for page in pages_of(site) if page.path in OTHER_FACES.get(name, ())}
    return tuple(chosen.values())


@pytest.fixture(scope="session")
def window(browser: Browser) -> Iterator[Window]:
    """Keep one page open, in a context that notes what a page does; it is as wide as needed."""
    context = watched(new_context(browser, min(WIDTHS)))
    yield Window(context.new_page())
    context.close()


@pytest.fixture(scope="session")
def without_script(browser: Browser) -> Iterator[Window]:
    """Keep a page open in a browser that runs no JavaScript."""
    context = browser.new_context(java_script_enabled=False)
    yield Window(context.new_page())
    context.close()


@pytest.fixture
def note_looks(record_property: Callable[[str, object], None]) -> Callable[[Examined], None]:
    """Return a function that counts looks that were taken; the end of the run tells the sum."""

    def noted(examined: Examined) -> None:
        record_property(LOOKS_TAKEN, examined.looks)

    return noted


@pytest.fixture
def stands_every_look(
    window: Window, without_script: Window, note_looks: Callable[[Examined], None]
) -> Stands:
    """Return a function that looks at some pages in every way, and fails with all it found."""
    return partial(_stands, Examiner(window, without_script), note_looks)


@pytest.fixture
def stands_every_reading(
    window: Window, without_script: Window, note_looks: Callable[[Examined], None]
) -> Stands:
    """Return a function that reads some pages, looks at none, and fails with all it found."""
    return partial(_stands, Examiner(window, without_script, looks={}), note_looks)


def _stands(
    examiner: Examiner, note: Callable[[Examined], None], pages: tuple[SitePage, ...]
) -> None:
    examined = examiner.examine(pages)
    note(examined)
    assert examined.seen == [], report(examined.seen)


@pytest.fixture
def show(window: Window) -> Show:
    """Return a function that shows a page without a fault, with some HTML and CSS added."""

    def shown(html: str = "", css: str = "", *, width: int = 320) -> Page:
        window.resize(width)
        page = window.page
        page.goto("about:blank")
        page.emulate_media(color_scheme="light")
        page.set_content(SOUND.format(html=html, css=css))
        return page

    return shown
