"""An item's own text and images, with links that lead from the page or feed that shows them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from site_builder.compose.frame.own.file_links import FileLinks
from site_builder.compose.pictures.images import CARD, WHOLE, Pictures, Use
from site_builder.compose.pictures.prose_pictures import image_html, picture_html
from site_builder.compose.views.pictures import Picture
from site_builder.read.theme.words import Words
from site_builder.read.types import Item
from site_builder.read.types.item import LeadImage
from site_builder.relate.permanence.addresses import destination
from site_builder.relate.permanence.own_addresses import own_address


@dataclass(frozen=True)
class Links:
    """Where links in texts lead, and what is said of what is there."""

    addresses: Mapping[str, str]
    """Where each file of the content answers, by its path."""
    site_root: str | None
    """What a link by the whole address of the site begins with; it leads inside as well."""
    files: FileLinks


def shown_prose(item: Item, root: str, pictures: Pictures, links: Links, words: Words) -> Markup:
    """Return an item's text, its links leading from a page whose way to the root is given.

    For a feed, `root` is the whole address of the site's root. `words` are those of the interface,
    over notes and so on.
    """
    html_of = image_html if "//" in root else picture_html

    def image(attributes: Mapping[str, str]) -> str:
        path = _inside(attributes["src"], item.path)
        picture = pictures.picture(path, attributes.get("alt", ""))
        return html_of(picture, root, attributes)

    def address(written: str) -> str:
        if own := own_address(written, links.site_root):
            return root + own.whole
        return _resolved(written, item.path, root, links.addresses)

    def word(name: str) -> str:
        return words.say(f"prose.{name}")

    def note(written: str) -> str:
        return links.files.note(written, item.path)

    shown = item.prose.shown(address, image, word, note if links.files.files else None)
    return Markup(shown)  # noqa: S704 - the allow-list has cleaned it


def lead_picture(item: Item, pictures: Pictures) -> Picture | None:
    """Return the image at the head of an item."""
    if not item.image:
        return None
    picture = _lead(item, item.image, pictures, WHOLE, item.image.alt or "")
    return replace(picture, caption=item.image.caption, credit=item.image.credit)


def card_picture(item: Item, pictures: Pictures) -> Picture | None:
    """Return the image at the head of an item, cut for a card, whose words speak for it."""
    return _lead(item, item.image, pictures, CARD, "") if item.image else None


def _lead(item: Item, image: LeadImage, pictures: Pictures, use: Use, alt: str) -> Picture:
    return pictures.picture(_inside(image.file, item.path), alt, use=use, focus=image.focus)


def _resolved(address: str, from_path: str, root: str, addresses: Mapping[str, str]) -> str:
    to = destination(address, from_path)
    if to is None:
        return address
    fragment = f"#{to.fragment}" if to.fragment else ""
    if to.path == from_path and fragment and "//" not in root:
        return fragment
    return root + addresses[to.path] + fragment


def _inside(address: str, from_path: str) -> str:
    """Return the path of a file of the site that an item names; the checks know that it is one."""
    to = destination(address, from_path)
    if to is None:
        raise LookupError(address)
    return to.path
