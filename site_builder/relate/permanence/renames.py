"""Which file seems to be the one that was renamed, when a recorded address has nothing behind it.

One that answers for another address of the same id is the same file for certain. So is the only
new one with the day of the id that is missing. A name that is spelt alike is no more than a guess.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from site_builder.read.content import Content
from site_builder.read.ledger import Recorded, day_in
from site_builder.read.problems import nearest
from site_builder.read.types import Item
from site_builder.read.types.kinds import ITEM_KINDS, kind_of
from site_builder.relate.permanence.addresses import address_of
from site_builder.relate.permanence.permanence import Answer

_Day = tuple[str, str | None]
"""A kind, and the day in an id of that kind."""

ITEMS = frozenset(kind.name for kind in ITEM_KINDS)


@dataclass(frozen=True)
class Rename:
    """A file that seems to have had another name."""

    item: Item
    aliases: tuple[str, ...]
    """What has to stand under its `aliases`, the first name first."""
    is_certain: bool


@dataclass(frozen=True)
class _Lost:
    """A thing with addresses of which at least one has nothing behind it."""

    id: str
    lines: Sequence[Recorded]
    """Those of its lines that have nothing behind them."""
    holders: Sequence[Item]
    """Files that answer for another of its addresses."""

    @property
    def kind(self) -> str:
        return self.lines[0].kind

    @property
    def day(self) -> str | None:
        return self.lines[0].day


def lost_lines(content: Content, found: Mapping[str, Answer]) -> tuple[Recorded, ...]:
    """Return each recorded line that nothing answers for; a quarter always has its page."""
    lines = content.ledger.lines if content.ledger else ()
    return tuple(one for one in lines if one.address not in found and one.kind != "quarter")


def renames(
    content: Content, lost: Iterable[Recorded], found: Mapping[str, Answer]
) -> Mapping[str, Rename]:
    """Return the file that seems to be behind each lost address, by the address."""
    groups = _groups(content, lost, found)
    clues = _clues(groups, content, found) if groups else None
    return {
        line.address: rename
        for group in groups
        if clues and (rename := _rename(group, clues))
        for line in group.lines
    }


def _groups(
    content: Content, lost: Iterable[Recorded], found: Mapping[str, Answer]
) -> Sequence[_Lost]:
    by_id: defaultdict[str, list[Recorded]] = defaultdict(list)
    for line in lost:
        if line.kind in ITEMS:
            by_id[line.id].append(line)
    holders: defaultdict[str, dict[str, Item]] = defaultdict(dict)
    for line in content.ledger.lines if content.ledger else ():
        answer = found.get(line.address)
        if line.id in by_id and answer and answer.item:
            holders[line.id][answer.item.path] = answer.item
    return [_Lost(id_, lines, [*holders[id_].values()]) for id_, lines in by_id.items()]


@dataclass(frozen=True)
class _Clues:
    """What there is to go on: files of which the ledger has no address yet, and what is missing."""

    new_on: Mapping[_Day, Sequence[Item]]
    """New files by the kind and the day in their id."""
    new_of: Mapping[str, Mapping[str, Item]]
    """New files by their kind and slug."""
    missing_on: Mapping[_Day, int]
    """How many ids have a kind and a day and an address that nothing answers at."""
    missing_of: Mapping[str, int]
    """The same by their kind alone."""


def _clues(groups: Iterable[_Lost], content: Content, found: Mapping[str, Answer]) -> _Clues:
    recorded = content.ledger.addresses if content.ledger else frozenset()
    known = {answer.item.path for at in recorded & found.keys() if (answer := found[at]).item}
    new_on: defaultdict[_Day, list[Item]] = defaultdict(list)
    new_of: defaultdict[str, dict[str, Item]] = defaultdict(dict)
    for address, answer in found.items():
        item = answer.item
        if item and item.path not in known and address == address_of(item):
            kind = kind_of(item).name
            new_on[kind, day_in(answer.ids[0])].append(item)
            new_of[kind][item.slug] = item
    missing_on = Counter((group.kind, group.day) for group in groups)
    return _Clues(new_on, new_of, missing_on, Counter(group.kind for group in groups))


def _rename(group: _Lost, clues: _Clues) -> Rename | None:
    if group.holders:
        holder, is_certain = group.holders[0], len(group.holders) == 1
        return Rename(holder, _aliases(holder, group), is_certain)
    same = clues.new_on.get((group.kind, group.day), ())
    if group.day and len(same) == clues.missing_on[group.kind, group.day] == 1:
        return Rename(same[0], _aliases(same[0], group), is_certain=True)
    guess = _guess(group, clues)
    return Rename(guess, _aliases(guess, group), is_certain=False) if guess else None


def _guess(group: _Lost, clues: _Clues) -> Item | None:
    """Return the new file whose name is spelt alike, or the only one where only one is missing."""
    shelf = clues.new_of.get(group.kind, {})
    if len(shelf) == clues.missing_of[group.kind] == 1:
        return next(iter(shelf.values()))
    return shelf.get(nearest(group.lines[-1].slug, shelf))


def _aliases(item: Item, group: _Lost) -> tuple[str, ...]:
    """Return the names that an item has to keep: that of its id first, then as they were given."""
    lost = (line.slug for line in group.lines)
    return tuple(dict.fromkeys((group.lines[0].first_slug, *item.aliases, *lost)))
