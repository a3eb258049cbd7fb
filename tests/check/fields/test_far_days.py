"""A day that can not be right is named in every field, before a slip of a digit makes 700 pages."""

import datetime as dt

import pytest

from site_builder.check.fields.far_days import days_out_of_place
from site_builder.read.content import Content
from site_builder.read.front_matter.things import read_item
from site_builder.read.source import Source
from site_builder.read.types import Item, kind_named
from site_builder.relate.visibility import Viewer
from tests.compose.stories import story

NOW = dt.datetime(2025, 9, 1, 12, tzinfo=dt.UTC)
HELD = "held_on: 2025-01-01\n"
FIELDS = [
    # kind, front matter with DAY in it, the field, what it may be
    ("case study", None, "date", "told"),
    ("mandate letter", "date: DAY", "date", "told"),
    ("barrier", "named_on: DAY", "named_on", "told"),
    ("barrier", "named_on: 2025-01-01\nremoved_on: DAY", "removed_on", "told"),
    ("barrier", "named_on: 2025-01-01\nchanges: [{date: DAY, note: N.}]", "changes", "change"),
    ("event", "held_on: DAY", "held_on", "planned"),
    ("event", "held_on: 2025-01-01\nreview_by: DAY", "review_by", "deadline"),
    ("event", "held_on: 2025-01-01\npublish_at: DAYT09:00Z", "publish_at", "planned"),
    (
        "event",
        "held_on: 2025-01-01\nconsent: [{id: a, who: A, given_on: DAY, scope: [name]}]",
        "consent",
        "told",
    ),
    (
        "event",
        HELD + "consent: [{id: a, who: A, given_on: 2025-01-01, scope: [name], expires: DAY}]",
        "consent",
        "deadline",
    ),
    (
        "event",
        HELD + "consent: [{id: a, who: A, given_on: 2025-01-01, scope: [name], taken_back: DAY}]",
        "consent",
        "told",
    ),
    ("steward", "from: DAY", "from", "planned"),
    ("steward", "from: 2025-01-01\nuntil: DAY", "until", "deadline"),
    ("council summary", "quarter: 2025-Q1\nheld_on: DAY", "held_on", "planned"),
    (
        "council summary",
        "quarter: 2025-Q1\nheld_on: 2025-01-01\nnext_meeting: DAY",
        "next_meeting",
        "planned",
    ),
]
HEADS = {
    "mandate letter": "title: T\nfrom: A\nto: b\nmissions: [health]\nasks: [{text: A.}]",
    "barrier": "title: T\nkind: kit\nnamed_by: A\nstate: named",
    "event": "title: T",
    "steward": "name: T\nrole: R\nkind: other\nmissions: [health]",
    "council summary": "chair: C\nstate: agreed\nagenda: [{item: A}]\ncase_studies: []",
}
LEVELS: dict[str, list[str | None]] = {
    # what a field may be, by the day: 1989, in a month, in three years, in 60 years, in 180 years
    "told": ["error", "warning", "error", "error", "error"],
    "change": ["error", None, "error", "error", "error"],
    "planned": ["error", None, "error", "error", "error"],
    "deadline": ["error", None, None, "error", "error"],
}
DAYS = ["1989-12-31", "2025-10-01", "2028-10-01", "2085-10-01", "2205-02-10"]


def item_of(kind: str, text: str, slug: str = "a") -> tuple[Item, Source]:
    """Return an item of a text that is right but for its days."""
    found = [*read_item(f"content/{slug}.md", text, kind_named(kind))]
    items = [one for one in found if isinstance(one, Item)]
    assert items, found
    return items[0], next(one for one in found if isinstance(one, Source))


def levels(now: dt.datetime | None, *texts: tuple[str, str]) -> list[tuple[str, str, str]]:
    """Return the path, the rule and the level of each problem of texts of a kind each."""
    read = [item_of(kind, text, f"a{number}") for number, (kind, text) in enumerate(texts)]
    sources = {source.path: source for _, source in read}
    content = Content(items=tuple(item for item, _ in read), sources=sources)
    problems = days_out_of_place(content, Viewer(now))
    return [(one.path.rsplit("/", 1)[-1], one.rule, one.level) for one in problems]


def with_day(kind: str, fields: str | None, day: str) -> str:
    if fields is None:
        return story("T", date=day)
    head = HEADS[kind]
    return f"---\n{head}\nsummary: S.\n{fields.replace('DAY', day)}\n---\nWords.\n"


@pytest.mark.parametrize(("kind", "fields", "field", "sort"), FIELDS)
def test_each_field_is_held_against_the_moment(
    kind: str, fields: str | None, field: str, sort: str
) -> None:
    """Before 1990 and far ahead are errors; what is told before it happened is a warning."""
    for day, level in zip(DAYS, LEVELS[sort], strict=True):
        found = levels(NOW, (kind, with_day(kind, fields, day)))
        assert [one for _, _, one in found] == ([level] if level else []), (field, day)


def test_quarter_of_a_council_is_held_against_the_moment() -> None:
    """One wrong digit in a quarter makes as many pages as one in a day."""
    text = with_day("council summary", "quarter: 2205-Q1\nheld_on: DAY", "2025-01-01")
    assert levels(NOW, ("council summary", text)) == [("a0.md", "day-far-ahead", "error")]
    assert levels(None, ("council summary", text)) == [("a0.md", "day-far-ahead", "error")]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["2025-02-10", "2027-02-10"], []),
        (["2025-02-10", "2035-02-10"], [("a1.md", "day-far-ahead", "warning")]),
        (["2025-02-10", "2035-02-10", "2035-02-11"], []),
        (["2025-02-10", "2025-02-11", "2052-02-10"], [("a2.md", "day-far-ahead", "error")]),
        (
            ["2025-02-10", "2025-02-11", "2025-03-10", "2052-02-10", "2052-02-11"],
            [("a3.md", "day-far-ahead", "error"), ("a4.md", "day-far-ahead", "error")],
        ),
        (["2205-02-10"], [("a0.md", "day-far-ahead", "error")]),
        (
            ["2205-02-10", "2205-02-10"],
            [("a0.md", "day-far-ahead", "error")] * 1 + [("a1.md", "day-far-ahead", "error")],
        ),
        (["1995-02-10", "2025-02-10", "2025-02-11", "2025-02-12"], []),
        (["1989-02-10", "2025-02-10"], [("a0.md", "day-long-ago", "error")]),
    ],
)
def test_days_are_held_against_each_other_without_a_moment(
    days: list[str], expected: list[tuple[str, str, str]]
) -> None:
    """Several slips do not excuse each other, and an old story alone blames nobody."""
    texts = [("case study", story("T", date=day)) for day in days]
    assert levels(None, *texts) == expected


def test_source_may_be_as_old_as_it_likes_and_not_of_tomorrow() -> None:
    """What a record quotes was published when it was; a day to come is a slip."""
    for day, level in (("1942-12", []), ("2025-12", ["warning"]), ("2205", ["error"])):
        text = story("T").replace("title: A made-up diary", f"date: {day}, title: A made-up diary")
        assert [one for _, _, one in levels(NOW, ("case study", text))] == level


def test_story_that_is_held_back_may_have_its_day_to_come() -> None:
    """It is published on that day."""
    text = story("T", date="2025-10-01", extra="publish_at: 2025-10-01T09:00Z")
    assert levels(NOW, ("case study", text)) == []
