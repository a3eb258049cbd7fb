"""Editorial states hold together: what is withdrawn says why, what is due for review says so."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from site_builder.read.content import Content
from site_builder.read.problems import Problem, did_you_mean
from site_builder.read.source import Source
from site_builder.read.types import CouncilSummary, Item
from site_builder.read.types.kinds import kind_of
from site_builder.relate.permanence.replacements import later, replaced_by
from site_builder.relate.visibility import Viewer


def editorial_slips(content: Content, viewer: Viewer) -> Iterator[Problem]:
    """Yield states that contradict themselves, and reviews that are overdue."""
    shelves: dict[str, dict[str, Item]] = {}
    for item in content.items:
        shelves.setdefault(kind_of(item).name, {})[item.slug] = item
    for item in content.items:
        source = content.sources[item.path]
        yield from _withdrawal(item, source, shelves[kind_of(item).name])
        yield from _review(item, source, viewer)
        if isinstance(item, CouncilSummary):
            yield from _quarter(item, source)


def _withdrawal(item: Item, source: Source, shelf: Mapping[str, Item]) -> Iterator[Problem]:
    if item.status != "withdrawn" and not item.withdrawn:
        return  # before asking for a position, which takes time
    at = source.position_of(("withdrawn" if item.withdrawn else "status",), of_key=True)
    if item.status == "withdrawn" and not item.withdrawn:
        what = "`status` is withdrawn, but nothing says when and why."
        fix = "Add `withdrawn:` with `on:` and `reason:` under it."
        yield source.problem(at, "withdrawn-without-reason", what, fix)
    if item.withdrawn and item.status != "withdrawn":
        what = f"`withdrawn` is filled in, but `status` is {item.status}."
        fix = "Write `status: withdrawn`, or take `withdrawn` out."
        yield source.problem(at, "withdrawn-without-status", what, fix)
    yield from _replacement(item, source, shelf)


def _replacement(item: Item, source: Source, shelf: Mapping[str, Item]) -> Iterator[Problem]:
    """Yield what keeps a withdrawn item from leading to what replaces it."""
    slug, others = replaced_by(item), shelf.keys() - {item.slug}
    if slug is None:
        return
    at = source.position_of(("withdrawn", "replaced_by"))
    if slug not in others:
        noun = kind_of(item)
        what = f'`replaced_by` is "{slug}", which is not another {noun.name}.'
        fix = did_you_mean(slug, others, f"The other {noun.plural} are")
        yield source.problem(at, "unknown-reference", what, fix)
    elif item in (way := tuple(later(item, shelf))):
        names = " to ".join(one.slug for one in (item, *way))
        what = f"`replaced_by` leads round in a circle: from {names}."
        fix = "Take `replaced_by` out of the one that nothing replaces."
        yield source.problem(at, "replaced-in-a-circle", what, fix)


def _review(item: Item, source: Source, viewer: Viewer) -> Iterator[Problem]:
    if viewer.now and item.review_by and item.review_by < viewer.now.date():
        what = f"`review_by` is {item.review_by}, which has passed."
        fix = "Read the item again, correct it, and set the next day for review."
        at = source.position_of(("review_by",))
        yield source.problem(at, "review-overdue", what, fix, "warning")


def _quarter(council: CouncilSummary, source: Source) -> Iterator[Problem]:
    name = PurePosixPath(council.path).name
    if council.slug != council.quarter.slug:
        what = f'`quarter` is "{council.quarter}", but the file is {name}.'
        fix = f"Rename the file {council.quarter.slug}.md, or correct the quarter."
        at = source.position_of(("quarter",))
        yield source.problem(at, "quarter-and-name-differ", what, fix)
