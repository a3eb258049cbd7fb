"""Every problem stands at its true line and column, counted in the file as its author sees it."""

import pytest

from site_builder.read.front_matter.front_matter import split
from site_builder.read.problems import Position
from site_builder.read.source import Loc, Source

TEXT = """---
title: Über uns
sources:
  - id: 1
    title: A book
  - {id: 2, title: "Ein: Buch"}
public:
  attend: Come
"quoted key": x
---
Über [one](a.md), `[no](a.md)` and [two](a.md).

```
# no heading [no](a.md)
```

See x/a.md, a.md and ![](../x/a.md).

# The *big* day

Under
-----

> ## In a `quoted` place

[ref]: b.md
<a href="c.md">c</a>
"""


@pytest.fixture
def source() -> Source:
    return split("a.md", TEXT)[0]


@pytest.mark.parametrize(
    ("loc", "line", "column"),
    [
        (("title",), 2, 8),
        (("sources",), 4, 3),
        (("sources", 0), 4, 5),
        (("sources", 0, "title"), 5, 12),
        (("sources", 1, "id"), 6, 10),
        (("sources", 1, "title"), 6, 20),
        (("public", "attend"), 8, 11),
        (("quoted key",), 9, 15),
    ],
)
def test_value_is_placed_where_it_starts(source: Source, loc: Loc, line: int, column: int) -> None:
    """A value is found however deep it stands, in either way of writing YAML."""
    assert source.position_of(loc) == Position(line, column)


@pytest.mark.parametrize(
    ("loc", "line", "column"),
    [(("title",), 2, 1), (("sources", 1, "title"), 6, 13), (("public", "attend"), 8, 3)],
)
def test_key_is_placed_where_it_starts(source: Source, loc: Loc, line: int, column: int) -> None:
    """A misspelt key is pointed at, not its value."""
    assert source.position_of(loc, of_key=True) == Position(line, column)


@pytest.mark.parametrize(
    ("loc", "line", "column"),
    [
        ((), 1, 1),
        (("absent",), 1, 1),
        (("sources", 0, "url"), 4, 5),
        (("sources", 7), 4, 3),
        (("public", "stream", "deeper"), 8, 3),
    ],
)
def test_what_is_missing_is_placed_where_it_belongs(
    source: Source, loc: Loc, line: int, column: int
) -> None:
    """What is not there is placed at the start of what lacks it."""
    assert source.position_of(loc) == Position(line, column)


@pytest.mark.parametrize(
    ("address", "occurrence", "line", "column"),
    [
        ("a.md", 0, 11, 12),
        ("a.md", 1, 11, 42),
        ("a.md", 9, 11, 42),
        ("../x/a.md", 0, 17, 26),
        ("b.md", 0, 26, 8),
        ("c.md", 0, 27, 10),
        ("absent.md", 0, 11, 1),
    ],
)
def test_address_is_placed_where_it_is_linked(
    source: Source, address: str, occurrence: int, line: int, column: int
) -> None:
    """Neither code nor a longer address nor plain words are taken for the link."""
    assert source.position_of_address(address, occurrence) == Position(line, column)


def test_headings_are_placed_one_after_the_other(source: Source) -> None:
    """A heading is found with its markup, underlined or quoted, and never in code."""
    at, lines = Position(), []
    for words in ("The big day", "Under", "In a quoted place"):
        at = source.position_of_heading(words, after=at)
        lines.append(at.line)
    assert lines == [19, 21, 24]


def test_problem_carries_its_line(source: Source) -> None:
    """The excerpt is the whole line, without spaces at its end; past the end there is none."""
    assert source.problem(Position(2, 8), "rule", "What.", "Fix.").excerpt == "title: Über uns"
    assert split("a.md", "---\n")[0].problem(Position(2), "rule", "What.", "Fix.").excerpt == ""


def test_lines_are_counted_after_blank_lines_and_in_registers() -> None:
    """Blank lines before the first fence count; a register has no fence."""
    late, problems = split("a.md", "\n\n---\ntitle: x\n---\n[a](b.md)\n")
    assert late.position_of(("title",)) == Position(4, 8)
    assert late.position_of(("absent",)) == Position(3, 1)
    assert late.position_of_address("b.md") == Position(6, 5)
    assert [(one.rule, one.level) for one in problems] == [("blank-before-front-matter", "warning")]
    register = Source("places.yml", "leeds:\n  name: x\n", 0, 17, 17)
    assert register.position_of(("leeds", "name")) == Position(2, 9)
    assert register.position_of(("absent",)) == Position(1, 1)
