"""Rules of a stylesheet that no page uses: dead weight for every reader."""

from collections.abc import Iterable, Sequence

from playwright.sync_api import Page

# A state that a reader brings about, or that CSS itself makes, is taken off: the element has to
# be there all the same. What stands in brackets of :has() is looked for as it is.
NO_STATE = r"::?(hover|focus-visible|focus|visited|before|after|first-letter|marker|open)\b"

SELECTORS = """styles => {
    const found = [];
    const walk = rules => [...rules].forEach(rule => {
        if (rule.selectorText) found.push(rule.selectorText);
        if (rule.cssRules) walk(rule.cssRules);
    });
    for (const style of styles) {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(style);
        walk(sheet.cssRules);
    }
    return found;
}"""
# A page that is only taken apart runs no script and paints nothing; it has the same elements.
STYLES = """pages => pages.map(page => {
    const parsed = new DOMParser().parseFromString(page, "text/html");
    return [[...parsed.querySelectorAll("link[rel~=stylesheet]")].map(one =>
                one.getAttribute("href")),
            [...parsed.querySelectorAll("style")].map(one => one.textContent)];
})"""
MATCHED = """([pages, selectors, state]) => {
    const parsed = pages.map(page => new DOMParser().parseFromString(page, "text/html"));
    return selectors.filter(selector => {
        const plain = selector.replace(new RegExp(state, "g"), "").replaceAll("[open]", "")
            .replace(/(^|[\\s>+~(])(?=$|[,)])/g, "$1*");
        return parsed.some(page => page.querySelector(plain));
    });
}"""


def styles_of(page: Page, html: Sequence[str]) -> list[tuple[list[str], list[str]]]:
    """Return where the stylesheets of each page are, and the styles that stand in it."""
    return [(sheets, styles) for sheets, styles in page.evaluate(STYLES, html)]


def selectors_of(page: Page, styles: Iterable[str]) -> set[str]:
    """Return every single selector of some stylesheets, those in media queries too."""
    lists: list[str] = page.evaluate(SELECTORS, [*styles])
    return {one for selector in lists for one in split(selector)}


def matched(page: Page, html: Sequence[str], selectors: Iterable[str]) -> set[str]:
    """Return those of some selectors that something on a page has, whatever its state."""
    return set(page.evaluate(MATCHED, [html, sorted(selectors), NO_STATE]))


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
