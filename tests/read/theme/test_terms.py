"""What a site calls its things, put into whole sentences."""

from pathlib import Path

import pytest

from site_builder.read.problems import Position, Problem
from site_builder.read.settings_file.written import Place
from site_builder.read.theme.terms import OwnTerms, forms_not_there, with_terms
from site_builder.read.theme.words import NoSuchWords, Words, read_words
from site_builder.read.theme.words_on_top import words_on_top
from site_builder.settings import theme_folder

ENTRIES = (
    ("terms.mission.one", "mission"),
    ("terms.mission.many", "missions"),
    ("terms.mission.a", "a mission"),
    ("terms.council.one", "council"),
    ("home.lead", "{Mission.many} of each {council.one}, for {mission.a}: {mission}"),
)
WORDS = Words(ENTRIES)
AIM = {"one": "aim", "many": "aims", "a": "an aim"}


def called(**forms: dict[str, str]) -> tuple[Words, tuple[Problem, ...]]:
    places = {"mission": Place("mkdocs.yml", Position(7)), "mission.one": Place("x", Position(8))}
    return with_terms(WORDS, OwnTerms(forms, places))


def test_sentence_has_the_forms_of_its_terms() -> None:
    """A place for a value is another thing, though it has the same name."""
    said = "Missions of each council, for a mission: Health"
    assert WORDS.say("home.lead", mission="Health") == said


def test_own_term_stands_in_every_form() -> None:
    """The others stay as they are."""
    words, problems = called(mission=AIM)
    assert problems == ()
    assert words.say("home.lead", mission="Health") == "Aims of each council, for an aim: Health"
    assert words.digest != WORDS.digest


def test_value_is_never_taken_for_a_term() -> None:
    """What an author writes in braces is shown as it is."""
    assert WORDS.say("home.lead", mission="{mission.one}").endswith("{mission.one}")


def test_term_is_escaped_with_its_sentence() -> None:
    """A term is plain text."""
    words, _ = called(mission=AIM | {"one": "R&D"})
    assert "R&amp;D" in Words((*words.entries, ("x", "{mission.one}"))).markup("x")


SLIPS = {
    "misson": (AIM, 1, "nothing that the words have a term for", 'Did you mean "mission"?'),
    "mission": ({"one": "aim"}, 7, "has no `many` and `a`", "`a` is “a mission”"),
}


@pytest.mark.parametrize("term", SLIPS)
def test_slip_in_a_term_is_named_at_its_line(term: str) -> None:
    """And the words stay those of the theme."""
    forms, line, what, fix = SLIPS[term]
    words, (problem,) = called(**{term: forms})
    assert (problem.position.line, problem.level) == (line, "error")
    assert what in problem.what
    assert fix in problem.fix
    assert words == WORDS


def test_form_that_no_sentence_has_a_place_for_is_named() -> None:
    """A slip of the pen in the name of a form is not passed over."""
    _, (problem,) = called(mission=AIM | {"ones": "x"})
    assert "`terms.mission.ones` is no form" in problem.what
    assert problem.fix == 'Did you mean "one"?'


def test_sentence_with_a_form_that_is_not_there_is_named(tmp_path: Path) -> None:
    """A language names the forms that its sentences need."""
    file = tmp_path / "cy.yml"
    file.write_text('home:\n  lead: "{council.dative}"\n', "utf-8")
    words = read_words(tmp_path, "cy")
    (problem,) = forms_not_there(words, "words/cy.yml", file)
    assert problem.position.line == 2
    assert "{council.dative}" in problem.what
    with pytest.raises(NoSuchWords, match=r"terms\.council\.dative"):
        words.say("home.lead")


def test_own_words_have_places_for_terms(tmp_path: Path) -> None:
    """What a site says otherwise follows its terms as the theme's words do."""
    (tmp_path / "words.yml").write_text('home: {lead: "Our {mission.many}: {mission}"}\n', "utf-8")
    words, problems = words_on_top(tmp_path / "words.yml", "words.yml", WORDS)
    assert problems == ()
    called_so, _ = with_terms(words, OwnTerms({"mission": AIM}))
    assert called_so.say("home.lead", mission="x") == "Our aims: x"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('home: {lead: "Our {mission.most}: {mission}"}', "{mission.most}, and there is no such"),
        ("terms: {mission: {one: aim}}", "no part of this file"),
    ],
)
def test_slip_about_terms_in_own_words_is_named(tmp_path: Path, text: str, what: str) -> None:
    """Terms stand in the settings, where their addresses are."""
    (tmp_path / "words.yml").write_text(text, "utf-8")
    words, (problem,) = words_on_top(tmp_path / "words.yml", "words.yml", WORDS)
    assert what in problem.what
    assert words == WORDS


def test_default_terms_are_those_of_the_words() -> None:
    """English has an article of its own for each noun."""
    terms = read_words(theme_folder() / "words", "en").terms
    assert terms["event"] == {"one": "event", "many": "events", "a": "an event"}
