"""An image is there, is the site's own, and says what it shows or that it shows nothing.

Alternative text is never guessed: an author gives it, or states that the image is decorative
(WCAG 2.2, 1.1.1). The name of a file is no such text (WCAG failure F30). What only makes a text
or a picture less good is a warning.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from site_builder.read.content import Content
from site_builder.read.problems import Level, Problem, did_you_mean
from site_builder.read.prose.prose import ProseImage
from site_builder.read.types import Item
from site_builder.read.types.item import LeadImage
from site_builder.relate.permanence.addresses import destination
from site_builder.relate.permanence.own_addresses import own_address
from site_builder.relate.visibility import Viewer

_IN_TEXT = (
    "Write what it shows between the square brackets; "
    "or, if it shows nothing that matters, {decorative=true} after the image."
)
_IN_FIELD = (
    "Add `alt:` with what it shows; or, if it shows nothing that matters, `decorative: true`."
)
LONGEST_ALT = 250
"""Characters of alternative text; a screen reader says them without a pause, in 15 seconds."""
SMALLEST_LEAD = (960, 640)
"""Pixels across and down that an image needs at the head of an item."""

_FILE_NAME = re.compile(
    r"\S+\.(?:jpe?g|png|gif|webp|avif|heic|tiff?|bmp|svg)|(?:IMG|DSC|DSCN|PXL|P)[-_]?\d{3,}\S*",
    re.IGNORECASE,
)
_NO_WORD = re.compile(r"[-_0-9]")
_NEEDLESS_START = re.compile(
    r"(?:an? |the )?(?:image|picture|photo|photograph|graphic|icon|screenshot) (?:of|showing)\b"
    r"|(?:llun|delwedd|ffotograff|ffoto) o\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Slip:
    """A problem whose place is not asked for yet; that takes time."""

    rule: str
    what: str
    fix: str
    level: Level = "error"
    field: tuple[str, ...] = ("image", "file")
    """Where it stands in front matter, if the image is one of front matter."""


_BOTH = "Keep the text and take out `decorative`, or the other way round."


def image_slips(content: Content, _viewer: Viewer) -> Iterator[Problem]:
    """Yield each image without words or file, in front matter and in the text."""
    for item in content.items:
        source = content.sources[item.path]
        for slip in _lead_image_slips(item, item.image, content) if item.image else ():
            at = source.position_of(slip.field)
            yield source.problem(at, slip.rule, slip.what, slip.fix, slip.level)
        for image in item.prose.images:
            for slip in _image_slips(item, image, content):
                at = source.position_of_address(image.address, image.occurrence)
                yield source.problem(at, slip.rule, slip.what, slip.fix, slip.level)


def _image_slips(item: Item, image: ProseImage, content: Content) -> Iterator[Slip]:
    if not image.alt.strip() and not image.decorative:
        yield Slip("image-without-alt", _without_alt(image.address), _IN_TEXT)
    yield from _alt_slips(image.alt, image.address)
    if slip := _file_slip(item, image.address, content):
        yield slip


def _lead_image_slips(item: Item, image: LeadImage, content: Content) -> Iterator[Slip]:
    alt = image.alt or ""
    if not alt and not image.decorative:
        yield Slip("image-without-alt", _without_alt(image.file), _IN_FIELD)
    if alt and image.decorative:
        what = "The image is called decorative, and still has words for what it shows."
        yield Slip("decorative-with-alt", what, _BOTH)
    for slip in _alt_slips(alt, image.file):
        yield replace(slip, field=("image", "alt"))
    if alt and _same(alt, image.caption or ""):
        what = "The alternative text is the caption again; a screen reader says both."
        fix = "Say in `alt` what the image shows, and in `caption` what it means for the story."
        yield Slip("alt-repeats-caption", what, fix, "warning", ("image", "alt"))
    yield from filter(None, [_file_slip(item, image.file, content), _size_slip(item, content)])


def _alt_slips(alt: str, address: str) -> Iterator[Slip]:
    """Yield what is wrong with alternative text that is there."""
    alt, stem = alt.strip(), PurePosixPath(address).stem
    if _FILE_NAME.fullmatch(alt) or (alt == stem and _NO_WORD.search(stem)):
        what = f'The alternative text "{alt}" is the name of a file.'
        yield Slip("alt-is-file-name", what, "Write what the image shows instead.")
    elif found := _NEEDLESS_START.match(alt):
        what = f'The alternative text starts with "{found[0]}", which a screen reader says already.'
        fix = "Start with what the image shows."
        yield Slip("alt-needless-start", what, fix, "warning")
    if len(alt) > LONGEST_ALT:
        what = f"The alternative text has {len(alt)} characters; {LONGEST_ALT} are the most."
        fix = "Say in one or two sentences what matters here, and move the rest into the text."
        yield Slip("alt-too-long", what, fix, "warning")


def _same(one: str, other: str) -> bool:
    return one.casefold().strip(" .") == other.casefold().strip(" .")


def _size_slip(item: Item, content: Content) -> Slip | None:
    to = destination(item.image.file, item.path) if item.image else None
    image = content.images.get(to.path) if to else None
    if image is None:
        return None
    (across, down), shape = SMALLEST_LEAD, image.shape
    if shape.width >= across and shape.height >= down:
        return None
    what = (
        f"The image has {shape.width:,} × {shape.height:,} pixels; "
        f"at the head of a page it needs {across} × {down}."
    )
    fix = "Use a larger copy, or move the image into the text."
    return Slip("lead-image-small", what, fix, "warning")


def _without_alt(address: str) -> str:
    return f'The image "{address}" has no alternative text, for people who can not see it.'


def _file_slip(item: Item, address: str, content: Content) -> Slip | None:
    """Return what is wrong with an image that can not be shown."""
    to = destination(address, item.path)
    if to is None and own_address(address, content.site_root):
        what = f'The image "{address}" is named by its whole address.'
        return Slip("remote-image", what, "Write the path from this file to the image.")
    if to is None:
        what = f'The image "{address}" is on another site.'
        fix = "Put a copy in content/images/ and use that: a page asks no other site for anything."
        return Slip("remote-image", what, fix)
    if to.path in content.images or to.path in content.unread:
        return None
    if to.path in content.files:
        fix = "Move it to content/images/, where pictures for pages are, and use that."
        return Slip("missing-image", f'The image "{address}" lies among the files.', fix)
    names = {path.rsplit("/", 1)[-1] for path in content.images}
    hint = did_you_mean(to.path.rsplit("/", 1)[-1], names, "The images are")
    fix = f"Put it there, or correct the path. {hint}"
    return Slip("missing-image", f'The image "{address}" is not there.', fix)
