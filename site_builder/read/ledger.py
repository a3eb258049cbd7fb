"""The ledger `permanent.tsv`: every address and id that a site has published, a line for each.

It is read with the rest of `content/`, so a line that git or a hand has broken is a problem like
any other, and nothing is ever made of half a ledger.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from site_builder.read.problems import Position, Problem
from site_builder.read.source import Source
from site_builder.read.types.kinds import KINDS

LEDGER = "permanent.tsv"
"""The ledger, seen from `content/`."""
KNOWN_KINDS = (*(kind.name.replace(" ", "-") for kind in KINDS), "commitment", "quarter")
"""How an id names each kind of thing that has a permanent address."""
WORDS = ("page", "feed", "calendar", "data", "file")
"""What stands at an address that belongs to no thing with an id."""
FEED_ENDINGS = ("xml", "atom", "json")
"""The formats of a feed; a line for a feed ends in `feed.*` and stands for all of them."""
LETTERS = 48
"""How many letters a ledger keeps of the words that stood at an address."""
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

ID = re.compile(
    r"(?:tag:(?P<authority>[^,:\s]+),(?P<day>\d{4}-\d\d-\d\d):)?"
    r"(?P<kind>[^/:=\s]+)/(?P<first>[a-z0-9-]+)(?:=(?P<given>[^\s]+))?"
)
LAST = re.compile(
    rf"(?P<day>\d{{4}}-\d\d-\d\d|-)/(?P<changes>0|[0-9a-f]{{8}})/(?P<letters>[A-Za-z0-9_-]{{{LETTERS}}})"
)
Thing = tuple[str, str]
"""A kind and a first name: what makes a thing the same for as long as it lives."""


@dataclass(frozen=True)
class Last:
    """What a ledger keeps of a thing as it was last published."""

    day: str | None
    """Its own day, if its kind has one that its id is made of."""
    changes: str
    """What tells its stated changes from others, the minor ones left out; 0 when it has none."""
    letters: str
    """What tells how alike another text is; see `likeness`."""

    def __str__(self) -> str:
        return f"{self.day or '-'}/{self.changes}/{self.letters}"


@dataclass(frozen=True)
class Recorded:
    """One line of the ledger."""

    number: int
    """Where in the file it stands, counted from 1."""
    address: str
    """Without the slash in front, as everywhere in the code; that of a feed ends in `feed.*`."""
    id: str
    """An id, or one of `WORDS`."""
    kind: str
    """The kind of the thing, as other modules name it: case study; or one of `WORDS`."""
    first_slug: str = ""
    """The name in its id."""
    authority: str | None = None
    """The host in its id, if that is a tag."""
    day: str | None = None
    """The day in its id, if that is a tag."""
    given: str | None = None
    """The id that it had before it came here, if its author gave one."""
    last: Last | None = None
    """What is kept of it as it was last published; nothing in a line of an earlier name."""

    @property
    def slug(self) -> str:
        """The last part of the address."""
        return self.address.rstrip("/").rsplit("/", 1)[-1]

    @property
    def thing(self) -> Thing:
        """What stands there; of an address that belongs to no thing, the word and no name."""
        return self.kind, self.first_slug

    @property
    def is_thing(self) -> bool:
        """Tell whether a thing with an id stands there."""
        return bool(self.first_slug)

    @property
    def told_as(self) -> str | None:
        """The id of its items in feeds, if it has one."""
        return self.given or (self.id if self.authority else None)


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

    @cached_property
    def lines_of(self) -> Mapping[Thing, tuple[Recorded, ...]]:
        """The lines of each thing with an id."""
        found: defaultdict[Thing, list[Recorded]] = defaultdict(list)
        for line in self.lines:
            if line.is_thing:
                found[line.thing].append(line)
        return {thing: tuple(lines) for thing, lines in found.items()}

    def told_as(self, thing: Thing) -> str | None:
        """Return the id that feeds tell of a thing by, if it is recorded: minted once, for ever."""
        return next((one.told_as for one in self.lines_of.get(thing, ()) if one.told_as), None)

    def last_of(self, thing: Thing) -> Last | None:
        """Return what is kept of a thing as it was last published.

        A merge may have left two lines of it, of which one is as good as the other.
        """
        kept = (one.last for one in self.lines_of.get(thing, ()) if one.last)
        return next(kept, None)

    def problem(self, line: Recorded, rule: str, what: str, fix: str) -> Problem:
        """Return a problem of a line."""
        return self.source.problem(Position(line.number), rule, what, fix)


def recorded(number: int, line: str) -> Recorded:
    """Return what a line says; that it can be read is known by now."""
    address, id_, *kept = line.split("\t")
    address = address.removeprefix("/")
    if id_ in WORDS:
        return Recorded(number, address, id_, id_)
    found = ID.fullmatch(id_)
    assert found  # noqa: S101 - broken lines were told before
    last = LAST.fullmatch(kept[0]) if kept else None
    return Recorded(
        number=number,
        address=address,
        id=id_,
        kind=found["kind"].replace("-", " "),
        first_slug=found["first"],
        authority=found["authority"],
        day=found["day"],
        given=found["given"],
        last=_last(last) if last else None,
    )


def _last(found: re.Match[str]) -> Last:
    day = found["day"]
    return Last(None if day == "-" else day, found["changes"], found["letters"])
