"""An image is there, is the site's own, and says what it shows or that it shows nothing.

Alternative text is never guessed: an author gives it, or states that the image is decorative
(WCAG 2.2, 1.1.1).
"""

from collections.abc import Iterator

from site_builder.read.content import Content
from site_builder.read.problems import Problem, did_you_mean
from site_builder.read.prose import ProseImage
from site_builder.read.source import Source
from site_builder.read.types import Item
from site_builder.relate.addresses import destination
from site_builder.relate.visibility import Viewer

_IN_TEXT = (
    "Write what it shows between the square brackets; "
    "or, if it shows nothing that matters, {decorative=true} after the image."
)
_IN_FIELD = (
    "Add `alt:` with what it shows; or, if it shows nothing that matters, `decorative: true`."
)
Slip = tuple[str, str, str]
"""Rule, what and fix of a problem whose place is not asked for yet; that takes time."""

_BOTH = "Keep the text and take out `decorative`, or the other way round."


def image_slips(content: Content, _viewer: Viewer) -> Iterator[Problem]:
    """Yield each image without words or file, in front matter and in the text."""
    for item in content.items:
        source = content.sources[item.path]
        yield from _lead_image_slips(item, source, content)
        for image in item.prose.images:
            for slip in _image_slips(item, image, content):
                at = source.position_of_address(image.address, image.occurrence)
                yield source.problem(at, *slip)


def _image_slips(item: Item, image: ProseImage, content: Content) -> Iterator[Slip]:
    if not image.alt.strip() and not image.decorative:
        yield "image-without-alt", _without_alt(image.address), _IN_TEXT
    if slip := _file_slip(item, image.address, content):
        yield slip


def _lead_image_slips(item: Item, source: Source, content: Content) -> Iterator[Problem]:
    if not item.image:
        return
    at = source.position_of(("image", "file"))
    if not item.image.alt and not item.image.decorative:
        yield source.problem(at, "image-without-alt", _without_alt(item.image.file), _IN_FIELD)
    if item.image.alt and item.image.decorative:
        what = "The image is called decorative, and still has words for what it shows."
        yield source.problem(at, "decorative-with-alt", what, _BOTH)
    if slip := _file_slip(item, item.image.file, content):
        yield source.problem(at, *slip)


def _without_alt(address: str) -> str:
    return f'The image "{address}" has no alternative text, for people who can not see it.'


def _file_slip(item: Item, address: str, content: Content) -> Slip | None:
    """Return rule, what and fix for an image that can not be shown."""
    to = destination(address, item.path)
    if to is None:
        what = f'The image "{address}" is on another site.'
        fix = "Put a copy in content/images/ and use that: a page asks no other site for anything."
        return "remote-image", what, fix
    if to.path in content.images or to.path in content.unread:
        return None
    names = {path.rsplit("/", 1)[-1] for path in content.images}
    hint = did_you_mean(to.path.rsplit("/", 1)[-1], names, "The images are")
    fix = f"Put it there, or correct the path. {hint}"
    return "missing-image", f'The image "{address}" is not there.', fix
