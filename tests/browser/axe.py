"""What axe says of a page: levels A and AA, contrast at level AAA, and best practice.

axe has two rules of contrast that take turns: one up to level AA and one from there to AAA. Here
the first asks for level AAA at once, so each text is measured once and nothing is asked less.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from playwright.sync_api import Page

from tests.browser.finding import Finding
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
    "checks": {CONTRAST: {"options": MEASURED}},
    "rules": {
        "identical-links-same-purpose": {"enabled": True},
        "target-size": {"enabled": True},
    },
}
COLOURS = (CONTRAST, "link-in-text-block")
"""Rules whose verdict hangs on colours, and so on the colour scheme."""
ALIKE = "identical-links-same-purpose"
RUN = """async options => {
    const { violations, incomplete } = await axe.run(options);
    return { violations, incomplete };
}"""

# axe gives up where a drawing's shapes go beyond the edge of the drawing, where nobody sees them,
# and where a link is stretched over a whole card without painting anything.
UNDECIDED = """nodes => nodes.filter(([selector, least]) => {
    const hasGround = style =>
        seeing.rgba(style.backgroundColor)[3] > 0 || style.backgroundImage !== "none";
    const isPainted = other => other.ownerSVGElement || other.matches("img,video,canvas") ||
        ["", "::before", "::after"].some(part => hasGround(seeing.style(other, part || undefined)));
    const one = document.querySelector(selector);
    const boxes = seeing.texts().filter(({ element }) => element === one).flatMap(t => t.boxes);
    const places = boxes.flatMap(({ left, right, top, bottom }) =>
        [left + 1, (left + right) / 2, right - 1].map(x => [x, (top + bottom) / 2]));
    const isClear = ([x, y]) => document.elementsFromPoint(x, y)
        .every(other => other.contains(one) || one.contains(other) || !isPainted(other));
    const ratio = seeing.contrast(seeing.rgba(seeing.style(one).color), seeing.ground(one));
    return !places.every(isClear) || ratio < parseFloat(least);
}).map(([selector]) => selector)
"""


def violations(page: Page) -> list[Finding]:
    """Return what axe finds on the page as it is shown now, and what it leaves open."""
    return _run(page, OPTIONS)


def violations_of_colour(page: Page) -> list[Finding]:
    """Return what axe finds by the rules that look at colours."""
    return _run(page, OPTIONS | {"runOnly": {"type": "rule", "values": COLOURS}})


def _run(page: Page, options: Mapping[str, Any]) -> list[Finding]:
    results = page.evaluate(RUN, options)
    found = [_finding(rule, node) for rule, node in _nodes(results["violations"])]
    return found + _undecided(page, results["incomplete"])


def _undecided(page: Page, incomplete: Any) -> list[Finding]:
    """Return text that is not clear to read, and links alike, which axe leaves to a person."""
    pale = [(rule, node) for rule, node in _nodes(incomplete) if rule["id"] == CONTRAST]
    alike = [(rule, node) for rule, node in _nodes(incomplete) if rule["id"] == ALIKE]
    unclear = _unclear(page, [node for _, node in pale])
    pale = [(rule, node) for rule, node in pale if _where(node) in unclear]
    return [_finding(rule, node) for rule, node in (*pale, *alike)]


def _unclear(page: Page, nodes: Sequence[Any]) -> Sequence[str]:
    """Return where text is not clear to read; only what is in the window can be asked for."""
    if not nodes:
        return ()
    asked = [(_where(node), node["any"][0]["data"]["expectedContrastRatio"]) for node in nodes]
    with as_high_as_its_content(page):
        unclear: Sequence[str] = page.evaluate(UNDECIDED, asked)
        return unclear


def _nodes(rules: Any) -> Iterator[tuple[Any, Any]]:
    return ((rule, node) for rule in rules for node in rule["nodes"])


def _finding(rule: Mapping[str, Any], node: Mapping[str, Any]) -> Finding:
    why = "; ".join(check["message"] for check in (*node["any"], *node["all"], *node["none"]))
    return Finding(_where(node), f"{rule['id']}: {why or rule['help']}")


def _where(node: Mapping[str, Any]) -> str:
    return " ".join(map(str, node["target"]))
