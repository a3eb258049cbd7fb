"""Dice: fair enough, and loaded with a name."""

from collections import Counter

from site_builder.compose.pictures.dice import Dice


def test_dice_of_one_name_throw_the_same_numbers() -> None:
    """Nothing but the name decides, so every machine draws the same."""
    thrown = [Dice("warm-homes").between(0, 255) for _ in range(3)]
    assert len(set(thrown)) == 1
    dice = Dice("warm-homes")
    assert [dice.between(1, 6) for _ in range(100)] != [1] * 100


def test_dice_throw_every_number_about_as_often() -> None:
    """Both ends are among the numbers, and none is favoured."""
    dice = Dice("fair")
    counts = Counter(dice.between(1, 6) for _ in range(6_000))
    assert sorted(counts) == [1, 2, 3, 4, 5, 6]
    assert min(counts.values()) > 800


def test_shuffled_things_are_the_same_things() -> None:
    """A shuffle loses nothing and changes the order."""
    things = list(range(20))
    assert Dice("a").shuffled(things) != things
    assert sorted(Dice("a").shuffled(things)) == things
