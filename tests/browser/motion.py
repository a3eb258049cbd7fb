"""Motion: nothing moves by itself for a reader who asks for less of it."""

from playwright.sync_api import Page

from tests.browser.finding import Finding, find

MOVING = """() => {
    const seconds = text => Math.max(...text.split(",").map(parseFloat));
    const found = [];
    for (const one of document.querySelectorAll("*")) {
        for (const part of ["", "::before", "::after"]) {
            const style = seeing.style(one, part || undefined);
            if (part && style.content === "none") continue;
            const moves = style.animationName !== "none" && seconds(style.animationDuration) > .01;
            if (moves) found.push([seeing.name(one) + part, `runs ${style.animationName}`]);
            if (seconds(style.transitionDuration) > .01) {
                found.push([seeing.name(one) + part, `changes ${style.transitionProperty} slowly`]);
            }
            if (style.scrollBehavior === "smooth") {
                found.push([seeing.name(one) + part, "scrolls smoothly"]);
            }
        }
        if (one.matches("marquee,video[autoplay],svg animate,svg animateTransform")) {
            found.push([seeing.name(one), "moves by itself"]);
        }
    }
    return found;
}"""


def moving(page: Page) -> list[Finding]:
    """Return what moves although the reader asked for less motion."""
    page.emulate_media(reduced_motion="reduce")
    return find(page, MOVING)
