"""What every page shares: the menu, the links at the foot, and where they lead."""

from site_builder.compose.frame.naming import Naming
from site_builder.compose.frame.own.brand import Branded
from site_builder.compose.views.page import Link, Site
from site_builder.read.types import Item
from site_builder.relate.record import Record
from site_builder.settings import Settings

SUBSCRIBE = "subscribe/"
SEARCH = "search/"
CHANGES = "changes/"
A_TO_Z = "a-z/"
DATA = "data/"
HUNDRED_DAYS = "hundred-days/"
MENU = ("mission", "case study", "council summary", "commitment", "place")
"""The kinds of things whose lists the menu leads to; those of FOOTER stand at the foot."""
FOOTER = (
    "principle",
    "partner",
    "steward",
    "mandate letter",
    "deliberation",
    "event",
    "barrier",
    "learning",
)
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
    pages = {slug: naming.link_to(page) for slug, page in record.pages.items()}
    pages.pop(TAKE_PART, None)
    taking_part = [take_part] if take_part else []
    feeds = [Link(naming.say("subscribe.title"), SUBSCRIBE)] if settings.site_url else []
    search = Link(naming.say("search.title"), SEARCH)
    a_to_z = Link(naming.say("a_z.title"), A_TO_Z)
    changes = Link(naming.say("changes.list"), CHANGES)
    first = Link(naming.say("hundred_days.title"), HUNDRED_DAYS)
    first_days = [first] if settings.hundred_days_from else []
    data = Link(naming.say("data.title"), DATA)
    return Site(
        name=settings.site_name,
        description=settings.site_description,
        language=settings.language,
        stylesheet=stylesheet_address,
        menu=(*map(naming.section_link, MENU), *taking_part, *feeds, search),
        footer=(
            *map(naming.section_link, FOOTER),
            *first_days,
            changes,
            a_to_z,
            data,
            *pages.values(),
        ),
        favicon=branded.icons.tab,
        favicon_type=branded.icons.media_type,
        touch_icon=branded.icons.touch,
        brand=branded.view,
        stories=naming.addresses.section("case study"),
        events=naming.addresses.section("event"),
    )


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
