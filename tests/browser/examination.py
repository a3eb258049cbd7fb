"""An examination: one page is opened at each width and looked at in every way there is."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from playwright.sync_api import Page

from tests.browser import axe, focus, keyboard, loss, motion, printed, reflow, targets
from tests.browser.finding import Finding
from tests.browser.pages import SitePage
from tests.browser.window import WIDTHS, Window

Scheme = Literal["light", "dark"]
LIGHT: tuple[Scheme, ...] = ("light",)
BOTH: tuple[Scheme, ...] = ("light", "dark")


@dataclass(frozen=True)
class Look:
    """A check, and at which widths and in which colour schemes a page has to stand it."""

    check: Callable[[Page], Sequence[Finding]]
    schemes: tuple[Scheme, ...] = LIGHT
    widths: tuple[int, ...] = WIDTHS


LOOKS: Mapping[str, Look] = {
    "axe": Look(axe.violations, BOTH),
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


def examine(windows: Mapping[int, Window], pages: Iterable[SitePage]) -> dict[str, list[str]]:
    """Return what each look found on some pages; a look that found nothing has an empty list."""
    found: dict[str, list[str]] = {name: [] for name in LOOKS}
    for site_page in pages:
        for width, window in windows.items():
            page = window.visit(site_page)
            for name, look in LOOKS.items():
                if width in look.widths:
                    where = f"{site_page} at {width} px"
                    found[name] += [f"{where}, {fault}" for fault in _look(page, look)]
    return found


def _look(page: Page, look: Look) -> Iterator[str]:
    for scheme in look.schemes:
        page.emulate_media(color_scheme=scheme)
        yield from (f"{scheme}: {finding}" for finding in look.check(page))
