"""The pages of partners: all of them by kind, the stories of each kind, and each partner."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.compose.frame.frame import Frame
from site_builder.compose.items.theories import parts_of
from site_builder.compose.lists.filters import partner_kinds, story_filters
from site_builder.compose.lists.parts import CollectionPage, card_lists, index_page, part_title
from site_builder.compose.output import Output, page_path
from site_builder.compose.views.lists import CardList, Entry, Filter, Group
from site_builder.compose.views.page import Link, Page, Site
from site_builder.read.types import Partner

SHOWN = 12
"""How many partners of a kind the list of all kinds names; the page of the kind names all."""


@dataclass(frozen=True)
class PartnerKindPage:
    """Inputs of layouts/partner-kind.html: the stories of a kind of partner, and the partners."""

    site: Site
    page: Page
    list: CardList
    filters: tuple[Filter, ...]
    partners: tuple[Entry, ...]


def partner_pages(frame: Frame) -> Iterator[Output]:
    """Yield the list of partners by kind, each kind with its stories, each partner with its own."""
    by_kind = [
        (kind, words, partners)
        for kind, words in partner_kinds(frame)
        if (partners := _of_kind(frame, kind))
    ]
    yield index_page(frame, "partner", tuple(_group(frame, *one) for one in by_kind))
    for kind, words, partners in by_kind:
        yield from _kind(frame, kind, words, partners)
    for partner in frame.record.partners.values():
        yield from _partner(frame, partner)


def _of_kind(frame: Frame, kind: str) -> Sequence[Partner]:
    return [partner for partner in frame.record.partners.values() if partner.kind == kind]


def _group(frame: Frame, kind: str, words: str, partners: Sequence[Partner]) -> Group:
    address = frame.addresses.at("partner kind", kind)
    rest = len(partners) - SHOWN
    return Group(
        title=words,
        entries=_entries(frame, partners[:SHOWN]),
        address=address,
        note=_counts(frame, kind, partners),
        more=Link(frame.say("partners.more", count=rest), address) if rest > 0 else None,
    )


def _entries(frame: Frame, partners: Sequence[Partner]) -> tuple[Entry, ...]:
    return tuple(
        Entry(frame.link_to(one), len(frame.record.stories_of("partner", one.slug)))
        for one in partners
    )


def _counts(frame: Frame, kind: str, partners: Sequence[Partner]) -> str:
    """Return how many partners of a kind there are, in how many stories."""
    stories = len(frame.record.stories_of("partner kind", kind))
    return frame.say(
        "partners.of_kind",
        partners=frame.say("counts.partners", count=len(partners)),
        stories=frame.say("counts.stories", count=stories),
    )


def _kind(frame: Frame, kind: str, words: str, partners: Sequence[Partner]) -> Iterator[Output]:
    address = frame.addresses.at("partner kind", kind)
    filters, entries = story_filters(frame, address), _entries(frame, partners)
    for at, cards in card_lists(frame, frame.record.stories_of("partner kind", kind), address):
        page = frame.page(
            part_title(frame, words, cards.pager),
            at,
            _counts(frame, kind, partners),
            trail=(frame.home, frame.section_link("partner")),
        )
        shown = entries if cards.pager.number == 1 else ()
        inputs = PartnerKindPage(frame.site, page, cards, filters, shown)
        yield Output(page_path(at), "layouts/partner-kind.html", inputs)


def _partner(frame: Frame, partner: Partner) -> Iterator[Output]:
    words = frame.say(f"partner_kinds.{partner.kind}")
    kind = Link(words, frame.addresses.at("partner kind", partner.kind))
    stories = frame.record.stories_of("partner", partner.slug)
    for at, cards in card_lists(frame, stories, frame.addresses.of(partner)):
        page = frame.page(
            part_title(frame, partner.name, cards.pager),
            at,
            frame.say("partners.description", name=partner.name),
            trail=(frame.home, frame.section_link("partner"), kind),
        )
        inputs = CollectionPage(
            frame.site,
            page,
            "partner",
            (words,),
            partner.url,
            Markup(),
            cards,
            parts_played=parts_of(frame, partner),
        )
        yield Output(page_path(at), "layouts/collection.html", inputs)
