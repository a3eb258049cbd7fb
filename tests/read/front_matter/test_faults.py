"""What a model finds wrong is told in words, with the field's name and the right advice."""

import pytest

from tests.conftest import SiteFolder

STORY = "content/case-studies/warm-homes.md"


@pytest.mark.parametrize(
    ("old", "new", "at", "what", "fix"),
    [
        ("title: Warm homes in Leeds", "title:", (2, 7), "`title` is empty.",
         "Write something after the colon. What happened"),
        ("title: Warm homes in Leeds", "title: ' '", (2, 8), "`title` is empty.",
         "Write something after it. What happened"),
        ("title: Warm homes in Leeds", "title: true", (2, 8),
         "`title` is true, but it must be text.", "Write plain text"),
        ("partners: [leeds-city-council]", "partners: leeds-city-council", (8, 11),
         '`partners` is "leeds-city-council", but it must be a list.', "Put each entry"),
        ("partners: [leeds-city-council]", "partners: []", (8, 11),
         "`partners` is an empty list.", "Add an entry to it. Slugs from the register"),
        ("partners: [leeds-city-council]", "partners: [leeds-city-council, Leeds]", (8, 32),
         'Number 2 of `partners` is "Leeds", which is not a partner.', "The partners are:"),
        ("    value: 40", "    value: '40'", (21, 12),
         '`value` (number 1 of `outcomes`) is "40", but it must be a whole number.', "Write the"),
        ("    source: 1\n", "    sorce: 1\n", (23, 5),
         "`sorce` (number 1 of `outcomes`) is not a field that can stand here.",
         'Did you mean "source"? The fields are: after, before, for_whom, period'),
        ("  next: A second street.\n", "", (15, 3),
         "`next` (in `learning`) is missing; a case study needs it.", "Add a line `next: …`."),
        ("mission: clean-energy", "mission: clean-energy\nstatus: publised", (6, 9),
         '`status` is "publised", which is not one of its values.',
         'Did you mean "published"? Its values are: draft, published, withdrawn.'),
        ("mission: clean-energy", "mission: clean-energy\nimage: a.png", (6, 8),
         '`image` is "a.png", but it must be a set of names and values.', "Write `name: value`"),
    ],
)  # fmt: skip
def test_slip_in_front_matter_is_told_in_words(  # noqa: PLR0917 - one row, one slip
    site: SiteFolder, old: str, new: str, at: tuple[int, int], what: str, fix: str
) -> None:
    """A slip is one problem at its place, with its value and what to write instead."""
    site.edit(STORY, old, new)
    problems = [one for one in site.problems() if one.path == STORY]
    assert [(one.position.line, one.position.column) for one in problems] == [at]
    assert problems[0].what.startswith(what)
    assert problems[0].fix.startswith(fix)


@pytest.mark.parametrize(
    ("old", "new", "what", "fix"),
    [
        ("    for: knocking on every door\n", "",
         "`for` (number 1 of `recognition`) is missing; a council summary needs it.",
         "Add a line `for: …`. What for, in a few words that follow `for`."),
        ("    for: knocking", "    far: knocking",
         "`far` (number 1 of `recognition`) is not a field that can stand here.",
         'Did you mean "for"? The fields are: case_study, for, who.'),
        ("    for: knocking", "    for_what: knocking",
         "`for_what` (number 1 of `recognition`) is not a field that can stand here.",
         "The fields are: case_study, for, who."),
    ],
)  # fmt: skip
def test_field_is_called_as_authors_write_it(
    site: SiteFolder, old: str, new: str, what: str, fix: str
) -> None:
    """A name that Python keeps for itself is a name like any other to an author."""
    site.edit("content/council/2025-q1.md", old, new)
    assert (what, fix) in {(one.what, one.fix) for one in site.problems()}


def test_field_out_of_range_says_the_bound(site: SiteFolder) -> None:
    """A place can not lie beyond the pole."""
    site.edit("content/registers/places.yml", "lat: 53.80", "lat: 153.80")
    (problem,) = site.problems()
    assert problem.what == '`lat` is "153.8", which is out of range.'
    assert problem.fix == "It must be at most 90."


def test_misspelt_required_field_is_one_problem(site: SiteFolder) -> None:
    """A field that is missing because it is misspelt is told once."""
    site.edit(STORY, "need: Homes", "ned: Homes")
    (problem,) = site.problems()
    assert problem.what == "`ned` is not a field of a case study."
    assert problem.fix == 'Did you mean "need"?'


def test_every_slip_of_a_file_is_told_at_once(site: SiteFolder) -> None:
    """One run names all that is wrong with a file, not only the first."""
    site.edit(STORY, "date: 2025-02-10", "date: soon")
    site.edit(STORY, "need: Homes were cold.\n", "")
    site.edit(STORY, "    url: https://example.org/report", "    url: example.org")
    assert [one.rule for one in site.problems()] == ["missing-field", "wrong-value", "wrong-value"]


def test_long_value_is_cut_in_the_sentence(site: SiteFolder) -> None:
    """A value of thousands of letters does not fill the screen."""
    site.edit(STORY, "date: 2025-02-10", f"date: {'x' * 5000}")
    (problem,) = site.problems()
    assert len(problem.what) < 130
