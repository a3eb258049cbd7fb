"""Social cards: the images that stand for pages where people share a link.

What is said and drawn on each is decided here; `publish` draws it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b

from site_builder.compose.output import Output
from site_builder.compose.pictures.covers import Covers, Drawn
from site_builder.compose.pictures.drawing import Drawing
from site_builder.compose.pictures.emblems import DrawnEmblem, for_card
from site_builder.compose.views.dates import long_date
from site_builder.compose.views.page import SocialImage
from site_builder.read.brand.emblems import Emblem
from site_builder.read.theme.colours import INK
from site_builder.read.theme.theme import Theme
from site_builder.read.types import CaseStudy, CouncilSummary, Item, Mission
from site_builder.relate.record import Record
from site_builder.settings import Settings

WIDTH, HEIGHT = 1200, 630
"""The pixels of every card."""
LOGO_WIDTH, LOGO_HEIGHT = 360, 72
"""The pixels within which a logo stands."""
TEMPLATE = "social-card"
"""The name of the writer that draws cards."""


@dataclass(frozen=True)
class SocialCard:
    """All that is on a card."""

    title: str
    kicker: str
    """A line over the title: the mission that a story serves."""
    note: str
    """A line under the title: where a story happened."""
    warning: str
    """What a card must say of itself: that its item is illustrative."""
    site: str
    colour: str
    """The one colour of ink that it is printed in, as #rrggbb."""
    drawing: Drawing
    logo: DrawnEmblem | None = field(default=None, repr=False)
    """The logo of the site, at the foot."""

    @property
    def alt(self) -> str:
        """Its words, for people who do not see it."""
        words = (self.title, self.kicker, self.note, self.warning, self.site)
        return " – ".join(word for word in words if word)


@dataclass(frozen=True)
class SocialCards:
    """The cards of a site: one for each story, mission and council, and one for all else."""

    record: Record
    settings: Settings
    theme: Theme
    covers: Covers
    title_of: Callable[[Drawn], str]
    mark: Emblem | None = None
    """The logo of the site."""

    def image(self, item: Item | None = None) -> SocialImage:
        """Return the card of an item, or that of the site for what has none of its own."""
        card = self.card(item)
        return SocialImage(self.address(card, item), WIDTH, HEIGHT, card.alt)

    def outputs(self) -> Iterator[Output]:
        """Yield the file of every card; none for a site that can not tell where they are."""
        if not self.settings.site_url:
            return
        record = self.record
        shelves = (record.missions, record.case_studies, record.councils)
        for item in (None, *(item for shelf in shelves for item in shelf.values())):
            card = self.card(item)
            yield Output(self.address(card, item), TEMPLATE, card)

    def card(self, item: Item | None = None) -> SocialCard:
        """Return what is on the card of an item, or on that of the site."""
        if isinstance(item, CaseStudy) and item.slug in self.record.case_studies:
            mission = self.record.missions[item.mission]
            note = self.record.places[item.place].full_name
            return self._card(item, mission.title, note, mission.colour)
        if isinstance(item, Mission) and item.slug in self.record.missions:
            return self._card(
                item, self.theme.words.say("kinds.mission"), item.statement, item.colour
            )
        if isinstance(item, CouncilSummary) and item.slug in self.record.councils:
            return self._card(item, "", long_date(self.theme.words, item.held_on), None)
        return self._of_site

    def _card(self, item: Drawn, kicker: str, note: str, colour: str | None) -> SocialCard:
        warning = self.theme.words.say("social_card.illustrative") if item.illustrative else ""
        title, drawing = self.title_of(item), self.covers.of(item)
        ink = colour or self._ink
        return SocialCard(title, kicker, note, warning, self._name, ink, drawing, self._logo)

    @cached_property
    def _of_site(self) -> SocialCard:
        name, description = self.settings.site_name, self.settings.site_description
        drawing = self.covers.of_site()
        by = self._name if self._name != name else ""
        return SocialCard(name, "", description, "", by, self._ink, drawing, self._logo)

    @property
    def _name(self) -> str:
        """Whose card it is."""
        return self.settings.brand.name or self.settings.site_name

    @property
    def _ink(self) -> str:
        """The colour of what has none of a mission."""
        return self.settings.brand.colour or INK

    @cached_property
    def _logo(self) -> DrawnEmblem | None:
        return for_card(self.mark, LOGO_WIDTH, LOGO_HEIGHT) if self.mark else None

    def address(self, card: SocialCard, item: Item | None) -> str:
        """Return where a card answers; a digest of all that decides its bytes is in the name."""
        logo = repr(card.logo) if card.logo else ""
        digest = blake2b(f"{card!r}{self._font}{logo}".encode(), digest_size=6).hexdigest()
        name = item.slug if item and card is not self._of_site else "site"
        return f"social/{name}-{digest}.png"

    @cached_property
    def _font(self) -> str:
        return blake2b(self.theme.font, digest_size=6).hexdigest()
