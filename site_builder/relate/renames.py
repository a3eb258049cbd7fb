"""Which file seems to be the one that was renamed, when a recorded address has nothing behind it.

One that answers for another address of the same id is the same file for certain. So is the only
new one with the day of the id that is missing. A name that is spelt alike is no more than a guess.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_builder.read.content import Content
from site_builder.read.ledger import Recorded
from site_builder.read.problems import nearest
from site_builder.read.types import Item
from site_builder.read.types.kinds import ITEM_KINDS, kind_of
from site_builder.relate.permanence import Answer, ids_of_item

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
    new = [*_new_items(content, found)]
    return {
        line.address: rename
        for group in groups
        if (rename := _rename(group, groups, new, content))
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


def _new_items(content: Content, found: Mapping[str, Answer]) -> Iterator[Item]:
    """Yield each public file of which the ledger has no address yet."""
    recorded = content.ledger.addresses if content.ledger else frozenset()
    items = {one.item.path: one.item for one in found.values() if one.item}
    known = {found[at].item for at in recorded & found.keys()}
    paths = {item.path for item in known if item}
    yield from (item for path, item in items.items() if path not in paths)


def _rename(
    group: _Lost, groups: Sequence[_Lost], new: Sequence[Item], content: Content
) -> Rename | None:
    if group.holders:
        is_one = len(group.holders) == 1
        return Rename(group.holders[0], _aliases(group.holders[0], group), is_one)
    item, is_certain = _of_its_day(group, groups, new, content)
    item = item or _spelt_alike(group, new)
    return Rename(item, _aliases(item, group), is_certain) if item else None


def _of_its_day(
    group: _Lost, groups: Sequence[_Lost], new: Sequence[Item], content: Content
) -> tuple[Item | None, bool]:
    """Return the only new file of the day of an id that is missing, and true if there is one."""
    if not group.day:
        return None, False
    rivals = [one for one in groups if (one.kind, one.day) == (group.kind, group.day)]
    same = [item for item in new if _has_day(item, group, content)]
    is_certain = len(rivals) == len(same) == 1
    return (same[0], True) if is_certain else (None, False)


def _has_day(item: Item, group: _Lost, content: Content) -> bool:
    authority = content.ledger.authority if content.ledger else None
    tag = ids_of_item(item, authority)[0]
    return kind_of(item).name == group.kind and f",{group.day}:" in tag


def _spelt_alike(group: _Lost, new: Sequence[Item]) -> Item | None:
    shelf = {item.slug: item for item in new if kind_of(item).name == group.kind}
    return shelf.get(nearest(group.lines[-1].slug, shelf))


def _aliases(item: Item, group: _Lost) -> tuple[str, ...]:
    """Return the names that an item has to keep: that of its id first, then as they were given."""
    lost = (line.slug for line in group.lines)
    return tuple(dict.fromkeys((group.lines[0].first_slug, *item.aliases, *lost)))
