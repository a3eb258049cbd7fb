"""Values of front matter that can only be meant in one way."""

import re
from collections.abc import Iterator

from site_builder.check.fields.plain_values import CUT
from site_builder.check.mending.edits import Edit
from site_builder.check.mending.fields import (
    composed,
    in_quotes,
    kinds_of_value,
    leaves,
    value_lines,
)
from site_builder.check.mending.words_of_images import NEEDLESS_START, as_start
from site_builder.read.source import Loc, Source
from site_builder.read.types.fields.dates import Day, PartialDate
from site_builder.read.types.fields.other_dates import readings
from site_builder.read.types.fields.text import Text
from site_builder.read.types.kinds import REGISTER_KINDS, Kind

_CURLY = re.compile(
    r"(?P<head> *(?:- +)*(?:(?<=- )|[\w-]+: +))"
    r"(?P<value>[“”„](?P<double>[^“”„\n]+)[“”]|‘(?P<single>[^‘’\n]+)’) *$"
)
_MAY_BE_DATE = re.compile(r"[0-9]")


def curly_quotes(source: Source, _kind: Kind) -> Iterator[Edit]:
    """Yield each value between curly quotes, which are letters to YAML, between plain ones."""
    if not re.search("[“”„‘]", source.fields):
        return
    for start, line in value_lines(source.fields):
        if found := _CURLY.match(line):
            at = source.yaml_start + start
            inside = found["double"] or found["single"]
            yield Edit(at + found.start("value"), at + found.end("value"), in_quotes(inside))


def cut_by_hash(source: Source, kind: Kind) -> Iterator[Edit]:
    """Yield each text that a # would cut short, in quotes."""
    if " #" not in source.fields:
        return
    for loc, start, end in _written(source):
        line_end = source.text.find("\n", end)
        rest = source.text[end:line_end]
        is_plain = source.text[start] not in "\"'|>"
        if is_plain and CUT.match(rest) and _may_hold(kind, loc, Text):
            whole = source.text[start:line_end].rstrip()
            if "\n" not in whole:
                yield Edit(start, start + len(whole), in_quotes(whole))


def other_dates(source: Source, kind: Kind) -> Iterator[Edit]:
    """Yield each date that is written in another way and can only be one day."""
    for loc, start, end in _written(source):
        written = source.text[start:end].strip("\"'")
        if not _MAY_BE_DATE.search(written) or len(days := readings(written)) != 1:
            continue
        if _may_hold(kind, loc, Day) or _may_hold(kind, loc, PartialDate):
            yield Edit(start, end, days[0].isoformat())


def words_of_lead_images(source: Source, _kind: Kind) -> Iterator[Edit]:
    """Yield the start of each `alt` that says what a screen reader says already."""
    if "alt:" not in source.fields:
        return
    for loc, start, end in _written(source):
        at = start + (source.text[start : start + 1] in "\"'")
        found = NEEDLESS_START.match(source.text, at, end)
        if found and loc[-1:] == ("alt",):
            yield Edit(at, found.end(), as_start(found))


def _may_hold(kind: Kind, loc: Loc, wanted: object) -> bool:
    within = loc[1:] if kind in REGISTER_KINDS else loc
    return bool(within) and wanted in list(kinds_of_value(kind.model, within))


def _written(source: Source) -> Iterator[tuple[Loc, int, int]]:
    """Yield the path of each value that is there, with where it starts and ends in the file."""
    starts = [0]
    for line in source.fields.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    for loc, node in leaves(composed(source.fields)):
        first, last = node.start_mark, node.end_mark
        if node.value and first.line == last.line:
            at = source.yaml_start + starts[first.line]
            yield loc, at + first.column, at + last.column
