"""The dark scheme changes colours and nothing else: every box stays where it is.

So whatever holds in light and has nothing to do with colours holds in the dark too.
"""

from playwright.sync_api import Page

from tests.browser.finding import Finding, find

REMEMBER = """() => {
    window.places = () => [...document.querySelectorAll("*")].map(one => {
        // What is folded away has no place until somebody asks for it.
        if (!one.checkVisibility()) return [one, "nowhere"];
        const { x, y, width, height } = one.getBoundingClientRect();
        return [one, JSON.stringify([x, y, width, height, seeing.style(one).visibility])];
    });
    scrollTo(0, 0);
    window.inLight = new Map(window.places());
}"""

MOVED = """() => window.places()
    .filter(([one, place]) => window.inLight.get(one) !== place)
    .map(([one]) => [seeing.name(one), "is elsewhere in the dark"])
"""


def moved_in_the_dark(page: Page) -> list[Finding]:
    """Return what is in another place, of another size or hidden in the dark scheme."""
    page.emulate_media(color_scheme="light")
    page.evaluate(REMEMBER)
    page.emulate_media(color_scheme="dark")
    return find(page, MOVED)
