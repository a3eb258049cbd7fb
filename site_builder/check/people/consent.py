"""Nobody is quoted, named or shown without having agreed to it.

Who can be recognised in an image only its author knows. So an image names the consents of its
people, or says that nobody can be recognised; one whose words speak of people and that says
neither is a warning.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_builder.read.content import Content
from site_builder.read.front_matter.faults import name_of
from site_builder.read.problems import Position, Problem, did_you_mean
from site_builder.read.source import Loc, Source
from site_builder.read.types import CaseStudy, Item
from site_builder.read.types.case_study import Voice
from site_builder.read.types.parts.consent import Scope
from site_builder.relate.people.consent import ImageUse, image_uses
from site_builder.relate.visibility import Viewer

_OF: Mapping[Scope, str] = {"name": "the name in ", "quote": "the words of ", "image": ""}
"""What of a thing needs a scope."""
_ASK = (
    "Add `consent:` with the id of what they agreed to; or, if name and words were published "
    "before, `source:` with the id of where."
)
_NAME_AT_HEAD = (
    "Add `people:` with the id of the consent of each; "
    "or, if nobody can be recognised, `people: []`."
)
_NAME_IN_TEXT = (
    'Add {people="…"} after it, with the id of the consent of each; '
    "or, if nobody can be recognised, {people=none}."
)


@dataclass(frozen=True)
class Claim:
    """A consent that an item names, for something of a person that it would show."""

    consent: str
    scopes: tuple[Scope, ...]
    what: str
    """What would be shown, in words."""
    loc: Loc
    """Where it is named in front matter; nothing when it is named in the text."""
    use: ImageUse | None = None
    """The image for which it is named, if it is one."""

    def position(self, source: Source) -> Position:
        """Return where the consent is named."""
        return source.position_of(self.loc) if self.loc or not self.use else _at(self.use, source)


def people_without_consent(content: Content, _viewer: Viewer) -> Iterator[Problem]:
    """Yield each voice and image whose people have not agreed to what it shows of them."""
    known = _files_that_know(content)
    for item in content.items:
        source = content.sources[item.path]
        for claim in claims_of(item):
            yield from _beyond(claim, item, source, content)
        if isinstance(item, CaseStudy):
            yield from _voices(item, source, content)
        for use in image_uses(item):
            if not use.people:
                yield from _unnamed(use, source, known.get(use.path))


def claims_of(item: Item) -> Iterator[Claim]:
    """Yield every consent that an item names, in the order of its front matter and its text."""
    for number, voice in enumerate(item.voices if isinstance(item, CaseStudy) else ()):
        if voice.consent:
            what, scopes = f"number {number + 1} of `voices`", _scopes(voice)
            yield Claim(voice.consent, scopes, what, ("voices", number, "consent"))
    for use in image_uses(item):
        for number, one in enumerate(use.people or ()):
            loc: Loc = ("image", "people", number) if use.occurrence is None else ()
            scopes = _scopes_of_image(item, use, one)
            yield Claim(one, scopes, f'the image "{use.address}"', loc, use)


def _scopes(voice: Voice) -> tuple[Scope, ...]:
    return ("quote", "name") if voice.name else ("quote",)


def _scopes_of_image(item: Item, use: ImageUse, consent: str) -> tuple[Scope, ...]:
    """Return what an image shows of a person: the face, and the name if its words say it."""
    caption = item.image.caption if item.image and use.occurrence is None else None
    words = f"{use.alt} {caption or ''}".casefold()
    is_named = any(one.id == consent and one.who.casefold() in words for one in item.consent)
    return ("image", "name") if is_named else ("image",)


def _at(use: ImageUse, source: Source) -> Position:
    if use.occurrence is None:
        return source.position_of(("image", "file"))
    return source.position_of_address(use.address, use.occurrence)


def _beyond(claim: Claim, item: Item, source: Source, content: Content) -> Iterator[Problem]:
    """Yield what a claim asks for that no consent of its item covers."""
    consent = next((one for one in item.consent if one.id == claim.consent), None)
    if not consent:
        if content.may_hide(item.path, "consent"):
            return
        what = f'"{claim.consent}", named for {claim.what}, is not the id of a consent here.'
        yield source.problem(claim.position(source), "unknown-reference", what, _which(claim, item))
        return
    for scope in claim.scopes:
        if scope not in consent.scope:
            what = f'The consent "{consent.id}" does not cover {_OF[scope]}{claim.what}.'
            fix = f"If they agreed to it, add `{scope}` to its `scope`; if not, take it out."
            yield source.problem(claim.position(source), "beyond-consent", what, fix)


def _which(claim: Claim, item: Item) -> str:
    ids = [one.id for one in item.consent]
    if ids:
        return did_you_mean(claim.consent, ids, "The ids are")
    return "Add it under `consent:` with `id`, `who`, `given_on` and `scope`."


def _voices(story: CaseStudy, source: Source, content: Content) -> Iterator[Problem]:
    may_be_hidden = content.may_hide(story.path, "sources")
    ids = [one.id for one in story.sources]
    for number, voice in enumerate(story.voices):
        loc: Loc = ("voices", number, "source")
        if not voice.consent and not voice.source:
            what = f"Number {number + 1} of `voices` quotes somebody without their consent."
            at = source.position_of(loc[:2])
            yield source.problem(at, "person-without-consent", what, _ASK)
        elif voice.source and voice.source not in ids and not may_be_hidden:
            what = f'{name_of(loc)} is "{voice.source}", which is not the id of a source here.'
            fix = did_you_mean(voice.source, ids, "The ids are")
            yield source.problem(source.position_of(loc), "unknown-reference", what, fix)


def _files_that_know(content: Content) -> Mapping[str, str]:
    """Return the first file that says of an image that somebody can be recognised in it."""
    said: dict[str, str] = {}
    for item in content.items:
        for use in image_uses(item):
            if use.people:
                said.setdefault(use.path, item.path)
    return said


def _unnamed(use: ImageUse, source: Source, who_knows: str | None) -> Iterator[Problem]:
    """Yield that an image names nobody, where another file says that somebody can be recognised."""
    if who_knows:
        what = f'The image "{use.address}" shows people, as {who_knows} says, and names no consent.'
        fix = _NAME_AT_HEAD if use.occurrence is None else _NAME_IN_TEXT
        yield source.problem(_at(use, source), "person-without-consent", what, fix)
