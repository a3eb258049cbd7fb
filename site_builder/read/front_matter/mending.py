"""YAML with faults in it, read as far as can be told: a slip must not hide what stands below it.

A field that can not be read is set aside, whole, or in a list the one entry; then the rest is
read again. What is set aside becomes spaces, so every line and column stays where it was.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from site_builder.read.front_matter import plain_yaml
from site_builder.read.front_matter.plain_yaml import YamlFault

MOST_FAULTS = 20
"""How many faults of one file are told; more is no YAML."""
_FIELD = re.compile(r"[^\s#\-\]}]")
"""How a line starts that a field starts with; a list may stand at the same depth."""
_NAME = re.compile(r"[\"']?([\w-]+)")
_ENTRY = re.compile(r"( *)-(?: |$)")

_OPEN_QUOTE = re.compile(r"""([ -]*)[\w-]+:[ ]+(?:(?=["](?:[^"\\]|\\.)*$)|(?=['](?:[^']|'')*$))""")
"""A field whose value opens a quotation mark and does not close it on its line."""
_BESIDE = re.compile(r"([ -]*)[\w-]+:(?: |$)")
_BLOCK = re.compile(r": *[|>][+-]?[0-9]?[+-]? *$")
"""How a line ends that a text of several lines starts at."""

FindCause = Callable[[str, YamlFault], int | None]
"""Returns the line, from 0, that made YAML fail further down; nothing where that is the place."""


@dataclass
class Mended:
    """YAML text of which what could not be read was set aside."""

    text: str
    """As long as it was, with spaces for what was set aside."""
    value: Any = None
    faults: list[YamlFault] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)
    """The names of fields that were set aside whole."""
    cut: set[str] = field(default_factory=set)
    """The names of lists of which an entry was set aside."""
    lines: set[int] = field(default_factory=set)
    """The lines, from 0, that were set aside."""

    @property
    def names(self) -> frozenset[str]:
        """The fields that something was set aside of."""
        return frozenset(self.lost | self.cut)


def read_what_can_be(text: str, cause_of: FindCause = lambda _text, _fault: None) -> Mended:
    """Return what YAML text says, and each fault in it."""
    mended = Mended(text)
    for line, column in _unclosed_quotes(text):
        what = "The quotation mark that is opened here is not closed."
        fix = "Close it at the end of the value; or take it out, if it is an apostrophe."
        mended.faults.append(YamlFault(line, column, what, fix))
        _set_aside(mended, line)
    while len(mended.faults) < MOST_FAULTS:
        try:
            mended.value = plain_yaml.load(mended.text)
        except YamlFault as fault:
            cause = cause_of(mended.text, fault)
            mended.faults.append(fault)
            if not _set_aside(mended, fault.line if cause is None else cause):
                break
        else:
            return mended
    _set_all_aside(mended)
    return mended


def _unclosed_quotes(text: str) -> Iterator[tuple[int, int]]:
    """Yield each quotation mark at the start of a value that is open where the next field starts.

    The next quotation mark of the file would close it, fields further down.
    """
    if '"' not in text and "'" not in text:
        return
    lines, block = text.split("\n"), -1
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip(" "))
        if line.strip() and indent <= block:
            block = -1
        if block >= 0:
            continue  # within a text of several lines, which has quotation marks of its own
        if _BLOCK.search(line):
            block = indent
        elif (found := _OPEN_QUOTE.match(line)) and _starts_anew(lines, number, len(found[1])):
            yield number, found.end()


def _starts_anew(lines: list[str], number: int, depth: int) -> bool:
    """Tell whether the next line that is not blank is a field beside that of a line, or above."""
    after = next((line for line in lines[number + 1 :] if line.strip()), "")
    beside = _BESIDE.match(after)
    return not after or (beside is not None and len(beside[1]) <= depth)


def _set_all_aside(mended: Mended) -> None:
    mended.lines |= set(range(mended.text.count("\n") + 1))
    mended.text, mended.value = re.sub(r"[^\n]", " ", mended.text), None


def _set_aside(mended: Mended, at: int) -> bool:
    """Set the field at a line aside, or the entry of its list; tell whether something was left."""
    lines = mended.text.split("\n")
    at = min(at, len(lines) - 1)
    while at > 0 and not lines[at].strip():
        at -= 1  # what was opened and not closed may be found behind the last line
    start = next((n for n in range(at, -1, -1) if _FIELD.match(lines[n])), 0)
    end = next((n for n in range(at + 1, len(lines)) if _FIELD.match(lines[n])), len(lines))
    name = _NAME.match(lines[start])
    entry = _entry_at(lines, start, end, at)
    keep = ""
    if entry:
        start, end, keep = entry
    if not "".join(lines[start:end]).replace(keep.strip() or " ", "").strip():
        return False
    for number in range(start, end):
        kept = keep if number == start else ""
        lines[number] = kept + " " * (len(lines[number]) - len(kept))
    mended.lines |= set(range(start, end))
    if name:
        (mended.cut if entry else mended.lost).add(name[1])
    mended.text = "\n".join(lines)
    return True


def _entry_at(lines: list[str], start: int, end: int, at: int) -> tuple[int, int, str] | None:
    """Return where the entry of a field's list that has a line starts and ends, and its dash."""
    dashes = list(_dashes(lines, start + 1, end))
    if not dashes:
        return None
    depth = min(indent for _, indent in dashes)
    starts = [number for number, indent in dashes if indent == depth]
    first = max((number for number in starts if number <= at), default=None)
    if first is None or not lines[first][depth + 1 :].strip():
        return None  # the fault is above the list, or in an entry that was set aside before
    after = min((number for number in starts if number > first), default=end)
    return first, after, f"{' ' * depth}-"


def _dashes(lines: list[str], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield each line that starts an entry, and how far in it stands."""
    for number in range(start, end):
        if found := _ENTRY.match(lines[number]):
            yield number, len(found[1])
