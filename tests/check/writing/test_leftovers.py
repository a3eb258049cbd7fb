"""Marks of other tools are named, each at its line, and nothing that only looks like one is."""

import pytest

from site_builder.check.writing.leftovers import UNWRITTEN, leftover_marks
from site_builder.check.writing.marks_of_others import MARKS
from tests.check.writing.one_file import content_of, told

FIRES = [
    ("shortcode", "A\n\n{{< youtube abc >}}", 3),
    ("shortcode", 'See {{% ref "a.md" %}}.', 1),
    ("shortcode", "- {{<img src=x>}}", 1),
    ("template-mark", "{{ site.url }}/a", 1),
    ("template-mark", "A\n{% include a.html %}", 2),
    ("wiki-link", "See [[Warm homes]].", 1),
    ("colon-fence", "::: note\nA\n", 1),
    ("table-of-contents", "A\n\n[TOC]\n\nB", 3),
    ("table-of-contents", "[[_TOC_]]", 1),
    ("table-of-contents", "{:toc}", 1),
    ("govspeak", "$CTA\nCall us.", 1),
    ("govspeak", "$A", 1),
    ("govspeak", "{::highlight-answer}", 1),
    ("govspeak", "^Tell us first.^", 1),
    ("govspeak", "A\n\n%You can be fined.%", 3),
    ("govspeak", "{button}[Start](https://example.org/){/button}", 1),
    ("govspeak", "[Image: rota.jpg]", 1),
    ("typed-bullet", "• one\n• two", 1),
    ("undefined-reference", "See [the rota][rota].", 1),
    ("undefined-reference", "See [the rota][].", 1),
    ("second-front-matter", "---\ntitle: A\n---\nB", 1),
    ("unclosed-code", "A\n\n```\nB", 3),
    ("unwritten-text", "## A\n\nTell it here.", 3),
    ("empty-text", "\n\n", 1),
]
SILENT = [
    "`{{< youtube abc >}}` is a command.",
    "```\n{{< a >}}\n{% b %}\n[[c]]\n```",
    "A set {a, b} and 50% of it, 20% of that.",
    "[[1]](https://example.org/) and [x](a.md) and ![y](b.png)",
    "The time is 10:00::: nearly.",
    "It cost $5 and $A was a currency. $CTA",
    "2^10 is ^up^ there.",
    "We said: • is a sign.",
    "See [the rota][rota] and [Rota][].\n\n[Rota]: https://example.org/",
    "A[^1]\n\n[^1]: B",
    "See [1] and [2].",
    "---\n\nA rule, and then:\n\n---",
    "Do not tell it here.",
    "```\nA\n```\n\n~~~\nB\n~~~",
    "- a\n\n  ```\n  b\n  ```",
    "TOC and [toc](a.md)",
]


@pytest.mark.parametrize(("rule", "text", "line"), FIRES)
def test_mark_is_named_at_its_line(rule: str, text: str, line: int) -> None:
    """Each mark is told once for each place, and by its own rule."""
    assert (rule, line) in told(leftover_marks, text)
    assert {one for one, _ in told(leftover_marks, text)} == {rule}


@pytest.mark.parametrize("text", SILENT)
def test_what_only_looks_like_a_mark_is_left_alone(text: str) -> None:
    """Code, money, powers and links with brackets in them are nobody's marks."""
    assert told(leftover_marks, text) == []


def test_every_rule_has_an_example() -> None:
    """No mark is added without a text that has it."""
    assert {mark.rule for mark in MARKS} <= {rule for rule, _, _ in FIRES}


@pytest.mark.parametrize(
    ("mark", "fix"),
    [
        ("{{< youtube abc >}}", "[Title of the video](https://…)"),
        ('{{< legacy-img src="a.jpg" >}}', "![What it shows]"),
        ('{{< ref "a.md" >}}', "../case-studies/name.md"),
        ("{{< note >}}", "> [!NOTE]"),
        ("{{< strange >}}", "Take it out"),
    ],
)
def test_remedy_says_what_to_write(mark: str, fix: str) -> None:
    """A command of Hugo is told with what does the same here."""
    (problem,) = leftover_marks(content_of(mark), None)  # type: ignore[arg-type]
    assert fix in problem.fix
    assert mark in problem.what


def test_draft_may_still_have_its_blanks() -> None:
    """Before a text is published, what is still to be written is a warning."""
    fields = "title: About\nsummary: What this is.\nstatus: draft\n"
    (problem,) = leftover_marks(content_of(UNWRITTEN[0], fields), None)  # type: ignore[arg-type]
    assert problem.level == "warning"
