"""A barrier's state is true to its dates and its owner, and a story names each barrier once."""

from collections.abc import Iterator

from site_builder.read.content import Content
from site_builder.read.front_matter.faults import name_of
from site_builder.read.problems import Problem
from site_builder.read.source import Source
from site_builder.read.types import Barrier, CaseStudy
from site_builder.relate.visibility import Viewer


def barrier_slips(content: Content, _viewer: Viewer) -> Iterator[Problem]:
    """Yield states that their other fields contradict, and barriers that a story names twice."""
    for item in content.items:
        if isinstance(item, Barrier):
            yield from _owner(item, content.sources[item.path])
            yield from _removal(item, content.sources[item.path])
        elif isinstance(item, CaseStudy) and len(set(item.barriers)) < len(item.barriers):
            yield from _repeated(item, content.sources[item.path])


def _owner(barrier: Barrier, source: Source) -> Iterator[Problem]:
    """What is removed needs no owner: a barrier can fall without anybody having taken it on."""
    if barrier.state == "owned" and not barrier.owner:
        what = "`state` is owned, but nothing says who owns it."
        fix = (
            "Add `owner:` with the role or the body that has taken it on, or write `state: named`."
        )
        yield source.problem(source.position_of(("state",)), "owned-without-owner", what, fix)
    if barrier.state == "named" and barrier.owner:
        what = "`owner` is filled in, but `state` is named, which says that nobody owns it."
        fix = "Write `state: owned`, or take `owner` out."
        at = source.position_of(("owner",), of_key=True)
        yield source.problem(at, "owner-without-state", what, fix)


def _removal(barrier: Barrier, source: Source) -> Iterator[Problem]:
    if barrier.removed_on:
        yield from _day_of_removal(barrier, source)
    if barrier.state != "removed":
        return
    at = source.position_of(("state",))
    if not barrier.removed_on:
        what = "`state` is removed, but nothing says when."
        fix = "Add `removed_on:` with the day on which it was gone, for example: 2025-06-25"
        yield source.problem(at, "removed-without-day", what, fix)
    if not barrier.what_helped:
        what = "`state` is removed, but nothing says what removed it."
        fix = "Add `what_helped:` with one or two sentences, so that others can do the same."
        yield source.problem(at, "removed-without-what-helped", what, fix, "warning")


def _day_of_removal(barrier: Barrier, source: Source) -> Iterator[Problem]:
    if barrier.state != "removed":
        at = source.position_of(("removed_on",), of_key=True)
        what = f"`removed_on` is filled in, but `state` is {barrier.state}."
        fix = "Write `state: removed`, or take `removed_on` out."
        yield source.problem(at, "day-without-removal", what, fix)
    if barrier.removed_on and barrier.removed_on < barrier.named_on:
        at = source.position_of(("removed_on",))
        what = f"`removed_on` is {barrier.removed_on}, before it was named on {barrier.named_on}."
        fix = "Correct one of the two days."
        yield source.problem(at, "removed-before-named", what, fix)


def _repeated(story: CaseStudy, source: Source) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, slug in enumerate(story.barriers):
        if slug in seen:
            loc = ("barriers", number)
            what = f'{name_of(loc)} is "{slug}", which this list names already.'
            fix = "Take one of the two out."
            yield source.problem(source.position_of(loc), "repeated-barrier", what, fix)
        seen.add(slug)
