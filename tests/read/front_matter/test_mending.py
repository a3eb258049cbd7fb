"""YAML with faults: each is named at its own line, and the rest is read as if it were not there."""

import pytest

from site_builder.read.front_matter.front_matter import Fields, read_front_matter, split
from site_builder.read.front_matter.mending import MOST_FAULTS, read_what_can_be


def read(*lines: str) -> Fields:
    text = "\n".join(["---", *lines, "---", "Words."])
    return read_front_matter(split("content/pages/a.md", text)[0])


@pytest.mark.parametrize(
    ("lines", "at", "kept"),
    [
        # What was opened is named where it was opened, wherever the next quotation mark stands.
        (('a: "open', "b: 1", 'c: "shut"', "d: 2"), [2], {"b": 1, "c": "shut", "d": 2}),
        (("a: 1", "b: 'Tis cold", "c: it's", "d: 2"), [3], {"a": 1, "c": "it's", "d": 2}),
        (('a: "open', "b: 1"), [2], {"b": 1}),
        (("a: [1, 2", "b: 1"), [2], {"b": 1}),
        (("a:x", "b: 1", "c: 2"), [2], {"b": 1, "c": 2}),
        (("a: 1", "\u00a0b: 2", "c: 3"), [3], {"a": 1, "c": 3}),
        (("a:\u00a0x", "b: 1"), [2], {"b": 1}),
        (("a: x: y", "b: 1", "c: @x", "d: 2"), [2, 4], {"b": 1, "d": 2}),
        (("a: 1", "a: 2", "b: 3"), [3], {"a": 1, "b": 3}),
        (("a: &x 1", "b: *x", "c: 2"), [2, 3], {"c": 2}),
        # In a list, the other entries stay.
        (("a:", "  - x: 1", "  - x: y: z", "  - x: 3"), [4], {"a": [{"x": 1}, None, {"x": 3}]}),
        (("a:", "- 1", "- 'x", "b: 2"), [4], {"a": [1, None], "b": 2}),
        # A text of several lines may have any marks in it.
        (("a: |", '  b: "open', "  c: 1", "b: 2"), [], {"a": 'b: "open\nc: 1\n', "b": 2}),
        (('a: "of two', '  lines"', "b: 2"), [], {"a": "of two lines", "b": 2}),
    ],
)
def test_fault_is_named_at_its_line_and_the_rest_is_read(
    lines: tuple[str, ...], at: list[int], kept: dict[str, object]
) -> None:
    """Columns and lines of what stays are as they were."""
    fields = read(*lines)
    assert [one.position.line for one in fields.problems] == at
    assert fields.values == kept
    assert len(fields.source.fields) == len("\n".join(lines)) + 1
    for name in kept:
        line = next(n for n, text in enumerate(lines, 2) if text.startswith(f"{name}:"))
        assert fields.source.position_of((name,), of_key=True).line == line


def test_reading_comes_to_an_end() -> None:
    """However many faults there are, reading stops, and says nothing of what it did not reach."""
    mended = read_what_can_be("".join(f"a{n}: @x\n" for n in range(500)))
    assert (len(mended.faults), mended.value) == (MOST_FAULTS, None)
    fields = read(*(f"a{n}: @x" for n in range(500)))
    assert not fields.is_whole


@pytest.mark.parametrize("text", ["Words.\n", "# A title\n\nWords.\n"])
def test_file_without_fences_is_all_text(text: str) -> None:
    """What is in it is looked at, and no field is called missing."""
    source, problems = split("content/pages/a.md", text)
    assert [one.rule for one in problems] == ["no-front-matter"]
    assert source.body == text
    assert not read_front_matter(source).is_whole
