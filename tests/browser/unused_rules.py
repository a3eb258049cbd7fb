"""Rules of a stylesheet that no page uses: dead weight for every reader."""

from collections.abc import Iterable

from playwright.sync_api import Page

# A state that a reader brings about, or that CSS itself makes, is taken off: the element has to
# be there all the same. What stands in brackets of :has() is looked for as it is.
NO_STATE = r"::?(hover|focus-visible|focus|visited|before|after|first-letter|marker|open)\b"

SELECTORS = """() => {
    const found = [];
    const walk = rules => [...rules].forEach(rule => {
        if (rule.selectorText) found.push(rule.selectorText);
        if (rule.cssRules) walk(rule.cssRules);
    });
    [...document.styleSheets].forEach(sheet => walk(sheet.cssRules));
    return found;
}"""
MATCHED = """([selectors, state]) => selectors.filter(selector => {
    const plain = selector.replace(new RegExp(state, "g"), "").replaceAll("[open]", "");
    return document.querySelector(plain.replace(/(^|[\\s>+~(])(?=$|[,)])/g, "$1*"));
})"""


def selectors_of(page: Page) -> set[str]:
    """Return every single selector of a page's stylesheets, those in media queries too."""
    lists: list[str] = page.evaluate(SELECTORS)
    return {one for selector in lists for one in split(selector)}


def matched(page: Page, selectors: Iterable[str]) -> set[str]:
    """Return those of some selectors that something on a page has, whatever its state."""
    return set(page.evaluate(MATCHED, [sorted(selectors), NO_STATE]))


def split(selectors: str) -> list[str]:
    """Return the single selectors of a list; a comma inside brackets does not part them."""
    parts, depth = [""], 0
    for sign in selectors:
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return [part.strip() for part in parts]
