"""A problem in an author's work: where it is, what it is, and how to put it right.

An author's mistake is normal work, not a crash. Every stage returns problems beside its
results, and all problems of a run are reported together.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from heapq import nlargest
from typing import Literal

FEW, SHORTLIST = 60, 12
"""Up to how many choices a slip is compared with all, letter by letter; of more, with how many."""
NEAR = 0.6
"""How alike two words are, as difflib measures it, for one to be taken for a slip in the other."""

Level = Literal["error", "warning", "hint"]


@dataclass(frozen=True, order=True)
class Position:
    """A place in a file; lines and columns are counted from 1, the fence included."""

    line: int = 1
    column: int = 1


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, in words that its author knows."""

    path: str
    """The file, seen from the folder of the settings, with forward slashes."""
    position: Position
    rule: str
    """The id of the rule, for tools and for the handbook."""
    what: str
    """What is wrong, with the value as it was written."""
    fix: str
    """How to put it right."""
    excerpt: str = ""
    """The line of the file, or nothing where no line can be shown."""
    level: Level = "error"
    """An error stops the build; a warning stops it under `--strict`; a hint never does."""
    is_in_draft: bool = False
    """Whether it is in a draft, which nobody is shown: then it stops no build."""


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems without repeats, file by file and from top to bottom."""
    unique = dict.fromkeys(problems)
    return tuple(sorted(unique, key=lambda one: (one.path, one.position, one.rule, one.what)))


def did_you_mean(word: str, choices: Iterable[str], introduction: str) -> str:
    """Return a hint that names the nearest choice, if one is near, and then all of them.

    A register can be long: of more than 12 choices the nearest is enough, or the first 12.
    """
    known = sorted(choices)
    if not known:
        return f"{introduction}: none yet."
    near = nearest(word, known)
    hint = f'Did you mean "{near}"?' if near else ""
    if hint and len(known) > 12:
        return hint
    rest = f" and {len(known) - 12} more" if len(known) > 12 else ""
    return f"{hint} {introduction}: {', '.join(known[:12])}{rest}.".lstrip()


def nearest(word: str, choices: Iterable[str]) -> str:
    """Return the choice that is spelt most like a word, or nothing when none is near."""
    return _nearest(word, tuple(choices))


@lru_cache(maxsize=1024)
def _nearest(word: str, choices: tuple[str, ...]) -> str:
    wanted = word.casefold()
    by_small_letters = {choice.casefold(): choice for choice in _shortlist(wanted, choices)}
    return by_small_letters.get(_closest(wanted, by_small_letters), "")


def _closest(word: str, choices: Iterable[str]) -> str:
    """Return what difflib's `get_close_matches` finds first, or nothing.

    It weighs each choice to the end; here one that can not beat the best so far is left at once.
    """
    best = (NEAR, "")
    weigh = SequenceMatcher(b=word)
    for choice in choices:
        weigh.set_seq1(choice)
        quick = (weigh.real_quick_ratio, weigh.quick_ratio, weigh.ratio)
        if all(ratio() >= best[0] for ratio in quick):
            best = max(best, (weigh.ratio(), choice))
    return best[1]


def _shortlist(word: str, choices: tuple[str, ...]) -> tuple[str, ...]:
    """Return the choices that share most of their runs of three letters with a word.

    Comparing a slip with every file of a large record would take minutes.
    """
    if len(choices) <= FEW:
        return choices
    shared: Counter[int] = Counter()
    index = _index(choices)
    for run in _runs(word):
        shared.update(index.get(run, ()))

    def how_alike(number: int) -> float:
        return shared[number] / (len(word) + len(choices[number]))

    best = nlargest(SHORTLIST, sorted(shared), key=how_alike)
    return tuple(choices[number] for number in best)


@lru_cache(maxsize=16)
def _index(choices: tuple[str, ...]) -> Mapping[str, list[int]]:
    """Return the numbers of the choices that have each run of three letters."""
    index: defaultdict[str, list[int]] = defaultdict(list)
    for number, choice in enumerate(choices):
        for run in _runs(choice.casefold()):
            index[run].append(number)
    return index


def _runs(word: str) -> set[str]:
    return {word[at : at + 3] for at in range(max(1, len(word) - 2))}
