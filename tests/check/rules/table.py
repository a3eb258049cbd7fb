"""Measure the rules on planted defects, as a page of the handbook.

python -m tests.check.rules.table docs/authors/measured-rules.md
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from site_builder.check.rules.handbook import as_table
from tests.check.rules.one_text import MARK, Planted, file_of, rules, told
from tests.check.rules.planted import ALL, FINE

_HEAD = """\
# How well the rules find

<!-- Made by `make reference` from the tests; a change here is lost. -->

Each rule was asked of texts with a defect in them, and of texts that only look as if they had one.
A defect is caught when its rule tells it once.
Its line is right when line and column are those of the defect.
A remedy is helpful when it names what to write, and the rule is silent once that is written.
A false alarm is a near miss that was told.
[Rules of writing](../reference/rules.md) says what each rule asks."""


def page() -> str:
    """Return the page, made by asking every rule anew."""
    rows = list(_rows())
    total = [sum(int(row[column]) for row in rows) for column in range(1, 7)]
    head = (
        "Rule",
        "Planted",
        "Caught",
        "Line right",
        "Remedy helpful",
        "Near misses",
        "False alarms",
    )
    return f"{_HEAD}\n\n{as_table(head, [*rows, ('All', *map(str, total))])}\n"


def place(text: str) -> tuple[int, int]:
    """Return line and column of the mark in the whole file."""
    before = file_of(text).split(MARK)[0]
    return before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1


def _rows() -> Iterator[tuple[str, ...]]:
    for rule in dict.fromkeys(one.rule for one in ALL):
        measured = [_measured(one) for one in ALL if one.rule == rule]
        alarms = sum(rule in rules(text) for text in FINE[rule])
        sums = (len(measured), *map(sum, zip(*measured, strict=True)), len(FINE[rule]), alarms)
        yield f"`{rule}`", *map(str, sums)


def _measured(planted: Planted) -> tuple[bool, bool, bool]:
    """Return whether a defect was caught, its place right, and its remedy a help."""
    found = [one for one in told(planted.bad) if one.rule == planted.rule]
    if len(found) != 1:
        return False, False, False
    (one,) = found
    words = f"{one.what} {one.fix}".casefold()
    is_gone = planted.rule not in rules(planted.good)
    is_there = (one.position.line, one.position.column) == place(planted.bad)
    return True, is_there, planted.says.casefold() in words and is_gone


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), "utf-8", newline="\n")
