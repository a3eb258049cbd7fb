"""The font: letters it has are kept, letters it lacks do no harm."""

import pytest

from site_builder.publish.pictures.fonts import Font
from site_builder.read.theme.theme import read_theme
from site_builder.settings import theme_folder

FONT = Font(read_theme(theme_folder()).font)


@pytest.mark.parametrize(
    "text",
    ["Tŷ a dŵr", "Ẁ ẃ ẅ Ŵ Ŷ ỳ", "“Don’t” – ‘it’…", "£5, €6", "Ágnes Łódź Škoda İğ Gàidhlig", "½"],
)
def test_letters_of_european_languages_are_all_there(text: str) -> None:
    """Welsh, Gaelic and the names of neighbours are written in full."""
    assert FONT.legible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Party 🎉 time", "Party time"),
        ("ḵ and ﬁne", "k and fine"),
        ("soft\u00adly and wide\u200bly", "softly and widely"),
        ("a\u0302 w\u0302", "â ŵ"),
        ("  two\n lines\t", "two lines"),
        ("Ωmega and a long tail", "mega and a long tail"),
    ],
)
def test_letter_that_is_lacking_is_plain_or_left_out(text: str, shown: str) -> None:
    """No empty box stands on a card."""
    assert FONT.legible(text) == shown


@pytest.mark.parametrize("text", ["Здравствуй, мир", "世界", "🎉🎉", ""])
def test_text_of_which_little_is_left_is_not_shown(text: str) -> None:
    """A comma alone says nothing."""
    assert FONT.legible(text) == ""


def test_kerning_is_in_the_font() -> None:
    """The basic layout brings letters together that would stand apart."""
    measure = FONT.widths(80)
    assert measure("To") < measure("T") + measure("o")


def test_theme_without_a_font_has_letters_too() -> None:
    """A theme of one's own need not bring a font."""
    plain = Font(b"")
    assert plain.widths(40)("Growth") > 0
    assert plain.legible("Growth") == "Growth"
    assert plain.digest != FONT.digest
