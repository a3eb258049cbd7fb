"""Which file or entry seems to be the one that was renamed, when a recorded address has nothing.

One that answers for another address of the same thing is the same for certain. So is the one new
file whose text is that of the missing one, as git tells renames: the likeness is reckoned from the
letters in the ledger. Anything else is no more than a guess, and is never written by itself.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_builder.read.content import Content
from site_builder.read.ledger import LETTERS, Recorded, Thing
from site_builder.read.problems import nearest
from site_builder.read.types import KINDS, Item, RegisterEntry
from site_builder.read.types.kinds import kind_of
from site_builder.relate.permanence.ids import Told, own_day
from site_builder.relate.permanence.likeness import LEAD, SAME, letters_of, likeness
from site_builder.relate.permanence.permanence import Answer

NAMED = frozenset(kind.name for kind in KINDS)
"""Kinds of things that have a name, and can have had another."""
PERHAPS = 0.3
"""How alike two texts are, at least, for the one to be suggested for the other."""
_FEW = 200
"""Of so many new texts each is compared; of more, those that share three letters in a row."""


@dataclass(frozen=True)
class Rename:
    """A file or an entry that seems to have had another name."""

    thing: Item | RegisterEntry
    aliases: tuple[str, ...]
    """What has to stand under its `aliases`, the first name first."""
    is_certain: bool
    likeness: float | None
    """How alike its text is to the missing one, if that is known."""


@dataclass(frozen=True)
class _Lost:
    """A thing with addresses of which at least one has nothing behind it."""

    thing: Thing
    lines: Sequence[Recorded]
    """Those of its lines that have nothing behind them."""
    letters: str | None
    """Those of its text as it was last published, if the ledger has them."""
    day: str | None
    holders: Sequence[Item | RegisterEntry]
    """What answers for another of its addresses."""


def lost_lines(content: Content, found: Mapping[str, Answer]) -> tuple[Recorded, ...]:
    """Return each recorded line of a thing that nothing answers for; a quarter always has a page.

    What belongs to no thing is told by the outputs of a build; see `promised`.
    """
    lines = content.ledger.lines if content.ledger else ()
    things = (line for line in lines if line.is_thing and line.kind != "quarter")
    return tuple(line for line in things if line.address not in found)


def renames(
    content: Content, lost: Iterable[Recorded], found: Mapping[str, Answer]
) -> Mapping[str, Rename]:
    """Return the file or entry that seems to be behind each lost address, by the address."""
    groups = _groups(content, lost, found)
    clues = {kind: _Clues.of(kind, groups, content, found) for kind, _ in {g.thing for g in groups}}
    return {
        line.address: rename
        for group in groups
        if (rename := _rename(group, clues[group.thing[0]]))
        for line in group.lines
    }


def _groups(
    content: Content, lost: Iterable[Recorded], found: Mapping[str, Answer]
) -> Sequence[_Lost]:
    by_thing: defaultdict[Thing, list[Recorded]] = defaultdict(list)
    for line in lost:
        if line.kind in NAMED:
            by_thing[line.thing].append(line)
    return [_lost(content, thing, lines, found) for thing, lines in by_thing.items()]


def _lost(
    content: Content, thing: Thing, lines: Sequence[Recorded], found: Mapping[str, Answer]
) -> _Lost:
    ledger = content.ledger
    last = ledger.last_of(thing) if ledger else None
    every = ledger.lines_of.get(thing, ()) if ledger else ()
    there = (found[line.address].of for line in every if line.address in found)
    holders = {(kind_of(one), one.slug): one for one in there if one}
    return _Lost(
        thing,
        lines,
        last.letters if last else None,
        (last and last.day) or lines[0].day,
        tuple(holders.values()),
    )


@dataclass(frozen=True)
class _Clues:
    """What there is to go on for a kind: texts of which the ledger has no address yet."""

    content: Content
    new: Mapping[str, Item | RegisterEntry]
    """By their slug."""
    letters: Mapping[str, str]
    """The letters of each, by its slug."""
    shared: Mapping[tuple[int, str], Sequence[str]]
    """The slugs of those that have three letters at a place, if there are many."""
    lost: Sequence[_Lost]
    """Everything of the kind that is missing and has no holder."""

    @classmethod
    def of(
        cls, kind: str, lost: Iterable[_Lost], content: Content, found: Mapping[str, Answer]
    ) -> "_Clues":
        recorded = content.ledger.addresses if content.ledger else frozenset()
        there = [(at, one.of) for at, one in found.items() if one.of and one.thing[0] == kind]
        known = {thing.slug for at, thing in there if at in recorded}
        new = {thing.slug: thing for _, thing in there if thing.slug not in known}
        letters = {slug: letters_of(thing, content) for slug, thing in new.items()}
        shared: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
        for slug, these in letters.items() if len(letters) > _FEW else ():
            for run in _runs(these):
                shared[run].append(slug)
        missing = [one for one in lost if one.thing[0] == kind and not one.holders]
        return cls(content, new, letters, shared, missing)

    def alike(self, letters: str) -> list[tuple[float, str]]:
        """Return the slugs of new texts with how alike each is, the most alike first."""
        slugs: Iterable[str] = self.new
        if self.shared:
            slugs = {slug for run in _runs(letters) for slug in self.shared.get(run, ())}
        scores = ((likeness(letters, self.letters[slug]), slug) for slug in slugs)
        return sorted(scores, key=lambda one: (-one[0], one[1]))


def _runs(letters: str) -> Iterator[tuple[int, str]]:
    return ((at, letters[at : at + 3]) for at in range(0, LETTERS, 3))


def _rename(group: _Lost, clues: _Clues) -> Rename | None:
    if group.holders:
        holder = group.holders[0]
        alike = likeness(group.letters, letters_of(holder, clues.content)) if group.letters else 1.0
        is_certain = len(group.holders) == 1 and alike >= SAME
        return Rename(holder, _aliases(holder, group), is_certain, alike)
    alike_ones = clues.alike(group.letters) if group.letters else []
    if alike_ones and alike_ones[0][0] >= SAME:
        alike, slug = alike_ones[0]
        is_certain = _leads(alike_ones) and _is_nobody_elses(group, slug, alike, clues)
        return Rename(clues.new[slug], _aliases(clues.new[slug], group), is_certain, alike)
    if guess := _guess(group, clues, alike_ones):
        alike_guess = {slug: score for score, slug in alike_ones}.get(guess.slug)
        return Rename(guess, _aliases(guess, group), is_certain=False, likeness=alike_guess)
    return None


def _leads(alike: Sequence[tuple[float, str]]) -> bool:
    """Tell whether the first is clearly more alike than every other."""
    return len(alike) == 1 or alike[0][0] - alike[1][0] >= LEAD


def _is_nobody_elses(group: _Lost, slug: str, alike: float, clues: _Clues) -> bool:
    """Tell whether a text is not about as alike to something else that is missing."""
    rivals = (one.letters for one in clues.lost if one is not group and one.letters)
    return all(alike - likeness(rival, clues.letters[slug]) >= LEAD for rival in rivals)


def _guess(
    group: _Lost, clues: _Clues, alike: Sequence[tuple[float, str]]
) -> Item | RegisterEntry | None:
    """Return the new text that is somewhat alike, or of the same day, or spelt alike, or alone."""
    if alike and alike[0][0] >= PERHAPS:
        return clues.new[alike[0][1]]
    same_day = [
        one
        for one in clues.new.values()
        if isinstance(one, Told) and own_day(one).isoformat() == group.day
    ]
    if len(same_day) == 1:
        return same_day[0]
    if len(clues.new) == len(clues.lost) == 1:
        return next(iter(clues.new.values()))
    return clues.new.get(nearest(group.lines[-1].slug, clues.new))


def _aliases(thing: Item | RegisterEntry, group: _Lost) -> tuple[str, ...]:
    """Return the names that a thing has to keep: that of its id first, then as they were given."""
    lost = (line.slug for line in group.lines)
    return tuple(dict.fromkeys((group.thing[1], *thing.aliases, *lost)))
