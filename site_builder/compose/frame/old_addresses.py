"""What an address says once its item has moved, was withdrawn, or was replaced: never nothing.

A page that sends readers on does so at once, as WCAG asks (technique H76), and still says in words
why, for readers whose browser stays. What replaced an item tells of it in its own history.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.compose.frame.frame import Frame
from site_builder.compose.output import Output, page_path
from site_builder.compose.views.page import Link, Page, Site
from site_builder.read.types import Item, RegisterEntry
from site_builder.read.types.item import Withdrawal
from site_builder.read.types.kinds import kind_of


@dataclass(frozen=True)
class WithdrawnPage:
    """Inputs of layouts/withdrawn.html: when and why; nothing else of the item."""

    site: Site
    page: Page
    why: str
    instead: Link | None = None
    """What replaces that with which something was withdrawn, if it is not led to at once."""


@dataclass(frozen=True)
class RedirectPage:
    """Inputs of layouts/redirect.html."""

    site: Site
    page: Page
    to: Link
    why: str = ""
    """When and why the item was withdrawn, if it was."""


def old_addresses(frame: Frame) -> Iterator[Output]:
    """Yield a page for each withdrawn item, and one at each earlier address of any thing."""
    for item in frame.record.withdrawn:
        if item.withdrawn:
            yield _withdrawn(frame, item, item.withdrawn)
    record = frame.record
    entries = (*record.places.values(), *record.partners.values(), *record.resting)
    things: tuple[Item | RegisterEntry, ...] = (*record.items, *entries)
    for thing in things:
        for address in frame.addresses.earlier(thing):
            yield moved(frame, address, frame.addresses.of(thing))


def _withdrawn(frame: Frame, item: Item, withdrawal: Withdrawal) -> Output:
    what = frame.say(f"nouns.{kind_of(item).name}")
    title, description = frame.say("withdrawn.title", what=what), frame.say("withdrawn.description")
    why = frame.say("withdrawn.why", day=frame.day(withdrawal.on), reason=withdrawal.reason)
    address, to = frame.addresses.of(item), instead(frame, item)
    if not to:
        page = frame.unlisted_page(title, address, description)
        inputs = WithdrawnPage(frame.site, page, why)
        return Output(page_path(address), "layouts/withdrawn.html", inputs)
    page = frame.unlisted_page(title, address, description, moved_to=to.address)
    redirect = RedirectPage(frame.site, page, to, why)
    return Output(page_path(address), "layouts/redirect.html", redirect)


def instead(frame: Frame, item: Item) -> Link | None:
    """Return a link to what stands in the place of a withdrawn item, if the public may see it."""
    shown = frame.record.replacements.get(item.path)
    if not shown:
        return None
    noun = frame.say(f"nouns.{kind_of(item).name}")
    return Link(frame.say("withdrawn.instead", what=noun), frame.addresses.of(shown))


def moved(frame: Frame, address: str, to: str) -> Output:
    """Return the page at an old address that leads on to where its thing is now."""
    title, description = frame.say("moved.title"), frame.say("moved.description")
    page = frame.unlisted_page(title, address, description, moved_to=to)
    inputs = RedirectPage(frame.site, page, Link(frame.say("moved.onward"), to))
    return Output(page_path(address), "layouts/redirect.html", inputs)
