"""The lines of a ledger's text: each is read, or named with what is wrong with it."""

import re
from collections.abc import Iterator

from site_builder.read.ledger import (
    ID,
    KNOWN_KINDS,
    LAST,
    WORDS,
    Ledger,
    Recorded,
    Thing,
    recorded,
)
from site_builder.read.merge_marks import WHAT, merge_marks
from site_builder.read.problems import Position, Problem, did_you_mean
from site_builder.read.source import Source

_ADDRESS = re.compile(r"/(?:[a-z0-9-]+/)*(?:[a-z0-9-]+\.(?:[a-z0-9]+|\*))?")
_FEED = re.compile(r"(?:.*/)?feed(?:-\d+)?\.\*")
_SORTS = "`missions record` puts it right."


def read_ledger(path: str, text: str) -> Iterator[Problem | Source | Ledger]:
    """Yield the ledger of a text, or what is wrong with each of its lines; its source first.

    Lines out of order, and those that stand there twice, are told and read.
    """
    source = Source(path, text)
    yield source
    if problems := [*_merges(source)] or [*_broken_lines(source)]:
        yield from problems
        return
    lines = tuple(recorded(number, line) for number, line in _lines(text))
    problems = [*_contradictions(source, lines)]
    yield from problems
    if not problems:
        yield from _disorder(source, lines)
        yield Ledger(source, lines)


def place_of(line: str) -> tuple[str, str]:
    """Return what lines are put in order by: the address, then the id, letter by letter."""
    address, _, rest = line.partition("\t")
    return address, rest.partition("\t")[0].rstrip()


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line that says something; comments and empty lines do not."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line


def _merges(source: Source) -> Iterator[Problem]:
    """Yield the start of each merge that was left undone, or the first marker that git left."""
    for start in merge_marks(source.text):
        fix = "Keep the lines of both sides, and take out those that git added."
        yield source.problem(source.position(start), "ledger-merge", WHAT, fix)


def _broken_lines(source: Source) -> Iterator[Problem]:
    for number, line in _lines(source.text):
        address, _, rest = line.partition("\t")
        id_, tab, kept = rest.partition("\t")
        is_word = id_ in WORDS and not tab and _fits(address, id_)
        found, at = ID.fullmatch(id_), Position(number)
        is_thing = found and address.endswith("/") and (not tab or LAST.fullmatch(kept))
        if not _ADDRESS.fullmatch(address) or not (is_word or is_thing):
            what = "This line is not an address, a tab and an id."
            fix = "Write it as it was before; `git diff` shows what changed."
            yield source.problem(at, "ledger-line", what, fix)
        elif found and found["kind"] not in KNOWN_KINDS:
            kind, at = found["kind"], Position(number, len(address) + 2 + found.start("kind"))
            what = f'This id is of an unknown kind, "{kind}".'
            fix = did_you_mean(kind, KNOWN_KINDS, "The kinds are")
            yield source.problem(at, "ledger-kind", what, fix)


def _fits(address: str, word: str) -> bool:
    """Tell whether an address can be that of a page, of a feed in all its formats or of a file."""
    if word == "page":
        return address.endswith("/")
    if word == "feed":
        return bool(_FEED.fullmatch(address))
    return not address.endswith(("/", ".*"))


def _contradictions(source: Source, lines: tuple[Recorded, ...]) -> Iterator[Problem]:
    """Yield each line that gives an address, or a thing, another id than a line above it."""
    at: dict[str, Recorded] = {}
    told: dict[Thing, Recorded] = {}
    for line in filter(lambda one: one.is_thing, lines):
        above = at.setdefault(line.address, line)
        if above.thing == line.thing and line.told_as:
            above = told.setdefault(line.thing, line)
            if above.told_as == line.told_as:
                continue
        if above.thing != line.thing or line.told_as:
            what = f"/{line.address} has another id above, {above.id}."
            fix = "Keep the older of the two; `git log` on this file shows which it is."
            yield source.problem(Position(line.number), "ledger-two-ids", what, fix)


def _disorder(source: Source, lines: tuple[Recorded, ...]) -> Iterator[Problem]:
    """Yield each line that stands there twice, and the first that is out of order."""
    seen: set[tuple[str, str]] = set()
    before = ("", "")
    is_told = False
    for line in lines:
        place, at = (line.address, line.id), Position(line.number)
        if place in seen:
            what = f"/{line.address} stands here twice, with one id."
            yield source.problem(at, "ledger-twice", what, f"Take one out; {_SORTS}", "warning")
        elif place < before and not is_told:
            is_told = True
            what = "From here on lines are not in the order of their addresses."
            yield source.problem(at, "ledger-order", what, f"Sort them; {_SORTS}", "warning")
        seen.add(place)
        before = max(before, place)
