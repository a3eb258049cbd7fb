"""A name whose consent has an end stands only where it can be left out by itself.

Voices and images are withheld when a consent ends; a sentence is not rewritten. So such a name is
refused in any text of the site, from the day on which the consent is written down.
"""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

from site_builder.check.people.names import is_reference
from site_builder.read.content import Content
from site_builder.read.problems import Position, Problem
from site_builder.read.prose.prose import Prose
from site_builder.read.source import Loc, Source
from site_builder.read.types import CaseStudy, Item
from site_builder.read.types.parts.consent import Consent
from site_builder.relate.visibility import Viewer

_FIX = (
    "Name them only in `voices` and under their own images, which are left out by themselves at "
    "the end; or ask for a consent without an end."
)
_NOT_PUBLISHED = {"consent", "slug", "path", "prose"}
"""Fields that no page shows, and the text, which is looked at by itself."""


def names_that_can_not_go(content: Content, _viewer: Viewer) -> Iterator[Problem]:
    """Yield each real name in a text from which it would have to go some day."""
    named = [pair for item in content.items for pair in _named(item)]
    names = sorted({name for name, consent in named if _has_end(consent)})
    for item in content.items:
        source = content.sources[item.path]
        for name in names:
            if name in source.text and (at := _place(item, name, source)):
                what = f'The text names "{name}", whose consent has an end.'
                yield source.problem(at, "name-can-not-go", what, _FIX)


def _has_end(consent: Consent) -> bool:
    return bool(consent.expires or consent.taken_back)


def _named(item: Item) -> Iterator[tuple[str, Consent]]:
    """Yield each real name that an item knows, with the consent that it has."""
    voices = item.voices if isinstance(item, CaseStudy) else ()
    for consent in item.consent:
        spoken = [voice for voice in voices if voice.consent == consent.id]
        yield from ((voice.name, consent) for voice in spoken if voice.name)
        if not spoken and "name" in consent.scope and not is_reference(consent.who):
            yield consent.who, consent


def _place(item: Item, name: str, source: Source) -> Position | None:
    """Return where a name stands in an item for good; None where it goes, or may stay."""
    consents = [consent for named, consent in _named(item) if named == name]
    if any(not _has_end(consent) for consent in consents):
        return None
    own = frozenset(consent.id for consent in consents)
    whole = re.compile(rf"\b{re.escape(name)}\b")
    for loc, text in _texts(_that_stay(item, own)):
        if whole.search(text):
            return source.position_of(loc)
    prose = _that_stays(item.prose, own)
    if any(whole.search(text) for text in (*prose.passages, *(one.alt for one in prose.images))):
        return _in_body(whole.pattern, source)
    return None


def _in_body(name: str, source: Source) -> Position:
    # Words in square brackets before an address belong to an image, or to a link.
    apart = source.positions_in_body(rf"{name}(?![^\[\]]*\]\()")
    places = chain(apart, source.positions_in_body(name))
    return next(places, source.position(source.body_start))


def _that_stay(item: Item, own: frozenset[str]) -> dict[str, Any]:
    """Return the fields of an item without what goes when some of its consents end."""
    fields = item.model_dump(exclude=_NOT_PUBLISHED, by_alias=True)
    if item.image and own & {*(item.image.people or ())}:
        del fields["image"]
    if isinstance(item, CaseStudy):
        stays = (one.consent not in own for one in item.voices)
        voices = zip(fields["voices"], stays, strict=True)
        fields["voices"] = tuple(voice if is_kept else {} for voice, is_kept in voices)
    return fields


def _that_stays(prose: Prose, own: frozenset[str]) -> Prose:
    """Return a text without the images that go when some consents end."""
    going = {
        number for number, image in enumerate(prose.images) if own & frozenset(image.people or ())
    }
    return prose.without_images(going) if going else prose


def _texts(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _texts(inner, (*loc, name))
    elif isinstance(value, tuple):
        for number, inner in enumerate(value):
            yield from _texts(inner, (*loc, number))
