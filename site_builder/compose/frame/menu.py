"""What every page shares: the menu, the links at the foot, and where they lead."""

from collections.abc import Sequence

from site_builder.compose.frame.naming import Naming
from site_builder.compose.frame.own.brand import Branded
from site_builder.compose.views.page import Link, Site
from site_builder.read.addresses import HOME
from site_builder.read.types import Item
from site_builder.relate.menus import (
    A_TO_Z,
    CHANGES,
    DATA,
    FOOTER,
    HUNDRED_DAYS,
    MENU,
    OTHER_PAGES,
    SEARCH,
    SUBSCRIBE,
    lists,
    menu_address,
    menu_ends,
)
from site_builder.relate.record import Record
from site_builder.relate.sections import is_filled
from site_builder.settings import Settings
from site_builder.settings.menu import MenuEntry

TAKE_PART = "take-part"
"""The slug of the page that stands in the menu."""


def site_of(  # noqa: PLR0913, PLR0917 - each is named where it is given
    naming: Naming,
    record: Record,
    settings: Settings,
    take_part: Link | None,
    stylesheet_address: str,
    branded: Branded,
) -> Site:
    """Return what every page of the site shares."""
    menu, footer = _menu(naming, record, settings, take_part), _footer(naming, record, settings)
    if settings.menu is not None:
        own = [_entry(naming, record, settings, take_part, one) for one in settings.menu]
        named = {menu_address(one.to, naming.addresses) for one in settings.menu}
        footer = [link for link in (*menu, *footer) if link.address not in named]
        menu = [link for link in own if link]
    return Site(
        name=settings.site_name,
        description=settings.site_description,
        language=settings.language,
        stylesheet=stylesheet_address,
        menu=tuple(menu),
        footer=tuple(footer),
        favicon=branded.icons.tab,
        favicon_type=branded.icons.media_type,
        touch_icon=branded.icons.touch,
        brand=branded.view,
        stories=naming.addresses.section("case study"),
        events=naming.addresses.section("event"),
    )


def _menu(
    naming: Naming, record: Record, settings: Settings, take_part: Link | None
) -> Sequence[Link]:
    """Return the menu of a site that orders none: lists with something in them, and ways in."""
    others = (SUBSCRIBE, SEARCH) if settings.site_url else (SEARCH,)
    listed = (naming.addresses.section(kind) for kind in MENU if is_filled(record, kind))
    taking_part = [take_part] if take_part else []
    return [
        *(_list_or_other(naming, at) for at in listed),
        *taking_part,
        *(_list_or_other(naming, at) for at in others),
    ]


def _footer(naming: Naming, record: Record, settings: Settings) -> Sequence[Link]:
    listed = (naming.addresses.section(kind) for kind in FOOTER if is_filled(record, kind))
    first_days = (HUNDRED_DAYS,) if settings.hundred_days_from else ()
    made = (*listed, *first_days, CHANGES, A_TO_Z, DATA)
    pages = (page for slug, page in record.pages.items() if slug not in (HOME, TAKE_PART))
    return [*(_list_or_other(naming, at) for at in made), *map(naming.link_to, pages)]


def _list_or_other(naming: Naming, address: str) -> Link:
    """Return the link to a list of a kind, or to another page that the site makes."""
    if kind := lists(naming.addresses).get(address):
        return naming.section_link(kind)
    return Link(naming.say(OTHER_PAGES[address]), address)


def _entry(
    naming: Naming, record: Record, settings: Settings, take_part: Link | None, entry: MenuEntry
) -> Link | None:
    """Return an entry that the settings name; nothing where there is nothing to lead to yet.

    What they name and is never there is a problem, which is told once all is composed.
    """
    address = menu_address(entry.to, naming.addresses)
    kind = lists(naming.addresses).get(address)
    if kind and not is_filled(record, kind):
        return None
    is_off = {
        SUBSCRIBE: not settings.site_url,
        HUNDRED_DAYS: not settings.hundred_days_from,
    }
    if is_off.get(address):
        return None
    link = _link(naming, record, take_part, address)
    return Link(entry.name or link.text, address) if link else None


def _link(naming: Naming, record: Record, take_part: Link | None, address: str) -> Link | None:
    """Return the link to an address by the name that it has everywhere."""
    if address in lists(naming.addresses) or address in OTHER_PAGES:
        return _list_or_other(naming, address)
    if take_part and take_part.address == address:
        return take_part
    ends = menu_ends(record)
    if address in ends.quarters:
        return naming.quarter_link(ends.quarters[address])
    if address in ends.nations:
        return Link(ends.nations[address], address)
    return naming.link_to(ends.things[address]) if address in ends.things else None


def take_part_link(naming: Naming, record: Record) -> Link | None:
    """Return the page of all ways to take part: its author's, or one made because there are some.

    None is made where the address belongs to a page withdrawn or renamed.
    """
    if page := record.pages.get(TAKE_PART):
        return naming.link_to(page)
    address = naming.addresses.at("page", TAKE_PART)
    taken = (one for item in record.items for one in _addresses_of(naming, item))
    if not record.ways or address in taken:
        return None
    return Link(naming.say("take_part.title"), address)


def _addresses_of(naming: Naming, item: Item) -> tuple[str, ...]:
    return (naming.addresses.of(item), *naming.addresses.earlier(item))
