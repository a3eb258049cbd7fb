"""Paper: what is of no use there is gone, addresses are shown, nothing is cut or too pale."""

import io
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.finding import Finding, find
from tests.browser.loss import lost_text

PAPER = 718
"""CSS pixels across a sheet of A4 between margins of 10 mm."""
CONTRAST = 4.5

USELESS = """() => {
    const parts = "nav,[role=navigation],form,[role=search],button,input,select,textarea";
    const skip = seeing.controls().slice(0, 1).filter(one => one.matches("a[href^='#']"));
    return [...document.querySelectorAll(parts), ...skip]
        .filter(one => seeing.isShown(one))
        .map(one => [seeing.name(one), "is of no use on paper and is printed"]);
}"""

WITHOUT_ADDRESS = """() => [...document.querySelectorAll("a[href^='http']")]
    .filter(one => one.origin !== location.origin && seeing.isShown(one))
    .filter(one => !one.textContent.includes(one.getAttribute("href")))
    .filter(one => {
        const added = seeing.style(one, "::after").content;
        return !added.includes(one.getAttribute("href")) && !added.includes("attr(href");
    })
    .map(one => [seeing.name(one), "leads to another site and does not print its address"])
"""

PALE = """least => seeing.texts()
    .map(({ element }) => [element, seeing.rgba(seeing.style(element).color)])
    .map(([element, colour]) => [element, seeing.contrast(colour, [255, 255, 255, 1])])
    .filter(([, contrast]) => contrast < least)
    .map(([element, contrast]) => [seeing.name(element), `is too pale: ${contrast.toFixed(2)}`])
"""

PARTED = """() => [...document.querySelectorAll("h2,h3,h4")]
    .filter(one => seeing.isShown(one) && !seeing.style(one).breakAfter.startsWith("avoid"))
    .map(one => [one.localName, "can stand at the foot of a sheet without its text"])
"""


@contextmanager
def on_paper(page: Page) -> Iterator[None]:
    """Show a page as it is printed until the block ends."""
    before = page.viewport_size
    assert before
    page.emulate_media(media="print")
    page.set_viewport_size({"width": PAPER, "height": 1000})
    yield
    page.set_viewport_size(before)
    # Not "screen": a PDF would then be printed in the styles of the screen.
    page.emulate_media(media="null")


def faults_on_paper(page: Page) -> list[Finding]:
    """Return what is wrong with the page when it is printed."""
    with on_paper(page):
        return [
            *find(page, USELESS),
            *find(page, WITHOUT_ADDRESS),
            *find(page, PALE, CONTRAST),
            *find(page, PARTED),
            *lost_text(page),
        ]


def sheets(page: Page) -> list[str]:
    """Print the page and return the text of each sheet."""
    printed = PdfReader(io.BytesIO(page.pdf(format="A4")))
    return [" ".join(sheet.extract_text().split()) for sheet in printed.pages]
