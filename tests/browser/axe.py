"""What axe says of a page: levels A and AA, contrast at level AAA, and best practice.

axe has two rules of contrast that take turns: one up to level AA and one from there to AAA. Here
the first asks for level AAA at once, so each text is measured once and nothing is asked less.

Of texts that are painted alike axe measures one, and what it says of that holds for all of them,
on whatever page: the same colours, size and weight, on the same grounds, under and over the same
other things. `painted.js` says of every text in every scheme and at every width how it is painted;
what axe found sound before is not measured again, and what it did not is, each time.

At the second width axe asks by all its rules again only if other elements are there for a reader;
else by those alone that measure places: all others read what is the same at both.
"""

from collections.abc import Mapping
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
    "checks": {CONTRAST: {"options": MEASURED}},
    "rules": {
        "identical-links-same-purpose": {"enabled": True},
        "target-size": {"enabled": True},
    },
}
COLOURS = (CONTRAST, "link-in-text-block")
"""Rules whose verdict hangs on colours, and so on the colour scheme."""
PLACES = (CONTRAST, "target-size", "scrollable-region-focusable")
"""Rules whose verdict hangs on where things are, and so on the width."""
ALIKE = "identical-links-same-purpose"


def violations(page: Page) -> list[Finding]:
    """Return what axe finds on the page as it is shown now, and what it leaves open."""
    return _run(page, OPTIONS)


def violations_of_colour(page: Page) -> list[Finding]:
    """Return what axe finds by the rules that look at colours."""
    return _run(page, OPTIONS | {"runOnly": {"type": "rule", "values": COLOURS}})


_sound = set[int]()
"""The ways of painting text that axe found sound in this run of the tests."""


def _run(page: Page, options: Mapping[str, Any]) -> list[Finding]:
    named = {"contrast": CONTRAST, "alike": ALIKE, "geometry": PLACES}
    pairs, undecided, sound = page.evaluate("asking.run", [options, named, [*_sound]])
    _sound.update(sound)
    found = [Finding(element, fault) for element, fault in dict.fromkeys(map(tuple, pairs))]
    if undecided:
        # Only what is in the window can be asked for what lies over it.
        with as_high_as_its_content(page):
            found += find(page, "asking.unclear")
    return found
