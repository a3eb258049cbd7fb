"""A figure leads to a source that the story lists, and every id stands for one thing."""

import pytest

from tests.conftest import SiteFolder

STORY = "content/case-studies/warm-homes.md"
FIGURE = "    value: 40\n    unit: homes\n    source: 1\n"
PAIR = "    period: February 2024 and February 2025\n"
SOURCE = "  - {id: 1, title: Another, url: 'https://example.org/'}\n"


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("    source: 1\n", "", ["figure-without-source"]),
        ("    source: 1\n", "    source: 2\n", ["unknown-reference"]),
        (FIGURE, "", []),
        ("    value: 40\n", "    value: 0\n", []),
        (FIGURE, "    value: 0\n", ["figure-without-source"]),
        ("    after: 12\n", "", ["half-a-pair"]),
        ("    before: 48\n", "", ["half-a-pair"]),
        ("    before: 48\n", "    before: 0\n", []),
        ("    after: 12\n    unit: homes\n", "    after: 12\n", ["figure-without-unit"]),
        ("    after: 12\n", "    after: 12\n    value: 36\n", ["one-too-many"]),
        (f"{PAIR}    source: 1\n", PAIR, ["figure-without-source"]),
        ("  - id: 1\n", f"{SOURCE}  - id: 1\n", ["repeated-id"]),
    ],
)
def test_figures_and_ids_lead_to_one_source(
    site: SiteFolder, old: str, new: str, found: list[str]
) -> None:
    """Words need no source of their own; a figure does, nought included."""
    site.edit(STORY, old, new)
    assert [problem.rule for problem in site.problems()] == found
