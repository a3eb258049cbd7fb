"""An examination: one page is opened at each width and looked at in every way there is."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from playwright.sync_api import Page

from tests.browser import axe, focus, keyboard, loss, motion, printed, reflow, scheme, targets
from tests.browser.finding import Finding
from tests.browser.pages import SitePage
from tests.browser.window import WIDTHS, Window

Scheme = Literal["light", "dark"]
LIGHT: tuple[Scheme, ...] = ("light",)
DARK: tuple[Scheme, ...] = ("dark",)
BOTH: tuple[Scheme, ...] = ("light", "dark")
ENOUGH = 3
"""How many places of one finding are named; they mostly have one cause."""


@dataclass(frozen=True)
class Look:
    """A check, and at which widths and in which colour schemes a page has to stand it."""

    check: Callable[[Page], Sequence[Finding]]
    schemes: tuple[Scheme, ...] = LIGHT
    widths: tuple[int, ...] = WIDTHS


LOOKS: Mapping[str, Look] = {
    "axe": Look(axe.violations),
    "axe in the dark": Look(axe.violations_of_colour, DARK),
    "dark scheme": Look(scheme.moved_in_the_dark),
    "reflow": Look(reflow.too_wide),
    "loss": Look(loss.lost_text),
    "spacing": Look(loss.lost_with_spacing),
    "doubled text": Look(loss.lost_with_doubled_text),
    "targets": Look(targets.too_small),
    "focus": Look(focus.unseen_focus, BOTH),
    "forced colours": Look(focus.unseen_focus_in_forced_colours),
    "motion": Look(motion.moving, widths=(1280,)),
    "paper": Look(printed.faults_on_paper, widths=(1280,)),
    "keyboard": Look(keyboard.lost_keyboard),
    "skip link": Look(keyboard.lost_skip_link),
}
"""Every look, by name, in the order in which they are taken."""


class Seen(NamedTuple):
    """A finding, and where it was made."""

    where: str
    """The page, the width and the colour scheme."""
    finding: Finding


def examine(
    windows: Mapping[int, Window],
    pages: Iterable[SitePage],
    looks: Mapping[str, Look] = LOOKS,
) -> dict[str, list[Seen]]:
    """Return what each look found on some pages; a look that found nothing has an empty list."""
    found: dict[str, list[Seen]] = {name: [] for name in looks}
    for site_page in pages:
        for width, window in windows.items():
            page = window.visit(site_page)
            for name, look in looks.items():
                if width in look.widths:
                    found[name] += _look(page, look, f"{site_page} at {width} px")
    return found


def _look(page: Page, look: Look, where: str) -> Iterator[Seen]:
    for name in look.schemes:
        page.emulate_media(color_scheme=name)
        yield from (Seen(f"{where}, {name}", finding) for finding in look.check(page))


def report(found: Iterable[Seen]) -> str:
    """Return a line for each finding with where it was made, the most frequent first."""
    places: dict[Finding, list[str]] = {}
    for seen in found:
        places.setdefault(seen.finding, []).append(seen.where)
    often_first = sorted(places.items(), key=lambda one: -len(one[1]))
    return "\n".join(f"{finding}\n    {_places(where)}" for finding, where in often_first)


def _places(where: Sequence[str]) -> str:
    more = len(where) - ENOUGH
    return "; ".join(where[:ENOUGH]) + (f"; and {more} more" if more > 0 else "")
