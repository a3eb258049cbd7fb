"""What a build tells people when it is done: what it holds, when to build again, what it did."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from site_builder.build import Built
from site_builder.read.disk_names import printable
from site_builder.read.files.own_file import OwnFile
from site_builder.relate.dated.next_change import Held, NextChange

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_REASONS = {
    "published": "{path} is published",
    "consent-ends": "a consent of {path} ends",
    "past": "what {path} tells of is past",
    "quarter-over": "a quarter is over",
    "silent": "{path} has been without a story for longer",
}
_FEW = 3
"""How many held files a line names."""


def in_words(built: Built, *, verbose: bool = False) -> Iterator[str]:
    """Yield what a build did, a line for each thing to know."""
    yield from built.notes
    yield from held_in_words(built.held, built.has_moment)
    if built.next_change:
        yield next_change_in_words(built.next_change)
    yield from own_files_in_words(built.own_files)
    done = built.published
    if verbose:
        named = {"added": done.added, "changed": done.changed, "removed": done.removed}
        yield from (f"{sign}: {path}" for sign, paths in named.items() for path in paths)
    total, written = len(done.digests), len(done.added) + len(done.changed)
    parts = [f"{written} written", f"{total - written} left as they were"]
    if done.removed:
        parts.append(f"{len(done.removed)} removed")
    way = ", each in its place" if done.way == "updated in place" else ""
    yield f"Published {total} files in {_shortest(built.target)}{way}: {', '.join(parts)}."


def own_files_in_words(files: Collection[OwnFile]) -> Iterator[str]:
    """Yield a line on the files of one's own, if there are any: how many, and how large."""
    if files:
        many = "1 file" if len(files) == 1 else f"{len(files)} files"
        size = sum(one.size for one in files)
        total = f"{size / 1e6:,.1f} MB" if size >= 1e6 else f"{-(-size // 1000)} kB"
        yield f"{many} of your own, {total} in all."


def held_in_words(held: Iterable[Held], has_moment: bool) -> Iterator[str]:  # noqa: FBT001 - a fact
    """Yield a line on what waits for its moment, if anything does."""
    paths = [f"{one.item.path} ({_moment(one.until)})" for one in held]
    if not paths:
        return
    more = f" and {len(paths) - _FEW} more" if len(paths) > _FEW else ""
    waits = "1 item waits" if len(paths) == 1 else f"{len(paths)} items wait"
    how = "" if has_moment else "; nothing that waits is published without --now"
    yield f"{waits} for a moment{how}: {', '.join(paths[:_FEW])}{more}."


def next_change_in_words(change: NextChange) -> str:
    """Return when another build would give another site, and why."""
    return f"Next change: {_moment(change.at)}: {_REASONS[change.reason].format(path=change.path)}."


def _moment(moment: dt.datetime) -> str:
    day = f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"
    return f"{day}, {moment:%H:%M}{_zone(moment)}"


def _zone(moment: dt.datetime) -> str:
    """Return how far a moment is from UTC, where it is."""
    offset = f"{moment:%z}"
    return "" if offset in ("", "+0000") else f" ({offset[:3]}:{offset[3:5]})"


def _shortest(path: Path) -> str:
    here = Path.cwd()
    is_inside = path.is_relative_to(here)
    return f"{printable(path.relative_to(here))}/" if is_inside else printable(path)
