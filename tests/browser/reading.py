"""What is asked of a page by what happened while it was read, and not by how it is shown."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from tests.browser.links import dead_links
from tests.browser.pages import SitePage
from tests.browser.privacy import Visit, policy_faults, strangers, traces
from tests.browser.weight import excess, read_budgets
from tests.browser.window import WIDTHS

BUDGETS = read_budgets()


@dataclass(frozen=True)
class Reading:
    """A question to a visit, and at which widths it is asked."""

    faults: Callable[[SitePage, Visit], Iterable[str]]
    widths: tuple[int, ...] = WIDTHS


def over_budget(page: SitePage, visit: Visit) -> Iterator[str]:
    """Yield in what a page is over the budget of its layout; who is sent on is not weighed."""
    if page.layout != "redirect":
        yield from excess(visit.weight, BUDGETS.get(page.layout, BUDGETS["default"]))


READINGS: Mapping[str, Reading] = {
    "other sites": Reading(lambda _, visit: strangers(visit)),
    "traces": Reading(lambda _, visit: traces(visit)),
    "policy": Reading(lambda _, visit: policy_faults(visit)),
    "complaints": Reading(lambda _, visit: visit.complaints),
    "weight": Reading(over_budget, widths=(320,)),
    "links": Reading(lambda page, visit: dead_links(page, visit.shown.links)),
}
"""Every question, by name."""
