"""Every planted defect is told at its place with a remedy that helps, and nothing else is."""

from pathlib import Path

import pytest

from site_builder.check.rules import judging
from site_builder.check.rules.catalogue import RULES
from site_builder.check.rules.writing import Around
from tests.check.rules.one_text import Planted, rules, told
from tests.check.rules.planted import ALL, FINE
from tests.check.rules.table import page, place

NEAR = [(rule, text) for rule, texts in FINE.items() for text in texts]


@pytest.mark.parametrize("planted", ALL, ids=lambda one: one.rule)
def test_planted_defect_is_told_at_its_place(planted: Planted) -> None:
    """One rule finds it once, in its line and column, and says what must be said."""
    found = [one for one in told(planted.bad) if one.rule == planted.rule]
    places = [(one.position.line, one.position.column) for one in found]
    assert places == [place(planted.bad)]
    assert planted.says.casefold() in f"{found[0].what} {found[0].fix}".casefold()


@pytest.mark.parametrize("planted", ALL, ids=lambda one: one.rule)
def test_defect_is_gone_once_the_remedy_is_followed(planted: Planted) -> None:
    """Who does what the remedy says is told nothing more."""
    assert planted.rule not in rules(planted.good)


@pytest.mark.parametrize(("rule", "text"), NEAR)
def test_what_only_looks_like_a_defect_is_left_alone(rule: str, text: str) -> None:
    """Names, quotations, code and other languages are not judged."""
    assert rule not in rules(text)


def test_every_rule_has_defects_and_near_misses() -> None:
    """A new rule comes with examples that must fire and examples that must not."""
    of_one_text = {rule.id for rule in RULES} - ELSEWHERE
    assert of_one_text == {one.rule for one in ALL} == FINE.keys()
    counts = [sum(one.rule == rule for one in ALL) for rule in of_one_text]
    assert min(counts) >= 3
    assert len(ALL) >= 200


def test_page_of_the_handbook_is_what_was_measured() -> None:
    """The table on the disk is fresh; `make reference` writes it."""
    committed = Path(__file__).parents[3] / "docs" / "authors" / "measured-rules.md"
    assert committed.read_text("utf-8") == page()


ELSEWHERE = {
    "repeated-title",
    "accessibility-statement-lacks",
    "accessibility-statement-old",
    "translation-missing",
    "translation-older",
}
"""Rules of more than one text: test_records.py."""


def test_rule_that_does_not_look_around_needs_no_other_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Only rules that say that they look around are asked again with other stand-ins."""

    def seen(_around: Around) -> None:
        raise AssertionError("looked around")

    alone = [one for one in RULES if not one.looks_around]
    monkeypatch.setattr(judging, "RULES", alone)
    for name in ("titles", "partners", "items"):
        monkeypatch.setattr(Around, name, property(seen))
    for planted in ALL:
        told(planted.bad)
    monkeypatch.setattr(judging, "RULES", RULES)
    with pytest.raises(AssertionError, match="looked around"):
        told("story:\npartners: [council]\n===\nWords.")
