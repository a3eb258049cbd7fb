"""Messages and meanings told with the terms of a site: nouns, and nothing that looks like them."""

import pytest

from site_builder.read.theme.retold import retold
from site_builder.read.theme.terms import OwnTerms, with_terms
from site_builder.read.theme.words import read_words
from site_builder.settings import theme_folder

WORDS = read_words(theme_folder() / "words", "en")
OWN = {
    "mission": {"one": "place", "many": "places", "a": "a place"},
    "place": {"one": "ward", "many": "wards", "a": "a ward"},
    "case_study": {"one": "account", "many": "accounts", "a": "an account"},
    "event": {"one": "date", "many": "dates", "a": "a date"},
    "letter": {"one": "brief", "many": "briefs", "a": "a brief"},
}
SAID = {
    "A mission has a story.": "A place has a story.",
    "The missions are: a-mission, missions-first.": "The places are: a-mission, missions-first.",
    '`mission` is "mission", which is not a mission.': (
        '`mission` is "mission", which is not a place.'
    ),
    "Called “the mission”, see content/missions/mission.md.": (
        "Called “the mission”, see content/missions/mission.md."
    ),
    "Places and missions": "Wards and places",
    "the case study that shows it": "the account that shows it",
    "An event: events": "A date: dates",
    "It takes the place of a place.": "It takes the place of a ward.",
    "Put it in its place.": "Put it in its place.",
    "Links with the same words lead to the same place.": (
        "Links with the same words lead to the same place."
    ),
    "Use small letters, for example: letters": "Use small letters, for example: letters",
    "missionary": "missionary",
}


@pytest.mark.parametrize("sentence", SAID)
def test_sentence_has_the_nouns_of_the_site(sentence: str) -> None:
    """A noun that was put in is not taken for another, and what is quoted stays."""
    words, problems = with_terms(WORDS, OwnTerms(OWN))
    assert problems == ()
    assert retold(sentence, words) == SAID[sentence]
    assert retold(sentence, WORDS) == sentence
