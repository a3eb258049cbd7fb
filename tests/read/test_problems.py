"""Problems come in the order of files and lines, with hints that name the nearest choice."""

import random
from difflib import get_close_matches

from site_builder.read.problems import Position, Problem, did_you_mean, in_order, nearest


def problem(path: str, line: int, what: str = "What.") -> Problem:
    return Problem(path, Position(line), "rule", what, "Fix.")


def test_problems_are_in_order_of_file_and_line_once_each() -> None:
    """Line 10 comes after line 9, and a problem found twice is told once."""
    late, early, other = problem("a.md", 10), problem("a.md", 9), problem("b.md", 1)
    assert in_order([other, late, early, late]) == (early, late, other)


def test_hint_names_nearest_choice_then_all() -> None:
    """The nearest comes first, whatever its capitals."""
    hint = did_you_mean("england", ["Wales", "England"], "The nations are")
    assert hint == 'Did you mean "England"? The nations are: England, Wales.'


def test_hint_without_near_choice_names_all() -> None:
    """What is like nothing gets no guess."""
    assert did_you_mean("xyz", ["b", "a"], "They are") == "They are: a, b."


def test_hint_without_choices_says_so() -> None:
    """An empty list is called empty."""
    assert did_you_mean("leeds", [], "The places are") == "The places are: none yet."


def test_hint_of_a_long_list_is_short() -> None:
    """Of many choices the nearest is enough; without one, the first twelve and the count."""
    many = [f"place-{number:02}" for number in range(30)]
    assert did_you_mean("place-7", many, "The places are").startswith('Did you mean "place-')
    assert "The places" not in did_you_mean("plaice-07", many, "The places are")
    assert did_you_mean("zzz", many, "They are").endswith("place-11 and 18 more.")


def test_nearest_of_nothing_like_it_is_nothing() -> None:
    """No guess is better than a wild one."""
    assert nearest("homes", ["streets"]) == ""


def test_nearest_of_thousands_is_found_without_comparing_all() -> None:
    """A slip finds its word among thousands as among a few."""
    choices = [f"story-{number}-of-the-record" for number in range(5_000)]
    assert nearest("stroy-4321-of-the-record", choices) == "story-4321-of-the-record"
    assert nearest("zzz", choices) == ""


def test_nearest_of_few_is_what_difflib_finds_first() -> None:
    """Leaving a choice early changes no answer, ties included."""
    dice = random.Random("nearest")
    words = ["".join(dice.choices("abcde-", k=dice.randint(1, 12))) for _ in range(200)]
    for _ in range(300):
        word, choices = dice.choice(words), dict.fromkeys(dice.sample(words, dice.randint(0, 40)))
        first = get_close_matches(word, choices, n=1, cutoff=0.6)
        assert nearest(word, choices) == (first[0] if first else "")


def test_nearest_of_many_finds_words_with_two_slips() -> None:
    """A short list is long enough for letters that were swapped, left out or typed twice."""
    dice = random.Random("slips")
    names = ("housing", "safer-streets", "clean-power", "patients", "nhs", "growth", "families")
    pairs = [(one, other) for one in names for other in names if one != other]
    choices = [f"{one}-{other}-{year}" for one, other in pairs for year in range(2019, 2027)]
    for choice in dice.sample(choices, 20):
        at = dice.randrange(1, len(choice) - 3)
        for slip in (choice[:at] + choice[at + 1 :], choice[:at] + choice[at] + choice[at:]):
            first = get_close_matches(slip, choices, n=3, cutoff=0.6)
            assert nearest(slip, choices) in first
