"""The ledger `permanent.tsv`: every address and id that a site has published, a line for each.

It is read with the rest of `content/`, so a line that git or a hand has broken is a problem like
any other, and nothing is ever made of half a ledger.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from site_builder.read.merge_marks import WHAT, merge_marks
from site_builder.read.problems import Position, Problem, did_you_mean
from site_builder.read.source import Source
from site_builder.read.types.kinds import KINDS

LEDGER = "permanent.tsv"
"""The ledger, seen from `content/`."""
KNOWN_KINDS = (*(kind.name.replace(" ", "-") for kind in KINDS), "commitment", "quarter")
"""How an id names each kind of thing that has a permanent address."""

_ADDRESS = re.compile(r"/((?:[a-z0-9-]+/)+)")
_ID = re.compile(r"(?:tag:[^,:\s]+,\d{4}-\d\d-\d\d:)?(?P<kind>[^/:\s]+)/[a-z0-9-]+")


@dataclass(frozen=True)
class Recorded:
    """One line of the ledger."""

    number: int
    """Where in the file it stands, counted from 1."""
    address: str
    """Without the slash in front, as everywhere in the code."""
    id: str
    kind: str
    """The kind of the thing, as other modules name it: case study."""
    first_slug: str
    """The name in its id."""
    authority: str | None = None
    """The host in its id, if that is a tag."""
    day: str | None = None
    """The day in its id, if that is a tag."""

    @property
    def slug(self) -> str:
        """The last part of the address."""
        return self.address.rstrip("/").rsplit("/", 1)[-1]


@dataclass(frozen=True)
class Ledger:
    """A ledger of which every line could be read."""

    source: Source
    lines: tuple[Recorded, ...] = ()

    @property
    def authority(self) -> str | None:
        """The host under which ids were minted; a site that moves to another host keeps it."""
        return next((line.authority for line in self.lines if line.authority), None)

    @cached_property
    def addresses(self) -> frozenset[str]:
        """Every address that is recorded."""
        return frozenset(line.address for line in self.lines)

    def problem(self, line: Recorded, rule: str, what: str, fix: str) -> Problem:
        """Return a problem of a line."""
        return self.source.problem(Position(line.number), rule, what, fix)


def read_ledger(path: str, text: str) -> Iterator[Problem | Source | Ledger]:
    """Yield the ledger of a text, or what is wrong with each of its lines; its source first."""
    source = Source(path, text)
    yield source
    if problems := [*_merges(source)] or [*_broken_lines(source)]:
        yield from problems
        return
    lines = tuple(_recorded(number, line) for number, line in _lines(text))
    problems = [*_contradictions(source, lines)]
    yield from problems
    if not problems:
        yield Ledger(source, lines)


def day_in(id_: str) -> str | None:
    """Return the day in an id, if that is a tag."""
    return id_.rpartition(":")[0].partition(",")[2] or None


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line that says something; comments and empty lines do not."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line


def _recorded(number: int, line: str) -> Recorded:
    """Return what a line says; that it can be read is known by now."""
    address, _, id_ = line.partition("\t")
    tag, _, rest = id_.rpartition(":")
    kind, _, first = rest.partition("/")
    authority = tag.removeprefix("tag:").partition(",")[0]
    return Recorded(
        number=number,
        address=address.removeprefix("/"),
        id=id_,
        kind=kind.replace("-", " "),
        first_slug=first,
        authority=authority or None,
        day=day_in(id_),
    )


def _merges(source: Source) -> Iterator[Problem]:
    """Yield the start of each merge that was left undone, or the first marker that git left."""
    for start in merge_marks(source.text):
        fix = "Keep the lines of both sides, and take out those that git added."
        yield source.problem(source.position(start), "ledger-merge", WHAT, fix)


def _broken_lines(source: Source) -> Iterator[Problem]:
    for number, line in _lines(source.text):
        address, tab, id_ = line.partition("\t")
        found, at = _ID.fullmatch(id_), Position(number)
        if not tab or not _ADDRESS.fullmatch(address) or not found:
            what = "This line is not an address, a tab and an id."
            fix = "Write it as it was before; `git diff` shows what changed."
            yield source.problem(at, "ledger-line", what, fix)
        elif found["kind"] not in KNOWN_KINDS:
            kind, at = found["kind"], Position(number, len(address) + 2 + found.start("kind"))
            what = f'This id is of an unknown kind, "{kind}".'
            fix = did_you_mean(kind, KNOWN_KINDS, "The kinds are")
            yield source.problem(at, "ledger-kind", what, fix)


def _contradictions(source: Source, lines: tuple[Recorded, ...]) -> Iterator[Problem]:
    """Yield each line that gives an address another id than a line above it."""
    ids: dict[str, str] = {}
    for line in lines:
        if ids.setdefault(line.address, line.id) != line.id:
            what = f"/{line.address} has another id above, {ids[line.address]}."
            fix = "Keep the older of the two; `git log` on this file shows which it is."
            yield source.problem(Position(line.number), "ledger-two-ids", what, fix)
