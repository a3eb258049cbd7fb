"""`missions record`: what was published, written into the ledger.

No address or id that is there is ever taken out.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from site_builder.build import Examined, ProblemsFound, examine, published_paths
from site_builder.check import errors_in
from site_builder.doors.ledger_text import Key, with_lines
from site_builder.read.content import Content
from site_builder.read.ledger import LEDGER, WORDS, Last, Ledger, Recorded
from site_builder.read.ledger import recorded as recorded_line
from site_builder.read.types import Item
from site_builder.read.whole_file import write_whole
from site_builder.relate.permanence.likeness import likeness
from site_builder.relate.permanence.permanence import (
    answers,
    ids_of_site,
    last_of,
    published,
)
from site_builder.relate.permanence.promised import missing, promised
from site_builder.relate.visibility import Viewer
from site_builder.settings import Settings

HEAD = (
    "# Every address that this site has published, and the id of what stands there; `feed.*` is a "
    "feed in each of its formats.\n"
    "# `missions record` adds lines and keeps them in order; none is ever taken out.\n"
)
STALE = 0.9
"""How alike a text is, at least, to what the ledger keeps of it, for the line to stay as it is."""


@dataclass(frozen=True)
class Added:
    """What was added to a file."""

    path: str
    """The file, seen from the folder of the settings."""
    lines: tuple[str, ...]
    waiting: int = 0
    """How many addresses are not on the site that was published, and so were left out."""


def record(settings: Settings) -> Added:
    """Write down what is published and not in the ledger yet, and make one where there is none.

    Where a site was published from here, it is what that site has; else what a build would have.
    Raises ProblemsFound when a build would stop; then nothing is written.
    """
    seen = examine(settings)
    if errors_in(seen.problems):
        raise ProblemsFound(seen.problems)
    ledger, path = seen.content.ledger, ledger_path(settings)
    public, waiting = _public(seen, settings)
    ids = ids_of_site(ledger, settings)
    named = published(seen.record, ids) if seen.record else {}
    lines = {at: named.get(at, word) for at, word in public.items()}
    wanted = dict(_wanted(lines, ledger, _last(seen.content, lines, ledger, settings)))
    file = settings.root / path
    before = file.read_bytes().decode() if ledger else HEAD
    after = with_lines(before, wanted)
    if after != before or not ledger:
        _write(file, after)
    known = ledger.addresses if ledger else frozenset()
    added = tuple(f"/{at}\t{id_}" for at, id_ in sorted(lines.items()) if at not in known)
    return Added(path, added, waiting)


def ledger_path(settings: Settings) -> str:
    """Return where the ledger of a site stands, seen from the folder of its settings."""
    return f"{settings.docs_dir}/{LEDGER}"


def waiting(seen: Examined) -> int:
    """Return how many addresses a build would publish that the ledger does not have."""
    known = seen.content.ledger.addresses if seen.content.ledger else frozenset()
    return sum(address not in known for address in promised(seen.paths))


def _public(seen: Examined, settings: Settings) -> tuple[Mapping[str, str], int]:
    """Return what is promised and stands on the site, and how much is not there yet."""
    found = promised(seen.paths)
    if not (there := published_paths(settings)):
        return found, 0
    absent = frozenset(missing(found, there))
    known = seen.content.ledger.addresses if seen.content.ledger else frozenset()
    return {at: word for at, word in found.items() if at not in absent}, len(absent - known)


def _last(
    content: Content, lines: Mapping[str, str], ledger: Ledger | None, settings: Settings
) -> Mapping[str, Last]:
    """Return what to keep of each thing as it is published now, by its own address."""
    kept: dict[str, Last] = {}
    for address, answer in answers(content, Viewer(settings.now)).items():
        thing = answer.of
        if not thing or address not in lines or address != content.addresses.of(thing):
            continue
        known = ledger.last_of(answer.thing) if ledger else None
        is_gone = isinstance(thing, Item) and thing.status == "withdrawn"
        now = known if known and is_gone else last_of(thing, content)
        kept[address] = known if known and not _is_stale(known, now) else now
    return kept


def _is_stale(known: Last, now: Last) -> bool:
    is_other = (known.day, known.changes) != (now.day, now.changes)
    return is_other or likeness(known.letters, now.letters) < STALE


def _wanted(
    lines: Mapping[str, str], ledger: Ledger | None, last: Mapping[str, Last]
) -> Iterator[tuple[Key, str]]:
    """Yield each line that has to be in the ledger, by its address and id."""
    recorded: dict[str, list[Recorded]] = {}
    for line in ledger.lines if ledger else ():
        recorded.setdefault(line.address, []).append(line)
    for address, id_ in lines.items():
        there = recorded.get(address, [])
        known_ids = [one.id for one in there]
        if not there or _is_told_first(id_, there):
            known_ids.append(id_)
        for known in known_ids:
            has_last = address in last and known == known_ids[-1]
            kept = f"\t{last[address]}" if has_last else ""
            yield (f"/{address}", known), f"/{address}\t{known}{kept}"


def _is_told_first(id_: str, there: Sequence[Recorded]) -> bool:
    """Tell whether feeds tell of a thing for the first time: its site had no address before."""
    new = None if id_ in WORDS else recorded_line(0, f"/\t{id_}")
    return bool(new and new.told_as) and all(
        new and one.thing == new.thing and not one.told_as for one in there
    )


def _write(file: Path, text: str) -> None:
    """Put a text in the place of a file, whole or not at all; a link goes on leading to it."""
    write_whole(file.resolve(), text.encode())
