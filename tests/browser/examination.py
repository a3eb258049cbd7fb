"""An examination: a page is opened once and looked at in every way there is, at each width.

No look opens the page anew: the window is made wider or narrower, and the scheme is changed, as
readers do. A look counts for each width and scheme in which the page was really shown and asked.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from playwright.sync_api import Page

from tests.browser import axe, focus, keyboard, loss, motion, printed, reflow, scheme, targets
from tests.browser.finding import Finding
from tests.browser.pages import SitePage
from tests.browser.privacy import Visit, read_at
from tests.browser.reading import READINGS, Reading
from tests.browser.window import WIDTHS, Window
from tests.browser.without_script import Shown, lost_without_script

Scheme = Literal["light", "dark"]
LIGHT: tuple[Scheme, ...] = ("light",)
DARK: tuple[Scheme, ...] = ("dark",)
BOTH: tuple[Scheme, ...] = ("light", "dark")
ORDER: tuple[Scheme, ...] = ("dark", "light")
"""In light the keyboard comes last, which leaves the page elsewhere than at its top."""
ENOUGH = 3
"""How many places of one finding are named; they mostly have one cause."""
WITHOUT_SCRIPT = "without script"


@dataclass(frozen=True)
class Look:
    """A check, and at which widths and in which colour schemes a page has to stand it."""

    check: Callable[[Page], Sequence[Finding]]
    schemes: tuple[Scheme, ...] = LIGHT
    widths: tuple[int, ...] = WIDTHS


LOOKS: Mapping[str, Look] = {
    "dark scheme": Look(scheme.moved_in_the_dark, DARK),
    "axe": Look(axe.violations),
    "axe in the dark": Look(axe.violations_of_colour, DARK),
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
"""Every look at an open page, by name, in the order in which they are taken."""


class Seen(NamedTuple):
    """A finding, and where it was made."""

    look: str
    where: str
    """The page, the width and the colour scheme."""
    finding: Finding


@dataclass
class Examined:
    """What came of looking at some pages."""

    looks: int = 0
    """How many looks were taken: each at one page, at one width, in one colour scheme."""
    seen: list[Seen] = field(default_factory=list)

    def note(self, look: str, where: str, findings: Iterable[Finding]) -> None:
        """Count one look, and keep what it found."""
        self.looks += 1
        self.seen += [Seen(look, where, finding) for finding in findings]


@dataclass(frozen=True)
class Examiner:
    """Whoever looks at pages: an open window, and one without JavaScript."""

    window: Window
    plain: Window
    looks: Mapping[str, Look] = field(default_factory=lambda: LOOKS)
    readings: Mapping[str, Reading] = field(default_factory=lambda: READINGS)

    def examine(self, pages: Iterable[SitePage]) -> Examined:
        """Open each page once, and once without JavaScript, and look at it at each width."""
        examined = Examined()
        for site_page in pages:
            visits = read_at(self.window, site_page, WIDTHS)
            for width, visit in visits.items():
                self._read(examined, site_page, width, visit)
            # The window is as wide as it was made last.
            for width in reversed(WIDTHS) if self.looks else ():
                self.window.resize(width)
                place = f"{site_page} at {width} px"
                look_at(self.window.page, width, examined, place, self.looks)
            plain = Shown.on(self.plain.visit(site_page))
            lost = lost_without_script(plain, visits[max(WIDTHS)].shown)
            examined.note(WITHOUT_SCRIPT, str(site_page), _of_the_page(lost))
        return examined

    def _read(self, examined: Examined, page: SitePage, width: int, visit: Visit) -> None:
        for name, reading in self.readings.items():
            if width in reading.widths:
                faults = _of_the_page(reading.faults(page, visit))
                examined.note(name, f"{page} at {width} px", faults)


def look_at(
    page: Page, width: int, examined: Examined, where: str, looks: Mapping[str, Look] = LOOKS
) -> None:
    """Take each look at an open page in each scheme, without opening it anew."""
    for shown in ORDER:
        page.emulate_media(color_scheme=shown)
        for name, look in looks.items():
            if width in look.widths and shown in look.schemes:
                examined.note(name, f"{where}, {shown}", look.check(page))


def _of_the_page(faults: Iterable[str]) -> Iterator[Finding]:
    return (Finding("the page", fault) for fault in faults)


def report(found: Iterable[Seen]) -> str:
    """Return a line for each finding with where it was made, the most frequent first."""
    places: dict[tuple[str, Finding], list[str]] = {}
    for seen in found:
        places.setdefault((seen.look, seen.finding), []).append(seen.where)
    often_first = sorted(places.items(), key=lambda one: -len(one[1]))
    return "\n".join(
        f"{look}: {finding}\n    {_places(where)}" for (look, finding), where in often_first
    )


def _places(where: Sequence[str]) -> str:
    more = len(where) - ENOUGH
    return "; ".join(where[:ENOUGH]) + (f"; and {more} more" if more > 0 else "")
