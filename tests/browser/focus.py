"""Focus can be seen: what the keyboard stands on has an outline that is painted and stands out."""

from playwright.sync_api import Page

from tests.browser.finding import Finding, find

WIDTH = 2
"""CSS pixels of an outline that is seen (WCAG 2.4.13)."""
CONTRAST = 3
"""An outline against the ground it is painted on (WCAG 1.4.11)."""

UNSEEN = """([width, contrast]) => {
    const hides = ({ overflowX, overflowY }) =>
        [overflowX, overflowY].some(value => value !== "visible");

    function fault(one) {
        const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = seeing.style(one);
        if (!one.matches(":focus-visible")) return "does not take focus";
        if (outlineStyle === "none") return "has no outline when it has focus";
        const [thick, gap] = [parseFloat(outlineWidth), parseFloat(outlineOffset)];
        // "auto" is the browser's own ring, which it makes stand out.
        if (outlineStyle !== "auto") {
            if (thick < width) return `has an outline of only ${outlineWidth}`;
            const ground = seeing.ground(gap < 0 ? one : one.parentElement);
            const ratio = seeing.contrast(seeing.rgba(outlineColor), ground);
            if (ratio < contrast) return `has an outline with a contrast of ${ratio.toFixed(2)}`;
        }
        if (!one.checkVisibility({ opacityProperty: true })) return "is not seen with focus";
        return cut(one, Math.max(0, gap + thick));
    }

    function cut(one, reach) {
        const box = one.getBoundingClientRect();
        for (let at = one.parentElement; at !== document.body; at = at.parentElement) {
            if (!hides(seeing.style(at))) continue;
            const edge = at.getBoundingClientRect();
            if (box.left - reach < edge.left - 1 || box.right + reach > edge.right + 1 ||
                box.top - reach < edge.top - 1 || box.bottom + reach > edge.bottom + 1) {
                return `has an outline that is cut by ${seeing.step(at)}`;
            }
        }
    }

    const found = seeing.controls().flatMap(one => {
        one.focus({ preventScroll: true, focusVisible: true });
        const its = fault(one);
        return its ? [[seeing.name(one), its]] : [];
    });
    document.activeElement?.blur();
    return found;
}"""


def unseen_focus(page: Page) -> list[Finding]:
    """Return every control that does not show when the keyboard stands on it."""
    return find(page, UNSEEN, [WIDTH, CONTRAST])


def unseen_focus_in_forced_colours(page: Page) -> list[Finding]:
    """Return the same when the reader's system sets all colours."""
    page.emulate_media(forced_colors="active")
    findings = unseen_focus(page)
    page.emulate_media(forced_colors="none")
    return findings
