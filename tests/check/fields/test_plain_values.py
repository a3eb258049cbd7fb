"""A value of front matter is shown as it was typed, or its author is told why not."""

import pytest

from site_builder.check.fields.plain_values import values_not_as_typed
from tests.check.writing.one_file import content_of, told

TITLE = "title: {}\nsummary: What this is.\n"
FIRES = [
    ("cut-by-hash", "Street #5"),
    ("cut-by-hash", "A ward reached target #1 of its plan"),
    ("link-to-own-machine", "http://localhost:8000/rota"),
    ("link-to-own-machine", "file:///home/ada/rota.md"),
    ("markup-in-field", "Fish &amp; chips"),
    ("markup-in-field", "It is&#8217;s"),
    ("markup-in-field", "A **bold** claim"),
    ("markup-in-field", "See [the rota](https://example.org/)"),
    ("markup-in-field", "One<br>two"),
]
SILENT = [
    "https://example.org/localhost",
    "The localhost and file:x",
    '"Street #5"', "'Street #5'", "Street#5", "A street # the fifth", "Fish & chips; more",
    "a < b > c", "snake__case__name", "2 ** 3 ** 4", "See [1] (or not)",
    ">\n  Street #5\n  is folded",
]  # fmt: skip


@pytest.mark.parametrize(("rule", "value"), FIRES)
def test_value_that_is_not_shown_as_typed_is_named(rule: str, value: str) -> None:
    """The problem stands at the line of the value."""
    assert told(values_not_as_typed, "Text.", TITLE.format(value)) == [(rule, -2)]


@pytest.mark.parametrize("value", SILENT)
def test_value_that_is_shown_as_typed_is_left_alone(value: str) -> None:
    """Quotes, comments with a space, and signs alone are no slips."""
    assert told(values_not_as_typed, "Text.", TITLE.format(value)) == []


@pytest.mark.parametrize(
    ("fields", "line", "words"),
    [
        ("title:About\nsummary: What.\n", 2, "no space after the colon of `title`"),
        ("title: About\nsummary:What.\n", 3, "no space after the colon of `summary`"),
        ("title:\u00a0About\nsummary: What.\n", 2, "no-break space"),
        ("title: About\nsummary:\u00a0What.\n", 3, "no-break space"),
        ("title: About\n\u00a0\u00a0summary: What.\n", 3, "no-break space"),
        ("title: A: b\nsummary: What.\n", 2, "can not be read"),
    ],
)
def test_missing_space_is_named_at_its_own_line(fields: str, line: int, words: str) -> None:
    """The line where the slip is, and not the next one that can not be read because of it."""
    problems = content_of("Text.", fields).problems
    assert [one.position.line for one in problems] == [line]
    assert words in problems[0].what
