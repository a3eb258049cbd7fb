"""A promise is followed from meeting to meeting, in order, in words, and without a gap."""

import pytest

from tests.conftest import SiteFolder

FIRST, SECOND = "content/council/2025-q1.md", "content/council/2025-q2.md"
UPDATE = "  - {commitment: second-street, state: under-way, note: It goes on.}\n"
AGAIN = "    due: 2025-06\ncommitment_updates:\n" + UPDATE
WORD = """\
commitment_updates:
  - commitment: second-street
    state: kept
    note: The street is warm.
    case_study: warm-homes
"""
ANOTHER = "commitments:\n  - {id: %s, text: Do more., owner: The chair, mission: health}\n"


def found(site: SiteFolder) -> list[tuple[str, str, int]]:
    """Return what is wrong in summaries of councils; time also passes for missions."""
    problems = (one for one in site.problems() if "/council/" in one.path)
    return [(one.rule, one.path, one.position.line) for one in problems]


@pytest.mark.parametrize(
    ("path", "old", "new", "rule"),
    [
        (FIRST, "    due: 2025-06\n", AGAIN, "word-before-promise"),
        (SECOND, "held_on: 2025-06-26", "held_on: 2025-03-26", "word-before-promise"),
        (SECOND, "commitment_updates:\n", "commitment_updates:\n" + UPDATE, "repeated-word"),
        (SECOND, "The street is warm.", "90% of the street is warm.", "promise-in-figures"),
        (SECOND, "The street is warm.", "It is 90 per cent done.", "promise-in-figures"),
        (SECOND, "The street is warm.", "It is 90 percent done.", "promise-in-figures"),
        (SECOND, WORD, f"no_word_on: [second-street]\n{WORD}", "one-too-many"),
        (SECOND, "state: draft", "state: announced", "promise-before-meeting"),
        (SECOND, WORD, ANOTHER % "states" + WORD, "shared-address"),
        (SECOND, WORD, ANOTHER % "page" + WORD, "shared-address"),
    ],
)  # fmt: skip
def test_word_on_a_promise_comes_once_later_and_in_words(
    site: SiteFolder, path: str, old: str, new: str, rule: str
) -> None:
    """A meeting speaks once of each earlier promise, and no figure stands for how far it is."""
    site.edit(path, old, new)
    assert [one.rule for one in site.problems()] == [rule]


def test_numbers_that_are_no_percentage_are_words_enough(site: SiteFolder) -> None:
    """How many homes or people is what happened, and is no score."""
    site.edit(SECOND, "The street is warm.", "All 40 homes are warm, 12 of them by Percy.")
    assert found(site) == []


def test_promise_without_a_word_at_the_latest_council_is_a_warning_at_its_line(
    site: SiteFolder,
) -> None:
    """The author is led to the promise, and told where the word on it would go."""
    site.edit(SECOND, WORD, "")
    (problem,) = site.problems()
    assert (problem.rule, problem.level) == ("promise-without-word", "warning")
    assert (problem.path, problem.position.line) == (FIRST, 13)
    assert '"second-street" at the latest council, 2025-Q2.' in problem.what
    assert SECOND in problem.fix
    assert "no_word_on" in problem.fix


def test_silence_that_an_author_confirms_is_no_warning(site: SiteFolder) -> None:
    """Nobody has to make up a word: that there was none can be said, and the page says it."""
    site.edit(SECOND, WORD, "no_word_on: [second-street]\n")
    assert found(site) == []
    assert site.record().commitments["second-street"].is_silent


@pytest.mark.parametrize("state", ["status: draft", "state: announced"])
def test_meeting_that_is_not_public_or_not_held_leaves_nobody_silent(
    site: SiteFolder, state: str
) -> None:
    """Only a meeting that was held, and that readers know of, can have passed over a promise."""
    site.edit(SECOND, "state: kept", "state: under-way")
    head = "quarter: 2025-Q3\nheld_on: 2025-09-25\nsummary: To come.\nchair: The chair\n"
    agreed = "" if "announced" in state else "state: agreed\n"
    more = "agenda: [{item: More}]\ncase_studies: []\n"
    path = "content/council/2025-q3.md"
    site.write(path, f"---\n{head}{agreed}{state}\n{more}---\nWords.\n")
    assert found(site) == []
    site.edit(path, state, "status: published" if agreed else "state: agreed")
    assert found(site) == [("promise-without-word", FIRST, 13)]


def test_promise_of_a_withdrawn_council_can_be_on_record_again(site: SiteFolder) -> None:
    """Its id, and with it its address, goes on at the council that has it now."""
    gone = "status: withdrawn\nwithdrawn: {on: 2025-05-01, reason: Wrong quarter.}\nillustrative"
    copy = (site.root / FIRST).read_text("utf-8").replace("2025-Q1", "2024-Q4")
    site.write("content/council/2024-q4.md", copy.replace("illustrative", gone))
    assert found(site) == []
    site.write("content/council/2024-q4.md", copy)
    assert [rule for rule, _, _ in found(site)] == ["repeated-id"]
