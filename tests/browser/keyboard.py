"""The keyboard: Tab reaches every control in order, none of them covered, and leaves at the end."""

from asyncio import gather
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import dropwhile, pairwise
from typing import Any

from playwright.sync_api import Page

from tests.browser.finding import Finding
from tests.browser.window import start_over

PATIENCE = 10
"""How many stops more than there are controls: a region that scrolls is one too."""

# Each press of Tab first writes down where the keyboard is since the press before: by then the
# page has scrolled to it.
WATCH = """() => {
    const controls = seeing.controls();
    const stops = window.stops = [];
    const middle = (low, high) => (low + high) / 2;

    function points({ left, right, top, bottom }) {
        const [low, high] = [Math.max(top, 1), Math.min(bottom, innerHeight - 1)];
        const isHigh = bottom - top > innerHeight;
        const [first, last] = isHigh ? [low, high] : [top, bottom];
        return [[middle(left, right), middle(first, last)],
                [left + 2, first + 2], [right - 2, first + 2],
                [left + 2, last - 2], [right - 2, last - 2]];
    }

    function isCovered(one) {
        const boxes = [...one.getClientRects()].filter(box => box.width > 4 && box.height > 4);
        return boxes.length === 0 || boxes.flatMap(points).some(([x, y]) => {
            const hit = document.elementFromPoint(x, y);
            return !hit || !(one.contains(hit) || hit.contains(one));
        });
    }

    function see() {
        const at = document.activeElement;
        const isOut = !at || at === document.body;
        stops.push(isOut ? null : { number: controls.indexOf(at), name: seeing.name(at),
                                    isCovered: isCovered(at) });
    }

    window.watcher?.abort();
    window.watcher = new AbortController();
    const how = { capture: true, signal: window.watcher.signal };
    addEventListener("keydown", event => event.key === "Tab" && see(), how);
    const preferred = controls.filter(one => one.tabIndex > 0);
    return [controls.map(seeing.name), preferred.map(seeing.name)];
}"""

FOCUSED = """() => {
    const one = document.activeElement, box = one.getBoundingClientRect();
    const target = one.hash && document.getElementById(decodeURIComponent(one.hash.slice(1)));
    window.target = target;
    return {
        name: seeing.name(one),
        isFirst: one === seeing.controls().sort((a, b) => b.tabIndex - a.tabIndex)[0],
        isLink: one.matches("a[href^='#']") && target !== null,
        isInView: box.left >= 0 && box.top >= 0 && box.right <= innerWidth
            && box.bottom <= innerHeight,
        isLarge: box.width >= 24 && box.height >= 24,
    };
}"""


@dataclass(frozen=True)
class Walk:
    """What came of pressing Tab from the beginning of a page to its end."""

    controls: list[str]
    """The names of all that the keyboard has to reach, in order."""
    preferred: list[str]
    """Those that ask to be reached before the others."""
    stops: list[Mapping[str, Any]]
    """Where the keyboard stood: the control's number (-1 for another element) and name."""
    has_end: bool
    """Whether it came out at the end."""


def lost_keyboard(page: Page) -> list[Finding]:
    """Return where the keyboard gets stuck, goes astray, or stands on what can not be seen."""
    return list(dict.fromkeys(_faults(walk(page))))


def _faults(walked: Walk) -> Iterator[Finding]:
    yield from _order_faults(walked)
    for stop in walked.stops:
        if stop["isCovered"]:
            yield Finding(stop["name"], "is covered while it has focus")
    if not walked.has_end:
        where = walked.stops[-1]["name"] if walked.stops else "the page"
        yield Finding(where, "does not let the keyboard leave the page")


def _order_faults(walked: Walk) -> Iterator[Finding]:
    reached = [stop["number"] for stop in walked.stops if stop["number"] >= 0]
    for number, name in enumerate(walked.controls):
        if number not in reached:
            yield Finding(name, "is never reached by Tab")
    for before, after in pairwise(reached):
        if after < before:
            yield Finding(walked.controls[before], "is reached before what precedes it")
    for name in walked.preferred:
        yield Finding(name, "has a place of its own in the order of Tab")


def walk(page: Page) -> Walk:
    """Press Tab until the keyboard leaves the page, or it is plain that it does not."""
    start_over(page)
    controls, preferred = page.evaluate(WATCH)
    _hold_down_tab(page, len(controls) + 2)
    for _ in range(PATIENCE):
        lap = list(_lap(page.evaluate("window.stops")))
        if lap[-1] is None:
            return Walk(controls, preferred, lap[:-1], has_end=True)
        page.keyboard.press("Tab")
    return Walk(controls, preferred, lap, has_end=False)


def _hold_down_tab(page: Page, times: int) -> None:
    """Press Tab so many times without letting it go, and without waiting between two of them.

    The browser takes them one after the other; only the answers are awaited together.
    """
    keyboard = page.keyboard

    async def held() -> None:
        await gather(*(keyboard._impl_obj.down("Tab") for _ in range(times)))

    keyboard._sync(held())
    keyboard.up("Tab")


def _lap(stops: Sequence[Any]) -> Iterator[Any]:
    """Yield the stops of the first round, and None if it comes to an end.

    A browser without a toolbar goes from the last control to the page itself or to the first.
    """
    inside = list(dropwhile(lambda stop: stop is None, stops))
    for number, stop in enumerate(inside):
        if stop is None or (number and stop["number"] == inside[0]["number"]):
            yield None
            return
        yield stop


def lost_skip_link(page: Page) -> list[Finding]:
    """Return what is wrong with the link that the first Tab shows and that skips to the content."""
    start_over(page)
    page.keyboard.press("Tab")
    seen = page.evaluate(FOCUSED)
    faults = {
        "is not the first control of the page": seen["isFirst"],
        "does not lead to a place on the page": seen["isLink"],
        "is not in view while it has focus": seen["isInView"],
        "is smaller than 24 px": seen["isLarge"],
    }
    findings = [Finding(seen["name"], fault) for fault, is_right in faults.items() if not is_right]
    return findings or _followed(page, seen["name"])


def _followed(page: Page, name: str) -> list[Finding]:
    page.keyboard.press("Enter")
    if page.evaluate("document.activeElement === window.target"):
        return []
    return [Finding(name, "does not take the keyboard to where it leads")]
