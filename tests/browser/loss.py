"""Nothing is lost: no text is cut off, covered by other text, or out of the window.

This has to hold with text of twice the size (WCAG 1.4.4) and with the spacing that readers may
ask for (1.4.12), at each width; at 320 px that is more than WCAG asks.
"""

from playwright.sync_api import Page

from tests.browser.finding import Finding, find
from tests.browser.window import with_doubled_text, with_styles

SPACING = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-block-end: 2em !important }
"""
"""The spacing of WCAG 1.4.12."""

LOST = """() => {
    const texts = seeing.texts();
    const hides = value => value === "hidden" || value === "clip";
    const found = [];
    for (const { element, boxes } of texts) {
        for (let at = element; at && at !== document.body; at = at.parentElement) {
            const { overflowX, overflowY } = seeing.style(at);
            if (!hides(overflowX) && !hides(overflowY)) continue;
            const edge = at.getBoundingClientRect();
            // A box of text is higher than its letters: a quarter of it may be empty.
            const isCut = box =>
                (hides(overflowX) && (box.left < edge.left - 1 || box.right > edge.right + 1)) ||
                (hides(overflowY) && (box.top < edge.top - box.height / 4 ||
                                      box.bottom > edge.bottom + box.height / 4));
            if (boxes.some(isCut)) {
                found.push([seeing.name(element), `is cut by ${seeing.step(at)}`]);
            }
        }
    }

    const width = document.documentElement.clientWidth;
    found.push(...texts
        .filter(({ boxes }) => boxes.some(box => box.left < -1 || box.right > width + 1))
        .map(({ element }) => [seeing.name(element), "is partly outside the window"]));

    // Letters leave the top and the foot of their box empty.
    const letters = ({ element, boxes }) => boxes.map(box => ({
        element, left: box.left, right: box.right,
        top: box.top + box.height * .15, bottom: box.bottom - box.height * .1,
    }));
    const all = texts.flatMap(letters).sort((a, b) => a.top - b.top);
    all.forEach((one, number) => {
        for (const other of all.slice(number + 1)) {
            if (other.top >= one.bottom - 1) break;
            const shared = Math.min(one.right, other.right) - Math.max(one.left, other.left);
            if (shared > 1) {
                found.push([seeing.name(other.element), `overlaps ${seeing.name(one.element)}`]);
            }
        }
    });
    return found;
}"""

REMEMBER = """() => {
    window.sizes = new Map(seeing.texts().map(({ node, boxes }) => [node, boxes[0].height]));
}"""

GONE = """() => {
    const shown = new Set(seeing.texts().map(({ node }) => node));
    return [...window.sizes.keys()].filter(node => !shown.has(node))
        .map(node => [seeing.name(node.parentElement), "is no longer shown"]);
}"""

# A heading that is larger than the doubled text of the body may grow by less, but has to grow.
NOT_GROWN = """() => {
    const size = one => parseFloat(seeing.style(one).fontSize);
    return seeing.texts()
        .filter(({ element }) => !element.ownerSVGElement)
        .map(({ element, node, boxes }) => [element, boxes[0].height / window.sizes.get(node)])
        .filter(([one, times]) => times < (size(one) > size(document.body) ? 1.1 : 1.8))
        .map(([one]) => [seeing.name(one), "does not grow with the reader's text size"]);
}"""


def lost_text(page: Page) -> list[Finding]:
    """Return text that can not be read as the page is shown now."""
    return find(page, LOST)


def lost_with_spacing(page: Page) -> list[Finding]:
    """Return text that is lost when a reader spaces text out."""
    page.evaluate(REMEMBER)
    with with_styles(page, SPACING):
        return [*lost_text(page), *find(page, GONE)]


def lost_with_doubled_text(page: Page) -> list[Finding]:
    """Return text that is lost, or stays small, when a reader doubles the size of text."""
    page.evaluate(REMEMBER)
    with with_doubled_text(page):
        return [*lost_text(page), *find(page, NOT_GROWN)]
