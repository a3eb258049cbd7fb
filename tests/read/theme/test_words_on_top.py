"""A site's own words: only what differs, over the words of the theme."""

from pathlib import Path

import pytest

from site_builder.read.problems import Problem
from site_builder.read.theme.words import Words
from site_builder.read.theme.words_on_top import words_on_top

THEME = Words(
    (
        ("plurals.1", "one"),
        ("card.by", "By {name}"),
        ("card.stories.one", "{count} story by {name}"),
        ("card.stories.other", "{count} stories by {name}"),
        ("home.lead", "Work in public."),
        ("dates.months.0", "January"),
        ("dates.months.1", "February"),
    )
)


def put(tmp_path: Path, text: str) -> tuple[Words, tuple[Problem, ...]]:
    (tmp_path / "words.yml").write_text(text, "utf-8")
    return words_on_top(tmp_path / "words.yml", "words.yml", THEME)


def test_only_what_differs_is_said_otherwise(tmp_path: Path) -> None:
    """Every other word stays the theme's."""
    words, problems = put(
        tmp_path,
        """
        home: {lead: Our work}
        dates: {months: [Ionawr]}
        card: {stories: {other: "{name}: {count}"}}
        """,
    )
    assert problems == ()
    assert words.say("home.lead") == "Our work"
    assert words.say("dates.months.0") == "Ionawr"
    assert words.say("dates.months.1") == "February"
    assert words.say("card.stories", count=2, name="us") == "us: 2"
    assert words.say("card.stories", count=1, name="us") == "1 story by us"


def test_plural_that_the_theme_has_none_of_is_added(tmp_path: Path) -> None:
    """A language may need more plurals than English has."""
    words, problems = put(
        tmp_path,
        """
        plurals: {2: two}
        card: {stories: {two: "Both stories by {name}"}}
        """,
    )
    assert problems == ()
    assert words.say("card.stories", count=2, name="us") == "Both stories by us"


SLIPS = {
    "home: {led: Ours}": (1, "no words `home.led`", 'Did you mean "home.lead"?'),
    "home: {lead: Ours}\nkard: {by: x}": (2, "no words `kard`", 'Did you mean "card"?'),
    'card:\n  by: "By {nme}"': (2, "a place {nme}, and nothing is given", "{name}"),
    'card:\n  by: "By {name"': (2, "brace that is open on one side", "{count}"),
    'card:\n  by: "By name}"': (2, "brace that is open on one side", "{count}"),
    "card:\n  by: Ours": (2, "leaves out {name}", "Put it in"),
    "card:\n  stories: Ours": (2, "has words under it, and is none itself", "card.stories.one"),
    "Ours": (1, "no set of names and words", "docs/reference/words.md"),
    "home: {lead: Ours": (1, "can not be read", "curly bracket"),
    "home:\n  lead: a\n  lead: b": (3, "for the second time", "Keep one"),
    "dates: {months: [a, b, c]}": (1, "no words `dates.months.2`", ""),
}


@pytest.mark.parametrize("text", SLIPS)
def test_slip_is_named_at_its_line_and_left_out(tmp_path: Path, text: str) -> None:
    """What can not be used leaves the theme's own words where they were."""
    line, what, fix = SLIPS[text]
    words, (problem,) = put(tmp_path, text)
    assert problem.position.line == line
    assert what in problem.what
    assert fix in problem.fix
    assert problem.excerpt == text.splitlines()[line - 1]
    if problem.level == "error":
        assert words.say("card.by", name="us") == "By us"


def test_all_slips_of_a_file_are_named_together(tmp_path: Path) -> None:
    """An author mends the file once."""
    _, problems = put(tmp_path, "home: {led: a}\ncard: {by: x}\nfoot: y\n")
    assert [problem.position.line for problem in problems] == [1, 2, 3]
    assert [problem.level for problem in problems] == ["error", "warning", "error"]


def test_file_with_nothing_in_it_changes_nothing(tmp_path: Path) -> None:
    """Nor does one with remarks alone."""
    assert put(tmp_path, "# Later\n") == (THEME, ())
