"""The catalogue of interface words: places, plurals, languages, and what is missing."""

from pathlib import Path

import pytest
from markupsafe import Markup

from site_builder.read.theme.files import NotATheme
from site_builder.read.theme.words import NoSuchWords, Words, read_words
from site_builder.settings import theme_folder

ENGLISH = """
plurals: {1: one}
card:
  stories: {one: "{count} story", other: "{count} stories"}
  by: By {name}
"""
WELSH = """
plurals: {0: zero, 1: one, 2: two, 3: few, 6: many}
card:
  stories: {one: "{count} stori", two: "{count} stori", other: "{count} o storïau"}
  by: Gan {name}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "en.yml").write_text(ENGLISH, "utf-8")
    (tmp_path / "cy.yml").write_text(WELSH, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [
        ("en", 0, "0 stories"),
        ("en", 1, "1 story"),
        ("en", 1200, "1,200 stories"),
        ("cy", 1, "1 stori"),
        ("cy", 2, "2 stori"),
        ("cy", 3, "3 o storïau"),
    ],
)
def test_plural_is_chosen_by_count_as_the_language_has_it(
    folder: Path, language: str, count: int, said: str
) -> None:
    """A language says for itself which counts have a plural of their own."""
    assert read_words(folder, language).say("card.stories", count=count) == said


@pytest.mark.parametrize(
    ("language", "said"), [("cy", "Gan"), ("cy-GB", "Gan"), ("en-GB", "By"), ("en-Latn-GB", "By")]
)
def test_catalogue_of_a_language_serves_its_regions(folder: Path, language: str, said: str) -> None:
    """The whole tag, then without its region, then the language alone."""
    assert read_words(folder, language).say("card.by", name="us") == f"{said} us"


@pytest.mark.parametrize("language", ["fr", "fr-CA", "e"])
def test_language_without_a_catalogue_is_refused(folder: Path, language: str) -> None:
    """A site marked as French never speaks English; what there is, is named."""
    with pytest.raises(NotATheme, match=r"There are words in cy, en;"):
        read_words(folder, language)


def test_first_folder_with_a_language_counts(folder: Path, tmp_path: Path) -> None:
    """A site's own words for a language take the place of the theme's."""
    own = tmp_path / "own"
    own.mkdir()
    (own / "en.yml").write_text('card: {by: "Told by {name}"}', "utf-8")
    folders = (own, folder)
    assert read_words(folders, "en-GB").say("card.by", name="us") == "Told by us"
    assert read_words(folders, "cy").say("card.by", name="us") == "Gan us"


def test_values_in_markup_are_escaped_and_markup_is_not(folder: Path) -> None:
    """A name is text; a link made by the theme stays a link."""
    words = read_words(folder, "en")
    assert words.markup("card.by", name="A & <b>") == "By A &amp; &lt;b&gt;"
    assert words.markup("card.by", name=Markup("<a>A</a>")) == "By <a>A</a>"


def test_value_with_braces_is_put_in_as_it_is(folder: Path) -> None:
    """What stands in a place is never read as a place."""
    assert read_words(folder, "en").say("card.by", name="{name}") == "By {name}"


@pytest.mark.parametrize("key", ["card.of", "card", "card.stories"])
def test_missing_words_are_an_error(folder: Path, key: str) -> None:
    """A misspelt key is never an empty place on a page."""
    with pytest.raises(NoSuchWords):
        read_words(folder, "en").say(key)


def test_place_without_a_value_is_an_error(folder: Path) -> None:
    """Nor is a place that nothing stands in."""
    with pytest.raises(NoSuchWords):
        read_words(folder, "en").say("card.by")


def test_theme_without_words_is_refused(tmp_path: Path) -> None:
    """A theme needs at least the fallback."""
    with pytest.raises(NotATheme, match=r"words/en\.yml"):
        read_words(tmp_path, "en")


def test_digest_changes_with_any_word() -> None:
    """Pages are made from words, so their keys cover them."""
    assert Words((("a", "b"),)).digest != Words((("a", "c"),)).digest


def test_catalogue_of_the_theme_is_read() -> None:
    """The product comes with English."""
    assert read_words(theme_folder() / "words", "en-GB").say("sections.home") == "Home"
