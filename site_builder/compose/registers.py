"""The pages of places and partners: who is named in the registers, and their stories."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from markupsafe import Markup

from site_builder.compose.frame import Frame
from site_builder.compose.lists import CollectionPage, card_lists, index_page, part_title
from site_builder.compose.output import Output, page_path
from site_builder.compose.views import Entry, Group
from site_builder.read.types import Partner, Place, RegisterEntry
from site_builder.relate.addresses import address_of


def place_pages(frame: Frame) -> Iterator[Output]:
    """Yield the list of places by nation, and each place with its stories."""
    places = frame.record.places.values()
    groups = _groups(frame, "place", ((place, place.nation, place.region) for place in places))
    yield index_page(frame, "place", groups)
    for place in places:
        yield from _collection(frame, place, "place", _facts_of_place(place), None)


def partner_pages(frame: Frame) -> Iterator[Output]:
    """Yield the list of partners by kind, and each partner with its stories."""
    partners = frame.record.partners.values()
    groups = _groups(frame, "partner", ((one, _kind(frame, one), "") for one in partners))
    yield index_page(frame, "partner", groups)
    for partner in partners:
        yield from _collection(frame, partner, "partner", (_kind(frame, partner),), partner.url)


def _kind(frame: Frame, partner: Partner) -> str:
    return frame.say(f"partner_kinds.{partner.kind}")


def _facts_of_place(place: Place) -> tuple[str, ...]:
    return tuple(dict.fromkeys((place.region, place.nation)))


def _groups(
    frame: Frame, kind: str, entries: Iterable[tuple[RegisterEntry, str, str]]
) -> tuple[Group, ...]:
    """Return entries under their headings, headings in alphabetical order."""
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry, heading, note in entries:
        stories = len(frame.record.stories_of(kind, entry.slug))
        found[heading].append(Entry(frame.link_to(entry), stories, note))
    return tuple(Group(heading, tuple(found[heading])) for heading in sorted(found))


def _collection(
    frame: Frame, entry: Place | Partner, kind: str, facts: tuple[str, ...], link: str | None
) -> Iterator[Output]:
    stories = frame.record.stories_of(kind, entry.slug)
    for at, cards in card_lists(frame, stories, address_of(entry)):
        page = frame.page(
            part_title(frame, entry.name, cards.pager),
            at,
            frame.say("register.description", name=entry.name),
            trail=(frame.home, frame.section_link(kind)),
        )
        inputs = CollectionPage(frame.site, page, kind, facts, link, Markup(), cards)
        yield Output(page_path(at), "layouts/collection.html", inputs)
