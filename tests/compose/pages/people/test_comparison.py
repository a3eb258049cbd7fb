"""Two versions of a text, compared: nothing is lost, nothing made up, and long texts are quick."""

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.compose.pages.people.comparison import (
    Compared,
    Run,
    compared,
    compared_passages,
    matched,
)

WORDS = st.sampled_from(
    ["we", "ask", "you", "homes", "homes,", "£5\u00a0million", "Ŵyr", "…", "1."]
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=8).map(lambda words: f"{' '.join(words)}.")
GAPS = st.sampled_from([" ", "  ", "\n", " \t"])
TEXTS = st.lists(st.tuples(SENTENCES, GAPS), max_size=5).map(
    lambda parts: "".join(part for pair in parts for part in pair)
)
LETTERS = st.lists(TEXTS.filter(str.strip), max_size=8)


def plain(text: str) -> str:
    """Return a text as a browser shows it: with one space between words."""
    return " ".join(text.replace("\u00a0", "\0").split()).replace("\0", "\u00a0")


def said(runs: Iterable[Run], *changes: str) -> str:
    return " ".join(run.text for run in runs if run.change in changes)


@given(TEXTS, TEXTS)
def test_compared_text_gives_back_both_versions(before: str, after: str) -> None:
    """Kept and removed words are the old text; kept and added words are the new one."""
    runs = compared(before, after).runs
    assert said(runs, "kept", "removed") == plain(before)
    assert said(runs, "kept", "added") == plain(after)


@given(TEXTS, TEXTS)
def test_columns_without_their_marks_have_the_same_words(before: str, after: str) -> None:
    """Without what is marked, both columns say what the versions share."""
    found = compared(before, after)
    kept = said(found.runs, "kept")
    assert said(found.before, "kept") == said(found.after, "kept") == kept
    assert said(found.before, "kept", "removed") == plain(before)
    assert said(found.after, "kept", "added") == plain(after)
    for column in (found.before, found.after):
        assert all(one.change != other.change for one, other in pairwise(column))


@given(LETTERS, LETTERS)
def test_compared_passages_give_back_both_letters(before: list[str], after: list[str]) -> None:
    """Read from top to bottom, each column is its letter, passage by passage."""
    found = compared_passages(before, after)
    older = [said(one.before, "kept", "removed") for one in found if one.before]
    newer = [said(one.after, "kept", "added") for one in found if one.after]
    assert older == [plain(text) for text in before]
    assert newer == [plain(text) for text in after]


@given(LETTERS)
def test_text_compared_with_itself_is_unchanged(letter: list[str]) -> None:
    """Two letters that are the same have no mark at all."""
    assert {one.state for one in compared_passages(letter, letter)} <= {"unchanged"}
    assert list(matched(letter, letter)) == [(number, number) for number in range(len(letter))]


@given(LETTERS, LETTERS)
def test_each_text_is_matched_once(before: list[str], after: list[str]) -> None:
    """No ask is left out and none is shown twice; those of the new letter come in its order."""
    found = matched(before, after)
    assert sorted(old for old, _ in found if old is not None) == list(range(len(before)))
    assert [new for _, new in found if new is not None] == list(range(len(after)))


def test_one_word_changed_is_all_that_is_marked() -> None:
    """A reader sees the word, and not the whole sentence, marked."""
    found = compared("Meet in public each year. Say why.", "Meet in public each quarter. Say why.")
    assert found.before == (
        Run("kept", "Meet in public each"),
        Run("removed", "year."),
        Run("kept", "Say why."),
    )
    assert found.after[1] == Run("added", "quarter.")
    assert found.state == "changed"


def test_unrelated_sentences_are_not_woven_together() -> None:
    """Where little is shared, a sentence goes and another comes, whole."""
    before, after = "Buy the desk that you need.", "Homes should be warm and the air clean."
    assert compared(before, after).runs == (Run("removed", before), Run("added", after))


@pytest.mark.parametrize(
    ("before", "after", "state"),
    [
        ("We ask.", "We  ask.", "unchanged"),
        ("We ask.", "", "removed"),
        ("", "We ask.", "added"),
        ("We ask you.", "We tell you.", "changed"),
        ("We ask.", "Nothing else.", "changed"),
        ("", "", "unchanged"),
    ],
)
def test_state_says_what_became_of_a_text(before: str, after: str, state: str) -> None:
    """Spaces make no difference; a text of which nothing is left was changed, and not kept."""
    assert compared(before, after).state == state


def test_ask_that_moved_is_matched_with_itself() -> None:
    """Asks find each other by what they say, wherever they stand."""
    before = ["Answer the telephone at night.", "Meet in public each year.", "Buy a new desk."]
    after = ["Meet in public each quarter.", "Say what is not known.", before[0]]
    assert matched(before, after) == ((1, 0), (None, 1), (0, 2), (2, None))


def test_ask_prefers_its_own_words_to_a_near_miss() -> None:
    """An ask that stayed as it was is never taken for a new wording of its neighbour."""
    before = ["Each year, meet in public.", "Meet in public each year."]
    assert matched(before, [before[1], "Meet each year."]) == ((1, 0), (0, 1))


def test_paragraph_put_in_the_middle_leaves_the_others_unchanged() -> None:
    """What follows an addition still stands beside itself."""
    before = [f"Paragraph {number} speaks of thing {number}." for number in range(6)]
    after = [*before[:3], "Homes are cold.", *before[3:]]
    states = [one.state for one in compared_passages(before, after)]
    assert states == ["unchanged"] * 3 + ["added"] + ["unchanged"] * 3


def letter(start: int, passages: int) -> list[str]:
    """Return so many passages of two sentences with ten words each; no two letters share a word."""
    return [
        " ".join(
            " ".join(f"w{start + number * 20 + word}" for word in range(first, first + 10)) + "."
            for first in (0, 10)
        )
        for number in range(passages)
    ]


def edited(passages: Sequence[str]) -> list[str]:
    """Return passages with one word of each changed."""
    return [passage.replace(" w", " x", 1) for passage in passages]


@pytest.mark.parametrize("other", ["same", "edited", "different"])
def test_long_letters_are_never_compared_word_by_word_as_a_whole(
    monkeypatch: pytest.MonkeyPatch, other: str
) -> None:
    """For 5,000 words, the work is that of many short sentences: counted, for no clock is fair."""
    lengths: list[tuple[int, int]] = []

    def counting(junk: None, one: Sequence[str], two: Sequence[str], **options: Any) -> Any:
        lengths.append((len(one), len(two)))
        return SequenceMatcher(junk, one, two, **options)

    before = letter(0, 250)
    after = {"same": before, "edited": edited(before), "different": letter(9000, 250)}[other]
    monkeypatch.setattr("site_builder.compose.pages.people.comparison.SequenceMatcher", counting)
    found = compared_passages(before, after)
    assert sum(len(passage.split()) for passage in before) == 5000
    assert len(found) == (500 if other == "different" else 250)
    assert {one.state for one in found} == {
        "same": {"unchanged"}, "edited": {"changed"}, "different": {"added", "removed"},
    }[other]  # fmt: skip
    # The passages once, as wholes; then the sentences of a pair, and the words of a sentence.
    assert max(lengths) == (250, 250)
    assert all(one <= 10 and two <= 10 for one, two in lengths[1:])


def test_compared_with_nothing_has_no_run() -> None:
    """A letter without a text has no passage to show."""
    assert compared_passages((), ()) == ()
    assert compared("", "") == Compared(())
