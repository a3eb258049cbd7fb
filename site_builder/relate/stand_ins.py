"""What a draft refers to and is not there yet: in a preview something stands in for it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import Any

from site_builder.read.content import Content
from site_builder.read.front_matter.gaps import stand_in
from site_builder.read.prose.prose import Prose
from site_builder.read.types import Item, RegisterEntry, kind_named
from site_builder.read.types.fields.text import written_fields
from site_builder.read.types.kinds import kind_of
from site_builder.relate.people.consent import image_uses
from site_builder.relate.references import Reference, references_of
from site_builder.relate.visibility import Sight, Viewer

Named = tuple[str, str]
"""A thing by its kind and slug."""


def with_stand_ins(content: Content, viewer: Viewer) -> Content:
    """Return content in which all is there that the drafts a viewer sees refer to.

    A draft may name a place or a mission that is still to come; its preview is shown all the
    same. A build for the public has no drafts in it, so nothing stands in for anything there.
    """
    if not viewer.sees_drafts:
        return content
    things: Iterator[Item | RegisterEntry] = chain(content.items, content.entries)
    known: set[Named] = {(kind_of(one).name, one.slug) for one in things}
    open_ends = {
        (one.kind, one.slug): one
        for item in content.items
        if viewer.sight_of(item) is Sight.PUBLIC
        for one in references_of(item)
        if one.kind != "commitment" and (one.kind, one.slug) not in known
    }
    made = tuple(_made(open_ends.values(), content))
    items = tuple(one for one in made if isinstance(one, Item))
    entries = tuple(one for one in made if isinstance(one, RegisterEntry))
    shown = (_without_missing_images(one, content) for one in content.items)
    return replace(content, items=(*shown, *items), entries=(*content.entries, *entries))


def _without_missing_images(item: Item, content: Content) -> Item:
    missing = [use.path not in content.images for use in image_uses(item)]
    if not any(missing):
        return item
    changed: dict[str, Any] = {}
    if item.image and missing.pop(0):
        changed["image"] = None
    gone = {number for number, is_missing in enumerate(missing) if is_missing}
    changed["prose"] = item.prose.without_images(gone)
    return item.model_copy(update=changed)


def _made(open_ends: Iterable[Reference], content: Content) -> Iterator[Item | RegisterEntry]:
    for one in open_ends:
        kind = kind_named(one.kind)
        path = f"{content.folder}/{kind.source}/{one.slug}.md"
        known: dict[str, Any] = {"slug": one.slug, "title": one.slug, "name": one.slug}
        known |= {"status": "draft", "path": path, "prose": Prose()}
        fields = written_fields(kind.model)
        yield stand_in(kind.model, {k: v for k, v in known.items() if k in fields}, content.day)
