"""What stands in the place of an item that was withdrawn, however often it was replaced since."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from site_builder.read.types import AnyItem, Item
from site_builder.read.types.kinds import kind_of

T = TypeVar("T", bound=Item)


def replacements(
    withdrawn: Iterable[Item], shelves: Mapping[str, Mapping[str, AnyItem]]
) -> Mapping[str, AnyItem]:
    """Return the public item that each withdrawn one leads to, by the withdrawn one's path.

    What leads to nothing that the public may see is left out.
    """
    by_end = {(kind_of(item).name, item.slug): item for item in withdrawn}
    found: dict[str, AnyItem] = {}
    for item in by_end.values():
        kind = kind_of(item).name
        others = {slug: one for (of, slug), one in by_end.items() if of == kind}
        last = [item, *later(item, others)][-1]
        if shown := shelves[kind].get(replaced_by(last) or ""):
            found[item.path] = shown
    return found


def replaced_by(item: Item) -> str | None:
    """Return the slug that an item says replaces it."""
    return item.withdrawn.replaced_by if item.withdrawn else None


def later(item: T, others: Mapping[str, T]) -> Iterator[T]:
    """Yield what replaced an item, then what replaced that, among others of its type by slug.

    Each is yielded once; where the way leads round in a circle, the item itself is among them.
    """
    seen: set[str] = set()
    slug = replaced_by(item)
    while slug and slug in others and slug not in seen:
        seen.add(slug)
        yield others[slug]
        slug = replaced_by(others[slug])
