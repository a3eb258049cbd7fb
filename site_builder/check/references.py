"""A reference must lead to something that the public can see whenever it sees the reference."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from site_builder.read.content import Content
from site_builder.read.faults import name_of
from site_builder.read.problems import Problem, did_you_mean
from site_builder.read.types import CouncilSummary, Item, RegisterEntry, kind_named
from site_builder.read.types.kinds import kind_of
from site_builder.relate.references import Reference, references_of
from site_builder.relate.visibility import Sight, Viewer, why_hidden

Known = Mapping[str, Mapping[str, Item | RegisterEntry | None]]

_NEEDS_ITS_OTHER_END = frozenset({"mission"})
"""What a public item can not be shown without; other ends are left out until they are public."""


def unknown_references(content: Content, viewer: Viewer) -> Iterator[Problem]:
    """Yield each reference that points nowhere, with the nearest slug that exists."""
    known = _known(content)
    for item in content.items:
        for reference in references_of(item):
            source = content.sources[item.path]
            if reference.slug not in known[reference.kind]:
                if _may_be_unread(reference, content):
                    continue
                what, fix = _words(reference, known)
                at = source.position_of(reference.loc)
                yield source.problem(at, "unknown-reference", what, fix)
            elif _is_missing_its_end(reference, known, viewer):
                other = known[reference.kind][reference.slug]
                assert isinstance(other, Item)
                what = f'{name_of(reference.loc)} is "{reference.slug}", which {why_hidden(other)}.'
                fix = f"Publish it, or keep this {kind_of(item).name} back as well."
                at = source.position_of(reference.loc)
                yield source.problem(at, "hidden-reference", what, fix)


def _known(content: Content) -> Known:
    known: defaultdict[str, dict[str, Item | RegisterEntry | None]] = defaultdict(dict)
    for thing in (*content.items, *content.entries):
        known[kind_of(thing).name][thing.slug] = thing
        if isinstance(thing, CouncilSummary):
            known["commitment"].update((made.id, None) for made in thing.commitments)
    return known


def _may_be_unread(reference: Reference, content: Content) -> bool:
    """Tell whether the other end is there but could not be read; its own problem is enough."""
    if reference.kind == "commitment":
        return any("/council/" in path for path in content.unread)
    end = f"/{reference.slug}.md"
    sources = kind_named(reference.kind).source
    if sources.endswith(".yml"):
        return any(p.path.endswith(sources) for p in content.problems)
    return any(f"/{sources}/" in path and path.endswith(end) for path in content.unread)


def _words(reference: Reference, known: Known) -> tuple[str, str]:
    noun = reference.kind
    plural = "commitments" if noun == "commitment" else kind_named(noun).plural
    what = f'{name_of(reference.loc)} is "{reference.slug}", which is not a {noun}.'
    return what, did_you_mean(reference.slug, known[noun], f"The {plural} are")


def _is_missing_its_end(reference: Reference, known: Known, viewer: Viewer) -> bool:
    other = known[reference.kind][reference.slug]
    return (
        reference.kind in _NEEDS_ITS_OTHER_END
        and isinstance(other, Item)
        and viewer.sight_of(reference.item) is Sight.PUBLIC
        and viewer.sight_of(other) is not Sight.PUBLIC
    )
