"""A reference must lead to something that the public can see whenever it sees the reference."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from itertools import chain
from typing import Any, TypeGuard

from site_builder.read.content import Content
from site_builder.read.front_matter.faults import name_of
from site_builder.read.problems import Problem, did_you_mean, nearest
from site_builder.read.types import CouncilSummary, Item, RegisterEntry, kind_named
from site_builder.read.types.kinds import kind_of
from site_builder.relate.references import Reference, references_of
from site_builder.relate.visibility import Sight, Viewer, why_hidden

Known = Mapping[str, Mapping[str, Item | RegisterEntry]]
"""What there is, by kind and slug; a commitment is known by the council that made it."""

_ALWAYS_NEEDED = frozenset({"mission"})
"""What a public item is never shown without; other ends that it can do without are left out."""


def unknown_references(content: Content, viewer: Viewer) -> Iterator[Problem]:
    """Yield each reference that points nowhere, with the nearest slug that exists."""
    known = known_things(content)
    for item in content.items:
        source, references = content.sources[item.path], tuple(references_of(item))
        shown = {one.loc[0] for one in references if _leads_on(one, known, viewer)}
        for reference in references:
            if slip := _slip(reference, known, content, viewer, shown):
                yield source.problem(source.position_of(reference.loc), *slip)
    for one in content.misnamed:
        source = content.sources[one.path]
        what = f'{name_of(one.loc)} is "{one.written}", which is not {_nouns(one.kind)[0]}.'
        fix = meant_reference(one.written, one.kind, known)
        yield source.problem(source.position_of(one.loc), "unknown-reference", what, fix)


def meant_reference(written: str, kind: str, known: Known) -> str:
    """Return the hint at what a name was meant to be, also by what the other end is called."""
    others, plural = known[kind], _nouns(kind)[1]
    if kind != "commitment":
        titles = {_title(one).casefold(): slug for slug, one in others.items()}
        slug = titles.get(written.casefold()) or titles.get(nearest(written, titles))
        if slug and slug != nearest(written, others):
            return f'Did you mean "{slug}"? That is the slug of {_title(others[slug])}.'
    return did_you_mean(written, others, f"The {plural} are")


def _title(thing: Item | RegisterEntry) -> str:
    """Return what a thing is called; a council summary has its slug alone."""
    return str(getattr(thing, "title", thing.slug))


def known_things(content: Content) -> Known:
    """Return what there is to be named, by kind and slug."""
    known: defaultdict[str, dict[str, Item | RegisterEntry]] = defaultdict(dict)
    things: Iterator[Item | RegisterEntry] = chain(content.items, content.entries)
    for thing in things:
        known[kind_of(thing).name][thing.slug] = thing
        if isinstance(thing, CouncilSummary):
            known["commitment"].update((made.id, thing) for made in thing.commitments)
    return known


def _slip(
    reference: Reference, known: Known, content: Content, viewer: Viewer, shown: Collection[Any]
) -> tuple[str, str, str] | None:
    """Return rule, what and fix for a reference that does not lead where it should.

    `shown` are the fields of its item of which something leads to what the viewer sees.
    """
    other = known[reference.kind].get(reference.slug)
    says = f'{name_of(reference.loc)} is "{reference.slug}", which'
    if other is None:
        if _may_be_unread(reference, content):
            return None
        fix = meant_reference(reference.slug, reference.kind, known)
        return "unknown-reference", f"{says} is not {_nouns(reference.kind)[0]}.", fix
    if viewer.sight_of(reference.item) is Sight.PUBLIC and _is_hidden(other, viewer):
        # What was withdrawn stays withdrawn, and what told of it stays on record.
        is_to_come = viewer.sight_of(other) is Sight.HIDDEN
        is_needed = reference.is_needed and reference.loc[0] not in shown
        if (is_needed and is_to_come) or reference.kind in _ALWAYS_NEEDED:
            noun = kind_of(reference.item).name
            fix = f"Publish {other.path}, or keep this {noun} back as well."
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


def _leads_on(reference: Reference, known: Known, viewer: Viewer) -> bool:
    other = known[reference.kind].get(reference.slug)
    return other is not None and not _is_hidden(other, viewer)


def _is_hidden(other: Item | RegisterEntry, viewer: Viewer) -> TypeGuard[Item]:
    return isinstance(other, Item) and viewer.sight_of(other) is not Sight.PUBLIC
