"""Slugs of titles: in any script that can be spelt, and as they always were in plain letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.read.prose.heading_ids import heading_id
from site_builder.read.types.fields.slugs import slug_of
from site_builder.read.types.fields.text import SLUG_LENGTH, is_slug

SPELT = {
    "Tŷ cynnes": "ty-cynnes",
    "Ty\N{COMBINING CIRCUMFLEX ACCENT}": "ty",
    "Café Łódź": "cafe-lodz",
    "Straße, Ærø & þorn": "strasse-aero-thorn",
    "Children’s homes": "children-s-homes",
    "Αθήνα": "athina",
    "Київ": "kiiv",
    "서울": "seoul",
    "ひらがな": "hiragana",
    "½ price": "1-2-price",
    "🎉 Party": "party",
    "Hawai\N{MODIFIER LETTER TURNED COMMA}i": "hawaii",
    "ﬁne Ⅳ": "fine-iv",
    "Warm homes: street #5": "warm-homes-street-5",
}
UNSPELT = ("東京", "Tokyo 東京", "नमस्ते", "مركز", "ไทย", "עיר", "×", "!!", "")


@pytest.mark.parametrize("title", SPELT)
def test_title_is_spelt_with_plain_letters(title: str) -> None:
    """Accents and other alphabets are spelt, so that the address can be typed anywhere."""
    assert slug_of(title) == SPELT[title]


@pytest.mark.parametrize("title", UNSPELT)
def test_title_that_can_not_be_spelt_has_no_slug(title: str) -> None:
    """Nothing is made up of scripts that a to z say too little of; people are asked."""
    assert slug_of(title) == ""


@given(st.text(st.characters(max_codepoint=127)))
def test_slug_of_plain_letters_is_what_it_always_was(title: str) -> None:
    """The slug of a title in ASCII is made as the first version made it."""
    before = heading_id(title)[:SLUG_LENGTH].strip("-")
    has_letters = any(one.isalnum() for one in title)
    assert slug_of(title) == (before if has_letters else "")


@given(st.text())
def test_slug_is_one_or_nothing(title: str) -> None:
    """Whatever a title holds, an address can end with its slug."""
    assert not slug_of(title) or is_slug(slug_of(title))
