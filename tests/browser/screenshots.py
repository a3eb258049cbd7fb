"""Screenshots of one page of each kind, for a person to look at.

    python -m tests.browser.screenshots

They land in screenshots/, which is not in git: each page on a phone and on a desk, light and
dark, and printed, as a picture and as the PDF that a reader would get.
"""

import os
import shutil
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.browser.examination import BOTH
from tests.browser.host import served
from tests.browser.pages import SitePage, one_of_each_kind, pages_of
from tests.browser.printed import on_paper
from tests.browser.sites import BUILDERS, ROOT
from tests.browser.window import WIDTHS, Window, new_context

TARGET = ROOT / "screenshots"


def main() -> None:
    """Build every site and photograph one page of each kind."""
    shutil.rmtree(TARGET, ignore_errors=True)
    TARGET.mkdir()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        playwright = stack.enter_context(sync_playwright())
        own = Path(playwright.chromium.executable_path)
        path = find_chromium(os.environ, shutil.which, own)
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        for name, build in BUILDERS.items():
            (folder / name).mkdir()
            built = build(folder / name)
            site = stack.enter_context(served(built.folder, built.layouts))
            photograph(browser, name, one_of_each_kind(pages_of(site)), TARGET)
    sys.stdout.write(f"{len(list(TARGET.iterdir()))} files in {TARGET}\n")


def photograph(browser: Browser, site: str, pages: tuple[SitePage, ...], target: Path) -> None:
    """Photograph some pages of a site at each width, in each scheme and on paper."""
    for width in WIDTHS:
        context = new_context(browser, width)
        window = Window(context.new_page())
        for site_page in pages:
            page = window.visit(site_page)
            _photograph(page, target / f"{site}-{_name(site_page)}-{width}", width)
        context.close()


def _photograph(page: Page, start: Path, width: int) -> None:
    for scheme in BOTH:
        page.emulate_media(color_scheme=scheme)
        page.screenshot(path=f"{start}-{scheme}.png", full_page=True)
    if width == max(WIDTHS):
        page.emulate_media(color_scheme="light")
        page.pdf(path=f"{start.parent / start.name.rpartition('-')[0]}-print.pdf", format="A4")
        with on_paper(page):
            page.screenshot(
                path=f"{start.parent / start.name.rpartition('-')[0]}-print.png", full_page=True
            )


def _name(page: SitePage) -> str:
    layout, folder, depth = page.kind
    return "-".join(part for part in (folder, layout, str(depth)) if part).replace("/", "-")


if __name__ == "__main__":
    main()
