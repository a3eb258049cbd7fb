"""Targets (WCAG 2.5.8): what is clicked or tapped is 24 px wide and high, or is excused.

Excused is a link in a sentence, whose height is that of the words around it, and a small target
that stands alone: a circle of 24 px on its middle meets no other target, nor such a circle of
another small one.
"""

from playwright.sync_api import Page

from tests.browser.finding import Finding, find

SIZE = 24

TOO_SMALL = """size => {
    const TARGETS = "a[href],button,input:not([type=hidden]),select,textarea,summary," +
        "[role=button],[role=link],[onclick]";
    const targets = [...document.querySelectorAll(TARGETS)].filter(one => seeing.isShown(one));

    // The label of a box to tick is part of the target.
    const parts = one => [one, ...(one.labels ?? [])].flatMap(part => [...part.getClientRects()]);

    function around(boxes) {
        const edge = (side, most) => Math[most](...boxes.map(box => box[side]));
        return { left: edge("left", "min"), right: edge("right", "max"),
                 top: edge("top", "min"), bottom: edge("bottom", "max") };
    }

    const width = box => box.right - box.left, height = box => box.bottom - box.top;
    // Browsers round parts of pixels.
    const isSmall = box => width(box) < size - .01 || height(box) < size - .01;

    /** Tell whether a target stands among words that are no target, in the same block. */
    function isInSentence(one) {
        if (seeing.style(one).display !== "inline") return false;
        let block = one.parentElement;
        while (/^(inline|contents)$/.test(seeing.style(block).display)) block = block.parentElement;
        const others = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        while (others.nextNode()) {
            const { data, parentElement } = others.currentNode;
            const isInline = isWithinLine(parentElement, block);
            if (isInline && !parentElement.closest(TARGETS) && /\\p{L}|\\p{N}/u.test(data)
                && seeing.isShown(parentElement)) return true;
        }
        return false;
    }

    function isWithinLine(one, block) {
        for (let at = one; at !== block; at = at.parentElement) {
            if (seeing.style(at).display !== "inline") return false;
        }
        return true;
    }

    const all = targets.map(one => ({ one, boxes: parts(one), box: around(parts(one)) }));
    const middle = ({ box }) => [(box.left + box.right) / 2, (box.top + box.bottom) / 2];

    function meets(small, other) {
        const [x, y] = middle(small);
        if (isSmall(other.box)) {
            const [X, Y] = middle(other);
            if (Math.hypot(x - X, y - Y) < size) return true;
        }
        return other.boxes.some(box => {
            const aside = Math.max(box.left - x, 0, x - box.right);
            const away = Math.max(box.top - y, 0, y - box.bottom);
            return Math.hypot(aside, away) < size / 2;
        });
    }

    const found = [];
    for (const target of all.filter(({ box }) => isSmall(box))) {
        if (isInSentence(target.one)) continue;
        const near = all.find(other => !other.one.contains(target.one) &&
                                       !target.one.contains(other.one) && meets(target, other));
        const measure = `${width(target.box).toFixed(1)} × ${height(target.box).toFixed(1)} px`;
        if (near) {
            const fault = `is ${measure} and near ${seeing.name(near.one)}`;
            found.push([seeing.name(target.one), fault]);
        }
    }
    return found;
}"""


def too_small(page: Page) -> list[Finding]:
    """Return every target that is too small and not excused."""
    return find(page, TOO_SMALL, SIZE)
