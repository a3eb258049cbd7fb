"""An entry of the menu leads to something that there is, or may be, on the site."""

from collections.abc import Iterator

from site_builder.read.content import Content
from site_builder.read.problems import Problem, did_you_mean
from site_builder.relate.menus import OTHER_PAGES, lists, menu_address, menu_ends
from site_builder.relate.record import Record
from site_builder.settings import Settings


def menu_slips(content: Content, record: Record, settings: Settings) -> Iterator[Problem]:
    """Yield each entry of the menu that leads nowhere, or that stands there twice.

    A type without items and a page that is not public yet are left out, and are no mistake.
    """
    entries = settings.menu or ()
    if not entries:
        return
    ends = menu_ends(record)
    addresses = content.addresses
    hidden = (addresses.of(item) for item in content.items)
    made = (addresses.at("page", "take-part"), *lists(addresses), *OTHER_PAGES)
    known = {*made, *ends.things, *ends.quarters, *ends.nations, *hidden}
    seen: set[str] = set()
    for place, entry in zip(settings.places_of_menu, entries, strict=True):
        address = menu_address(entry.to, addresses)
        if address not in known:
            what = f'The menu leads to "{entry.to}", which is no type and no page of this site.'
            names = {one.rstrip("/") for one in known if one}
            fix = did_you_mean(entry.to.strip("/"), names, "There are")
            yield place.problem(what, fix)
        elif address in seen:
            yield place.problem(f'The menu leads to "{entry.to}" twice.', "Keep one of the two.")
        seen.add(address)
