"""A reference must lead to something that the public can see whenever it sees the reference."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain

from site_builder.read.content import Content
from site_builder.read.front_matter.faults import name_of
from site_builder.read.problems import Problem, did_you_mean
from site_builder.read.types import CouncilSummary, Item, RegisterEntry, kind_named
from site_builder.read.types.kinds import kind_of
from site_builder.relate.references import Reference, references_of
from site_builder.relate.visibility import Sight, Viewer, why_hidden

Known = Mapping[str, Mapping[str, Item | RegisterEntry]]
"""What there is, by kind and slug; a commitment is known by the council that made it."""

_NEEDS_ITS_OTHER_END = frozenset({"mission"})
"""What a public item can not be shown without; other ends are left out until they are public."""


def unknown_references(content: Content, viewer: Viewer) -> Iterator[Problem]:
    """Yield each reference that points nowhere, with the nearest slug that exists."""
    known = _known(content)
    for item in content.items:
        source = content.sources[item.path]
        for reference in references_of(item):
            if slip := _slip(reference, known, content, viewer):
                yield source.problem(source.position_of(reference.loc), *slip)


def _known(content: Content) -> Known:
    known: defaultdict[str, dict[str, Item | RegisterEntry]] = defaultdict(dict)
    things: Iterator[Item | RegisterEntry] = chain(content.items, content.entries)
    for thing in things:
        known[kind_of(thing).name][thing.slug] = thing
        if isinstance(thing, CouncilSummary):
            known["commitment"].update((made.id, thing) for made in thing.commitments)
    return known


def _slip(
    reference: Reference, known: Known, content: Content, viewer: Viewer
) -> tuple[str, str, str] | None:
    """Return rule, what and fix for a reference that does not lead where it should."""
    other = known[reference.kind].get(reference.slug)
    says = f'{name_of(reference.loc)} is "{reference.slug}", which'
    if other is None:
        if _may_be_unread(reference, content):
            return None
        one, plural = _nouns(reference.kind)
        fix = did_you_mean(reference.slug, known[reference.kind], f"The {plural} are")
        return "unknown-reference", f"{says} is not {one}.", fix
    if isinstance(other, Item) and _is_missing_its_end(reference, other, viewer):
        noun = kind_of(reference.item).name
        fix = f"Publish that {reference.kind}, or keep this {noun} back as well."
        return "hidden-reference", f"{says} {why_hidden(other)}.", fix
    return None


def _nouns(kind: str) -> tuple[str, str]:
    """Return what authors call one of a kind, and several."""
    if kind == "commitment":
        return "a commitment", "commitments"
    return kind_named(kind).one, kind_named(kind).plural


def _may_be_unread(reference: Reference, content: Content) -> bool:
    """Tell whether the other end is there but could not be read; its own problem is enough."""
    if reference.kind == "commitment":
        return content.may_hide(f"{content.folder}/council", "commitments")
    source = f"{content.folder}/{kind_named(reference.kind).source}"
    return content.may_hide(source if source.endswith(".yml") else f"{source}/{reference.slug}.md")


def _is_missing_its_end(reference: Reference, other: Item, viewer: Viewer) -> bool:
    return (
        reference.kind in _NEEDS_ITS_OTHER_END
        and viewer.sight_of(reference.item) is Sight.PUBLIC
        and viewer.sight_of(other) is not Sight.PUBLIC
    )
