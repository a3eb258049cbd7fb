"""The image that stands for a page where people share a link: its words and its drawing."""

from dataclasses import dataclass
from hashlib import blake2b

from site_builder.compose.drawing import Drawing

WIDTH, HEIGHT = 1200, 630


@dataclass(frozen=True)
class SocialCard:
    """All that is on a card."""

    title: str
    kicker: str
    """A line above the title: the mission that a story serves."""
    note: str
    """A line below the title: where a story happened."""
    warning: str
    """What a card must say of itself: that its item is illustrative."""
    site: str
    colour: str
    """The one colour that it is printed in, as #rrggbb."""
    drawing: Drawing


@dataclass(frozen=True)
class SocialImage:
    """A card as a page names it."""

    address: str
    width: int
    height: int
    alt: str
    """Its words, for people who do not see it."""


def card_address(card: SocialCard, name: str, font: str) -> str:
    """Return where a card answers; `font` is a digest of the letters it is set in."""
    digest = blake2b(f"{card!r} {font}".encode(), digest_size=6).hexdigest()
    return f"social/{name}-{digest}.png"
