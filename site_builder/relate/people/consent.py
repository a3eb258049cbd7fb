"""Consent decides what of a person is shown; what is not covered leaves here, before all else.

A name, a quote or an image is kept only if its person agreed to it and the consent holds at the
moment of the build. Without a moment, a consent that ends some day is not known to hold, so what
it covers is withheld: a forgotten setting can never show somebody for too long. Words that were
published before, in a source that the story names, need no consent.

The record is made of what leaves here, so no page, feed, card, index or file can show more. The
consents themselves leave it too: they are between the people and whoever keeps the record.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from site_builder.read.pictures.images import ImageFile
from site_builder.read.types import CaseStudy, Item
from site_builder.read.types.case_study import Voice
from site_builder.read.types.parts.consent import Consent, Scope
from site_builder.relate.permanence.addresses import destination
from site_builder.relate.visibility import Viewer

T = TypeVar("T", bound=Item)


@dataclass(frozen=True)
class ImageUse:
    """One place of an item that shows an image."""

    path: str
    """The image, seen from the folder of the settings; nothing if it is on another site."""
    people: tuple[str, ...] | None
    """The consents of those who can be recognised; None when the author does not say."""
    address: str
    """The image, as its author wrote it."""
    alt: str
    occurrence: int | None = None
    """How many images of the text before it have the same address; None at the head."""


def with_consent(items: Iterable[T], viewer: Viewer) -> list[T]:
    """Return items without what their people have not agreed to, and without the consents."""
    items = tuple(items)
    peopled = images_of_people(items)
    return [_consented(item, viewer, peopled) for item in items]


def holds(consent: Consent, viewer: Viewer) -> bool:
    """Tell whether a consent is known to hold at the moment of the build."""
    if consent.taken_back:
        return False
    return consent.expires is None or (
        viewer.now is not None and viewer.now.date() <= consent.expires
    )


def covers(item: Item, consent: str, scope: Scope, viewer: Viewer) -> bool:
    """Tell whether a consent of an item, named by its id, covers something and holds."""
    named = [one for one in item.consent if one.id == consent]
    return bool(named) and all(scope in one.scope and holds(one, viewer) for one in named)


def images_of_people(items: Iterable[Item]) -> frozenset[str]:
    """Return the images of which some item says that a person can be recognised in them."""
    return frozenset(use.path for item in items for use in image_uses(item) if use.people)


def images_of(items: Iterable[Item], images: Mapping[str, ImageFile]) -> Mapping[str, ImageFile]:
    """Return the images that items show."""
    shown = {use.path for item in items for use in image_uses(item)}
    return {path: image for path, image in images.items() if path in shown}


def image_uses(item: Item) -> Iterator[ImageUse]:
    """Yield each image of an item: the one at its head, then those of its text."""
    if lead := item.image:
        yield ImageUse(_path(item, lead.file), lead.people, lead.file, lead.alt or "")
    for one in item.prose.images:
        path = _path(item, one.address)
        yield ImageUse(path, one.people, one.address, one.alt, one.occurrence)


def _path(item: Item, address: str) -> str:
    to = destination(address, item.path)
    return to.path if to else ""


def _consented(item: T, viewer: Viewer, peopled: frozenset[str]) -> T:
    changed: dict[str, Any] = {"consent": ()} if item.consent else {}
    if isinstance(item, CaseStudy) and item.voices:
        changed["voices"] = tuple(_voices(item, viewer))
    withheld = [not _may_show(use, item, viewer, peopled) for use in image_uses(item)]
    if item.image:
        is_withheld = withheld.pop(0)
        people = {"people": None}
        changed["image"] = None if is_withheld else item.image.model_copy(update=people)
    if any(withheld) or any(image.people for image in item.prose.images):
        gone = {number for number, is_withheld in enumerate(withheld) if is_withheld}
        changed["prose"] = item.prose.without_images(gone)
    return item.model_copy(update=changed) if changed else item


def _may_show(use: ImageUse, item: Item, viewer: Viewer, peopled: frozenset[str]) -> bool:
    """Tell whether an image may be shown: everybody in it agreed, or there is nobody in it."""
    if use.people:
        return all(covers(item, one, "image", viewer) for one in use.people)
    # Another item knows somebody in it, so it is not enough that this one names nobody.
    return use.path not in peopled


def _voices(story: CaseStudy, viewer: Viewer) -> Iterator[Voice]:
    """Yield the voices that may be heard, each without a name that may not be told."""
    for voice in story.voices:
        if _may_tell(story, voice, "quote", viewer):
            may_name = not voice.pseudonym and _may_tell(story, voice, "name", viewer)
            name = voice.name if may_name else None
            yield voice.model_copy(update={"name": name, "consent": None})


def _may_tell(story: CaseStudy, voice: Voice, scope: Scope, viewer: Viewer) -> bool:
    if voice.consent:
        return covers(story, voice.consent, scope, viewer)
    return any(source.id == voice.source for source in story.sources)
