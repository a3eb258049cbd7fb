"""Two versions of a text compared word by word: what was kept, added and taken out.

A text is taken apart into passages, a passage into sentences and a sentence into words, and only
what is alike is looked at more closely: nobody can read two unrelated sentences woven together,
and the words of two long texts are never all held against each other.
"""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

Change = Literal["kept", "added", "removed"]
State = Literal["unchanged", "changed", "added", "removed"]

LEAST_ALIKE = 0.5
"""How alike two texts are, from 0 to 1, for one to be taken as a new wording of the other."""

_WORD = re.compile(r"[^ \t\n\r\f\v]+")
_SENTENCE_END = re.compile(r"(?<=[.!?…:;]) ")
_MARKS = re.compile(r"^\W+|\W+$")


@dataclass(frozen=True)
class Run:
    """Words that stand together and had the same fate."""

    change: Change
    text: str


@dataclass(frozen=True)
class Compared:
    """A text in both its versions; one that only one version has is wholly added or removed."""

    runs: tuple[Run, ...]

    @property
    def before(self) -> tuple[Run, ...]:
        """The older wording."""
        return _joined(run for run in self.runs if run.change != "added")

    @property
    def after(self) -> tuple[Run, ...]:
        """The newer wording."""
        return _joined(run for run in self.runs if run.change != "removed")

    @property
    def state(self) -> State:
        """What became of it as a whole."""
        match {run.change for run in self.runs}:
            case changes if changes <= {"kept"}:
                return "unchanged"
            case changes if changes == {"added"}:
                return "added"
            case changes if changes == {"removed"}:
                return "removed"
        return "changed"


def compared(before: str, after: str) -> Compared:
    """Return two wordings of one text; a version that does not have it has no words."""
    return Compared(_joined(_sentence_runs(_sentences(before), _sentences(after))))


def compared_passages(before: Sequence[str], after: Sequence[str]) -> tuple[Compared, ...]:
    """Return the passages of two versions of a text, in an order that is right for both."""
    return tuple(compared(*pair) for pair in _paired(before, after))


def matched(
    before: Sequence[str], after: Sequence[str]
) -> tuple[tuple[int | None, int | None], ...]:
    """Return the number of each text before and after, wherever it stands: the new in order first.

    The texts most alike find each other first; among equals those nearest to each other.
    """
    olds, news = [_bag(text) for text in before], [_bag(text) for text in after]
    best_first = sorted(
        (before[old] != after[new], -likeness, abs(old - new), old, new)
        for old, one in enumerate(olds)
        for new, other in enumerate(news)
        if (likeness := _likeness(one, other)) >= LEAST_ALIKE
    )
    came_from: dict[int, int] = {}
    for *_, old, new in best_first:
        if new not in came_from and old not in came_from.values():
            came_from[new] = old
    lost = [old for old in range(len(before)) if old not in came_from.values()]
    return (
        *((came_from.get(new), new) for new in range(len(after))),
        *((old, None) for old in lost),
    )


def _paired(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each text with what became of it, none of them passing another."""
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for kind, old, old_end, new, new_end in blocks:
        if kind == "equal":
            yield from ((text, text) for text in before[old:old_end])
        else:
            yield from _most_alike(before[old:old_end], after[new:new_end])


def _most_alike(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield two lists of different texts, so paired that they have the most in common."""
    olds, news = [_bag(text) for text in before], [_bag(text) for text in after]
    # best[old][new] is the likeness that can still be had from there to the ends of both lists.
    best = [[0.0] * (len(news) + 1) for _ in range(len(olds) + 1)]
    pairs: set[tuple[int, int]] = set()
    for old in reversed(range(len(olds))):
        for new in reversed(range(len(news))):
            likeness = _likeness(olds[old], news[new])
            together = likeness + best[old + 1][new + 1]
            apart = max(best[old + 1][new], best[old][new + 1])
            if likeness >= LEAST_ALIKE and together >= apart:
                pairs.add((old, new))
                best[old][new] = together
            else:
                best[old][new] = apart
    yield from _along(best, pairs, before, after)


def _along(
    best: Sequence[Sequence[float]],
    pairs: Container[tuple[int, int]],
    before: Sequence[str],
    after: Sequence[str],
) -> Iterator[tuple[str, str]]:
    """Yield what stands on the best way through two lists; no words where one has nothing."""
    old = new = 0
    while old < len(before) or new < len(after):
        if (old, new) in pairs:
            yield before[old], after[new]
            old, new = old + 1, new + 1
        elif new == len(after) or (old < len(before) and best[old + 1][new] >= best[old][new + 1]):
            yield before[old], ""
            old += 1
        else:
            yield "", after[new]
            new += 1


def _sentence_runs(before: Sequence[str], after: Sequence[str]) -> Iterator[Run]:
    """Yield what became of the words of a passage, sentence by sentence."""
    for old, new in _paired(before, after):
        if old == new:
            yield Run("kept", old)
        else:
            yield from _word_runs(_WORD.findall(old), _WORD.findall(new))


def _word_runs(before: Sequence[str], after: Sequence[str]) -> Iterator[Run]:
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for kind, old, old_end, new, new_end in blocks:
        if kind == "equal":
            yield Run("kept", " ".join(before[old:old_end]))
            continue
        if old < old_end:
            yield Run("removed", " ".join(before[old:old_end]))
        if new < new_end:
            yield Run("added", " ".join(after[new:new_end]))


def _joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return runs with neighbours of the same fate made one."""
    together = groupby(runs, key=lambda run: run.change)
    return tuple(Run(change, " ".join(run.text for run in same)) for change, same in together)


def _sentences(text: str) -> list[str]:
    """Return the sentences of a text, with one space between words, as a page shows them."""
    line = " ".join(_WORD.findall(text))
    return _SENTENCE_END.split(line) if line else []


def _bag(text: str) -> frozenset[str]:
    """Return the different words of a text; capitals and the marks round a word do not count."""
    return frozenset(_MARKS.sub("", word) for word in text.casefold().split())


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how many of their words two texts share: from 0 for none to 1 for all."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0
