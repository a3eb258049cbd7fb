"""What changed after publication: what authors say of it, reworded goals, and every withdrawal.

Nothing is taken away in silence. A withdrawal is told where a reader would look: on the page of
what replaces the item, or at its own address when nothing does.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from site_builder.read.types import AnyItem, Item, Mission
from site_builder.read.types.item import ChangeKind


@dataclass(frozen=True)
class Changed:
    """One change, and the item whose page tells of it."""

    day: dt.date
    kind: ChangeKind | Literal["rewording", "withdrawn", "replacement"]
    """A replacement is told by what took the place of an item that was withdrawn."""
    item: Item
    note: str
    """What changed, or why a goal was reworded or an item withdrawn, in its author's words."""
    is_illustrative: bool


def changes(
    shelves: Iterable[Mapping[str, AnyItem]],
    withdrawn: Iterable[Item],
    replacements: Mapping[str, AnyItem],
) -> tuple[Changed, ...]:
    """Return every change of what the public may see, and every withdrawal, newest first."""
    told = [*_stated(shelves), *_withdrawals(withdrawn, replacements)]
    return tuple(sorted(told, key=lambda one: one.day, reverse=True))


def histories(told: Iterable[Changed]) -> Mapping[str, tuple[Changed, ...]]:
    """Return changes by the path of the item whose page ends with them.

    A rewording is not among them: the page of a mission has a place of its own for those.
    """
    found: defaultdict[str, list[Changed]] = defaultdict(list)
    for change in told:
        if change.kind != "rewording":
            found[change.item.path].append(change)
    return {path: tuple(these) for path, these in found.items()}


def _stated(shelves: Iterable[Mapping[str, AnyItem]]) -> Iterator[Changed]:
    for shelf in shelves:
        for item in shelf.values():
            for one in item.changes:
                yield Changed(one.date, one.kind, item, one.note, item.illustrative)
            if isinstance(item, Mission):
                yield from _rewordings(item)


def _rewordings(mission: Mission) -> Iterator[Changed]:
    for one in mission.wording_history:
        is_illustrative = mission.illustrative or one.illustrative
        yield Changed(one.date, "rewording", mission, one.because, is_illustrative)


def _withdrawals(
    withdrawn: Iterable[Item], replacements: Mapping[str, AnyItem]
) -> Iterator[Changed]:
    """Yield each withdrawal; nothing of the withdrawn item's words but the reason is in it."""
    for item in withdrawn:
        if item.withdrawn:
            day, reason = item.withdrawn.on, item.withdrawn.reason
            if instead := replacements.get(item.path):
                yield Changed(day, "replacement", instead, reason, instead.illustrative)
            else:
                yield Changed(day, "withdrawn", item, reason, item.illustrative)
