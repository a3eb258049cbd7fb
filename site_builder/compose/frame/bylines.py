"""Who wrote an item: on its page, in feeds and for machines."""

from site_builder.compose.views.page import Byline
from site_builder.read.types import CaseStudy, Item, Page
from site_builder.read.types.parts.authors import Author
from site_builder.settings import Settings


def authors_of(item: Item | None) -> tuple[Author, ...]:
    """Return those who wrote an item, as far as its file says so."""
    return item.author if isinstance(item, CaseStudy | Page) else ()


def bylines_of(item: Item | None) -> tuple[Byline, ...]:
    """Return the names under the title of an item's page."""
    return tuple(Byline(one.name, one.link) for one in authors_of(item))


def bylines_in_feeds(item: Item | None, settings: Settings) -> tuple[Byline, ...]:
    """Return whom feeds name for an item: those who wrote it, or else the publisher."""
    return bylines_of(item) or (Byline(settings.publisher),)
