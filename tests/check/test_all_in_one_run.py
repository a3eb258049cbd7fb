"""All that is wrong with a file is named in one run, and nobody else is blamed for it."""

import pytest

from site_builder.check import check
from site_builder.read.content import read_content
from site_builder.read.problems import Problem
from site_builder.relate.visibility import Viewer
from tests.conftest import SiteFolder
from tests.test_mistakes import OF_A_WHOLE_RECORD

STORY = "content/case-studies/eight.md"
EIGHT = """\
---
title: Homes: warm at last
summary: Neighbours checked homes, so fewer people were cold.
date: next Tuesday
mission: clean-enrgy
place: leeds
partners: [leeds-city-council]
principles:
  - principle: solving-together
    how: Neighbours chose.
need: Homes were cold.
change: Neighbours led the work.
learning: {tried: Doors., happened: They opened., next: A street.}
outcomes:
  - {text: 40 homes., value: 40, source: report}
voices:
  - {name: Ada Example, role: a neighbour, quote: I had the gauge.}
sources:
  - {id: report, title: A report, url: example.org/report}
tag: warmth
---
## What happened

See [the mission](../missions/clean-enrgy.md).

![](../images/none.png)

<script>alert(1)</script>
"""
NAMED = [
    (2, "broken-yaml"),
    (4, "wrong-value"),
    (5, "unknown-reference"),
    (13, "missing-field"),
    (17, "person-without-consent"),
    (19, "wrong-value"),
    (20, "unknown-field"),
    (24, "dead-link"),
    (26, "image-without-alt"),
    (26, "missing-image"),
    (28, "refused-html"),
]


def places(problems: tuple[Problem, ...]) -> list[tuple[int, str]]:
    return [(one.position.line, one.rule) for one in problems if one.path == STORY]


def test_every_defect_of_a_file_is_named_in_the_first_run(site: SiteFolder) -> None:
    """Faults of YAML, of fields, of references and of the text do not hide one another."""
    site.write(STORY, EIGHT)
    problems = site.problems()
    assert {one.path for one in problems} == {STORY}
    assert places(problems) == NAMED


def blocks(text: str) -> list[str]:
    """Return the fields of a file as they are written, each with all its lines."""
    fields = text.split("---\n")[1] if text.startswith("---") else text
    starts = [at for at, line in enumerate(fields.splitlines()) if line[:1].isalpha()]
    lines = fields.splitlines(keepends=True)
    return [
        "".join(lines[start:end])
        for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)
    ]


FILES = ("case-studies/night-nurses.md", "council/2025-q2.md", "registers/places.yml")


@pytest.mark.slow
@pytest.mark.parametrize("spoilt", ['{name}: "never closed\n', "{name}: {{no: such}}\n"])
def test_refused_field_is_blamed_on_nothing_else(site: SiteFolder, spoilt: str) -> None:
    """Whatever is refused in a file, no other file is named, and no other line of it."""
    for file in (site.root / "content" / path for path in FILES):
        text = file.read_bytes().decode().replace("\r\n", "\n")
        for block in blocks(text):
            name = block.split(":")[0]
            file.write_text(text.replace(block, spoilt.format(name=name), 1), "utf-8")
            line = text[: text.index(block)].count("\n") + 1
            told = check(read_content(site.root), Viewer())
            strange = [
                one
                for one in told
                if one.path != file.relative_to(site.root).as_posix()
                or one.position.line not in (1, line)
            ]
            assert [one for one in strange if one.rule not in OF_A_WHOLE_RECORD] == [], (file, name)
            assert told or not spoilt
        file.write_text(text, "utf-8")
