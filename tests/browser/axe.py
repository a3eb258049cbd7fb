"""What axe says of a page: levels A and AA, contrast at level AAA, and best practice.

axe has two rules of contrast that take turns: one up to level AA and one from there to AAA. Here
the first asks for level AAA at once, so each text is measured once and nothing is asked less.

Of texts that are painted alike axe measures one, and what it says of that holds for all of them:
the same colours, size and weight, on the same grounds, under and over the same other things. So a
list of a hundred equal links is one measurement; `painted.js` says what makes two texts alike.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from playwright.sync_api import Page

from tests.browser.finding import Finding, find
from tests.browser.window import as_high_as_its_content

CONTRAST = "color-contrast"
# What axe's own rule of level AA says, with the ratios of level AAA.
MEASURED = {
    "ignoreUnicode": True,
    "ignoreLength": False,
    "ignorePseudo": False,
    "boldValue": 700,
    "boldTextPt": 14,
    "largeTextPt": 18,
    "contrastRatio": {"normal": {"expected": 7}, "large": {"expected": 4.5}},
    "pseudoSizeThreshold": 0.25,
    "shadowOutlineEmMax": 0.1,
    "textStrokeEmMin": 0.03,
}
# axe holds back target sizes, and what WCAG asks at level AAA, unless they are asked for by name.
OPTIONS = {
    "resultTypes": ["violations", "incomplete"],
    "elementRef": True,
    "selectors": False,
    "preload": False,
    "iframes": False,
    "checks": {CONTRAST: {"options": MEASURED}},
    "rules": {
        "identical-links-same-purpose": {"enabled": True},
        "target-size": {"enabled": True},
    },
}
COLOURS = (CONTRAST, "link-in-text-block")
"""Rules whose verdict hangs on colours, and so on the colour scheme."""
ALIKE = "identical-links-same-purpose"
RUN = """async ([options, contrast, alike]) => {
    loadAxe();
    const rule = axe._audit.rules.find(({ id }) => id === contrast);
    window.everyText ??= rule.matches;
    const chosen = painted.oneOfEach();
    rule.matches = (one, ...more) => chosen.has(one) && everyText.call(rule, one, ...more);
    const { violations, incomplete } = await axe.run(options);
    const nodes = rules => rules.flatMap(({ id, help, nodes }) =>
        nodes.map(node => ({ id, help, element: node.element, data: node.any[0]?.data,
            why: [...node.any, ...node.all, ...node.none].map(({ message }) => message) })));
    const found = ({ id, help, element, why }) =>
        [seeing.name(element), `${id}: ${why.join("; ") || help}`];
    const open = nodes(incomplete);
    window.undecided = open.filter(({ id }) => id === contrast)
        .map(node => [node.element, node.data.expectedContrastRatio, found(node)]);
    const left = open.filter(({ id }) => id === alike);
    return [[...nodes(violations), ...left].map(found), window.undecided.length];
}"""

# axe gives up where a drawing's shapes go beyond the edge of the drawing, where nobody sees them,
# and where a link is stretched over a whole card without painting anything.
UNDECIDED = """() => {
    const isPainted = other => other.ownerSVGElement || other.matches("img,video,canvas") ||
        ["", "::before", "::after"].some(part =>
            painted.hasGround(seeing.style(other, part || undefined)));
    const texts = seeing.texts();
    return window.undecided.filter(([one, least]) => {
        const boxes = texts.filter(({ element }) => element === one).flatMap(t => t.boxes);
        const places = boxes.flatMap(({ left, right, top, bottom }) =>
            [left + 1, (left + right) / 2, right - 1].map(x => [x, (top + bottom) / 2]));
        const isClear = ([x, y]) => document.elementsFromPoint(x, y)
            .every(other => other.contains(one) || one.contains(other) || !isPainted(other));
        const ratio = seeing.contrast(seeing.rgba(seeing.style(one).color), seeing.ground(one));
        return !places.every(isClear) || ratio < parseFloat(least);
    }).map(([, , found]) => found);
}"""


def violations(page: Page) -> list[Finding]:
    """Return what axe finds on the page as it is shown now, and what it leaves open."""
    return _run(page, OPTIONS)


def violations_of_colour(page: Page) -> list[Finding]:
    """Return what axe finds by the rules that look at colours."""
    return _run(page, OPTIONS | {"runOnly": {"type": "rule", "values": COLOURS}})


def _run(page: Page, options: Mapping[str, Any]) -> list[Finding]:
    pairs: Sequence[Sequence[str]]
    pairs, undecided = page.evaluate(RUN, [options, CONTRAST, ALIKE])
    found = [Finding(element, fault) for element, fault in dict.fromkeys(map(tuple, pairs))]
    if undecided:
        # Only what is in the window can be asked for what lies over it.
        with as_high_as_its_content(page):
            found += find(page, UNDECIDED)
    return found
