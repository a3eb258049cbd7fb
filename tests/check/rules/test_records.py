"""Rules that look at more than one text, at the moment, or at one page of the site."""

import pytest

from site_builder.check.rules.stories.statement import ITEMS
from site_builder.read.settings_file.checks import Checks
from tests.check.rules.one_text import EVERY, rules, told

STATEMENT = """\
This statement applies to missions.example.org. You should be able to read every page.
The site is partially compliant with level AA of WCAG 2.2. Some letters are not accessible, because
they were scanned. Films made before 2020 are exempt. Ask for another format by post.
Tell us about any problem by email; we answer within 5 working days.
The Equality and Human Rights Commission enforces the rules. The site was tested by a company.
It was written on 1 May 2024 and last reviewed on {day}.
"""
AT = "content/pages/accessibility.md"
WELSH = Checks(languages=("en", "cy"), rules=EVERY)


def other(path: str, title: str, more: str = "") -> tuple[str, str]:
    return path, f"---\ntitle: {title}\nsummary: Of it.\n{more}---\nText."


@pytest.mark.parametrize("title", ["About", "about", "'About '"])
def test_title_of_another_page_is_told(title: str) -> None:
    """Capitals and spaces do not tell two pages apart."""
    twin = other("content/pages/twin.md", title)
    (problem,) = [one for one in told("Text.", others=[twin]) if one.rule == "repeated-title"]
    assert "content/pages/twin.md" in problem.what
    assert problem.position.line == 2


@pytest.mark.parametrize(
    ("title", "more"),
    [("About us", ""), ("About", "status: draft\n"), ("About", "publish_at: 2030-01-01T00:00Z\n")],
)
def test_title_is_only_repeated_where_the_public_sees_both(title: str, more: str) -> None:
    """A draft may have the title of what it replaces."""
    assert "repeated-title" not in rules(
        "Text.", others=[other("content/pages/twin.md", title, more)]
    )


def test_whole_and_fresh_statement_is_left_alone() -> None:
    """All 11 things are found in a statement that says them in its own words."""
    found = rules(STATEMENT.format(day="25 May 2026"), path=AT)
    assert not {one for one in found if one.startswith("accessibility")}


PARTS = (
    ("This statement applies to missions.example.org. ", 0),
    ("You should be able to read every page.", 1),
    ("partially compliant with level AA of WCAG 2.2", 2),
    ("Some letters are not accessible, because\nthey were scanned. ", 3),
    ("Films made before 2020 are exempt. ", 4),
    ("Ask for another format by post.", 5),
    ("Tell us about any problem by email; ", 6),
    ("we answer within 5 working days.", 7),
    ("The Equality and Human Rights Commission enforces the rules. ", 8),
    ("The site was tested by a company.", 9),
    ("It was written on 1 May 2024 and last reviewed on 25 May 2026.", 10),
)


@pytest.mark.parametrize(("part", "number"), PARTS)
def test_each_thing_that_a_statement_lacks_is_named(part: str, number: int) -> None:
    """An editor reads which of the 11 is not there."""
    text = STATEMENT.format(day="25 May 2026")
    assert part in text
    lacks = "accessibility-statement-lacks"
    (problem,) = [one for one in told(text.replace(part, ""), path=AT) if one.rule == lacks]
    assert [*ITEMS][number] in problem.fix
    assert "1 of the 11 things" in problem.what


@pytest.mark.parametrize(
    ("day", "is_old"), [("25 May 2025", True), ("2 June 2025", False), ("31 May 2026", False)]
)
def test_statement_is_old_after_a_year(day: str, is_old: bool) -> None:
    """The newest day that it names counts; the moment is 1 June 2026."""
    found = rules(STATEMENT.format(day=day), path=AT)
    assert ("accessibility-statement-old" in found) == is_old


def test_only_the_statement_is_asked_for_what_a_statement_has() -> None:
    """Other pages are no statement."""
    assert not {one for one in rules("Text.") if one.startswith("accessibility")}


def test_pair_that_is_not_there_is_told_with_its_name() -> None:
    """The file to add is named, with its language."""
    (problem,) = [one for one in told("T.", checks=WELSH) if one.rule.startswith("translation")]
    assert problem.rule == "translation-missing"
    assert "Welsh" in problem.what
    assert "content/pages/a-text-cy.md" in problem.fix
    assert "`lang: cy`" in problem.fix


CHANGE = "changes:\n  - {{date: {day}, note: New., kind: {kind}}}\n"


@pytest.mark.parametrize(
    ("own", "pairs", "kind", "is_told"),
    [
        ("2025-05-02", "2025-05-01", "correction", True),
        ("2025-05-02", "2025-05-02", "correction", False),
        ("2025-05-02", "2025-06-02", "correction", False),
        ("2025-05-02", "2025-05-01", "minor", False),
    ],
)
def test_pair_that_was_changed_before_is_told(
    own: str, pairs: str, kind: str, is_told: bool
) -> None:
    """What readers were told of in one language they are told of in the other."""
    told_then = CHANGE.format(day=pairs, kind="correction")
    pair = other("content/pages/a-text-cy.md", "Amdanom", f"lang: cy\n{told_then}")
    text = CHANGE.format(day=own, kind=kind) + "===\nText."
    found = rules(text, checks=WELSH, others=[pair])
    assert ("translation-older" in found) == is_told
    assert "translation-missing" not in found


def test_pair_itself_needs_none(  # the Welsh file is the pair
) -> None:
    """What stands in another language than the site's is the pair of something."""
    path = "content/pages/a-text-cy.md"
    assert "translation-missing" not in rules("lang: cy\n===\nT.", checks=WELSH, path=path)


def test_site_in_one_language_promises_no_other() -> None:
    """Without `languages`, nobody is asked for another one."""
    assert not {one for one in rules("T.") if one.startswith("translation")}
